using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Replaces straight quotation marks by “ ” ‘ ’, except in code, URLs and formulas. An instance handles one block.</summary>
sealed class QuotePass
{
    char previous = ' ';
    bool isDoubleOpen;
    bool isSingleOpen;

    public static void Run(MarkdownDocument document)
    {
        foreach (var inline in document.Inlines())
            new QuotePass().Visit(inline);
    }

    void Visit(ContainerInline container)
    {
        foreach (var node in container)
        {
            if (node is LiteralInline literal)
                Change(literal);
            else if (node is LinkInline { IsAutoLink: true } or CodeInline or AutolinkInline)
                previous = 'x';
            else if (node is LineBreakInline)
                previous = ' ';
            else if (node is HtmlEntityInline entity && !entity.Transcoded.IsEmpty)
                previous = entity.Transcoded[entity.Transcoded.End];
            else if (node is ContainerInline inner)
                Visit(inner);
        }
    }

    void Change(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (text.IndexOfAny('"', '\'') < 0)
        {
            previous = text.IsEmpty ? previous : text[^1];
            return;
        }

        var changed = text.ToArray();
        for (var i = 0; i < changed.Length; i++)
        {
            var next = i + 1 < changed.Length ? changed[i + 1] : Following(literal);
            if (i > 0 || !literal.IsFirstCharacterEscaped)
                changed[i] = changed[i] switch { '"' => Double(next), '\'' => Single(next), var c => c };
            previous = changed[i];
        }

        literal.Content = new StringSlice(new string(changed), literal.Content.NewLine);
    }

    /// <summary>A space at the end of a line, else any character that is not whitespace.</summary>
    static char Following(LiteralInline literal) =>
        literal.NextSibling is null or LineBreakInline && literal.Parent?.NextSibling is null or LineBreakInline ? ' ' : 'x';

    char Double(char next)
    {
        // 27" is a length.
        if (char.IsAsciiDigit(previous) && !isDoubleOpen)
            return '"';
        isDoubleOpen = Opens(next, isDoubleOpen);
        return isDoubleOpen ? '“' : '”';
    }

    char Single(char next)
    {
        var isApostrophe = char.IsAsciiLetterOrDigit(previous) && (char.IsAsciiLetterOrDigit(next) || !isSingleOpen);
        if (isApostrophe)
            return '’';
        isSingleOpen = Opens(next, isSingleOpen);
        return isSingleOpen ? '‘' : '’';
    }

    /// <summary>Whitespace decides; between two letters a mark closes what is open.</summary>
    bool Opens(char next, bool isOpen)
    {
        var canOpen = !char.IsWhiteSpace(next);
        var canClose = !char.IsWhiteSpace(previous) && previous is not ('(' or '[' or '“' or '‘');
        return canOpen && (!canClose || !isOpen);
    }
}
