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
            Choose(choice, piped);
        else if (value is ScriptBinaryExpression binary)
            Join(binary, piped);
        else
            Visit((ScriptNode?)value);
    }

    /// <summary>A pipe binds less than a choice: in `a | f ? b : c` it is f that takes a.</summary>
    void Choose(ScriptConditionalExpression choice, ScriptExpression piped)
    {
        Step(choice.Condition, piped);
        Visit((ScriptNode?)choice.ThenValue);
        Visit((ScriptNode?)choice.ElseValue);
    }

    void Join(ScriptBinaryExpression binary, ScriptExpression piped)
    {
        Step(binary.Left, piped);
        Visit((ScriptNode?)binary.Right);
    }

    void Call(ScriptExpression? target, IReadOnlyList<ScriptExpression> arguments, ScriptExpression? piped)
    {
        if (target is ScriptVariableGlobal name)
        {
            // In `a and b` the operator that is none makes a call of a name.
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

        for (var i = 0; i < arguments.Count; i++)
        {
            if (i == 0 && piped is null && IsDefault(target))
                Ask(arguments[i]);
            else
                Visit((ScriptNode?)arguments[i]);
        }
    }

    /// <summary>Whatever is no function is left out, as is what an object around may hold.</summary>
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
