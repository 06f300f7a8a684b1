using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Publishing;

/// <summary>
/// Which files of the published branch stay though SiteGen does not make them: patterns of paths from its root, in which <c>*</c> is anything within a name,
/// <c>**</c> anything at all, <c>?</c> one character. A pattern that names a folder keeps what lies in it.
/// </summary>
public sealed class KeepList(IEnumerable<string> patterns)
{
    readonly Regex[] patterns = [.. patterns.Select(pattern => pattern.Trim('/')).Where(pattern => pattern.Length > 0).Select(Read)];

    public bool Holds(string path) => Array.Exists(patterns, pattern => pattern.IsMatch(path));

    static Regex Read(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/"))
            {
                text.Append("(?:.*/)?");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**"))
            {
                text.Append(".*");
                i++;
            }
            else
            {
                text.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return new Regex(text.Append("(?:/.*)?$").ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
