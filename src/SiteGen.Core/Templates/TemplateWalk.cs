using Scriban.Parsing;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Walks a template's tree once and collects the names that it uses and sets.</summary>
sealed partial class TemplateWalk : ScriptVisitor
{
    readonly TemplateFacts facts = new();
    readonly TemplateNames known;

    /// <summary>Members of enclosing objects, which are names there: object literals and <c>with</c>.</summary>
    readonly List<string> scope = [];

    /// <summary>An enclosing object is unknown, so it may have any name.</summary>
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
        VisitOperand(node.Left, asks || node.Operator is ScriptBinaryOperator.EmptyCoalescing or ScriptBinaryOperator.NotEmptyCoalescing);
        VisitOperand(node.Right, asks);
    }

    public override void Visit(ScriptConditionalExpression node)
    {
        Ask(node.Condition);
        VisitAll(node.ThenValue, node.ElseValue);
    }

    public override void Visit(ScriptIfStatement node)
    {
        Ask(node.Condition);
        VisitAll(node.Then, node.Else);
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
        facts.Locals.UnionWith((node.Parameters ?? []).Select(parameter => parameter.Name).OfType<ScriptVariableGlobal>()
            .Select(name => name.Name));
        Visit((ScriptNode?)node.Body);
    }

    public override void Visit(ScriptForStatement node)
    {
        VisitAll([node.Iterator, .. node.NamedArguments]);
        if (node.Variable is ScriptVariableGlobal name)
            facts.Locals.Add(name.Name);
        else
            Set(node.Variable);
        VisitAll(node.Body, node.Else);
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

    void VisitAll(params ReadOnlySpan<ScriptNode?> nodes)
    {
        foreach (var node in nodes)
            Visit(node);
    }

    static bool IsNothing(ScriptExpression? value) =>
        value is ScriptLiteral { Value: null } or ScriptVariableGlobal { Name: "empty" or "blank" };

    static string? NameOf(ScriptObjectMember member) =>
        member.Name is ScriptVariable name ? name.Name : (member.Name as ScriptLiteral)?.Value as string;

    /// <summary>The members of an object; null when some are unknown.</summary>
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

    void VisitOperand(ScriptExpression? value, bool isTest)
    {
        if (isTest)
            Ask(value);
        else
            Visit((ScriptNode?)value);
    }

    /// <summary>Reads a value that may be missing.</summary>
    void Ask(ScriptExpression? value)
    {
        while (value is ScriptNestedExpression nested)
            value = nested.Expression;
        if (value is ScriptVariableGlobal name)
            facts.Asks.Add(name.Name);
        Visit((ScriptNode?)value);
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

    /// <summary>Records a member chain; null when it does not start at a global name.</summary>
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
        if (isOpen || scope.Contains(root.Name))
            return null;
        facts.Members.Add(new MemberUse(root, members));
        return facts.Members[^1];
    }
}
