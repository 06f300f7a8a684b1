using SiteGen.Core.Glossary;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <param name="Html">Ends with a line feed.</param>
/// <param name="Passages">The whole text in order; only search keeps it.</param>
public sealed record RenderedMarkdown(string Html, PageDigest Digest, IReadOnlyList<Passage> Passages);

/// <summary>A paragraph, list item, cell, heading, caption or code block as plain text.</summary>
/// <param name="Anchor">The id of the enclosing turn or note, else of the preceding heading; empty before the first.</param>
public sealed record Passage(string Anchor, bool IsHeading, string Text);

/// <param name="Level">1 to 6.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>What layouts and other pages need of a document besides its HTML.</summary>
/// <param name="Summary">Plain text, one paragraph.</param>
/// <param name="Words">Eojeol: words separated by spaces.</param>
/// <param name="Minutes">Reading time.</param>
public sealed record PageDigest(string Summary, string SummaryHtml, IReadOnlyList<Heading> Headings, int Words, int Minutes)
{
    /// <summary>Null for a document without turns.</summary>
    public InterviewDigest? Interview { get; init; }

    /// <summary>The terms that the document explains, each with its first mention.</summary>
    public IReadOnlyList<TermMention> Terms { get; init; } = [];
}
