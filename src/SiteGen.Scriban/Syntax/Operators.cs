using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>Two operands and an operator that needs both.</summary>
sealed class BinaryExpression(SourceSpan span, BinaryOperator op, SourceSpan place, Expression left, Expression right) : Expression(span)
{
    readonly OperatorPlaces _places = new(place, left.Span, right.Span);

    public override Value Evaluate(RenderContext context)
    {
        context.EnsureStack(Span);
        Value a = left.Evaluate(context);
        Value b = right.Evaluate(context);
        return Operation.Evaluate(context, op, a, b, _places);
    }
}

/// <summary><c>&amp;&amp;</c> and <c>||</c>: the right side only when needed, always a boolean.</summary>
sealed class LogicalExpression(SourceSpan span, bool isAnd, Expression left, Expression right) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        context.EnsureStack(Span);
        bool a = left.Evaluate(context).IsTruthy;
        return a == isAnd ? right.Evaluate(context).IsTruthy : a;
    }
}

/// <summary><c>??</c> and <c>?!</c>: both sides are always evaluated.</summary>
sealed class CoalesceExpression(SourceSpan span, bool isNot, Expression left, Expression right) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        context.EnsureStack(Span);
        Value a = left.Evaluate(context);
        Value b = right.Evaluate(context);
        return a.IsNull == isNot ? a : b;
    }
}

sealed class NotExpression(SourceSpan span, Expression operand) : Expression(span)
{
    public override Value Evaluate(RenderContext context) => !operand.Evaluate(context).IsTruthy;
}

/// <summary><c>-x</c> and <c>+x</c></summary>
sealed class SignExpression(SourceSpan span, bool isMinus, Expression operand) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        Value value = operand.Evaluate(context);
        if (!Arithmetic.TryNegate(value, out Value negated))
            throw context.Error(operand.Span, $"`{(isMinus ? "-" : "+")}` needs a number: this is of type {TypeName.Of(value)}");
        return isMinus ? negated : value;
    }
}

/// <summary><c>@f</c>: the function itself.</summary>
sealed class AliasExpression(SourceSpan span, Expression operand) : Expression(span)
{
    readonly BareCallSite _site = new(span);

    public override Value EvaluateUncalled(RenderContext context) => operand.EvaluateUncalled(context);

    public override Value Evaluate(RenderContext context)
    {
        if (context.Pending is null)
            return operand.EvaluateUncalled(context);
        IPipeSource pending = context.Pending;
        context.Pending = null;
        Value value = operand.EvaluateUncalled(context);
        context.Pending = pending;
        return Callee.CallMentioned(context, value, operand, _site);
    }
}

/// <summary><c>^list</c>: that many arguments.</summary>
sealed class SpreadExpression(SourceSpan span, Expression operand) : Expression(span)
{
    public override bool IsSpread => true;

    public override Value Evaluate(RenderContext context) => operand.Evaluate(context);
}

/// <summary><c>x++</c>, <c>--x</c> and so on.</summary>
sealed class IncrementExpression(SourceSpan span, Expression target, int step, bool isPrefix) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        Value before = target.Evaluate(context);
        if (!before.IsNumber)
        {
            throw context.Error(target.Span, $"Only numbers can be counted up or down: this is of type {TypeName.Of(before)}");
        }

        Value after = Operation.Evaluate(context, BinaryOperator.Add, before, step, OperatorPlaces.All(Span));
        target.Assign(context, after);
        return isPrefix ? after : before;
    }
}
