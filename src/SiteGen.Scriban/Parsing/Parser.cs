using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

/// <summary>What parsing gives: a tree, whether it is whole or not, and everything that is wrong with the source.</summary>
sealed record ParsedTemplate(Statement Body, LocalLayout Locals, IReadOnlyList<TemplateError> Errors);

/// <summary>Recursive descent over the grammar of the language. Never throws on any input.</summary>
sealed partial class Parser
{
    const int MaxNesting = 250;

    /// <summary>Longest chain of operators, members or arguments: they nest to the left without nesting in the source.</summary>
    const int MaxChain = 1000;

    readonly SourceText _source;
    readonly Token[] _tokens;
    readonly List<TemplateError> _errors = [];
    readonly Stack<LocalScope> _scopes = new();
    int _at;
    int _nesting;
    bool _isHopeless;

    /// <summary>Inside [ ] and { } literals line ends mean nothing.</summary>
    int _lineEndsIgnored;

    Parser(SourceText source, Token[] tokens)
    {
        _source = source;
        _tokens = tokens;
        _scopes.Push(new LocalScope(isDynamic: false));
    }

    Token Current => _tokens[_at];

    TokenKind Kind => _tokens[_at].Kind;

    Token Next => _tokens[Math.Min(_at + 1, _tokens.Length - 1)];

    SourceSpan LastSpan => _at == 0 ? default : _tokens[_at - 1].Span;

    LocalScope Scope => _scopes.Peek();

    public static ParsedTemplate Parse(SourceText source, bool scriptOnly, bool isDynamic = false)
    {
        (Token[] tokens, IReadOnlyList<LexError> lexErrors) = Lexer.Read(source.Text, scriptOnly);
        var parser = new Parser(source, tokens);
        if (isDynamic)
        {
            parser._scopes.Pop();
            parser._scopes.Push(new LocalScope(isDynamic: true));
        }

        Statement body = parser.ParsePage();
        foreach (LexError error in lexErrors)
            parser.AddLexError(error);
        return new ParsedTemplate(body, parser.Scope.Layout, parser._errors);
    }

    /// <summary>What is wrong with a token says more than that it was unexpected, so it takes the place of that.</summary>
    void AddLexError(LexError error)
    {
        int same = _errors.FindIndex(e => e.Offset == error.Start);
        if (same >= 0)
            _errors[same] = _errors[same] with { Message = error.Message, Hint = error.Hint, Notes = [] };
        else
            Fail(new SourceSpan(error.Start, error.End), new Complaint(error.Message, error.Hint));
        if (error.OpenedAt >= 0)
        {
            int at = same >= 0 ? same : _errors.Count - 1;
            _errors[at] = _errors[at] with { Notes = [new TemplateErrorNote(_source.Path, _source.Text, error.OpenedAt, "it begins here")] };
        }
    }

    /// <summary>Takes the current token and goes to the next one that means something here.</summary>
    Token Take()
    {
        Token token = _tokens[_at];
        if (_at < _tokens.Length - 1)
            _at++;
        while (_lineEndsIgnored > 0 && Kind is TokenKind.NewLine)
            _at++;
        return token;
    }

    bool TryTake(TokenKind kind)
    {
        if (Kind != kind)
            return false;
        Take();
        return true;
    }

    bool IsWord(string word) => Kind is TokenKind.Identifier && string.Equals(Current.Value, word, StringComparison.Ordinal);

    void Fail(SourceSpan span, Complaint complaint) => _errors.Add(new TemplateError(
        TemplateErrorKind.Syntax, _source.Path, _source.Text, span.Start, Math.Max(0, span.Length), complaint.Message, complaint.Hint, []));

    /// <summary>The source of a stretch; nothing of one that reaches over the end, as it does after parsing was given up.</summary>
    string TextOf(SourceSpan span) =>
        span.Start >= 0 && span.End >= span.Start ? _source.Text[span.Start..Math.Min(span.End, _source.Text.Length)] : "";

    /// <summary>The current token as messages name it.</summary>
    Message Found => Kind switch
    {
        TokenKind.EndOfFile => (Message)"the end of the source",
        TokenKind.NewLine => "the end of the line",
        TokenKind.CodeExit => "the end of the code block",
        _ => $"`{TextOf(Current.Span)}`",
    };

    Expression FailMissing(Message what, string form)
    {
        Fail(Current.Span, Complaint.MissingExpression(what, form, Found));
        return new MissingExpression(new SourceSpan(Current.Start, Current.Start));
    }

    /// <summary>Counts nesting; a source nested too deeply is given up, so that no stack runs out.</summary>
    bool Enter()
    {
        if (++_nesting <= MaxNesting)
            return true;
        if (!_isHopeless)
            Fail(Current.Span, Complaint.TooDeep(MaxNesting));
        GiveUp();
        return false;
    }

    void Leave() => _nesting--;

    void GiveUp()
    {
        _isHopeless = true;
        _at = _tokens.Length - 1;
    }

    // eos = newline | ";" | "}}" | end-of-file ;
    void ExpectEndOfStatement()
    {
        if (IsEndOfStatement)
        {
            if (Kind is TokenKind.NewLine or TokenKind.Semicolon)
                Take();
            return;
        }

        // What was wrong with the statement may have been said of this very token already.
        if (_errors.Count == 0 || _errors[^1].Offset != Current.Start)
            Fail(Current.Span, Complaint.NotAtEnd(Found));
        while (!IsEndOfStatement)
            Take();
    }

    bool IsEndOfStatement => Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile;
}
