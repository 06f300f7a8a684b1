using Scriban.Parsing;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Walks a template's tree once and notes the names that it uses and sets.</summary>
sealed partial class TemplateWalk : ScriptVisitor
{
    readonly TemplateFacts facts = new();
    readonly TemplateNames known;

    /// <summary>Members of the objects around, which are names there: of a literal that is being made, of <c>with</c>.</summary>
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
        var compares = node.Operator is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;
        var asks = node.Operator is ScriptBinaryOperator.And or ScriptBinaryOperator.Or
            || (compares && (IsNothing(node.Left) || IsNothing(node.Right)));
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

    static bool IsNothing(ScriptExpression? value) =>
        value is ScriptLiteral { Value: null } or ScriptVariableGlobal { Name: "empty" or "blank" };

    static string? NameOf(ScriptObjectMember member) =>
        member.Name is ScriptVariable name ? name.Name : (member.Name as ScriptLiteral)?.Value as string;

    /// <summary>The members of an object, so far as they are all known; null where they are not.</summary>
    IReadOnlyCollection<string>? MembersOf(ScriptExpression? value) => value switch
    {
        ScriptNestedExpression nested => MembersOf(nested.Expression),
        ScriptObjectInitializerExpression made => [.. made.Members.Select(NameOf).OfType<string>()],
        _ => KnownOf(value)?.Names,
    };

    KnownObject? KnownOf(ScriptExpression? value) => value switch
    {
        ScriptVariableGlobal { Name: var name } => IsOwn(name) ? null : known.Objects.GetValueOrDefault(name),
        ScriptMemberExpression { Member: { } member } expression => KnownOf(expression.Target)?[member.Name],
        _ => null,
    };

    bool IsOwn(string name) => isOpen || scope.Contains(name) || facts.Sets.Contains(name) || facts.Locals.Contains(name);

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
}
