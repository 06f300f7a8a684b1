using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>Static checks of a template: unknown names and members, missing partials, wrong arguments.</summary>
sealed class TemplateCheck
{
    /// <summary>Scriban's function groups, the likeliest first.</summary>
    static readonly string[] Groups = ["string", "array", "html", "math", "date", "object", "regex", "timespan"];

    readonly ThemeTemplate template;
    readonly TemplateFacts facts;
    readonly ThemeFacts theme;
    readonly Callers callers;
    readonly TemplateNames names;
    readonly HashSet<string> sets;
    readonly ITemplateSource templates;
    readonly List<Diagnostic> found = [];
    readonly HashSet<(string Rule, int Offset)> places = [];

    TemplateCheck(string path, ThemeTemplate template, ThemeFacts theme, ITemplateSource templates)
    {
        this.template = template;
        this.theme = theme;
        this.templates = templates;
        facts = theme.Files[path];
        callers = theme.CallersOf(path);
        names = theme.Names.Of(path);
        // An archetype is rendered on its own.
        var isAlone = names == theme.Names.Archetypes && facts is { Partials.Count: 0, CallsAnyPartial: false };
        sets = isAlone ? [.. facts.Sets, .. facts.Locals] : theme.Sets;
    }

    /// <summary>The errors of a template without syntax errors.</summary>
    /// <param name="path">In the theme.</param>
    public static IReadOnlyList<Diagnostic> Run(string path, ThemeTemplate template, ThemeFacts theme, ITemplateSource templates)
    {
        var check = new TemplateCheck(path, template, theme, templates);
        foreach (var use in check.facts.Names)
            check.CheckName(use);
        foreach (var use in check.facts.Members)
            check.CheckMembers(use);
        foreach (var call in check.facts.Calls)
            check.CheckCall(call);
        return check.found;
    }

    /// <summary>Expressions with the same value on every page of a build.</summary>
    public static IEnumerable<ScriptExpression> Constants(string path, ThemeTemplate template, ThemeFacts theme, ITemplateSource templates)
    {
        var check = new TemplateCheck(path, template, theme, templates);
        if (check.names.TakesMore || check.callers.GiveMore)
            return [];
        var members = check.facts.Members.Where(use => check.IsConstant(use.Root, use.Members[0].Member)).Select(use => use.Members[^1]);
        var calls = from call in check.facts.Calls
                    where call is { Member: null, Piped: null, Arguments: [ScriptLiteral] } && check.IsConstant(call.Root, null)
                    select call.Root.Parent as ScriptFunctionCall;
        return [.. members, .. calls.OfType<ScriptExpression>()];
    }

    bool IsConstant(ScriptVariable root, ScriptVariable? member) =>
        names.Constants.Contains(member is null ? root.Name : $"{root.Name}.{member.Name}") && !IsShadowed(root.Name);

    void CheckName(NameUse use)
    {
        var name = use.Name.Name;
        if (sets.Contains(name) || IsKnown(name) || theme.SetsAny || callers.AreOpen)
            return;
        var isWord = TemplateWalk.IsWordOperator(use.Name);
        if (!isWord && !use.IsCalled && (names.TakesMore || callers.GiveMore || callers.Names.Contains(name)))
            return;
        // A tested name may be set by another theme's layout, unless it resembles a known one.
        if (!isWord && (theme.Asks.Contains(name) || theme.IsPartlyRead) && Nearest(name, Common) is null)
            return;
        var message = use.IsCalled && !isWord ? (Message)$"There is no function `{name}`." : $"There is no variable `{name}`.";
        Report("template-unknown-name", use.Name, message, HintFor(name));
    }

    bool IsKnown(string name) => Builtins.Language.ContainsKey(name) || names.Contains(name) || name is "for" or "while" or "tablerow";

    IEnumerable<string> Common => Builtins.Language.Keys.Concat(names.All);

    Message? HintFor(string name) => name switch
    {
        "and" => "Scriban has no operator `and`: write `&&`.",
        "or" => "Scriban has no operator `or`: write `||`.",
        "not" => "Scriban has no operator `not`: write `!value`.",
        _ => (Qualified(name) ?? Nearest(name, Common.Concat(sets))) is { } meant ? (Message)$"Did you mean `{meant}`?" : null,
    };

    /// <summary>Skips names of one or two letters, which are all similar.</summary>
    static string? Nearest(string name, IEnumerable<string> known) =>
        name.Length < 3 ? null : NearestName.Of(name, known.Where(one => one.Length > 2));

    /// <summary>The qualified name of a function that other languages call by its bare name.</summary>
    static string? Qualified(string name) =>
        Groups.FirstOrDefault(group => ((ScriptObject)Builtins.Language[group]!).ContainsKey(name)) is { } found ? $"{found}.{name}" : null;

    /// <summary>Whether a name may have another value here.</summary>
    bool IsShadowed(string name) =>
        theme.SetsAny || callers.AreOpen
        || theme.Assigns.Contains(name) || facts.Locals.Contains(name) || callers.Names.Contains(name);

    void CheckMembers(MemberUse use)
    {
        var root = use.Root.Name;
        if (IsShadowed(root))
            return;
        if (names.Objects.TryGetValue(root, out var known))
        {
            for (var i = 0; known is not null && i < use.Members.Count; i++)
                known = CheckMember(known, use.Members[i]);
        }
        else if (!names.Functions.ContainsKey(root) && ValueOf(Builtins.Language, root) is ScriptObject functions)
        {
            var member = use.Members[0].Member!;
            if (functions.ContainsKey(member.Name) || IsAsked(use.Members[0]))
                return;
            var hint = NearestName.Of(member.Name, functions.Keys) is { } nearest
                ? (Message)$"Did you mean `{$"{root}.{nearest}"}`?" : null;
            Report("template-unknown-member", member, $"There is no function `{$"{root}.{member.Name}"}`.", hint);
        }
    }

    /// <summary>The known members of a member; null when unknown.</summary>
    KnownObject? CheckMember(KnownObject known, ScriptMemberExpression member)
    {
        var name = member.Member!;
        if (!known.Contains(name.Name) && !IsAsked(member))
            Report("template-unknown-member", name, $"There is no member `{name.Name}`.",
                TemplateFailure.Suggestion(name.Name, known.Names));
        return known[name.Name];
    }

    static bool IsAsked(ScriptMemberExpression member) => member.DotToken.TokenType == TokenType.QuestionDot;

    void CheckCall(CallUse call)
    {
        if (IsShadowed(call.Root.Name) || FunctionOf(call) is not { } function)
            return;
        var takesPartial = function is Partials or TemplateFunction { Parameters: [{ IsPartial: true }, ..] };
        if (takesPartial && call.First is ScriptLiteral { Value: string name } && Partials.Problem(name, templates) is { } problem)
            Report("template-missing-partial", call.First, problem.Headline, problem.Hint);
        if (!call.Arguments.Any(argument => argument is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand }))
            CheckArguments(call, function);
    }

    IScriptCustomFunction? FunctionOf(CallUse call)
    {
        var value = names.Functions.GetValueOrDefault(call.Root.Name) ?? ValueOf(Builtins.Language, call.Root.Name);
        if (call.Member is not null)
            value = value is ScriptObject group ? ValueOf(group, call.Member.Name) : null;
        // `date` is both an object and a function.
        return value is ScriptObject ? null : value as IScriptCustomFunction;
    }

    static object? ValueOf(ScriptObject group, string name) => group.TryGetValue(name, out var value) ? value : null;

    /// <summary>Counts positional and named arguments as Scriban does.</summary>
    void CheckArguments(CallUse call, IScriptCustomFunction function)
    {
        var own = function as TemplateFunction;
        var count = call.Piped is null ? 0 : 1;
        var given = new HashSet<int>();
        foreach (var argument in call.Arguments)
        {
            var index = argument is ScriptNamedArgument { Name.Name: var name } ? IndexOf(name, function) : -1;
            if (index >= 0)
                given.Add(index);
            else if (argument is not ScriptNamedArgument named || (own is null && function.VarParamKind == ScriptVarParamKind.None))
                count++;
            else if (own is { TakesNamed: false } && named.Name is { } unknown)
            {
                var hint = TemplateFailure.Suggestion(unknown.Name, own.Parameters.Select(parameter => parameter.Name)) ?? Usage(own);
                Report("template-arguments", unknown, $"`{call.Name}` takes no argument `{unknown.Name}`.", hint);
            }
        }

        var (least, most) = (function.RequiredParameterCount, function.ParameterCount);
        if ((own is not null || function.VarParamKind == ScriptVarParamKind.None) && count + given.Count > most)
            ReportTooMany(call, own, most);
        else if (Enumerable.Range(count, Math.Max(0, least - count)).Any(index => !given.Contains(index)))
            Report("template-arguments", call.Place, $"Too few arguments for `{call.Name}`: it needs {least}.", Usage(own));
        else if (own is not null)
            CheckLiterals(call, own);
    }

    void ReportTooMany(CallUse call, TemplateFunction? own, int most)
    {
        if (own is { TakesNamed: true })
            Report("template-arguments", call.Place, $"Arguments of `{call.Name}` have names.", "Write them as `post: page`.");
        else
            Report("template-arguments", call.Place, $"Too many arguments for `{call.Name}`: it takes {most}.", Usage(own));
    }

    static int IndexOf(string name, IScriptCustomFunction function) =>
        Enumerable.Range(0, function.ParameterCount).FirstOrDefault(i => function.GetParameterInfo(i).Name == name, -1);

    static Message? Usage(TemplateFunction? function)
    {
        var parameters = function?.Parameters.Select(parameter => parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name);
        return parameters is null ? null : (Message)$"Write it as `{string.Join(' ', parameters.Prepend(function!.Name))}`.";
    }

    void CheckLiterals(CallUse call, TemplateFunction function)
    {
        var plain = call.Arguments.Where(argument => argument is not ScriptNamedArgument).ToList();
        if (call.Piped is not null)
            plain.Insert(0, call.Piped);
        var named = function.TakesNamed ? [] : call.Arguments.OfType<ScriptNamedArgument>().ToList();
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var parameter = function.Parameters[i];
            var argument = i < plain.Count ? plain[i] : named.Find(one => one.Name?.Name == parameter.Name)?.Value;
            if (argument is ScriptLiteral { Value: string text } && parameter.Problem?.Invoke(text) is { } problem)
                Report("template-arguments", argument, problem.Headline, problem.Hint);
        }
    }

    void Report(string rule, ScriptNode node, Message message, Message? hint)
    {
        var place = FailureReport.PlaceIn(template.Template.Source, node.Span);
        if (places.Add((rule, place.Offset)))
            found.Add(new Diagnostic(Severity.Error, rule, message, place, hint));
    }
}
