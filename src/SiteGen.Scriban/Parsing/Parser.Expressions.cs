using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    const int PrecedenceOfOr = 2;

    /// <summary>The next operand begins a statement, so an assignment may follow it.</summary>
    bool _mayAssign;

    /// <summary>The next operand begins the list of a loop, whose own arguments are not arguments of a call.</summary>
    bool _isLoopList;

    /// <summary>Inside the first branch of a ternary a colon with a blank before it belongs to the ternary.</summary>
    int _thenBranches;

    /// <summary>A blank-separated call ended with a named argument: no operator may follow.</summary>
    bool _endedNamed;

    /// <summary>A blank-separated call ended with <c>do … end</c>: nothing may follow, not even a pipe.</summary>
    bool _endedWithDo;

    bool HasEnded => _endedNamed || _endedWithDo;

    bool StartsExpression => Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.DoublePlus or TokenKind.DoubleMinus or TokenKind.Block || StartsArgument;

    bool StartsArgument => Kind is (>= TokenKind.Identifier and <= TokenKind.InterpolationStart and not TokenKind.Block)
        or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.At or TokenKind.Caret or TokenKind.Exclamation;

    Expression ParseExpressionOr(string construct, string grammar) => StartsExpression ? ParseExpression() : FailMissing($"{construct}", grammar);

    // assignment = target , ( "=" | "+=" | … ) , expr ;   expression-statement = expr ;
    Statement? ParseExpressionStatement()
    {
        if (!StartsExpression)
        {
            Fail(Current.Span, Complaint.Unexpected(Found));
            Take();
            SkipStatement();
            return null;
        }

        _mayAssign = true;
        Expression expression = ParseExpression();
        _mayAssign = false;
        if (!IsAssignment)
        {
            ExpectEndOfStatement();
            return new ExpressionStatement(expression);
        }

        if (expression is LiteralExpression)
        {
            FailAssignment(expression);
            return null;
        }

        if (Kind is TokenKind.Equal && expression is CallExpression { Head: NameExpression } call && _source.Text[call.Span.End - 1] == ')')
            return ParseInlineFunction(call);
        return ParseAssignment(expression);
    }

    // assignment = target , ( "=" | "+=" | "-=" | "*=" | "/=" | "//=" | "%=" ) , expr ;
    Statement ParseAssignment(Expression target)
    {
        Token sign = Take();
        Expression value = StartsExpression ? ParseExpression() : FailMissing("The assignment", "name = value");
        ExpectEndOfStatement();
        return new AssignStatement(target.Span.To(value.Span), target, CompoundOperator(sign.Kind), sign.Span, value);
    }

    bool IsAssignment => Kind is TokenKind.Equal or TokenKind.PlusEqual or TokenKind.MinusEqual or TokenKind.AsteriskEqual
        or TokenKind.SlashEqual or TokenKind.DoubleSlashEqual or TokenKind.PercentEqual;

    static BinaryOperator? CompoundOperator(TokenKind kind) => kind switch
    {
        TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.MinusEqual => BinaryOperator.Subtract,
        TokenKind.AsteriskEqual => BinaryOperator.Multiply,
        TokenKind.SlashEqual => BinaryOperator.Divide,
        TokenKind.DoubleSlashEqual => BinaryOperator.DivideRound,
        TokenKind.PercentEqual => BinaryOperator.Modulo,
        _ => null,
    };

    void FailAssignment(Expression target)
    {
        Fail(target.Span, Complaint.InnerAssignment);
        SkipStatement();
    }

    // expr = pipe ; pipe = ternary , [ ( "|" | "|>" ) , expr ] ;
    Expression ParseExpression()
    {
        if (!Enter())
            return new MissingExpression(Current.Span);
        Expression left = ParseTernary();
        int chain = 0;
        while (!_endedWithDo && Kind is TokenKind.Pipe or TokenKind.PipeGreater && IsChainShort(ref chain))
        {
            Take();
            _endedNamed = false;
            while (Kind is TokenKind.NewLine)
                Take();
            if (!StartsExpression)
            {
                left = FailMissing("The pipe", "value | function");
                break;
            }

            Expression right = ParseTernary();
            if (Kind is TokenKind.Colon)
                Fail(right.Span, Complaint.PipeBeforeColon(isTernary: _thenBranches > 0));
            left = new PipeExpression(left.Span.To(right.Span), left, right);
        }

        _endedNamed = false;
        _endedWithDo = false;
        Leave();
        return left;
    }

    // ternary = operand , [ "?" , expr , ":" , expr ] ;
    Expression ParseTernary()
    {
        Expression condition = ParseBinary(0);
        if (Kind is not TokenKind.Question || HasEnded)
            return condition;
        Take();
        _thenBranches++;
        Expression then = StartsExpression ? ParseExpression() : FailMissing("The condition", "condition ? this : that");
        _thenBranches--;
        if (!TryTake(TokenKind.Colon))
        {
            Fail(Current.Span, Complaint.MissingColon(Found));
            SkipStatement();
            return condition;
        }

        Expression otherwise = StartsExpression ? ParseExpression() : FailMissing("The condition", "condition ? this : that");
        return new ConditionalExpression(condition.Span.To(otherwise.Span), condition, then, otherwise);
    }

    // operand = call or binary expression, by precedence ;
    Expression ParseBinary(int minimum, bool allowsCall = true)
    {
        Expression left = ParseOperand(allowsCall);
        int chain = 0;
        while (!HasEnded && OperatorOf(Kind, out BinaryOperator op) is var precedence && precedence >= Math.Max(1, minimum) && IsChainShort(ref chain))
        {
            Token sign = Take();
            if (!StartsExpression)
            {
                Fail(Current.Span, Complaint.MissingRightSide(TextOf(sign.Span), Found));
                return left;
            }

            Expression right = ParseBinary(precedence + 1, allowsCall);
            left = MakeBinary(op, sign.Span, left, right);
        }

        return left;
    }

    static Expression MakeBinary(BinaryOperator op, SourceSpan place, Expression left, Expression right)
    {
        SourceSpan span = left.Span.To(right.Span);
        return op switch
        {
            BinaryOperator.And or BinaryOperator.Or => new LogicalExpression(span, op is BinaryOperator.And, left, right),
            BinaryOperator.Coalesce or BinaryOperator.NotCoalesce => new CoalesceExpression(span, op is BinaryOperator.NotCoalesce, left, right),
            _ => new BinaryExpression(span, op, place, left, right),
        };
    }

    bool IsChainShort(ref int chain)
    {
        if (++chain <= MaxChain)
            return true;
        if (!_isHopeless)
            Fail(Current.Span, Complaint.TooLong(MaxChain));
        GiveUp();
        return false;
    }

    /// <summary>The operator a token means and how tightly it binds; 0 for all other tokens.</summary>
    static int OperatorOf(TokenKind kind, out BinaryOperator op)
    {
        (int precedence, op) = kind switch
        {
            TokenKind.DoubleQuestion => (1, BinaryOperator.Coalesce),
            TokenKind.QuestionExclamation => (1, BinaryOperator.NotCoalesce),
            TokenKind.DoublePipe => (PrecedenceOfOr, BinaryOperator.Or),
            TokenKind.DoubleAmpersand => (3, BinaryOperator.And),
            TokenKind.DoubleEqual => (4, BinaryOperator.Equal),
            TokenKind.ExclamationEqual => (4, BinaryOperator.NotEqual),
            TokenKind.Less => (5, BinaryOperator.Less),
            TokenKind.LessEqual => (5, BinaryOperator.LessOrEqual),
            TokenKind.Greater => (5, BinaryOperator.Greater),
            TokenKind.GreaterEqual => (5, BinaryOperator.GreaterOrEqual),
            TokenKind.Plus => (6, BinaryOperator.Add),
            TokenKind.Minus => (6, BinaryOperator.Subtract),
            TokenKind.Asterisk => (7, BinaryOperator.Multiply),
            TokenKind.Slash => (7, BinaryOperator.Divide),
            TokenKind.DoubleSlash => (7, BinaryOperator.DivideRound),
            TokenKind.Percent => (7, BinaryOperator.Modulo),
            TokenKind.DoubleLess => (7, BinaryOperator.ShiftLeft),
            TokenKind.DoubleGreater => (7, BinaryOperator.ShiftRight),
            TokenKind.DoubleDot => (8, BinaryOperator.RangeInclusive),
            TokenKind.DoubleDotLess => (8, BinaryOperator.RangeExclusive),
            _ => (0, default),
        };
        return precedence;
    }

    /// <summary>One operand; a second <c>=</c> behind it is a mistake anywhere but at the start of a statement.</summary>
    Expression ParseOperand(bool allowsCall)
    {
        bool mayAssign = _mayAssign;
        bool isLoopList = _isLoopList;
        _mayAssign = false;
        _isLoopList = false;
        Expression operand = ParseUnary(allowsCall, isLoopList);
        if (!mayAssign && IsAssignment)
            FailAssignment(operand);
        return operand;
    }

    // unary = ( "!" | "-" | "+" | "@" | "^" | "++" | "--" ) , unary | call ;
    Expression ParseUnary(bool allowsCall, bool isLoopList = false)
    {
        if (!IsPrefix)
        {
            Expression operand = ParsePostfix();
            bool isCall = allowsCall && StartsArgument && !(isLoopList && (operand is ArrayExpression or NestedExpression || IsLoopArgumentNext));
            return isCall ? ParseCall(operand) : operand;
        }

        if (!Enter())
            return new MissingExpression(Current.Span);
        Token sign = Take();
        Expression inner;
        if (!StartsExpression)
            inner = FailMissing($"`{TextOf(sign.Span)}`", $"{TextOf(sign.Span)}value");
        else if (sign.Kind is TokenKind.At or TokenKind.Caret)
            inner = ParseUnary(allowsCall: false);
        else
            inner = ParseUnary(allowsCall);
        Leave();
        Expression unary = MakeUnary(sign, inner);
        return unary is AliasExpression && allowsCall && StartsArgument ? ParseCall(unary) : unary;
    }

    bool IsPrefix => Kind is TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret
        or TokenKind.DoublePlus or TokenKind.DoubleMinus;

    bool IsLoopArgumentNext => Kind is TokenKind.Identifier && IsLoopArgument(Current.Value);

    static Expression MakeUnary(Token sign, Expression inner)
    {
        SourceSpan span = sign.Span.To(inner.Span);
        return sign.Kind switch
        {
            TokenKind.Exclamation => new NotExpression(span, inner),
            TokenKind.Minus or TokenKind.Plus => new SignExpression(span, sign.Kind is TokenKind.Minus, inner),
            TokenKind.At => new AliasExpression(span, inner),
            TokenKind.Caret => new SpreadExpression(span, inner),
            _ => new IncrementExpression(span, inner, sign.Kind is TokenKind.DoublePlus ? 1 : -1, isPrefix: true),
        };
    }
}
