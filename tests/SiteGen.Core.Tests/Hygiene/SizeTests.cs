using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SiteGen.Core.Tests.Hygiene;

public sealed class SizeTests
{
    const int MaxFileLines = 500;
    const int MedianFileLines = 100;
    const int MaxMemberLines = 60;
    const int MaxColumns = 140;

    [Fact]
    public void No_file_is_longer_than_500_lines() => Repository.AssertNone(
        from tree in Sources.In("")
        let lines = LinesOf(tree)
        where lines > MaxFileLines
        select $"{tree.FilePath}:{MaxFileLines + 1}: the file has {lines} lines, {MaxFileLines} are allowed");

    [Theory]
    [InlineData("src/")]
    [InlineData("tests/")]
    public void Most_files_are_shorter_than_100_lines(string folder)
    {
        var lengths = Sources.In(folder).Select(LinesOf).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, MedianFileLines - 1);
    }

    [Fact]
    public void No_line_is_longer_than_140_columns() => Repository.AssertNone(
        from tree in Sources.In("")
        from line in tree.GetText().Lines
        where line.End - line.Start > MaxColumns
        select $"{tree.FilePath}:{line.LineNumber + 1}: the line has {line.End - line.Start} columns, {MaxColumns} are allowed");

    [Fact]
    public void No_method_is_longer_than_60_lines() => Repository.AssertNone(
        from tree in Sources.In("")
        from member in Members(tree)
        let lines = LinesOf(member)
        where lines > MaxMemberLines
        select $"{Sources.PlaceOf(member)}: this has {lines} lines, {MaxMemberLines} are allowed");

    [Fact]
    public void Lines_of_a_member_are_counted_from_its_signature()
    {
        var tree = Sources.Parse("class C\n{\n    [A]\n    [B]\n    int M()\n    {\n        return 1;\n    }\n\n    int P => 1;\n}\n", "");
        Assert.Equal([4, 1], Members(tree).Select(LinesOf));
    }

    static int LinesOf(SyntaxTree tree) => tree.GetText().ToString().AsSpan().TrimEnd('\n').Count('\n') + 1;

    static IEnumerable<MemberDeclarationSyntax> Members(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);

    // Without attributes and documentation.
    static int LinesOf(MemberDeclarationSyntax member)
    {
        var first = member.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList)).GetLocation()!.GetLineSpan();
        return member.GetLocation().GetLineSpan().EndLinePosition.Line - first.StartLinePosition.Line + 1;
    }
}
