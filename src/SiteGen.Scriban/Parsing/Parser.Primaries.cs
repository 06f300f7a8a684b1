using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    // primary = literal | name | "(" , expr , ")" | array | object | anonymous ;
    Expression ParsePrimary()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.Local:
                Take();
                return LocalOf(token);
            case TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float:
                Take();
                return ParseNumber(token);
            case TokenKind.String:
                Take();
                return new LiteralExpression(token.Span, Value.Of(token.Value));
            case TokenKind.InterpolationStart:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                return ParseNested();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.Block:
                Take();
                Fail(Current.Span, Complaint.NestedBody);
                return new MissingExpression(token.Span);
            default:
                Fail(token.Span, Complaint.Unexpected(Found));
                return new MissingExpression(token.Span);
        }
    }

    // name = identifier | "true" | "false" | "null" | "this" | "do" … | "for" | "while" | "tablerow" ;
    Expression ParseName()
    {
        if (IsWord("do"))
            return ParseDo();
        Token token = Take();
        switch (token.Value)
        {
            case "true": return new LiteralExpression(token.Span, Value.True);
            case "false": return new LiteralExpression(token.Span, Value.False);
            case "null": return new LiteralExpression(token.Span, Value.Null);
            case "this": return new ThisExpression(token.Span);
        }

        int slot = Scope.SlotOfLoop(token.Value!);
        NameExpression name = slot >= 0 ? new LoopVariableExpression(token.Span, token.Value!, slot) : new NameExpression(token.Span, token.Value!);
        return token.Value switch
        {
            "for" => new LoopExpression(token.Span, LoopKind.For, name),
            "while" => new LoopExpression(token.Span, LoopKind.While, name),
            "tablerow" => new LoopExpression(token.Span, LoopKind.Tablerow, name),
            _ => name,
        };
    }

    // local = "$" | "$" , digits | "$" , identifier ;
    Expression LocalOf(Token token)
    {
        string name = token.Value!;
        if (name.Length == 1)
            return new ArgumentsExpression(token.Span);
        if (char.IsAsciiDigit(name[1]) && int.TryParse(name.AsSpan(1), out int index))
            return new ArgumentExpression(token.Span, index);
        return new LocalExpression(token.Span, name, Scope.SlotToRead(name), Scope.SlotToWrite(name));
    }

    // number = integer | float | hex | binary ;
    Expression ParseNumber(Token token)
    {
        ReadOnlySpan<char> text = _source.Text.AsSpan(token.Start, token.End - token.Start);
        Value value;
        bool isNumber = token.Kind switch
        {
            TokenKind.HexInteger => Numbers.TryParseRadix(text, 16, out value),
            TokenKind.BinaryInteger => Numbers.TryParseRadix(text, 2, out value),
            TokenKind.Float => Numbers.TryParseFloat(text, out value),
            _ => Numbers.TryParseInteger(text, out value),
        };
        if (!isNumber)
            Fail(token.Span, Complaint.UnreadableNumber(text.ToString()));
        return new LiteralExpression(token.Span, value);
    }

    // interpolated = "$" , string with { "{" , expr , "}" } ;
    Expression ParseInterpolation()
    {
        Token start = Current;
        var texts = new List<string> { start.Value! };
        var values = new List<Expression>();
        (int lineEnds, int branches) = (_lineEndsIgnored, _thenBranches);
        (_lineEndsIgnored, _thenBranches) = (0, 0);
        do
        {
            Take();
            values.Add(StartsExpression
                ? ParseExpression()
                : FailMissing("`{` inside a string", "$\"text {expression} text\""));
            texts.Add(Current.Value ?? "");
        }
        while (Kind is TokenKind.InterpolationMiddle);
        (_lineEndsIgnored, _thenBranches) = (lineEnds, branches);
        if (Kind is not TokenKind.InterpolationEnd)
        {
            Fail(Current.Span, Kind is TokenKind.Invalid ? Complaint.OpenInterpolation : Complaint.NotClosed("}", Found));
            SkipStatement();
            return new MissingExpression(start.Span);
        }

        Token end = Take();
        return new InterpolatedExpression(start.Span.To(end.Span), [.. texts], [.. values]);
    }

    // nested = "(" , expr , ")" ;
    Expression ParseNested()
    {
        int branches = _thenBranches;
        _thenBranches = 0;
        Token open = Take();
        Expression inner = ParseExpressionOr("`(`", "(expression)");
        _thenBranches = branches;
        if (Kind is TokenKind.CloseParen)
            return new NestedExpression(open.Span.To(Take().Span), inner);
        if (inner is not MissingExpression)
            Fail(Current.Span, Complaint.NotClosed(")", Found));
        SkipStatement();
        return inner;
    }

    // array = "[" , [ expr , { "," , expr } , [ "," ] ] , "]" ;
    Expression ParseArray()
    {
        int branches = _thenBranches;
        _thenBranches = 0;
        _lineEndsIgnored++;
        Token open = Take();
        var items = new List<Expression>();
        bool isWhole = true;
        while (isWhole && Kind is not TokenKind.CloseBracket)
        {
            if (!StartsExpression)
            {
                FailMissing("The array", "[item, item]");
                isWhole = false;
                break;
            }

            items.Add(ParseExpression());
            if (Kind is not TokenKind.CloseBracket && !TryTake(TokenKind.Comma))
            {
                Fail(Current.Span, Complaint.NotClosed("]", Found));
                isWhole = false;
            }
        }

        _thenBranches = branches;
        _lineEndsIgnored--;
        if (!isWhole)
        {
            SkipStatement();
            return new MissingExpression(open.Span);
        }

        Token close = Take();
        return new ArrayExpression(open.Span.To(close.Span), [.. items]);
    }

    // object = "{" , [ key , ":" , expr , { "," , key , ":" , expr } , [ "," ] ] , "}" ;
    Expression ParseObject()
    {
        int branches = _thenBranches;
        _thenBranches = 0;
        _lineEndsIgnored++;
        Token open = Take();
        var names = new List<string>();
        var values = new List<Expression>();
        bool isWhole = true;
        while (isWhole && Kind is not TokenKind.CloseBrace)
            isWhole = ParseObjectMember(names, values);
        _thenBranches = branches;
        _lineEndsIgnored--;
        if (!isWhole)
        {
            SkipStatement();
            return new MissingExpression(open.Span);
        }

        Token close = Take();
        return new ObjectExpression(open.Span.To(close.Span), [.. names], [.. values]);
    }

    // key = identifier | string ; member = key , ":" , expr , [ "," ] ;
    bool ParseObjectMember(List<string> names, List<Expression> values)
    {
        Token key = Current;
        if (key.Kind is not (TokenKind.Identifier or TokenKind.String))
        {
            Fail(key.Span, Complaint.NotAKey(Found));
            return false;
        }

        if (key.Kind is TokenKind.Identifier && key.Value is "this" or "true" or "false" or "null" or "do")
        {
            Fail(key.Span, Complaint.NotAKey(Found));
            return false;
        }

        Take();
        if (!TryTake(TokenKind.Colon))
        {
            Fail(Current.Span, Complaint.MissingKeyColon(key.Value!, Found));
            return false;
        }

        if (!StartsExpression)
        {
            FailMissing($"The member `{key.Value}`", "name: value");
            return false;
        }

        names.Add(key.Kind is TokenKind.String ? string.Intern(key.Value!) : key.Value!);
        values.Add(ParseExpression());
        if (Kind is TokenKind.CloseBrace || TryTake(TokenKind.Comma))
            return true;
        Fail(Current.Span, Complaint.NotClosed("}", Found));
        return false;
    }
}
