using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Publishing;

/// <summary>
/// Files of the published branch to keep although SiteGen does not make them, as patterns of paths: <c>*</c> matches within a name,
/// <c>**</c> across folders, <c>?</c> one character. A folder's pattern keeps its files.
/// </summary>
public sealed class KeepList(IEnumerable<string> patterns)
{
    readonly Regex[] expressions = [.. patterns.Select(pattern => pattern.Trim('/')).Where(pattern => pattern.Length > 0).Select(Parse)];

    public bool Holds(string path) => Array.Exists(expressions, expression => expression.IsMatch(path));

    static Regex Parse(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length;)
        {
            var (length, expression) = pattern.AsSpan(i) switch
            {
                ['*', '*', '/', ..] => (3, "(?:.*/)?"),
                ['*', '*', ..] => (2, ".*"),
                ['*', ..] => (1, "[^/]*"),
                ['?', ..] => (1, "[^/]"),
                _ => (1, Regex.Escape(pattern[i..(i + 1)])),
            };
            text.Append(expression);
            i += length;
        }

        text.Append("(?:/.*)?$");
        return new Regex(text.ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
