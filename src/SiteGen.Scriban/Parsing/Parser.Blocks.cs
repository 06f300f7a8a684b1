using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    // if = "if" , expr , eos , body , { "else" , "if" , expr , eos , body } , [ "else" , eos , body ] , "end" ;
    Statement ParseIf()
    {
        Token word = Take();
        Expression condition = ParseExpressionOr("`if`", "if condition … end");
        ExpectEndOfStatement();
        Statement then = ParseStatements(out BlockEnd end);
        Statement? otherwise = end is BlockEnd.Else ? ParseElse(word, "if", allowsIf: true) : Finish(end, word, "if");
        return new IfStatement(word.Span.To(condition.Span), condition, then, otherwise);
    }

    Statement? Finish(BlockEnd end, Token opening, string word)
    {
        if (end is BlockEnd.When)
            ParseStrayBranch("when");
        else
            ExpectEnd(end, opening, word);
        return null;
    }

    /// <summary>From an <c>else</c> to the <c>end</c> of the statement it belongs to.</summary>
    // else = "else" , ( "if" , … | eos , body , "end" ) ;
    Statement? ParseElse(Token opening, string word, bool allowsIf)
    {
        Take();
        if (allowsIf && IsWord("if"))
        {
            if (!Enter())
                return null;
            Statement chained = ParseIf();
            Leave();
            return chained;
        }

        ExpectEndOfStatement();
        Statement body = ParseStatements(out BlockEnd end);
        while (end is BlockEnd.Else or BlockEnd.When)
        {
            FailBranch(Current.Span, end is BlockEnd.Else ? "else" : "when");
            Take();
            SkipStatement();
            ParseStatements(out end);
        }

        ExpectEnd(end, opening, word);
        return body;
    }

    // case = "case" , expr , eos , { "when" , values , eos , body } , [ "else" , [ "if" , expr ] , eos , body ] , "end" ;
    Statement ParseCase()
    {
        Token word = Take();
        Expression subject = ParseExpressionOr("`case`", "case value … when value … end");
        ExpectEndOfStatement();
        BlockStatement before = KeepPrinting(ParseStatements(out BlockEnd end));
        var branches = new List<WhenBranch>();
        while (end is BlockEnd.When)
            branches.Add(ParseWhen(out end));
        Statement? otherwise = null;
        if (end is BlockEnd.Else)
        {
            if (branches.Count == 0)
                FailBranch(Current.Span, "else");
            otherwise = ParseElse(word, "case", allowsIf: true);
        }
        else
        {
            ExpectEnd(end, word, "case");
        }

        return new CaseStatement(word.Span.To(subject.Span), subject, before, [.. branches], otherwise);
    }

    /// <summary>Before the first <c>when</c> text is dropped, expressions print, and anything else is a mistake.</summary>
    BlockStatement KeepPrinting(BlockStatement before)
    {
        var kept = new List<Statement>();
        foreach (Statement statement in before.Statements)
        {
            if (statement is ExpressionStatement)
                kept.Add(statement);
            else if (!_isHopeless && statement is not (TextStatement or IndentStatement))
                Fail(statement.Span, Complaint.NotACaseBranch(TextOf(statement.Span)));
        }

        return new BlockStatement(before.Span, [.. kept], hasIndents: false);
    }

    // when = "when" , value , { ( "," | "||" ) , value } , eos , body ;
    WhenBranch ParseWhen(out BlockEnd end)
    {
        Take();
        var values = new List<Expression>();
        do
        {
            values.Add(StartsExpression
                ? ParseBinary(PrecedenceOfOr + 1)
                : FailMissing("`when`", "when value, value"));
        }
        while (TryTake(TokenKind.Comma) || TryTake(TokenKind.DoublePipe));
        ExpectEndOfStatement();
        Statement body = ParseStatements(out end);
        return new WhenBranch([.. values], [.. values.Select(v => v.Span)], body);
    }

    // while = "while" , expr , eos , body , "end" ;
    Statement ParseWhile()
    {
        Token word = Take();
        Expression condition = ParseExpressionOr("`while`", "while condition … end");
        ExpectEndOfStatement();
        Statement body = ParseBody(word, "while");
        return new WhileStatement(word.Span.To(condition.Span), condition, body);
    }

    // body = statements ;  (* up to the "end" of its statement *)
    Statement ParseBody(Token opening, string word)
    {
        Statement body = ParseStatements(out BlockEnd end);
        while (end is BlockEnd.Else or BlockEnd.When)
        {
            ParseStrayBranch(end is BlockEnd.Else ? "else" : "when");
            ParseStatements(out end);
        }

        ExpectEnd(end, opening, word);
        return body;
    }

    // with = "with" , expr , eos , body , "end" ;
    Statement ParseWith()
    {
        Token word = Take();
        Expression target = ParseExpressionOr("`with`", "with object … end");
        ExpectEndOfStatement();
        _scopes.Push(new LocalScope(isDynamic: false));
        Statement body = ParseBody(word, "with");
        LocalScope scope = _scopes.Pop();
        Scope.HasReturn |= scope.HasReturn;
        return new WithStatement(word.Span.To(target.Span), target, scope.Layout, body);
    }

    // wrap = "wrap" , call , eos , body , "end" ;
    Statement ParseWrap()
    {
        Token word = Take();
        Expression call = ParseExpressionOr("`wrap`", "wrap function arguments … end");
        ExpectEndOfStatement();
        // The body runs with the locals of the function that wraps it, so they can't be resolved here.
        _scopes.Push(new LocalScope(isDynamic: true));
        Statement body = ParseBody(word, "wrap");
        _scopes.Pop();
        return new WrapStatement(word.Span.To(call.Span), call, body);
    }

    // capture = "capture" , target , eos , body , "end" ;
    Statement ParseCapture()
    {
        Token word = Take();
        Expression target = ParseExpressionOr("`capture`", "capture name … end");
        ExpectEndOfStatement();
        Statement body = ParseBody(word, "capture");
        return new CaptureStatement(word.Span.To(target.Span), target, body);
    }

    // for = ( "for" | "tablerow" ) , target , "in" , expr , { loop-arg } , eos , body , [ "else" , eos , body ] , "end" ;
    Statement ParseFor(bool isTable)
    {
        Token word = Take();
        string name = isTable ? "tablerow" : "for";
        Expression variable = StartsExpression ? ParsePostfix() : FailMissing($"`{name}`", $"{name} x in list … end");
        if (!IsWord("in"))
        {
            if (variable is not MissingExpression)
                Fail(word.Span, Complaint.MissingIn(name, Found));
            SkipStatement();
        }
        else
        {
            Take();
        }

        Expression list = IsEndOfStatement && variable is MissingExpression
            ? variable
            : ParseLoopList(name);
        LoopArguments arguments = ParseLoopArguments(isTable);
        ExpectEndOfStatement();
        return ParseLoopBody(word, name, variable, list, arguments, isTable);
    }

    // list = expr ;  (* a name, array or parenthesis before a loop-arg is not the head of a call *)
    Expression ParseLoopList(string name)
    {
        _isLoopList = true;
        Expression list = ParseExpressionOr($"`{name}`", $"{name} x in list … end");
        _isLoopList = false;
        return list;
    }

    Statement ParseLoopBody(Token word, string name, Expression variable, Expression list, LoopArguments arguments, bool isTable)
    {
        LoopTarget target = TargetOf(variable);
        Statement body = ParseStatements(out BlockEnd end);
        if (target.Name is not null)
            Scope.LeaveLoop();
        Statement? otherwise = end is BlockEnd.Else ? ParseElse(word, name, allowsIf: false) : Finish(end, word, name);
        SourceSpan span = word.Span.To(list.Span);
        return isTable
            ? new TablerowStatement(span, target, list, arguments, body, otherwise)
            : new ForStatement(span, target, list, arguments, body, otherwise);
    }

    // target = variable path ;  (* a name, a local, or a member or index of something *)
    LoopTarget TargetOf(Expression variable) => variable switch
    {
        NameExpression plain => new LoopTarget(plain.Name, Scope.EnterLoop(plain.Name), null),
        LocalExpression local => new LoopTarget(local.Name, Scope.EnterLoop(local.Name), null),
        _ => new LoopTarget(null, -1, variable),
    };

    // loop-arg = "reversed" | ( "limit" | "offset" | "cols" ) , ":" , primary ;
    LoopArguments ParseLoopArguments(bool isTable)
    {
        Expression? offset = null, limit = null, columns = null;
        bool isReversed = false;
        while (Kind is TokenKind.Identifier)
        {
            Token name = Current;
            bool isKnown = IsLoopArgument(name.Value);
            if (!isKnown || (name.Value is not "reversed" && Next.Kind is not TokenKind.Colon))
            {
                Fail(name.Span, Complaint.UnknownLoopArgument(name.Value!));
                SkipStatement();
                break;
            }

            Take();
            if (name.Value is "reversed")
            {
                isReversed = true;
                continue;
            }

            Take();
            Expression value = StartsExpression ? ParseUnary(allowsCall: false) : FailMissing($"`{name.Value}:`", $"{name.Value}: number");
            if (name.Value is "offset")
                offset = value;
            else if (name.Value is "limit")
                limit = value;
            else
                columns = isTable ? value : new UnsupportedExpression(name.Span, "`cols` belongs to `tablerow`: a `for` has no columns");
        }

        return new LoopArguments(offset, limit ?? (columns as UnsupportedExpression), isReversed, columns);
    }

    static bool IsLoopArgument(string? name) => name is "reversed" or "limit" or "offset" or "cols";
}
