using System.Text;
using Scriban;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>An expression with the same value on every page of a build, evaluated once.</summary>
sealed class ConstantExpression : ScriptExpression
{
    readonly ScriptExpression expression;
    Constant? constant;

    ConstantExpression(ScriptExpression expression)
    {
        ParentToThis(ref this.expression!, expression);
        Span = expression.Span;
    }

    /// <summary>Replaces an expression by its constant where a value is expected.</summary>
    public static void Replace(ScriptExpression expression)
    {
        switch (expression.Parent)
        {
            case ScriptExpressionStatement { Parent: ScriptList<ScriptStatement> statements } statement:
                Put(value => statement.Expression = value);
                var at = statements.IndexOf(statement);
                statements.RemoveAt(at);
                statements.Insert(at, new ConstantStatement(statement));
                break;
            case ScriptIfStatement choice:
                Put(value => choice.Condition = value);
                break;
            case ScriptBinaryExpression binary when binary.Left == expression:
                Put(value => binary.Left = value);
                break;
            case ScriptBinaryExpression binary:
                Put(value => binary.Right = value);
                break;
            case ScriptForStatement loop:
                Put(value => loop.Iterator = value);
                break;
        }

        void Put(Action<ScriptExpression?> set)
        {
            // A node has one parent.
            set(null);
            set(new ConstantExpression(expression));
        }
    }

    public override int ChildrenCount => 1;

    protected override ScriptNode GetChildrenImpl(int index) => expression;

    public override void Accept(ScriptVisitor visitor) => expression.Accept(visitor);

    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => expression.Accept(visitor)!;

    public override void PrintTo(ScriptPrinter printer) => expression.PrintTo(printer);

    public override object? Evaluate(TemplateContext context) => (constant ??= new Constant(context.Evaluate(expression))).Value;

    /// <summary>Boxes the value, because it may be null.</summary>
    sealed record Constant(object? Value);
}

/// <summary>Prints a constant, whose text is escaped once.</summary>
sealed class ConstantStatement : ScriptExpressionStatement
{
    byte[]? escaped;

    public ConstantStatement(ScriptExpressionStatement statement)
    {
        Span = statement.Span;
        (var expression, statement.Expression) = (statement.Expression, null);
        Expression = expression;
    }

    public override object? Evaluate(TemplateContext context)
    {
        if (escaped is { } ready && ((RenderContext)context).PrintsBytes)
        {
            ((Utf8Output)context.Output).Write(ready);
            return null;
        }

        var value = base.Evaluate(context);
        if (value is string text)
            escaped ??= Encoding.UTF8.GetBytes(HtmlEscaping.Escape(text));
        return value;
    }
}
