using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

public sealed class OnePlaceTests
{
    /// <summary>A pattern of code and the folders (ending in a slash) and files where alone it may stand.</summary>
    sealed record Rule(string What, string Pattern, params string[] Places);

    static readonly Rule[] Rules =
    [
        new("the disk", @"(?<![\w.])(?:System\.IO\.)?(?:File|Directory)\.(?:Append|Copy|Create|Delete|Enumerate|Exists|Get|Move|Open|Read|Replace|ResolveLink|Set|Write)",
            "src/SiteGen.Core/Files/"),
        new("the clock", @"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b"),
        new("the console", @"(?<![\w.])(?:System\.)?Console\.", "src/SiteGen.Cli/Terminal.cs"),
        new("other programs", @"\bProcessStartInfo\s*\(|\bnew Process\b", "src/SiteGen.Publishing/Git.cs", "src/SiteGen.Cli/AuthorsEditor.cs", "src/SiteGen.Cli/ServeCommand.cs"),
        new("the network", @"\b(?:HttpClient|SocketsHttpHandler|WebRequest)\b", "src/SiteGen.Core/Checking/ExternalLinks.cs"),
        new("Scriban", @"\bScriban\b", "src/SiteGen.Core/Templates/"),
        new("Markdig", @"\bMarkdig\b", "src/SiteGen.Core/Markup/", "src/SiteGen.Core/Interviews/"),
        new("AngleSharp", @"\bAngleSharp\b", "src/SiteGen.Core/Markup/", "src/SiteGen.Core/Checking/"),
    ];

    // "what: file", each with the reason why it is not done in the usual place.
    static readonly Dictionary<string, string> Exceptions = new()
    {
        ["the disk: src/SiteGen.Cli/RenderCommand.cs"] = "render reads a template and a model that belong to no site",
    };

    [Fact]
    public void What_has_one_place_is_done_nowhere_else() => Repository.AssertNone(
        from file in Repository.CSharpFiles("src")
        let code = CodeMask.Of(Repository.Read(file))
        from rule in Rules
        where !rule.Places.Any(place => IsIn(file, place)) && !Exceptions.ContainsKey($"{rule.What}: {file}")
        from match in Regex.Matches(code, rule.Pattern)
        select $"{file}:{Repository.LineAt(code, match.Index)}: {rule.What} ({match.Value}) belongs into {string.Join(" or ", rule.Places.DefaultIfEmpty("no file"))}");

    [Fact]
    public void Yaml_is_read_by_one_file()
    {
        var files = Repository.CSharpFiles("src").Where(file => Regex.IsMatch(CodeMask.Of(Repository.Read(file)), @"\bYamlDotNet\b")).ToList();
        Assert.True(files.Count <= 1, "YamlDotNet belongs into one file: " + string.Join(", ", files));
    }

    static bool IsIn(string file, string place) =>
        place.EndsWith('/') ? file.StartsWith(place, StringComparison.Ordinal) : file == place;
}
