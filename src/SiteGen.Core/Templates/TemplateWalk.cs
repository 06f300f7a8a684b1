using Scriban.Parsing;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Walks a template's tree once and notes the names that it uses and sets.</summary>
sealed class TemplateWalk : ScriptVisitor
{
    readonly TemplateFacts facts = new();
    readonly TemplateNames known;

    /// <summary>Members of the objects around, which are names there: those of a literal that is being made, and those of <c>with</c>.</summary>
    readonly List<string> scope = [];

    /// <summary>Around is an object of which nothing is known, so that it may have any name.</summary>
    bool isOpen;

    TemplateWalk(TemplateNames known) => this.known = known;

    public static TemplateFacts Of(ParsedTemplate template, TemplateNames known, TemplateHeader header)
    {
        var walk = new TemplateWalk(known);
        walk.facts.Locals.UnionWith(header.Required);
        walk.Visit((ScriptNode?)template.Script.Page);
        return walk.facts;
    }

    public override void Visit(ScriptVariableGlobal node)
    {
        Read(node, isCalled: false);
        Note(new CallUse(node, null, null, []));
    }

    public override void Visit(ScriptMemberExpression node)
    {
        if (Chain(node) is { Members: [{ Member: var member }] } use)
            Note(new CallUse(use.Root, member, null, []));
    }

    public override void Visit(ScriptIsEmptyExpression node) => Ask(node.Target);

    public override void Visit(ScriptPipeCall node) => Pipe(node, null);

    public override void Visit(ScriptFunctionCall node) => Call(node.Target, node.Arguments, null);

    public override void Visit(ScriptNamedArgument node) => Visit((ScriptNode?)node.Value);

    public override void Visit(ScriptUnaryExpression node)
    {
        if (node.Operator == ScriptUnaryOperator.Not)
            Ask(node.Right);
        else if (node.Operator == ScriptUnaryOperator.FunctionAlias)
            Alias(node.Right);
        else
            Visit((ScriptNode?)node.Right);
    }

    public override void Visit(ScriptIncrementDecrementExpression node) => Set(node.Right);

    public override void Visit(ScriptBinaryExpression node)
    {
        var asks = node.Operator is ScriptBinaryOperator.And or ScriptBinaryOperator.Or
            || (node.Operator is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual && (IsNothing(node.Left) || IsNothing(node.Right)));
        if (asks || node.Operator is ScriptBinaryOperator.EmptyCoalescing or ScriptBinaryOperator.NotEmptyCoalescing)
            Ask(node.Left);
        else
            Visit((ScriptNode?)node.Left);
        if (asks)
            Ask(node.Right);
        else
            Visit((ScriptNode?)node.Right);
    }

    public override void Visit(ScriptConditionalExpression node)
    {
        Ask(node.Condition);
        Visit((ScriptNode?)node.ThenValue);
        Visit((ScriptNode?)node.ElseValue);
    }

    public override void Visit(ScriptIfStatement node)
    {
        Ask(node.Condition);
        Visit((ScriptNode?)node.Then);
        Visit((ScriptNode?)node.Else);
    }

    public override void Visit(ScriptWhileStatement node)
    {
        Ask(node.Condition);
        Visit((ScriptNode?)node.Body);
    }

    public override void Visit(ScriptAssignExpression node)
    {
        Visit((ScriptNode?)node.Value);
        Set(node.Target);
    }

    public override void Visit(ScriptCaptureStatement node)
    {
        Set(node.Target);
        Visit((ScriptNode?)node.Body);
    }

    public override void Visit(ScriptReadOnlyStatement node)
    {
    }

    public override void Visit(ScriptFunction node)
    {
        Set(node.NameOrDoToken as ScriptVariable);
        foreach (var parameter in node.Parameters ?? [])
        {
            if (parameter.Name is ScriptVariableGlobal name)
                facts.Locals.Add(name.Name);
        }

        Visit((ScriptNode?)node.Body);
    }

    public override void Visit(ScriptForStatement node)
    {
        Visit((ScriptNode?)node.Iterator);
        foreach (var argument in node.NamedArguments)
            Visit(argument);
        if (node.Variable is ScriptVariableGlobal name)
            facts.Locals.Add(name.Name);
        else
            Set(node.Variable);
        Visit((ScriptNode?)node.Body);
        Visit((ScriptNode?)node.Else);
    }

    public override void Visit(ScriptTableRowStatement node) => Visit((ScriptForStatement)node);

    public override void Visit(ScriptImportStatement node)
    {
        Visit((ScriptNode?)node.Expression);
        if (MembersOf(node.Expression) is { } names)
            facts.Sets.UnionWith(names);
        else
            facts.SetsAny = true;
    }

    public override void Visit(ScriptWithStatement node)
    {
        Visit((ScriptNode?)node.Name);
        var (count, outer) = (scope.Count, isOpen);
        if (MembersOf(node.Name) is { } names)
        {
            facts.Locals.UnionWith(names);
            scope.AddRange(names);
        }
        else
        {
            isOpen = true;
        }

        Visit((ScriptNode?)node.Body);
        isOpen = outer;
        scope.RemoveRange(count, scope.Count - count);
    }

    public override void Visit(ScriptObjectInitializerExpression node)
    {
        var count = scope.Count;
        foreach (var member in node.Members)
        {
            Visit((ScriptNode?)member.Value);
            if (NameOf(member) is { } name)
                scope.Add(name);
        }

        scope.RemoveRange(count, scope.Count - count);
    }

    static string? NameOf(ScriptObjectMember member) => member.Name is ScriptVariable name ? name.Name : (member.Name as ScriptLiteral)?.Value as string;

    /// <summary>The members of an object, so far as they are all known; null where they are not.</summary>
    IReadOnlyCollection<string>? MembersOf(ScriptExpression? value) => value switch
    {
        ScriptNestedExpression nested => MembersOf(nested.Expression),
        ScriptObjectInitializerExpression made => [.. made.Members.Select(NameOf).OfType<string>()],
        _ => KnownOf(value)?.Names,
    };

    KnownObject? KnownOf(ScriptExpression? value) => value switch
    {
        ScriptVariableGlobal name when !isOpen && !scope.Contains(name.Name) && !facts.Sets.Contains(name.Name) && !facts.Locals.Contains(name.Name) => known.Objects.GetValueOrDefault(name.Name),
        ScriptMemberExpression { Member: { } member } expression => KnownOf(expression.Target)?[member.Name],
        _ => null,
    };

    void Read(ScriptVariable name, bool isCalled)
    {
        if (!isOpen && !scope.Contains(name.Name))
            facts.Names.Add(new NameUse(name, isCalled));
    }

    void Ask(ScriptExpression? value)
    {
        if (value is ScriptNestedExpression nested)
            Ask(nested.Expression);
        else if (value is ScriptVariableGlobal name)
            facts.Asks.Add(name.Name);
        Visit((ScriptNode?)(value is ScriptNestedExpression ? null : value));
    }

    void Alias(ScriptExpression? value)
    {
        if (value is ScriptVariableGlobal name)
            Read(name, isCalled: true);
        else if (value is ScriptMemberExpression member)
            Chain(member);
        else
            Visit((ScriptNode?)value);
    }

    void Set(ScriptExpression? target)
    {
        if (target is ScriptVariableGlobal name)
            facts.Sets.Add(name.Name);
        else if (target is ScriptMemberExpression { Target: ScriptThisExpression, Member: { } member })
            facts.Sets.Add(member.Name);
        else if (target is ScriptIndexerExpression { Target: ScriptThisExpression })
            facts.SetsAny = true;
        else
            Visit((ScriptNode?)target);
    }

    /// <summary>Notes the members up to this one; null where the first is no global name's, or one of an object around.</summary>
    MemberUse? Chain(ScriptMemberExpression last)
    {
        var members = new List<ScriptMemberExpression>();
        ScriptExpression? target = last;
        for (; target is ScriptMemberExpression { Member: not null } member and not ScriptIsEmptyExpression; target = member.Target)
            members.Add(member);
        members.Reverse();
        if (target is not ScriptVariableGlobal root)
        {
            Visit((ScriptNode?)target);
            return null;
        }

        if (members[0].DotToken.TokenType == TokenType.QuestionDot)
            facts.Asks.Add(root.Name);
        Read(root, isCalled: false);
        var use = new MemberUse(root, members);
        if (isOpen || scope.Contains(root.Name))
            return null;
        facts.Members.Add(use);
        return use;
    }

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
        if (scope.Contains(call.Root.Name) || (isOpen && !isPartial) || !(known.Functions.ContainsKey(call.Root.Name) || Builtins.Language.ContainsKey(call.Root.Name)))
            return;
        facts.Calls.Add(call);
        if (!isPartial)
            return;
        facts.OpensPartials |= isOpen;
        if (call.First is ScriptLiteral { Value: string partial })
            facts.Partials.Add(partial);
        else
            facts.CallsAnyPartial = true;
    }

    internal static bool IsWordOperator(ScriptExpression value) => value is ScriptVariableGlobal { Name: "and" or "or" or "not" };

    static bool IsDefault(ScriptExpression? function) => function is ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "object" }, Member.Name: "default" };

    static bool IsNothing(ScriptExpression? value) => value is ScriptLiteral { Value: null } or ScriptVariableGlobal { Name: "empty" or "blank" };
}
