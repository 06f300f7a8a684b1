using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SiteGen.Scriban.Tests;

public sealed class HygieneTests
{
    /// <summary>Each layer may use those that stand in its row.</summary>
    static readonly Dictionary<string, string[]> Layers = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Lexing"] = [],
        ["Runtime"] = ["Runtime"],
        ["Builtins"] = ["Runtime", "Builtins"],
        ["Syntax"] = ["Runtime", "Syntax"],
        ["Parsing"] = ["Runtime", "Syntax", "Lexing", "Parsing"],
        ["."] = ["Runtime", "Builtins", "Parsing"],
    };

    [Fact]
    public void A_layer_uses_only_the_layers_below_it()
    {
        const string Own = "using SiteGen.Scriban.";
        foreach (string file in SourceTree.LanguageFiles)
        {
            string layer = Path.GetDirectoryName(Path.GetRelativePath(SourceTree.LanguageFolder, file)) is { Length: > 0 } folder ? folder : ".";
            foreach (string line in File.ReadLines(file).Where(l => l.StartsWith(Own, StringComparison.Ordinal)))
                Assert.True(Layers[layer].Contains(line[Own.Length..].TrimEnd(';'), StringComparer.Ordinal), $"{file}: {line}");
        }
    }

    [Fact]
    public void The_language_knows_neither_files_nor_sites()
    {
        foreach (string file in SourceTree.LanguageFiles)
        {
            string source = File.ReadAllText(file);
            Assert.DoesNotMatch(@"\b(File|Directory|Console|Environment|HttpClient|DateTime\.(Utc)?Now)\.", source);
        }
    }

    [Fact]
    public void Files_stay_under_500_lines_and_methods_under_60()
    {
        foreach (string file in SourceTree.LanguageFiles)
        {
            string[] lines = File.ReadAllLines(file);
            Assert.True(lines.Length <= 500, file);
            int start = -1;
            for (int i = 0; i < lines.Length; i++)
            {
                // A member's body is what lies between braces at one level of indentation.
                if (lines[i] is "    {")
                    start = i;
                else if (lines[i] is "    }" or "    };")
                    Assert.True(i - start <= 60, $"{file}:{start}");
            }
        }
    }

    [Theory]
    [InlineData("template statements statement if case for loop-arg while with wrap capture func params param inline-func assignment target")]
    [InlineData("expr pipe ternary operand call argument postfix primary array object key anonymous import readonly ret")]
    public void Each_production_of_the_grammar_stands_above_a_method_of_the_parser(string productions)
    {
        string[] lines = [.. SourceTree.LanguageFiles.Where(f => f.Contains("/Parsing/", StringComparison.Ordinal)).SelectMany(File.ReadLines)];
        foreach (string production in productions.Split(' '))
            Assert.True(lines.Any(l => l.StartsWith("    // ", StringComparison.Ordinal) && l.Contains($" {production} = ", StringComparison.Ordinal)), production);
    }

    [Fact]
    public void No_reflection_is_used()
    {
        using FileStream stream = File.OpenRead(typeof(Template).Assembly.Location);
        using var image = new PEReader(stream);
        MetadataReader metadata = image.GetMetadataReader();
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            string space = metadata.GetString(type.Namespace);
            string name = metadata.GetString(type.Name);
            bool isReflection = space.StartsWith("System.Reflection", StringComparison.Ordinal) && !name.EndsWith("Attribute", StringComparison.Ordinal);
            Assert.False(isReflection || name is "Activator" or "JsonSerializer", $"{space}.{name}");
        }
    }
}
