using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>The C# sources of the repository, parsed and bound by the compiler.</summary>
static class Sources
{
    // The projects import these; see Microsoft.NET.Sdk's and Microsoft.NET.Sdk.Web's ImplicitUsings.
    static readonly string ImplicitUsings = string.Concat(
        new[] { "", ".Collections.Generic", ".IO", ".Linq", ".Net.Http", ".Threading", ".Threading.Tasks" }
            .Select(name => $"global using System{name};\n"));

    static readonly Lazy<SyntaxTree[]> Trees = new(() =>
        [.. Repository.CSharpFiles("src", "tests").AsParallel().AsOrdered().Select(file => Parse(Repository.Read(file), file))]);

    static readonly Lazy<CSharpCompilation> Compilation = new(() => CSharpCompilation.Create("src",
        In("src/").Append(Parse(ImplicitUsings, "")), References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));

    /// <summary>The files below a folder; their paths start at the root and have slashes.</summary>
    public static IEnumerable<SyntaxTree> In(string folder) =>
        Trees.Value.Where(tree => tree.FilePath.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The identifiers of a file of src that are wanted by their text, with the symbols that they mean.</summary>
    public static IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> Uses(SyntaxTree tree, Func<string, bool> isWanted)
    {
        var names = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => isWanted(name.Identifier.ValueText)).ToList();
        if (names.Count == 0)
            return [];
        var model = Compilation.Value.GetSemanticModel(tree);
        return from name in names
               let info = model.GetSymbolInfo(name)
               let symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
               where symbol is not null
               select (name, symbol);
    }

    /// <summary>The types that a folder of src declares outside of other types.</summary>
    public static IEnumerable<BaseTypeDeclarationSyntax> TypesIn(string folder) =>
        from tree in In(folder)
        from type in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
        select type;

    /// <summary>"path:line", as the compiler prints it.</summary>
    public static string PlaceOf(SyntaxNode node) =>
        $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    public static SyntaxTree Parse(string text, string file) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), file);

    // What these tests run with, and ASP.NET, which they don't use, from beside the runtime.
    static IEnumerable<MetadataReference> References()
    {
        var loaded = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("SiteGen.", StringComparison.Ordinal));
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = runtime.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return loaded.Concat(web != runtime && Directory.Exists(web) ? Directory.EnumerateFiles(web, "Microsoft.*.dll") : [])
            .DistinctBy(Path.GetFileName).Select(file => MetadataReference.CreateFromFile(file));
    }
}
