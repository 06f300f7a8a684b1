using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    /// <summary>Which of them a call gives is kept in the bits of one number.</summary>
    const int MaxParameters = 60;

    // func = "func" , ( identifier | local ) , [ "(" , [ params ] , ")" ] , eos , body , "end" ;
    Statement? ParseFunction()
    {
        Token word = Take();
        if (Kind is not (TokenKind.Identifier or TokenKind.Local))
        {
            Fail(word.Span, Complaint.MissingName("func", Found));
            SkipStatement();
            ParseFunctionBody(word, null, null, isAnonymous: false);
            return null;
        }

        Token name = Take();
        Expression target = name.Kind is TokenKind.Local ? LocalOf(name) : new NameExpression(name.Span, name.Value!);
        Parameter[]? parameters = ParseParameters(word);
        ExpectEndOfStatement();
        ScriptFunction function = ParseFunctionBody(word, name, parameters, isAnonymous: false);
        return new FunctionStatement(word.Span.To(name.Span), target, function);
    }

    // anonymous = "do" , [ "(" , [ params ] , ")" ] , eos , body , "end" ;
    Expression ParseDo()
    {
        Token word = Take();
        Parameter[]? parameters = ParseParameters(word);
        int lineEnds = _lineEndsIgnored;
        _lineEndsIgnored = 0;
        ExpectEndOfStatement();
        ScriptFunction function = ParseFunctionBody(word, null, parameters, isAnonymous: true);
        _lineEndsIgnored = lineEnds;
        return new DoExpression(word.Span.To(LastSpan), function);
    }

    ScriptFunction ParseFunctionBody(Token word, Token? name, Parameter[]? parameters, bool isAnonymous)
    {
        _scopes.Push(new LocalScope(isDynamic: false));
        Statement body = isAnonymous ? ParseAnonymousBody(word) : ParseBody(word, "func");
        LocalScope scope = _scopes.Pop();
        int self = name is { Kind: TokenKind.Local } ? scope.SlotToWrite(name.Value.Value!) : -1;
        var span = new SourceSpan(word.Start, Math.Max(word.End, LastSpan.End));
        return new ScriptFunction(_source, span, parameters, scope.Layout, self, isAnonymous, scope.HasReturn, body);
    }

    /// <summary>The expression a <c>do … end</c> stands in goes on behind its <c>end</c>, so no end of statement is asked for.</summary>
    Statement ParseAnonymousBody(Token opening)
    {
        Statement body = ParseStatements(out BlockEnd end);
        while (end is BlockEnd.Else or BlockEnd.When)
        {
            ParseStrayBranch(end is BlockEnd.Else ? "else" : "when");
            ParseStatements(out end);
        }

        if (end is BlockEnd.End)
            Take();
        else
            ExpectEnd(end, opening, "do");
        return body;
    }

    // params = param , { "," , param } ; param = identifier , [ "=" , literal | "..." ] ;
    Parameter[]? ParseParameters(Token word)
    {
        if (Kind is not TokenKind.OpenParen)
            return null;
        Take();
        var parameters = new List<Parameter>();
        if (TryTake(TokenKind.CloseParen))
            return [];
        do
        {
            if (Kind is not TokenKind.Identifier)
            {
                FailParameter(word);
                return [.. parameters];
            }

            if (ParseParameter(parameters) is { } parameter)
                parameters.Add(parameter);
            else
                return [.. parameters];
        }
        while (TryTake(TokenKind.Comma));
        if (!TryTake(TokenKind.CloseParen))
        {
            Fail(Current.Span, Complaint.MissingComma(Found));
            SkipStatement();
        }

        return [.. parameters];
    }

    void FailParameter(Token word)
    {
        if (StartsExpression)
            Fail(word.Span, Complaint.MissingName("func", Found));
        else
            Fail(Current.Span, Complaint.MissingArgument(Found));
        SkipStatement();
    }

    bool IsNewParameter(Token name, List<Parameter> before)
    {
        if (before.Count >= MaxParameters)
            Fail(name.Span, Complaint.TooManyParameters(MaxParameters));
        else if (before.Exists(p => ReferenceEquals(p.Name, name.Value)))
            Fail(name.Span, Complaint.ParameterTwice(name.Value!));
        else
            return true;
        return false;
    }

    // param = identifier , [ "=" , literal | "..." ] ;
    Parameter? ParseParameter(List<Parameter> before)
    {
        Token name = Take();
        if (!IsNewParameter(name, before))
        {
            SkipStatement();
            return null;
        }

        if (before is [.., { IsRest: true }] || (before is [.., { IsOptional: true }] && Kind is not (TokenKind.Equal or TokenKind.TripleDot)))
        {
            Fail(name.Span, Complaint.ParameterAfterOptional(name.Value!));
            SkipStatement();
            return null;
        }

        if (TryTake(TokenKind.TripleDot))
            return new Parameter(name.Value!, IsOptional: false, default, IsRest: true);
        if (!TryTake(TokenKind.Equal))
            return new Parameter(name.Value!, IsOptional: false, default, IsRest: false);
        Expression? value = StartsExpression ? ParseBinary(0) : null;
        if (value is LiteralExpression literal)
            return new Parameter(name.Value!, IsOptional: true, literal.Value, IsRest: false);
        Fail(name.Span, Complaint.NotALiteral(name.Value!));
        SkipStatement();
        return null;
    }

    // inline-func = identifier , "(" , [ identifier , { "," , identifier } ] , ")" , "=" , expr ;
    /// <summary>Turns what was read as the call <c>name(a, b)</c> into the head of <c>name(a, b) = expr</c>.</summary>
    Statement? ParseInlineFunction(CallExpression call)
    {
        Take();
        var parameters = new List<Parameter>();
        foreach (Argument argument in call.Arguments)
        {
            bool isNew = argument.Value is NameExpression candidate && parameters.Count < MaxParameters
                && !parameters.Exists(p => ReferenceEquals(p.Name, candidate.Name));
            if (isNew && argument is { Name: null, Value: NameExpression name })
                parameters.Add(new Parameter(name.Name, IsOptional: false, default, IsRest: false));
            else
                Fail(argument.Span, Complaint.NotAParameter);
        }

        _scopes.Push(new LocalScope(isDynamic: false));
        Expression value = StartsExpression ? ParseExpression() : FailMissing("The function", "name(a, b) = expression");
        LocalScope scope = _scopes.Pop();
        ExpectEndOfStatement();
        var function = new ScriptFunction(
            _source, call.Span.To(value.Span), [.. parameters], scope.Layout, -1, isAnonymous: false, hasReturn: true, new ReturnStatement(value.Span, value));
        return new FunctionStatement(call.Head.Span, call.Head, function);
    }
}
