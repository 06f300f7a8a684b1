using Scriban;
using Scriban.Parsing;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <param name="Mistakes">Errors; a template with any can't be rendered.</param>
/// <param name="Start">Its offset after a header.</param>
public sealed record ParsedTemplate(SourceText Source, IReadOnlyList<Diagnostic> Mistakes, int Start = 0)
{
    public required Template Script { get; init; }

    public static ParsedTemplate Parse(SourceText source, int start)
    {
        var (line, column) = source.LineAndColumn(start);
        var script = start < source.Text.Length
            ? Template.Parse(source.Text, source.Path, ParserOptions.Default,
                new LexerOptions { StartPosition = new TextPosition(start, line - 1, column - 1) })
            : Template.Parse("", source.Path);
        if (script is { HasErrors: false, Page: { } page })
            TemplateTree.Improve(page);
        return new ParsedTemplate(source, FailureReport.OfSyntax(script, source), start) { Script = script };
    }
}

/// <summary>Resolves the templates that templates call.</summary>
public interface ITemplateSource
{
    /// <summary>Null with the searched places.</summary>
    ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched);

    /// <summary>Why a name is invalid; null for a valid one.</summary>
    Message? Refusal(string name);

    /// <summary>The names of all partials.</summary>
    IEnumerable<string> PartialNames { get; }

    /// <summary>The text of a parsed file; null for none.</summary>
    SourceText? SourceOf(string path);
}
