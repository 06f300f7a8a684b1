using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    // call = postfix , argument , { argument } ; argument = identifier , ":" , primary | binary-expression ;
    Expression ParseCall(Expression head)
    {
        var arguments = new List<Argument>();
        bool endsNamed = false;
        while (arguments.Count < MaxChain)
        {
            if (IsNamedArgument)
            {
                Token name = Take();
                Take();
                Expression value = StartsExpression ? ParseUnary(allowsCall: false) : FailMissing("A named argument", "name: value");
                arguments.Add(MakeNamed(name, value));
                endsNamed = true;
                continue;
            }

            if (!StartsArgument && !(endsNamed && Kind is TokenKind.Plus or TokenKind.Minus))
                break;
            endsNamed = false;
            Expression argument = ParseBinary(0, allowsCall: false);
            arguments.Add(new Argument(argument.Span, null, null, argument));
            if (argument is not DoExpression)
                continue;
            _endedWithDo = true;
            break;
        }

        _endedNamed = endsNamed;
        return new CallExpression(head.Span.To(LastSpan), head, [.. arguments]);
    }

    bool IsNamedArgument => Kind is TokenKind.Identifier && Next.Kind is TokenKind.Colon && (_thenBranches == 0 || Next.Start == Current.End);

    static Argument MakeNamed(Token name, Expression value) =>
        new(name.Span.To(value.Span), name.Value, string.Intern("$" + name.Value), value);

    // postfix = primary , { "." , identifier | "?." , identifier | "[" , expr , "]" | "(" , [ args ] , ")" | "++" | "--" } ;
    Expression ParsePostfix()
    {
        Expression expression = ParsePrimary();
        int chain = 0;
        while (IsChainShort(ref chain))
        {
            bool isAdjacent = Current.Start == LastSpan.End;
            if (Kind is TokenKind.Dot or TokenKind.QuestionDot)
                expression = ParseMember(expression);
            else if (Kind is TokenKind.OpenBracket && isAdjacent && expression is not (ArrayExpression or ObjectExpression))
                expression = ParseIndex(expression);
            else if (Kind is TokenKind.OpenParen && isAdjacent && expression is not (LiteralExpression or ArrayExpression or ObjectExpression))
                expression = ParseParenthesisedCall(expression);
            else if (Kind is TokenKind.DoublePlus or TokenKind.DoubleMinus && isAdjacent)
                expression = ParseIncrement(expression);
            else
                return expression;
            if (expression is MissingExpression)
                return expression;
        }

        return expression;
    }

    // increment = postfix , ( "++" | "--" ) ;
    Expression ParseIncrement(Expression target)
    {
        Token sign = Take();
        return new IncrementExpression(target.Span.To(sign.Span), target, sign.Kind is TokenKind.DoublePlus ? 1 : -1, isPrefix: false);
    }

    // member = ( "." | "?." ) , identifier , [ "?" ] ;  (* the question mark belongs to .empty? and .blank? *)
    Expression ParseMember(Expression target)
    {
        bool isNullSafe = Take().Kind is TokenKind.QuestionDot || target.IsNullSafe;
        if (Kind is not TokenKind.Identifier)
        {
            Fail(Current.Span, Complaint.MissingMember(Found));
            SkipStatement();
            return new MissingExpression(target.Span);
        }

        Token name = Take();
        if (target is LoopExpression loop)
            CheckLoopField(loop, name.Value!);
        if (name.Value is "empty" or "blank" && Kind is TokenKind.Question && Current.Start == name.End)
        {
            Token mark = Take();
            return new EmptyExpression(target.Span.To(mark.Span), target);
        }

        return new MemberExpression(target.Span.To(name.Span), target, name.Value!, name.Span, isNullSafe);
    }

    void CheckLoopField(LoopExpression loop, string field)
    {
        string[] fields = LoopState.FieldsOf(loop.Kind);
        string word = LoopState.WordOf(loop.Kind);
        if (Array.IndexOf(fields, field) < 0)
            Fail(loop.Span, Complaint.UnknownLoopField(word, field, fields, Nearest.Hint(field, fields, word + ".")));
    }

    // index = "[" , expr , "]" ;
    Expression ParseIndex(Expression target)
    {
        Take();
        (int lineEnds, int branches) = (_lineEndsIgnored, _thenBranches);
        (_lineEndsIgnored, _thenBranches) = (0, 0);
        Expression index = ParseExpressionOr("`[`", "list[index]");
        (_lineEndsIgnored, _thenBranches) = (lineEnds, branches);
        if (Kind is not TokenKind.CloseBracket)
        {
            if (index is not MissingExpression)
                Fail(Current.Span, Complaint.NotClosed("]", Found));
            SkipStatement();
            return new MissingExpression(target.Span);
        }

        Token close = Take();
        return new IndexExpression(target.Span.To(close.Span), target, index);
    }

    // args = "(" , [ arg , { "," , arg } ] , ")" ; arg = [ identifier , ":" ] , expr ;
    Expression ParseParenthesisedCall(Expression head)
    {
        int branches = _thenBranches;
        _thenBranches = 0;
        Take();
        var arguments = new List<Argument>();
        bool isWhole = Kind is TokenKind.CloseParen;
        while (!isWhole)
        {
            if (!StartsExpression)
            {
                Fail(Current.Span, Complaint.MissingArgument(Found));
                break;
            }

            arguments.Add(ParseParenthesisedArgument());
            isWhole = Kind is TokenKind.CloseParen;
            if (!isWhole && !TryTake(TokenKind.Comma))
            {
                Fail(Current.Span, Complaint.MissingComma(Found));
                break;
            }
        }

        _thenBranches = branches;
        if (!isWhole)
        {
            SkipStatement();
            return new MissingExpression(head.Span);
        }

        Token close = Take();
        return new CallExpression(head.Span.To(close.Span), head, [.. arguments]);
    }

    // arg = [ identifier , ":" ] , expr ;
    Argument ParseParenthesisedArgument()
    {
        if (Kind is not TokenKind.Identifier || Next.Kind is not TokenKind.Colon)
        {
            Expression positional = ParseExpression();
            return new Argument(positional.Span, null, null, positional);
        }

        Token name = Take();
        Take();
        return MakeNamed(name, StartsExpression ? ParseExpression() : FailMissing("A named argument", "name: value"));
    }
}
