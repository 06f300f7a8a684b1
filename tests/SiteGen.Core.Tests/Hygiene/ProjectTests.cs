using System.Xml.Linq;

namespace SiteGen.Core.Tests.Hygiene;

public sealed class ProjectTests
{
    // Project: the projects that it may reference. The command line may reference all.
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["SiteGen.Core"] = [],
        ["SiteGen.Preview"] = ["SiteGen.Core"],
        ["SiteGen.Publishing"] = ["SiteGen.Core"],
        ["SiteGen.Importing"] = ["SiteGen.Core"],
    };

    static readonly string[] Projects =
        [.. Repository.FilesBelow("src").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))];

    [Fact]
    public void A_project_references_only_those_below_it() => Repository.AssertNone(
        from file in Projects
        let project = Path.GetFileNameWithoutExtension(file)
        where project != "SiteGen.Cli"
        from referenced in References(file, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
        where !Arrows.TryGetValue(project, out var allowed) || !allowed.Contains(referenced)
        select $"{file}:1: {project} may not reference {referenced}");

    [Fact]
    public void Package_versions_are_written_once() => Repository.AssertNone(
        from file in Repository.TrackedFiles
        where file.EndsWith(".csproj", StringComparison.Ordinal)
        from element in XDocument.Parse(Repository.Read(file)).Descendants("PackageReference")
        where element.Attribute("Version") is not null
        select $"{file}:1: the version of {element.Attribute("Include")?.Value} belongs into src/Directory.Packages.props");

    static IEnumerable<string> References(string file, string kind) =>
        XDocument.Parse(Repository.Read(file)).Descendants(kind).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
