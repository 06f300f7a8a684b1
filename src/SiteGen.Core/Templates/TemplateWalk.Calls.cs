using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Calls, and pipes into them.</summary>
partial class TemplateWalk
{
    public override void Visit(ScriptPipeCall node) => Pipe(node, null);

    public override void Visit(ScriptFunctionCall node) => Call(node.Target, node.Arguments, null);

    /// <summary>In <c>a | b | c</c> the tree is a | (b | c), and b takes a.</summary>
    void Pipe(ScriptPipeCall pipe, ScriptExpression? first)
    {
        var next = pipe.To is ScriptPipeCall { From: var from } ? from : pipe.To;
        if (first is null && IsDefault(next is ScriptFunctionCall call ? call.Target : next))
            Ask(pipe.From);
        else
            Step(pipe.From, first);
        if (pipe.To is ScriptPipeCall rest)
            Pipe(rest, pipe.From);
        else
            Step(pipe.To, pipe.From);
    }

    void Step(ScriptExpression? value, ScriptExpression? piped)
    {
        if (piped is null)
            Visit((ScriptNode?)value);
        else if (value is ScriptFunctionCall call)
            Call(call.Target, call.Arguments, piped);
        else if (value is ScriptVariableGlobal or ScriptMemberExpression)
            Call(value, [], piped);
        else if (value is ScriptConditionalExpression choice)
            Step(choice.Condition, piped, choice.ThenValue, choice.ElseValue);
        else if (value is ScriptBinaryExpression binary)
            Step(binary.Left, piped, binary.Right);
        else
            Visit((ScriptNode?)value);
    }

    /// <summary>A pipe binds less than an operator: in `a | f ? b : c` f takes a.</summary>
    void Step(ScriptExpression? first, ScriptExpression piped, params ReadOnlySpan<ScriptNode?> others)
    {
        Step(first, piped);
        VisitAll(others);
    }

    void Call(ScriptExpression? target, IReadOnlyList<ScriptExpression> arguments, ScriptExpression? piped)
    {
        if (target is ScriptVariableGlobal name)
        {
            // Scriban has no operator `and`, so `a and b` is a call of a.
            Read(name, isCalled: !arguments.Any(IsWordOperator));
            Note(new CallUse(name, null, piped, arguments));
        }
        else if (target is ScriptMemberExpression member)
        {
            if (Chain(member) is { Members: [{ Member: var function }] } use)
                Note(new CallUse(use.Root, function, piped, arguments));
        }
        else
        {
            Visit((ScriptNode?)target);
        }

        var isTested = piped is null && IsDefault(target) && arguments.Count > 0;
        if (isTested)
            Ask(arguments[0]);
        VisitAll([.. arguments.Skip(isTested ? 1 : 0)]);
    }

    /// <summary>Skips names that are not functions, or may be members of an enclosing object.</summary>
    void Note(CallUse call)
    {
        var isPartial = call.Name is "partial" or "include";
        var root = call.Root.Name;
        if (scope.Contains(root) || (isOpen && !isPartial) || !(known.Functions.ContainsKey(root) || Builtins.Language.ContainsKey(root)))
            return;
        facts.Calls.Add(call);
        facts.SetsAny |= call.Name is "object.eval" or "object.eval_template";
        if (!isPartial)
            return;
        facts.OpensPartials |= isOpen;
        if (call.First is ScriptLiteral { Value: string partial })
            facts.Partials.Add(partial);
        else
            facts.CallsAnyPartial = true;
    }

    internal static bool IsWordOperator(ScriptExpression value) => value is ScriptVariableGlobal { Name: "and" or "or" or "not" };

    static bool IsDefault(ScriptExpression? function) =>
        function is ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "object" }, Member.Name: "default" };
}
