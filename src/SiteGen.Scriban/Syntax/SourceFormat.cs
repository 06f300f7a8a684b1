using System.Text;

namespace SiteGen.Scriban.Syntax;

/// <summary>The source of a function as it prints inside a list: blanks stay only between words and after a semicolon.</summary>
static class SourceFormat
{
    public static string Compact(ReadOnlySpan<char> source)
    {
        var text = new StringBuilder(source.Length);
        bool hasBlank = false;
        foreach (char c in source)
        {
            if (c is ' ' or '\t')
            {
                hasBlank = true;
                continue;
            }

            if (hasBlank && text.Length > 0 && (text[^1] == ';' || (IsWord(text[^1]) && IsWord(c))))
                text.Append(' ');
            hasBlank = false;
            text.Append(c);
        }

        return text.ToString();
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '"' or '\'';
}
