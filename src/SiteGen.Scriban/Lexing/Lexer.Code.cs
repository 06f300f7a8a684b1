namespace SiteGen.Scriban.Lexing;

sealed partial class Lexer
{
    /// <summary>Reads tokens up to and with the <c>}}</c> that closes the block, or the end of the source.</summary>
    void ReadCode()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (_interpolations.Count > 0 && c == '}')
                ReadInterpolationRest();
            else if (TryReadCodeExit())
                return;
            else if (c is '\n' or '\r')
                ReadNewLine();
            else if (char.IsWhiteSpace(c))
                _at++;
            else if (c == '#')
                SkipComment();
            else
                ReadToken(c);
        }

        if (_interpolations.Count > 0)
            FailInterpolation(_text.Length - 1);
    }

    bool TryReadCodeExit()
    {
        if (_scriptOnly || _openBraces > 0)
            return false;
        char marker = MarkerAt(_at);
        int close = marker == '\0' ? _at : _at + 1;
        if (!StartsWith(close, "}}"))
            return false;
        _tokens.Add(new Token(TokenKind.CodeExit, _at, close + 2));
        _trimNext = marker;
        _at = close + 2;
        return true;
    }

    void ReadNewLine()
    {
        if (_interpolations.Count > 0)
            FailInterpolation(_at);
        int start = _at;
        _at += StartsWith(_at, "\r\n") ? 2 : 1;
        _tokens.Add(new Token(TokenKind.NewLine, start, _at));
    }

    // comment = "#" … end of line or "}}" | "##" … ( "##" | "}}" ) ;
    void SkipComment()
    {
        bool isMultiline = StartsWith(_at, "##");
        _at += isMultiline ? 2 : 1;
        while (_at < _text.Length)
        {
            if (isMultiline && StartsWith(_at, "##"))
            {
                _at += 2;
                return;
            }

            if ((!isMultiline && _text[_at] is '\n' or '\r') || (!_scriptOnly && StartsWith(MarkerAt(_at) == '\0' ? _at : _at + 1, "}}")))
                return;
            _at++;
        }
    }

    void ReadToken(char c)
    {
        if (char.IsLetter(c) || c == '_')
            ReadIdentifier();
        else if (char.IsAsciiDigit(c))
            ReadNumber();
        else if (c is '"' or '\'')
            ReadString(_at, c, isInterpolated: false);
        else if (c == '`')
            ReadVerbatimString();
        else if (c == '$')
            ReadDollar();
        else
            ReadOperator(c);
    }

    // identifier = ( letter | "_" ) , { letter | digit | "_" } ;
    void ReadIdentifier()
    {
        int start = _at++;
        SkipNameRest();
        _tokens.Add(new Token(TokenKind.Identifier, start, _at, Intern(start, _at)));
    }

    // local = "$" , { letter | digit | "_" } ; block = "$$" ;
    void ReadDollar()
    {
        int start = _at++;
        if (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            ReadString(start, _text[_at], isInterpolated: true);
            return;
        }

        if (StartsWith(_at, "$"))
        {
            _at++;
            _tokens.Add(new Token(TokenKind.Block, start, _at));
            return;
        }

        SkipNameRest();
        _tokens.Add(new Token(TokenKind.Local, start, _at, Intern(start, _at)));
    }

    void SkipNameRest()
    {
        while (IsNamePart(_at))
            _at++;
    }

    /// <summary>Names are interned, so that looking one up mostly compares references.</summary>
    string Intern(int start, int end) => string.Intern(_text[start..end]);

    // integer = digit , { digit | "_" } , [ exponent ] ; float = digits , "." , { digit } , [ exponent ] , [ suffix ] ;
    void ReadNumber()
    {
        int start = _at;
        if (_text[_at] == '0' && _at + 1 < _text.Length && _text[_at + 1] is 'x' or 'X' or 'b' or 'B')
        {
            ReadRadixNumber(start);
            return;
        }

        SkipDigits();
        bool isFloat = false;
        if (IsDecimalPoint())
        {
            isFloat = true;
            _at++;
            SkipDigits();
        }

        SkipExponent();
        if (_at < _text.Length && _text[_at] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(_at + 1))
        {
            isFloat = true;
            _at++;
        }

        _tokens.Add(new Token(isFloat ? TokenKind.Float : TokenKind.Integer, start, _at));
    }

    /// <summary>A dot behind digits belongs to the number unless a second dot makes it a range or a name makes it a member.</summary>
    bool IsDecimalPoint()
    {
        if (_at >= _text.Length || _text[_at] != '.')
            return false;
        char next = _at + 1 < _text.Length ? _text[_at + 1] : ' ';
        if (next is 'e' or 'E' && EndOfExponent(_at + 1) is var end && end > 0 && !IsNamePart(end))
            return true;
        if (char.IsLetter(next) || next is '_')
            return next is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(_at + 2);
        return next != '.';
    }

    // hex = "0x" , hexdigits , [ "u" ] ; binary = "0b" , bits , [ fraction ] , [ "u" ] ;
    void ReadRadixNumber(int start)
    {
        bool isHex = _text[start + 1] is 'x' or 'X';
        _at += 2;
        int digits = _at;
        while (_at < _text.Length && (_text[_at] == '_' || (isHex ? char.IsAsciiHexDigit(_text[_at]) : _text[_at] is '0' or '1')))
            _at++;
        if (_at == digits)
        {
            Fail(start, _at, "A number needs digits after its radix");
            _tokens.Add(new Token(TokenKind.Invalid, start, _at));
            return;
        }

        bool isFraction = !isHex && TryReadBinaryFraction();
        if (_at < _text.Length && _text[_at] is 'u' or 'U')
            _at++;
        _tokens.Add(new Token(isHex ? TokenKind.HexInteger : isFraction ? TokenKind.Float : TokenKind.BinaryInteger, start, _at));
    }

    // binary = "0b" , bits , [ "." , { bit } , [ "f" | "d" ] ] , [ "u" ] ;  (* a second dot makes a range, a name a member *)
    bool TryReadBinaryFraction()
    {
        char next = _at + 1 < _text.Length ? _text[_at + 1] : ' ';
        bool isSuffixed = next is 'f' or 'F' or 'd' or 'D' && !IsNamePart(_at + 2);
        if (_at >= _text.Length || _text[_at] != '.' || next == '.' || (IsNamePart(_at + 1) && next is not ('0' or '1') && !isSuffixed))
            return false;
        do
            _at++;
        while (_at < _text.Length && _text[_at] is '0' or '1');
        if (_at < _text.Length && _text[_at] is 'f' or 'F' or 'd' or 'D' && !IsNamePart(_at + 1))
            _at++;
        return true;
    }

    void SkipDigits()
    {
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
    }

    void SkipExponent()
    {
        if (_at < _text.Length && _text[_at] is 'e' or 'E' && EndOfExponent(_at) is var end && end > 0)
            _at = end;
    }

    // exponent = ( "e" | "E" ) , [ "+" | "-" ] , digit , { digit | "_" } ;
    int EndOfExponent(int at)
    {
        at++;
        if (at < _text.Length && _text[at] is '+' or '-')
            at++;
        if (at >= _text.Length || !char.IsAsciiDigit(_text[at]))
            return -1;
        while (at < _text.Length && (char.IsAsciiDigit(_text[at]) || _text[at] == '_'))
            at++;
        return at;
    }

    bool IsNamePart(int at) => at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] == '_');

    bool StartsWith(int at, string what) => string.CompareOrdinal(_text, at, what, 0, what.Length) == 0;

    void Fail(int start, int end, Message message) => _errors.Add(new LexError(start, end, message));
}
