using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SiteGen.Core.Tests.Hygiene;

public sealed partial class LayerTests
{
    const string Root = "src/SiteGen.Core/";
    const string RootNamespace = "SiteGen.Core";

    // Folder: the folders that it may use. Types in no folder may use all and be used by none. A feature's views lie right of the model,
    // its data left of it.
    static readonly Dictionary<string, string> CoreLayers = new()
    {
        ["Diagnostics"] = "Korean",
        ["Files"] = "Diagnostics",
        ["Korean"] = "",
        ["Configuration"] = "Diagnostics Files Korean Checking",
        ["Reading"] = "Diagnostics Files Korean Configuration",
        ["Themes"] = "Diagnostics Files Reading",
        ["People"] = "Diagnostics Korean Configuration Reading",
        ["Glossary"] = "Diagnostics Korean Configuration Reading",
        ["Model"] = "Diagnostics Files Korean Configuration Reading People Glossary",
        ["Templates"] = "Diagnostics Files Korean Configuration",
        ["People/Views"] = "Configuration People Model Templates",
        ["Interviews"] = "Diagnostics Korean Reading Model Templates People/Views",
        ["Markup"] = "Diagnostics Files Korean Configuration Reading Model Interviews Glossary",
        ["Glossary/Views"] = "Korean Glossary Model Markup Templates",
        ["Planning"] = "Diagnostics Files Korean Configuration Reading Model",
        ["Search"] = "Diagnostics Files Korean Configuration Reading People Model Markup Glossary/Views Planning",
        ["Rendering"] = "Diagnostics Files Korean Configuration Reading Model Interviews Markup Templates People/Views Glossary/Views "
            + "Planning Search",
        ["Incremental"] = "Diagnostics Files Korean Configuration Reading Model Glossary Markup Planning Rendering",
        ["Writing"] = "Diagnostics Files Korean Configuration Reading Model Markup Planning Rendering Incremental",
        ["Checking"] = "Diagnostics Files Korean",
    };

    [Fact]
    public void Layers_of_the_generator_use_only_those_below_them()
    {
        HashSet<string> names = [.. CoreLayers.Keys, .. Sources.TypesIn(Root).Select(type => type.Identifier.ValueText)];
        Repository.AssertNone(
            from tree in Sources.In(Root)
            let layer = FolderOf(tree.FilePath)
            where layer is not null
            let usable = CoreLayers.TryGetValue(layer, out var allowed) ? [layer, .. allowed.Split(' ')] : Array.Empty<string>()
            from use in Sources.Uses(tree, names.Contains)
            where IsOurs(use.Symbol) && !IsQualifier(use.Name) && !usable.Contains(LayerOf(use.Symbol))
            select $"{Sources.PlaceOf(use.Name)}: {layer} may not use {use.Name}");
    }

    [Fact]
    public void Uses_of_other_layers_are_found() =>
        Assert.Contains(Sources.Uses(Sources.In(Root + "SiteBuilder.cs").Single(), name => name == "SiteModeler"),
            use => IsOurs(use.Symbol) && LayerOf(use.Symbol) == "Model");

    [Fact]
    public void A_namespace_of_the_generator_is_the_folder_that_it_lies_in() => Repository.AssertNone(
        from tree in Sources.In(Root)
        let expected = FolderOf(tree.FilePath) is { } layer ? $"{RootNamespace}.{layer.Replace('/', '.')}" : RootNamespace
        from declared in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let name = declared.Name.ToString()
        where name != expected && !name.StartsWith(expected + ".", StringComparison.Ordinal)
        select $"{Sources.PlaceOf(declared)}: the namespace is {name}, the folder says {expected}");

    [Fact]
    public void Sources_have_no_global_usings() => Repository.AssertNone(
        from tree in Sources.In("src/")
        from imported in tree.GetCompilationUnitRoot().Usings
        where !imported.GlobalKeyword.IsMissing && imported.GlobalKeyword.Text.Length > 0
        select $"{Sources.PlaceOf(imported)}: a global using hides which layer is used");

    [Fact]
    public void Projects_have_no_global_usings() => Repository.AssertNone(
        from file in Repository.FilesBelow("src")
        where file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal)
        let text = Repository.Read(file)
        let match = ProjectUsing().Match(text)
        where match.Success
        select $"{file}:{Repository.LineAt(text, match.Index)}: a global using hides which layer is used");

    // Types, and namespaces that are layers. A member is its type's, whatever names it.
    static bool IsOurs(ISymbol symbol) =>
        symbol is INamedTypeSymbol && NamespaceOf(symbol).StartsWith(RootNamespace, StringComparison.Ordinal)
        || symbol is INamespaceSymbol && LayerOf(symbol) is not null;

    // People in SiteGen.Core.People.Views.
    static bool IsQualifier(SyntaxNode name) =>
        name.Parent is QualifiedNameSyntax { Parent: QualifiedNameSyntax outer } whole && outer.Left == whole;

    // The part of a namespace after SiteGen.Core; null for the project's own and for others.
    static string? LayerOf(ISymbol symbol) =>
        NamespaceOf(symbol) is var name && name.StartsWith(RootNamespace + ".", StringComparison.Ordinal)
            ? Layer(name[(RootNamespace.Length + 1)..].Split('.'))
            : null;

    static string Layer(string[] folders) =>
        folders.Length > 1 && CoreLayers.ContainsKey($"{folders[0]}/{folders[1]}") ? $"{folders[0]}/{folders[1]}" : folders[0];

    static string NamespaceOf(ISymbol symbol) => (symbol as INamespaceSymbol ?? symbol.ContainingNamespace).ToDisplayString();

    // The layer of a file, or null for a file that lies in no folder.
    static string? FolderOf(string file) => file[Root.Length..].Split('/') is [.. { Length: > 0 } folders, _] ? Layer(folders) : null;

    [GeneratedRegex(@"<Using\s")]
    private static partial Regex ProjectUsing();
}
