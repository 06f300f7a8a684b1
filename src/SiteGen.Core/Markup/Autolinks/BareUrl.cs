using System.Globalization;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Finds the end of a bare URL in text, which in Korean is often followed directly by a particle.</summary>
static class BareUrl
{
    static readonly string[] Schemes = ["https://", "http://", "ftp://", "www."];

    static readonly string[] HangulTopLevels = ["한국", "닷컴", "닷넷"];

    /// <summary>Syllables that are particles but as the last segment of a path just as likely a page name.</summary>
    const string Ambiguous = "이가의도만과와로";

    /// <summary>Whether a URL may begin after this character: anywhere but inside a Latin word or another URL.</summary>
    public static bool MayFollow(char previous) =>
        !char.IsAsciiLetterOrDigit(previous) && previous is not ('/' or '@' or '.' or '-' or '%' or '=' or '&' or '#');

    /// <summary>The length of the URL at the start of a text; 0 when there is none.</summary>
    /// <param name="previous">The character before it; a quotation mark there also ends the URL.</param>
    /// <param name="emphasis">Delimiters of open emphasis, which also end it.</param>
    public static int Length(ReadOnlySpan<char> text, char previous, ReadOnlySpan<char> emphasis)
    {
        var start = SchemeLength(text);
        if (start == 0)
            return 0;
        var hostStart = text[0] is 'w' or 'W' ? 0 : start;
        var host = HostLength(text[hostStart..], out var isCut);
        if (host == 0 || hostStart + host <= start)
            return 0;
        var end = hostStart + host;
        if (isCut)
            return end;
        end += PortLength(text[end..]);
        if (end == text.Length || text[end] is not ('/' or '?' or '#'))
            return end;
        var pathStart = end;
        end = PathEnd(text, pathStart, previous, emphasis);
        end = pathStart + WithoutParticle(text[pathStart..end]);
        return Trimmed(text, pathStart, end);
    }

    static int SchemeLength(ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return 0;
    }

    /// <param name="isCut">The host ends inside a word, so no path can follow.</param>
    static int HostLength(ReadOnlySpan<char> text, out bool isCut)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.' or '_'))
            end++;
        for (var host = text[..end].TrimEnd("-._"); !host.IsEmpty;)
        {
            var dot = host.LastIndexOf('.');
            var top = TopLevelLength(host[(dot + 1)..], dot < 0);
            isCut = dot + 1 + top < end && !IsEndOfHost(text, dot + 1 + top);
            if (top > 0 && (dot > 0 || host.StartsWith("localhost")) && !host.Contains("..", StringComparison.Ordinal))
                return dot + 1 + top;
            // The last label is no top-level domain: https://example.com.그리고
            host = dot < 0 ? [] : host[..dot].TrimEnd("-._");
        }

        isCut = false;
        return 0;
    }

    static bool IsEndOfHost(ReadOnlySpan<char> text, int at) => at == text.Length || text[at] is '/' or '?' or '#' or ':';

    static int TopLevelLength(ReadOnlySpan<char> label, bool isAlone)
    {
        var ascii = 0;
        while (ascii < label.Length && (char.IsAsciiLetterOrDigit(label[ascii]) || label[ascii] == '-'))
            ascii++;
        if (ascii > 0)
            return isAlone && !label[..ascii].SequenceEqual("localhost") ? 0 : ascii;
        foreach (var name in HangulTopLevels)
        {
            if (label.StartsWith(name))
                return name.Length;
        }

        return 0;
    }

    static int PortLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != ':')
            return 0;
        var end = 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end == 1 ? 0 : end;
    }

    static int PathEnd(ReadOnlySpan<char> text, int start, char previous, ReadOnlySpan<char> emphasis)
    {
        int round = 0, square = 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            square += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (round < 0 || square < 0 || EndsPath(text, i, previous) || emphasis.Contains(c) && EndsEmphasis(text, i))
                return i;
        }

        return text.Length;
    }

    static bool EndsPath(ReadOnlySpan<char> text, int at, char previous)
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || char.IsControl(c) || "<>\"`|\\{}^".Contains(c) || c == '\'' && previous == '\'')
            return true;
        if (c < 0x80 || char.IsSurrogate(c) || char.IsLetterOrDigit(c))
            return false;
        // 3·1_운동 is a page name; any other punctuation outside ASCII belongs to the sentence.
        return !(c == '·' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))
            && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    /// <summary>Inside a word <c>_</c> belongs to the URL.</summary>
    static bool EndsEmphasis(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            '_' => at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]),
            '~' => at + 1 < text.Length && text[at + 1] == '~',
            _ => true,
        };

    /// <summary>The length of a path without the particle after its ASCII part.</summary>
    static int WithoutParticle(ReadOnlySpan<char> path)
    {
        var start = 0;
        while (start < path.Length && path[start] < 0x80)
            start++;
        var end = start;
        while (end < path.Length && Hangul.IsSyllable(path[end]))
            end++;
        if (end == start)
            return path.Length;
        var before = path[start - 1];
        var run = path[start..end];
        if (before is '.' or ',' or '!' && start > 1 && char.IsAsciiLetterOrDigit(path[start - 2]))
            return start - 1;
        var continues = end < path.Length && (char.IsLetterOrDigit(path[end]) || "/-_%=&#:·".Contains(path[end]));
        if (continues || !ParticleChain.Is(run) || !(char.IsAsciiLetterOrDigit(before) || before is '/' or ')'))
            return path.Length;
        var isName = before == '/' && start > 1 && run.Length == 1 && Ambiguous.Contains(run[0]);
        return isName ? path.Length : start;
    }

    /// <summary>Removes the sentence's punctuation from the end; <see cref="PathEnd"/> has balanced the brackets.</summary>
    static int Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '_' or '~' or '\'' or '&')
        {
            if (text[end - 1] == ';' && EntityStart(text[start..end]) is var entity and >= 0)
                end = start + entity;
            else
                end--;
        }

        return end;
    }

    /// <summary>The start of an entity such as <c>&amp;quot;</c> at the end of a text; -1 when there is none.</summary>
    static int EntityStart(ReadOnlySpan<char> text)
    {
        var at = text.Length - 2;
        while (at >= 0 && char.IsAsciiLetterOrDigit(text[at]))
            at--;
        return at >= 0 && text[at] == '&' && at < text.Length - 2 ? at : -1;
    }
}
