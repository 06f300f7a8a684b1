using System.Globalization;
using System.Text;

namespace SiteGen.Scriban.Lexing;

sealed partial class Lexer
{
    // string = '"' … '"' | "'" … "'" ; interpolated = "$" , string with {expr} parts ;
    void ReadString(int start, char quote, bool isInterpolated)
    {
        _at = isInterpolated ? start + 2 : start + 1;
        ReadStringPart(start, quote, isInterpolated, TokenKind.InterpolationStart, TokenKind.String);
    }

    /// <summary>The <c>}</c> that ends an expression inside a string goes on with the string.</summary>
    void ReadInterpolationRest()
    {
        char quote = _interpolations.Pop();
        int start = _at++;
        ReadStringPart(start, quote, true, TokenKind.InterpolationMiddle, TokenKind.InterpolationEnd);
    }

    void ReadStringPart(int start, char quote, bool isInterpolated, TokenKind atBrace, TokenKind atQuote)
    {
        StringBuilder? decoded = null;
        int from = _at;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == quote || (isInterpolated && c == '{'))
            {
                string value = decoded is null ? _text[from.._at] : decoded.Append(_text, from, _at - from).ToString();
                _at++;
                _tokens.Add(new Token(c == quote ? atQuote : atBrace, start, _at, value));
                if (c != quote)
                    _interpolations.Push(quote);
                return;
            }

            if (c == '\\')
            {
                (decoded ??= new StringBuilder()).Append(_text, from, _at - from);
                ReadEscape(start, isInterpolated, decoded);
                from = _at;
                continue;
            }

            _at++;
        }

        FailUnterminated(start);
    }

    void FailUnterminated(int start)
    {
        int last = _text.Length - 1;
        _errors.Add(new LexError(last, last + 1, "A text in quotes is not closed", $"the same quote that opens it must close it: {_text[start]}", start));
        _tokens.Add(new Token(TokenKind.Invalid, last, last + 1));
    }

    void FailInterpolation(int at)
    {
        _errors.Add(new LexError(at, at + 1, "The `{` inside this string is not closed on its line", "close it by }, or write \\{ for a brace"));
        _interpolations.Clear();
        _tokens.Add(new Token(TokenKind.Invalid, at, at + 1));
    }

    /// <summary>Decodes one escape; <see cref="_at"/> stands on the backslash.</summary>
    void ReadEscape(int start, bool isInterpolated, StringBuilder into)
    {
        char c = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        _at += 2;
        switch (c)
        {
            case '\'' or '"' or '\\': into.Append(c); break;
            case '0': into.Append('\0'); break;
            case 'b': into.Append('\b'); break;
            case 'f': into.Append('\f'); break;
            case 'n': into.Append('\n'); break;
            case 'r': into.Append('\r'); break;
            case 't': into.Append('\t'); break;
            case 'v': into.Append('\v'); break;
            case '\n': break;
            case '\r': _at += _at < _text.Length && _text[_at] == '\n' ? 1 : 0; break;
            case 'u': ReadHexEscape(4, into); break;
            case 'x': ReadHexEscape(2, into); break;
            case '{' when isInterpolated: into.Append('{'); break;
            default:
                _at = Math.Min(_at, _text.Length);
                _errors.Add(new LexError(start, start + 1, $"There is no escape `\\{c}`", "write \\\\ for a backslash, or put the text between ` `, where backslashes are plain"));
                break;
        }
    }

    void ReadHexEscape(int digits, StringBuilder into)
    {
        int value = 0;
        for (int i = 0; i < digits; i++, _at++)
        {
            if (_at >= _text.Length || !char.IsAsciiHexDigit(_text[_at]))
            {
                Fail(_at, _at + 1, $"A \\{(digits == 4 ? 'u' : 'x')} escape needs {digits} hexadecimal digits");
                return;
            }

            value = (value * 16) + int.Parse(_text.AsSpan(_at, 1), NumberStyles.AllowHexSpecifier);
        }

        into.Append((char)value);
    }

    // verbatim = "`" … "`" ;  (* `` inside stands for one ` *)
    void ReadVerbatimString()
    {
        int start = _at++;
        int from = _at;
        while (_at < _text.Length)
        {
            if (_text[_at] != '`')
            {
                _at++;
            }
            else if (StartsWith(_at, "``"))
            {
                _at += 2;
            }
            else
            {
                string value = _text[from.._at].Replace("``", "`", StringComparison.Ordinal);
                _at++;
                _tokens.Add(new Token(TokenKind.String, start, _at, value));
                return;
            }
        }

        FailUnterminated(start);
    }
}
