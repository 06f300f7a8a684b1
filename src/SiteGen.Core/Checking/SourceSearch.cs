using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

/// <summary>Finds in a document what stands on its page: the links and words that its author wrote.</summary>
static partial class SourceSearch
{
    /// <summary>Where the address of a link stands, each place once; none when a template wrote it.</summary>
    public static List<SourcePlace> Address(SourceDocument document, string written, string basePath)
    {
        try
        {
            return Places(document, written, basePath);
        }
        catch (RegexMatchTimeoutException)
        {
            // The complaint then names the page instead.
            return [];
        }
    }

    static List<SourcePlace> Places(SourceDocument document, string written, string basePath)
    {
        var wanted = Plain(written);
        var below = wanted.StartsWith(basePath, StringComparison.Ordinal) ? wanted[(basePath.Length - 1)..] : wanted;
        var best = 1;
        var found = new List<SourcePlace>();
        foreach (Match match in Candidates().Matches(document.Source.Text))
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

        return found.Count > 0 ? found : WordForWord(document, wanted, below);
    }

    /// <summary>Where it stands among other words, as one of several in a <c>srcset</c> does.</summary>
    static List<SourcePlace> WordForWord(SourceDocument document, string wanted, string below)
    {
        var text = document.Source.Text;
        foreach (var form in (string[])[wanted, below])
        {
            for (var at = form.Length < 2 ? -1 : text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || IsEdge(text[at - 1])) && (at + form.Length >= text.Length || IsEdge(text[at + form.Length])))
                    return [new SourcePlace(document.Source, at)];
            }
        }

        return [];
    }

    static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or ',' or '(' or ')' or '<' or '>' or '=';

    /// <summary>How surely an address in Markdown became the one on the page: 3 the same, 2 the same file, 1 the same fragment of another; 0 not at all.</summary>
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
        var stem = System.IO.Path.GetFileNameWithoutExtension(name);
        if (stem.Length > 0 && System.IO.Path.GetFileName(wantedPath.TrimEnd('/')) is { Length: > 0 } last && stem.EndsWith(last, StringComparison.Ordinal))
            return 2;
        return fragment.Length > 0 && path.Length > 0 == wantedPath.Length > 0 ? 1 : 0;
    }

    static (string Path, string Fragment) Split(string address)
    {
        var hash = address.IndexOf('#');
        return hash < 0 ? (address, "") : (address[..hash], address[(hash + 1)..]);
    }

    static string Plain(string address) => Nfc.Normalize(LinkTable.Decode(address.Trim()));

    /// <summary>Where a text stands in the body; nowhere when it is not there word for word.</summary>
    public static SourcePlace? Text(SourceDocument document, string text, int from = 0)
    {
        var at = text.Length == 0 ? -1 : document.Source.Text.IndexOf(text, Math.Clamp(from, Math.Min(document.BodyStart, document.Source.Text.Length), document.Source.Text.Length), StringComparison.Ordinal);
        return at < 0 ? null : new SourcePlace(document.Source, at);
    }

    /// <summary>Where front matter has a key; else the beginning of the file.</summary>
    public static SourcePlace Key(SourceDocument document, string key)
    {
        var matter = document.Source.Text.AsSpan(0, Math.Min(document.BodyStart, document.Source.Text.Length));
        var at = matter.IndexOf("\n" + key + ":");
        return new SourcePlace(document.Source, at < 0 ? 0 : at + 1);
    }

    /// <summary>Where front matter names something.</summary>
    public static SourcePlace? InMatter(SourceDocument document, string text)
    {
        var at = document.Source.Text.AsSpan(0, Math.Min(document.BodyStart, document.Source.Text.Length)).IndexOf(text);
        return at < 0 ? null : new SourcePlace(document.Source, at);
    }

    /// <summary>A heading's line.</summary>
    public static SourcePlace? Heading(SourceDocument document, int level, string text)
    {
        foreach (Match match in Headings().Matches(document.Source.Text, Math.Min(document.BodyStart, document.Source.Text.Length)))
        {
            if (match.Groups["marks"].Length == level && Words(match.Groups["text"].Value).Contains(Words(text), StringComparison.Ordinal))
                return new SourcePlace(document.Source, match.Groups["marks"].Index);
        }

        return null;
    }

    static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^[ >]*(?<marks>\#{1,6})[ \t]+(?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings();

    [GeneratedRegex("""
        \]\(\s*<?(?<url>(?:[^\s()<>]|\([^\s()]*\))*)|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?<url>[^\s>]+)|(?:href|src|srcset|poster|action|data)\s*=\s*["']?(?<url>[^"'\s>]+)|"(?<url>[^"\s]+)"|'(?<url>[^'\s]+)'|(?<url>https?://(?:[^\s<>()"']|\([^\s()]*\))+)|:[ \t]+(?<url>[^\s"'\[\]{}]+)[ \t]*$
        """, RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Candidates();
}
