namespace SiteGen.Scriban.Lexing;

/// <summary>Cuts a template into tokens: text, and the tokens of its code blocks. Never fails: what it can't read is an Invalid token.</summary>
sealed partial class Lexer
{
    readonly string _text;
    readonly bool _scriptOnly;
    readonly List<Token> _tokens = [];
    readonly List<LexError> _errors = [];
    readonly Stack<char> _interpolations = new();
    int _at;
    int _openBraces;

    /// <summary>What the last closing delimiter asks of the text behind it: '-', '~' or nothing.</summary>
    char _trimNext;

    Lexer(string text, bool scriptOnly)
    {
        _text = text;
        _scriptOnly = scriptOnly;
    }

    public static (Token[] Tokens, IReadOnlyList<LexError> Errors) Read(string text, bool scriptOnly)
    {
        var lexer = new Lexer(text, scriptOnly);
        if (scriptOnly)
            lexer.ReadCode();
        else
            lexer.ReadTemplate();
        // The end has no place of its own: an error there is reported at 0:0, as the language has it.
        lexer._tokens.Add(new Token(TokenKind.EndOfFile, -1, -1));
        return ([.. lexer._tokens], lexer._errors);
    }

    // template = { text | escape | "{{" , statements , "}}" } ;
    void ReadTemplate()
    {
        while (_at < _text.Length)
        {
            int open = FindOpening(out bool isEscape);
            char trimBefore = open < _text.Length ? MarkerAt(open + OpeningLength(open, isEscape)) : '\0';
            int textStart = AddText(_at, open, trimBefore);
            if (open == _text.Length)
                return;
            if (isEscape)
            {
                ReadEscapeBlock(open);
                continue;
            }

            _at = open + 2 + (trimBefore == '\0' ? 0 : 1);
            _tokens.Add(new Token(TokenKind.CodeEnter, open, _at, trimBefore == '\0' ? IndentBefore(open, textStart) : null));
            _openBraces = 0;
            ReadCode();
        }
    }

    /// <summary>The next <c>{{</c> or <c>{%{</c>, or the end of the source.</summary>
    int FindOpening(out bool isEscape)
    {
        for (int i = _at; i < _text.Length; i++)
        {
            int next = _text.IndexOf('{', i);
            if (next < 0)
                break;
            i = next;
            isEscape = OpeningLength(i, true) > 0;
            if (isEscape || OpeningLength(i, false) > 0)
                return i;
        }

        isEscape = false;
        return _text.Length;
    }

    int OpeningLength(int at, bool isEscape)
    {
        if (!isEscape)
            return at + 1 < _text.Length && _text[at + 1] == '{' ? 2 : 0;
        int i = at + 1;
        while (i < _text.Length && _text[i] == '%')
            i++;
        return i > at + 1 && i < _text.Length && _text[i] == '{' ? i + 1 - at : 0;
    }

    // escape = "{" , "%"… , "{" , text , "}" , "%"… , "}" ;
    void ReadEscapeBlock(int open)
    {
        int length = OpeningLength(open, true);
        string close = "}" + new string('%', length - 2) + "}";
        int start = open + length + (MarkerAt(open + length) == '\0' ? 0 : 1);
        int end = _text.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
        {
            AddRawText(start, _text.Length);
            _at = _text.Length;
            return;
        }

        char trim = end > start ? MarkerAt(end - 1) : '\0';
        AddRawText(start, trim == '\0' ? end : end - 1);
        _trimNext = trim;
        _at = end + close.Length;
    }

    char MarkerAt(int at) => at < _text.Length && _text[at] is '-' or '~' ? _text[at] : '\0';

    void AddRawText(int start, int end)
    {
        if (end > start)
            _tokens.Add(new Token(TokenKind.Text, start, end));
    }

    /// <summary>Adds the text up to an opening delimiter; gives where it starts once the delimiter before it has taken its share.</summary>
    int AddText(int start, int end, char trimBefore)
    {
        start = TrimStart(start, end);
        int open = end;
        _trimNext = '\0';
        if (trimBefore == '-')
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
                end--;
        }
        else if (trimBefore == '~')
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]) && _text[end - 1] is not ('\n' or '\r'))
                end--;
        }

        AddRawText(start, end);
        return Math.Min(start, open);
    }

    int TrimStart(int start, int end)
    {
        if (_trimNext == '\0')
            return start;
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            char c = _text[start++];
            if (_trimNext == '~' && (c == '\n' || (c == '\r' && (start >= end || _text[start] != '\n'))))
                break;
        }

        return start;
    }

    /// <summary>The blanks between the start of the line and an opening delimiter, or null where something else stands there.</summary>
    string? IndentBefore(int open, int textStart)
    {
        int start = open;
        while (start > 0 && _text[start - 1] is not ('\n' or '\r'))
        {
            if (start == textStart || !char.IsWhiteSpace(_text[start - 1]))
                return null;
            start--;
        }

        return start == open ? null : _text[start..open];
    }
}
