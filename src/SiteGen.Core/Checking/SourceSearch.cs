using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

/// <summary>Finds the source of a page's links and words in its document.</summary>
static partial class SourceSearch
{
    const int LongestBrackets = 1000;

    /// <summary>The form of <c>[1]: /about/</c>, of links and pictures.</summary>
    const string Definition = "definition";

    /// <summary>The places of an address; none when a template wrote it.</summary>
    /// <param name="attribute">The attribute that holds it on the page.</param>
    public static List<SourcePlace> Address(SourceDocument document, string written, string attribute, string basePath)
    {
        try
        {
            return Places(document, written, attribute, basePath);
        }
        catch (RegexMatchTimeoutException)
        {
            // The page is reported instead.
            return [];
        }
    }

    static List<SourcePlace> Places(SourceDocument document, string written, string attribute, string basePath)
    {
        var wanted = Plain(written);
        var isBelow = wanted.StartsWith(basePath, StringComparison.Ordinal);
        var below = isBelow ? wanted[(basePath.Length - 1)..] : wanted;
        // The build puts the base path in front of every address of a text, so one without it is a template's.
        if (!isBelow && wanted.StartsWith('/') && !wanted.StartsWith("//", StringComparison.Ordinal) && wanted + "/" != basePath)
            return Best(document, wanted, below, form => form.Length == 0);
        return Best(document, wanted, below, form => form == attribute || form is "" or Definition) is { Count: > 0 } found ? found
            : Best(document, wanted, below, _ => true) is { Count: > 0 } others ? others
            : WordForWord(document, wanted, below);
    }

    static List<SourcePlace> Best(SourceDocument document, string wanted, string below, Func<string, bool> isForm)
    {
        var text = document.Source.Text;
        var best = 1;
        var found = new List<SourcePlace>();
        foreach (var match in Candidates().Matches(text).Where(match => isForm(FormOf(text, match))))
        {
            var group = match.Groups["url"];
            var score = Score(Plain(group.Value), wanted, below);
            if (score < best)
                continue;
            if (score > best)
                found.Clear();
            best = score;
            found.Add(new SourcePlace(document.Source, group.Index));
        }

        return found;
    }

    /// <summary>The attribute that a place's address becomes; empty when its form does not tell.</summary>
    static string FormOf(string text, Match match) => match.ValueSpan switch
    {
        [' ' or '[', ..] => Definition,
        [']', '(', ..] => IsPicture(text, match.Index) ? "src" : "href",
        _ when match.Groups["name"] is { Success: true } name => name.Value.ToLowerInvariant(),
        _ when match.ValueSpan.StartsWith("url(", StringComparison.OrdinalIgnoreCase) => "style",
        _ => "",
    };

    /// <summary>Whether a picture's brackets end here: <c>![…]</c>.</summary>
    static bool IsPicture(string text, int end)
    {
        var open = 0;
        for (var at = end; at >= 0 && end - at < LongestBrackets; at--)
        {
            open += text[at] == ']' ? 1 : text[at] == '[' ? -1 : 0;
            if (open == 0)
                return at > 0 && text[at - 1] == '!';
        }

        return false;
    }

    /// <summary>Finds an address among other text, as in a <c>srcset</c>.</summary>
    static List<SourcePlace> WordForWord(SourceDocument document, string wanted, string below)
    {
        var text = document.Source.Text;
        foreach (var form in (string[])[wanted, below])
        {
            var start = form.Length < 2 ? -1 : text.IndexOf(form, StringComparison.Ordinal);
            for (var at = start; at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || IsEdge(text[at - 1])) && (at + form.Length >= text.Length || IsEdge(text[at + form.Length])))
                    return [new SourcePlace(document.Source, at)];
            }
        }

        return [];
    }

    static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or ',' or '(' or ')' or '<' or '>' or '=';

    /// <summary>How well a Markdown address matches one on the page: 4 equal, 3 same path end, 2 same file name, 1 same fragment.</summary>
    static int Score(string candidate, string wanted, string below)
    {
        if (candidate == wanted || candidate == below || candidate.Length > 0 && candidate + "/" == below)
            return 4;
        var (path, fragment) = Split(candidate);
        var (wantedPath, wantedFragment) = Split(below);
        if (fragment != wantedFragment)
            return 0;
        var name = path.TrimStart('.', '/');
        if (name.Length > 0 && wantedPath.EndsWith("/" + name, StringComparison.Ordinal))
            return 3;
        var stem = Path.GetFileNameWithoutExtension(name);
        if (stem.Length > 0 && Path.GetFileName(wantedPath.TrimEnd('/')) is { Length: > 0 } last
            && stem.EndsWith(last, StringComparison.Ordinal))
            return 2;
        return fragment.Length > 0 && path.Length > 0 == wantedPath.Length > 0 ? 1 : 0;
    }

    static (string Path, string Fragment) Split(string address)
    {
        var hash = address.IndexOf('#');
        return hash < 0 ? (address, "") : (address[..hash], address[(hash + 1)..]);
    }

    static string Plain(string address) => Nfc.Normalize(LinkTable.Decode(address.Trim()));

    /// <summary>Finds a text in the body, verbatim.</summary>
    public static SourcePlace? Text(SourceDocument document, string text, int from = 0)
    {
        var source = document.Source.Text;
        var start = Math.Clamp(from, document.BodyStart, source.Length);
        var at = text.Length > 0 ? source.IndexOf(text, start, StringComparison.Ordinal) : -1;
        return at < 0 ? null : new SourcePlace(document.Source, at);
    }

    /// <summary>The places of a tag or attribute in the body, outside code.</summary>
    public static IEnumerable<SourcePlace?> Markup(SourceDocument document, string text)
    {
        var kinds = new Lazy<RegionKind[]>(() => ProseMask.Of(document));
        for (var place = Text(document, text); place is { } found; place = Text(document, text, found.Offset + 1))
        {
            if (kinds.Value[found.Offset] != RegionKind.Code)
                yield return found;
        }
    }

    /// <summary>The place of a front matter key; else the start of the file.</summary>
    public static SourcePlace Key(SourceDocument document, string key) =>
        new(document.Source, Math.Max(0, FrontMatter(document).IndexOf($"\n{key}:") + 1));

    public static SourcePlace? InFrontMatter(SourceDocument document, string text) =>
        FrontMatter(document).IndexOf(text) is >= 0 and var at ? new SourcePlace(document.Source, at) : null;

    static ReadOnlySpan<char> FrontMatter(SourceDocument document) => document.Source.Text.AsSpan(0, document.BodyStart);

    public static SourcePlace? Heading(SourceDocument document, int level, string text)
    {
        var marks = from match in Headings().Matches(document.Source.Text, document.BodyStart)
                    where match.Groups["marks"].Length == level
                        && Words(match.Groups["text"].Value).Contains(Words(text), StringComparison.Ordinal)
                    select match.Groups["marks"];
        return marks.FirstOrDefault() is { } mark ? new SourcePlace(document.Source, mark.Index) : null;
    }

    static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^[ >]*(?<marks>\#{1,6})[ \t]+(?<text>.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings();

    [GeneratedRegex(
        @"\]\(\s*<?(?<url>(?:[^\s()<>]|\([^\s()]*\))*)|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?<url>[^\s>]+)"
        + """|(?<name>href|src|srcset|poster|action|data)\s*=\s*["']?(?<url>[^"'\s>]+)|url\(\s*["']?(?<url>[^"'\s)]+)"""
        + """|"(?<url>(?!\S*url\()[^"\s]+)"|'(?<url>(?!\S*url\()[^'\s]+)'"""
        + """|(?<url>https?://(?:[^\s<>()"']|\([^\s()]*\))+)|:[ \t]+(?<url>[^\s"'\[\]{}]+)[ \t]*$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Candidates();
}
