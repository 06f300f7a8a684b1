using Microsoft.CodeAnalysis;

namespace SiteGen.Core.Tests.Hygiene;

public sealed class OnePlaceTests
{
    /// <summary>Names of namespaces, types or members, and the folders (ending in a slash) and files that alone may use them.</summary>
    sealed record Rule(string What, string[] Names, params string[] Places);

    static readonly Rule[] Rules =
    [
        new("the disk", ["System.IO.File", "System.IO.Directory", "System.IO.FileStream"], "src/SiteGen.Core/Files/",
            // It renders a template and a model that belong to no site.
            "src/SiteGen.Cli/RenderCommand.cs"),
        new("the clock",
            ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now",
                "System.DateTimeOffset.UtcNow"]),
        new("the console", ["System.Console"], "src/SiteGen.Cli/Terminal.cs"),
        new("other programs", ["System.Diagnostics.ProcessStartInfo"],
            "src/SiteGen.Publishing/Git.cs", "src/SiteGen.Cli/AuthorsEditor.cs", "src/SiteGen.Cli/ServeCommand.cs"),
        new("the network", ["System.Net.Http.HttpClient", "System.Net.Http.SocketsHttpHandler", "System.Net.WebRequest"],
            "src/SiteGen.Core/Checking/ExternalLinks.cs"),
        new("Scriban", ["Scriban"], "src/SiteGen.Core/Templates/"),
        new("Markdig", ["Markdig"], "src/SiteGen.Core/Markup/", "src/SiteGen.Core/Interviews/"),
        new("AngleSharp", ["AngleSharp"], "src/SiteGen.Core/Markup/", "src/SiteGen.Core/Checking/"),
    ];

    // The last parts of all names: nothing else is looked up.
    static readonly HashSet<string> Identifiers = [.. Rules.SelectMany(rule => rule.Names).Select(name => name.Split('.')[^1]),
        "YamlDotNet"];

    [Fact]
    public void What_has_one_place_is_done_nowhere_else() => Repository.AssertNone(
        from tree in Sources.In("src/")
        let rules = Rules.Where(rule => !rule.Places.Any(place => IsIn(tree.FilePath, place))).ToList()
        from use in Sources.Uses(tree, Identifiers.Contains)
        let name = NameOf(use.Symbol)
        from rule in rules
        where rule.Names.Any(named => IsIn(name, named))
        select $"{Sources.PlaceOf(use.Name)}: {rule.What} ({name}) belongs into "
            + $"{string.Join(" or ", rule.Places.DefaultIfEmpty("no file"))}");

    [Fact]
    public void Yaml_is_read_by_one_file()
    {
        var files = Sources.In("src/")
            .Where(tree => Sources.Uses(tree, Identifiers.Contains).Any(use => IsIn(NameOf(use.Symbol), "YamlDotNet")));
        Assert.Single(files.Select(tree => tree.FilePath));
    }

    static string NameOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol or INamedTypeSymbol => symbol.ToDisplayString(),
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => $"{symbol.ContainingType?.ToDisplayString()}.{symbol.Name}",
        _ => "",
    };

    static bool IsIn(string name, string place) =>
        name == place || name.StartsWith(place, StringComparison.Ordinal) && (place.EndsWith('/') || name[place.Length] == '.');
}
