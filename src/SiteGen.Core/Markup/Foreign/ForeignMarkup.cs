using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Markup;

/// <summary>Warns of markup of other tools outside code, which readers see as it stands: once for each kind in a document.</summary>
sealed class ForeignMarkup(DocumentBody body, MarkdownDocument document, DiagnosticBag diagnostics)
{
    const string Rule = "markup-foreign";

    readonly HashSet<string> told = new(StringComparer.Ordinal);
    readonly Lazy<string> prose = new(() => ProseOf(document, body.Text));
    HashSet<int>? links;

    public static void Run(DocumentBody body, MarkdownDocument document, DiagnosticBag diagnostics)
    {
        var pass = new ForeignMarkup(body, document, diagnostics);
        foreach (var kind in ForeignKind.All)
            pass.Find(kind);
        pass.Elements();
    }

    void Find(ForeignKind kind)
    {
        if (!body.Text.Contains(kind.Sign, StringComparison.Ordinal) || kind.MayOccur?.Invoke(body.Text) == false)
            return;
        foreach (Match match in kind.Pattern.Matches(prose.Value))
        {
            if (kind.Words(match) is { } words && !IsLink(match.Index) && told.Add(words.Text.Format + words.Hint.Format))
                Warn(words.Text, match.Index + match.Length - match.Value.AsSpan().TrimStart(" >").Length, words.Hint);
        }
    }

    void Warn(Message message, int offset, Message hint) =>
        diagnostics.Warning(Rule, message, body.PlaceOf(offset), hint);

    /// <summary>Whether Markdown has made a link of what begins here.</summary>
    bool IsLink(int offset) =>
        (links ??= document.Inlines().SelectMany(inline => inline.Descendants<LinkInline>()).Select(link => link.Span.Start).ToHashSet())
            .Contains(offset);

    /// <summary>An element that HTML does not know and nothing closes, such as <c>List&lt;String&gt;</c>, vanishes from the page.</summary>
    void Elements()
    {
        if (!body.Text.Contains('<'))
            return;
        var unknown = new List<(string Name, string Html, int Offset)>();
        var closed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isDrawing = false;
        foreach (var (html, offset) in document.Descendants().Select(TagOf))
        {
            if (html is null)
                continue;
            closed.UnionWith(ForeignKind.EndTags(html));
            isDrawing = ForeignKind.BeginsDrawing(html) || isDrawing && !ForeignKind.EndsDrawing(html);
            if (!isDrawing && ForeignKind.UnknownElement(html) is { } name)
                unknown.Add((name, html, offset));
        }

        foreach (var (name, html, offset) in unknown.Where(element => !closed.Contains(element.Name)))
        {
            var before = body.Text[..offset];
            var word = before[(before.LastIndexOfAnyExcept(ForeignKind.WordCharacters) + 1)..].ToString();
            Warn($"<{name}> is no element of HTML; readers don't see it.", offset,
                $"Write `{word}<{name}>` between backquotes, or \\<{name}>.");
            return;
        }
    }

    static (string? Html, int Offset) TagOf(MarkdownObject node) => node switch
    {
        HtmlInline html => (html.Tag, html.Span.Start),
        HtmlBlock block => (block.Lines.ToString(), block.Span.Start),
        _ => (null, 0),
    };

    /// <summary>The text with blanks in place of everything that is code, so that offsets stay.</summary>
    static string ProseOf(MarkdownDocument document, ReadOnlySpan<char> text)
    {
        var kept = new char[text.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = text[i] == '\n' ? '\n' : ' ';
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf is HtmlBlock html ? ForeignKind.IsCode(html.Lines.ToString()) : leaf.Inline is null)
                continue;
            var (start, end) = (Math.Max(0, leaf.Span.Start), Math.Min(text.Length, leaf.Span.End + 1));
            if (start < end)
                text[start..end].CopyTo(kept.AsSpan(start));
            foreach (var inline in leaf.Inline?.Descendants() ?? [])
            {
                if (inline is CodeInline or Markdig.Extensions.Mathematics.MathInline or ShortcodeMarkInline && inline.Span.Length > 0)
                    Array.Fill(kept, ' ', inline.Span.Start, Math.Min(inline.Span.Length, text.Length - inline.Span.Start));
            }
        }

        return new string(kept);
    }
}
