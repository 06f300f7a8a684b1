namespace SiteGen.Core.Tests.Hygiene;

/// <summary>
/// C# source with comments, preprocessor lines and the insides of strings and characters turned into spaces, so that what is left
/// is code. Offsets and lines stay. Code in the holes of interpolated strings stays too, without the braces around it.
/// </summary>
sealed class CodeMask
{
    readonly string source;
    readonly char[] masked;
    int at;

    CodeMask(string source)
    {
        this.source = source;
        masked = source.ToCharArray();
    }

    /// <summary>The masked text, as long as the source.</summary>
    public static string Of(string source)
    {
        var mask = new CodeMask(source);
        mask.Code(closingBraces: 0);
        return new string(mask.masked);
    }

    char Next(int ahead) => at + ahead < source.Length ? source[at + ahead] : '\0';

    void Blank(int count)
    {
        for (; count > 0 && at < source.Length; count--, at++)
        {
            if (masked[at] is not ('\n' or '\r'))
                masked[at] = ' ';
        }
    }

    void BlankTo(string end)
    {
        var found = source.IndexOf(end, Math.Min(at + 2, source.Length), StringComparison.Ordinal);
        Blank((found < 0 ? source.Length : found + end.Length) - at);
    }

    // Reads to the end of the source or, in the hole of a string, to the brace that closes it.
    void Code(int closingBraces)
    {
        var depth = 0;
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '/' && Next(1) == '/' || c == '#' && IsFirstOfLine())
                BlankTo("\n");
            else if (c == '/' && Next(1) == '*')
                BlankTo("*/");
            else if (c == '\'')
                Character();
            else if (c is '"' or '$' or '@' && StringPrefix() is var prefix and >= 0)
                Text(prefix);
            else if (c == '}' && closingBraces > 0 && depth == 0)
            {
                Blank(closingBraces);
                return;
            }
            else
            {
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                at++;
            }
        }
    }

    bool IsFirstOfLine()
    {
        var before = at - 1;
        while (before >= 0 && source[before] is ' ' or '\t')
            before--;
        return before < 0 || source[before] == '\n';
    }

    void Character()
    {
        Blank(1);
        while (at < source.Length && source[at] is not ('\'' or '\n'))
            Blank(source[at] == '\\' ? 2 : 1);
        Blank(1);
    }

    // How many $ and @ stand before the quote of a string here; -1 when this is no string (@class).
    int StringPrefix()
    {
        var length = 0;
        while (Next(length) is '$' or '@')
            length++;
        return Next(length) == '"' ? length : -1;
    }

    void Text(int prefixLength)
    {
        var prefix = source.AsSpan(at, prefixLength);
        var dollars = prefix.Count('$');
        var isVerbatim = prefix.Contains('@');
        Blank(prefixLength);
        var quotes = RunOf('"');
        if (quotes >= 3 && !isVerbatim)
            RawText(dollars, quotes);
        else
            PlainText(dollars > 0, isVerbatim);
    }

    int RunOf(char c)
    {
        var length = 0;
        while (Next(length) == c)
            length++;
        return length;
    }

    void PlainText(bool hasHoles, bool isVerbatim)
    {
        Blank(1);
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '"' && !(isVerbatim && Next(1) == '"'))
            {
                Blank(1);
                return;
            }
            if (c == '{' && hasHoles && Next(1) != '{')
            {
                Blank(1);
                Code(closingBraces: 1);
            }
            else
                Blank(c == '"' || c == '\\' && !isVerbatim || c == '{' && hasHoles ? 2 : 1);
        }
    }

    void RawText(int dollars, int quotes)
    {
        Blank(quotes);
        while (at < source.Length)
        {
            if (RunOf('"') is var closing && closing >= quotes)
            {
                Blank(closing);
                return;
            }
            var braces = RunOf('{');
            Blank(Math.Max(1, Math.Max(closing, braces)));
            if (dollars > 0 && braces >= dollars)
                Code(closingBraces: dollars);
        }
    }
}
