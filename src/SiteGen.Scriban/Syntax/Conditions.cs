using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary><c>if … else if … else … end</c>: pairs of condition and body, then the last body.</summary>
sealed class IfStatement(SourceSpan span, Expression condition, Statement then, Statement? otherwise) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (condition.Evaluate(context).IsTruthy)
            return then.Execute(context);
        return otherwise is null ? Flow.Next : otherwise.Execute(context);
    }
}

/// <summary>One <c>when</c> with its values.</summary>
sealed record WhenBranch(Expression[] Values, SourceSpan[] Places, Statement Body);

/// <summary><c>case … when … else … end</c>; <paramref name="before"/> prints whatever stands before the first <c>when</c>.</summary>
sealed class CaseStatement(SourceSpan span, Expression subject, Statement before, WhenBranch[] branches, Statement? otherwise) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        Value value = subject.Evaluate(context);
        before.Execute(context);
        foreach (WhenBranch branch in branches)
        {
            for (int i = 0; i < branch.Values.Length; i++)
            {
                Value candidate = branch.Values[i].Evaluate(context);
                if (Operation.Evaluate(context, BinaryOperator.Equal, value, candidate, OperatorPlaces.All(branch.Places[i])).IsTruthy)
                    return branch.Body.Execute(context);
            }
        }

        return otherwise is null ? Flow.Next : otherwise.Execute(context);
    }
}
