using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A piece of a template that does something. Immutable and shared by all renders.</summary>
abstract class Statement(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public abstract Flow Execute(RenderContext context);
}

/// <summary>Text between code blocks, encoded once.</summary>
sealed class TextStatement(SourceSpan span, byte[] utf8) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        context.Write(utf8);
        return Flow.Next;
    }
}

/// <summary>An expression on its own prints its value.</summary>
sealed class ExpressionStatement(Expression expression) : Statement(expression.Span)
{
    public Value Evaluate(RenderContext context) => expression.Evaluate(context);

    public override Flow Execute(RenderContext context)
    {
        if (context.Options.ErrorForStatementFunction)
            context.StatementCall = (expression as CallExpression)?.Site;
        expression.Print(context);
        return Flow.Next;
    }
}

/// <summary>Statements in a row. Only those with indented code blocks among them look after the indent.</summary>
sealed class BlockStatement(SourceSpan span, Statement[] statements, bool hasIndents) : Statement(span)
{
    public static readonly BlockStatement Empty = new(default, [], hasIndents: false);

    public IReadOnlyList<Statement> Statements => statements;

    public override Flow Execute(RenderContext context)
    {
        if (hasIndents && context.Options.AutoIndent)
            return ExecuteIndented(context);
        foreach (Statement statement in statements)
        {
            Flow flow = statement.Execute(context);
            if (flow is not Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    /// <summary>A body that began inside a code block runs under the indent of that block: leaving an inner one goes back to it.</summary>
    Flow ExecuteIndented(RenderContext context)
    {
        byte[]? outer = context.Indent;
        Flow flow = Flow.Next;
        foreach (Statement statement in statements)
        {
            if (statement is IndentStatement indent)
            {
                context.Indent = indent.Utf8 ?? outer;
                continue;
            }

            flow = statement.Execute(context);
            if (flow is not Flow.Next)
                break;
        }

        if (!ReferenceEquals(context.Indent, outer))
            context.Indent = outer;
        return flow;
    }
}

/// <summary>Where a code block with an indent begins (<see cref="Utf8"/>), or ends (null).</summary>
sealed class IndentStatement(SourceSpan span, byte[]? utf8) : Statement(span)
{
    public byte[]? Utf8 => utf8;

    public override Flow Execute(RenderContext context) => Flow.Next;
}

/// <summary><c>target = value</c>; <paramref name="op"/> for <c>+=</c> and its like.</summary>
sealed class AssignStatement(SourceSpan span, Expression target, BinaryOperator? op, SourceSpan place, Expression value) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        Value result = value is DoExpression function ? function.EvaluateUncalled(context) : value.Evaluate(context);
        if (op is { } operation)
            result = Operation.Evaluate(context, operation, target.Evaluate(context), result, new OperatorPlaces(place, target.Span, value.Span));
        target.Assign(context, result);
        return Flow.Next;
    }
}

/// <summary><c>func name … end</c> and <c>name(x) = expr</c></summary>
sealed class FunctionStatement(SourceSpan span, Expression target, ScriptFunction function) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        target.Assign(context, Value.Of((ICallable)function));
        return Flow.Next;
    }
}

/// <summary><c>ret value</c>; at page level the value is printed by who runs the page.</summary>
sealed class ReturnStatement(SourceSpan span, Expression? value) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        context.ReturnValue = value is null ? default : value.Evaluate(context);
        return Flow.Return;
    }
}

/// <summary><c>break</c> and <c>continue</c></summary>
sealed class JumpStatement(SourceSpan span, Flow flow) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (context.IsInLoop)
            return flow;
        if (!context.Options.BreakContinueAsReturn)
            throw context.Error(Span, $"`{(flow is Flow.Break ? "break" : "continue")}` stands outside of any loop");
        context.ReturnValue = default;
        return Flow.Return;
    }
}
