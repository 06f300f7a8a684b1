namespace SiteGen.Scriban.Lexing;

sealed partial class Lexer
{
    /// <summary>Those of one first character longest first, so that the first match is the right one.</summary>
    static readonly (string Text, TokenKind Kind)[] Operators =
    [
        ("..<", TokenKind.DoubleDotLess), ("...", TokenKind.TripleDot), ("..", TokenKind.DoubleDot), (".", TokenKind.Dot),
        ("??", TokenKind.DoubleQuestion), ("?!", TokenKind.QuestionExclamation), ("?.", TokenKind.QuestionDot), ("?", TokenKind.Question),
        ("||", TokenKind.DoublePipe), ("|>", TokenKind.PipeGreater), ("|", TokenKind.Pipe),
        ("&&", TokenKind.DoubleAmpersand), ("&", TokenKind.Ampersand),
        ("==", TokenKind.DoubleEqual), ("=", TokenKind.Equal),
        ("!=", TokenKind.ExclamationEqual), ("!", TokenKind.Exclamation),
        ("<=", TokenKind.LessEqual), ("<<", TokenKind.DoubleLess), ("<", TokenKind.Less),
        (">=", TokenKind.GreaterEqual), (">>", TokenKind.DoubleGreater), (">", TokenKind.Greater),
        ("++", TokenKind.DoublePlus), ("+=", TokenKind.PlusEqual), ("+", TokenKind.Plus),
        ("--", TokenKind.DoubleMinus), ("-=", TokenKind.MinusEqual), ("-", TokenKind.Minus),
        ("*=", TokenKind.AsteriskEqual), ("*", TokenKind.Asterisk),
        ("//=", TokenKind.DoubleSlashEqual), ("//", TokenKind.DoubleSlash), ("/=", TokenKind.SlashEqual), ("/", TokenKind.Slash),
        ("%=", TokenKind.PercentEqual), ("%", TokenKind.Percent),
        ("^", TokenKind.Caret), ("@", TokenKind.At), (":", TokenKind.Colon), (",", TokenKind.Comma), (";", TokenKind.Semicolon),
        ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen), ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket),
        ("{", TokenKind.OpenBrace), ("}", TokenKind.CloseBrace),
    ];

    void ReadOperator(char c)
    {
        int start = _at;
        foreach ((string text, TokenKind kind) in Operators)
        {
            if (text[0] != c || !StartsWith(_at, text))
                continue;
            _at += text.Length;
            if (kind is TokenKind.OpenBrace)
                _openBraces++;
            else if (kind is TokenKind.CloseBrace && _openBraces > 0)
                _openBraces--;
            _tokens.Add(new Token(kind, start, _at));
            return;
        }

        _at += char.IsSurrogatePair(_text, start) ? 2 : 1;
        _tokens.Add(new Token(TokenKind.Invalid, start, _at));
    }
}
