using System.Buffers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Links e-mail addresses, and URLs that turned out to be outside any link once the document was parsed.</summary>
static class BareUrlPass
{
    static readonly SearchValues<char> SignCharacters = SearchValues.Create("@:wW");

    public static void Run(MarkdownDocument document)
    {
        foreach (var inline in document.Inlines())
            Walk(inline, isInLink: false);
    }

    /// <summary>True for an opening <c>a</c> tag, false for a closing one, else null.</summary>
    static bool? OpensLink(string tag) =>
        tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase) && (tag.Length == 3 || !char.IsAsciiLetterOrDigit(tag[3])) ? false
        : tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase) && tag.Length > 2 && !char.IsAsciiLetterOrDigit(tag[2]) ? true
        : null;

    /// <summary>Returns whether a raw <c>&lt;a&gt;</c> is open at the end of the container.</summary>
    static bool Walk(ContainerInline container, bool isInLink)
    {
        var next = container.FirstChild;
        while (next is { } node)
        {
            next = node.NextSibling;
            if (node is HtmlInline html)
                isInLink = OpensLink(html.Tag) ?? isInLink;
            else if (node is ContainerInline inner and not LinkInline)
                isInLink = Walk(inner, isInLink);
            else if (node is LinkInline { IsAutoLink: true } link && isInLink)
                Unlink(link);
            else if (node is LiteralInline literal && !isInLink)
                Split(literal);
        }

        return isInLink;
    }

    static void Unlink(LinkInline link)
    {
        var text = link.FirstChild!;
        text.Remove();
        link.ReplaceBy(text);
    }

    static void Split(LiteralInline literal)
    {
        var from = 0;
        while (Find(literal.Content.AsSpan(), from, out var start, out var length, out var isMail))
        {
            if (length == 0)
            {
                from = start;
                continue;
            }

            var slice = literal.Content;
            // The backslash of an escaped first character is in the source but not in the text.
            var offset = literal.Span.Start + start + (literal.IsFirstCharacterEscaped ? 1 : 0);
            var shown = new StringSlice(slice.Text, slice.Start + start, slice.Start + start + length - 1);
            var link = AutolinkExtension.Link(shown, new SourceSpan(offset, offset + length - 1));
            if (isMail && !link.Url!.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                link.Url = "mailto:" + link.Url;
            var rest = new LiteralInline(new StringSlice(slice.Text, shown.End + 1, slice.End, slice.NewLine))
            {
                Span = new SourceSpan(offset + length, literal.Span.End),
                Line = literal.Line,
                IsClosed = true,
            };
            literal.Content = new StringSlice(slice.Text, slice.Start, shown.Start - 1);
            literal.Span.End = offset - 1;
            literal.InsertAfter(link);
            if (start == 0)
                literal.Remove();
            if (rest.Content.IsEmpty)
                return;
            link.InsertAfter(rest);
            (literal, from) = (rest, 0);
        }
    }

    /// <summary>Finds the next candidate; false at the end. If it is none, the length is 0; continue at <paramref name="start"/>.</summary>
    static bool Find(ReadOnlySpan<char> text, int from, out int start, out int length, out bool isMail)
    {
        (start, length, isMail) = (0, 0, false);
        var found = from;
        for (; ; found++)
        {
            var next = text[found..].IndexOfAny(SignCharacters);
            if (next < 0)
                return false;
            found += next;
            if (IsSign(text, found))
                break;
        }

        isMail = text[found] == '@';
        start = isMail ? MailStart(text, found, from) : text[found] == ':' ? SchemeStart(text, found) : found;
        var previous = start > 0 ? text[start - 1] : '\0';
        length = isMail ? MailLength(text, start, found, previous)
            : BareUrl.MayFollow(previous) ? BareUrl.Length(text[start..], previous, [])
            : 0;
        if (length == 0)
            start = found + 1;
        return true;
    }

    /// <summary>Every URL or e-mail address has an @, <c>://</c> or <c>www.</c></summary>
    static bool IsSign(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '@' => true,
        ':' => text[at..].StartsWith("://"),
        'w' or 'W' => text[at..].StartsWith("www.", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    static int SchemeStart(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsAsciiLetter(text[at - 1]))
            at--;
        return at;
    }

    static int MailStart(ReadOnlySpan<char> text, int at, int from)
    {
        const string mailto = "mailto:";
        var sign = at;
        while (at > from && IsLocal(text[at - 1]))
            at--;
        while (at < sign && !char.IsAsciiLetterOrDigit(text[at]))
            at++;
        return at - from >= mailto.Length && text[..at].EndsWith(mailto, StringComparison.OrdinalIgnoreCase) ? at - mailto.Length : at;
    }

    /// <summary>The length of the e-mail address around the @. Only ASCII counts, so a particle behind it is not included.</summary>
    static int MailLength(ReadOnlySpan<char> text, int start, int at, char previous)
    {
        if (start == at || text[start..at].EndsWith(":") || previous is '@' or '/')
            return 0;
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.'))
            end++;
        var domain = text[(at + 1)..end].TrimEnd('.');
        var isName = domain.LastIndexOf('.') is var dot and > 0 && dot < domain.Length - 1 && domain[0] != '.' &&
            domain[^1] is not ('-' or '_') && domain.IndexOf("..") < 0;
        return isName && !(end < text.Length && text[end] == '@') ? at + 1 + domain.Length - start : 0;
    }

    static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
