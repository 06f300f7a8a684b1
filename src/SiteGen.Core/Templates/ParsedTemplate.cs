using Scriban;
using Scriban.Parsing;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>A template's text, parsed.</summary>
/// <param name="Mistakes">Of its syntax; it can't be rendered where there are any.</param>
/// <param name="Start">Where it begins in the text, behind a header.</param>
public sealed record ParsedTemplate(SourceText Source, IReadOnlyList<Diagnostic> Mistakes, int Start = 0)
{
    public required Template Script { get; init; }

    /// <param name="start">Where the template begins, behind a header.</param>
    public static ParsedTemplate Parse(SourceText source, int start)
    {
        var (line, column) = source.LineAndColumn(start);
        var script = start < source.Text.Length
            ? Template.Parse(source.Text, source.Path, ParserOptions.Default, new LexerOptions { StartPosition = new TextPosition(start, line - 1, column - 1) })
            : Template.Parse("", source.Path);
        if (script is { HasErrors: false, Page: { } page })
            TemplateTree.Improve(page);
        return new ParsedTemplate(source, FailureReport.OfSyntax(script, source), start) { Script = script };
    }
}

/// <summary>Where templates find the templates that they call.</summary>
public interface ITemplateSource
{
    /// <summary>Null with the places looked at.</summary>
    ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched);

    /// <summary>Why a name can't name a template at all; null for one that merely isn't there.</summary>
    Message? Refusal(string name);

    /// <summary>Names that <see cref="Partial"/> finds.</summary>
    IEnumerable<string> PartialNames { get; }

    /// <summary>The text of a file that has been parsed; null for none.</summary>
    SourceText? SourceOf(string path);
}
