using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Scriban's built-in names, shared by all contexts, with the build's clock instead of the machine's.</summary>
static class Builtins
{
    /// <summary>Read-only, and made once.</summary>
    public static ScriptObject Language { get; } = MakeLanguage();

    /// <summary>The built-in names, dates by a clock, and further names.</summary>
    public static ScriptObject With(IEnumerable<KeyValuePair<string, object?>> names, TimeProvider clock)
    {
        var all = new ScriptObject(Language.Count + 16);
        Language.CopyTo(all);
        all.SetValue("date", Dates(clock), readOnly: true);
        foreach (var (name, value) in names)
            all.SetValue(name, value, readOnly: true);
        return all;
    }

    static ScriptObject MakeLanguage()
    {
        var all = new ScriptObject();
        all.SetValue("empty", EmptyScriptObject.Default, readOnly: true);
        all.SetValue("blank", EmptyScriptObject.Default, readOnly: true);
        all.SetValue("date", new PageDates(), readOnly: true);
        all.SetValue("array", GroupOf(typeof(ArrayFunctions)), readOnly: true);
        all.SetValue("html", GroupOf(typeof(HtmlFunctions)), readOnly: true);
        all.SetValue("math", GroupOf(typeof(MathFunctions)), readOnly: true);
        all.SetValue("object", GroupOf(typeof(ObjectFunctions)), readOnly: true);
        all.SetValue("regex", GroupOf(typeof(RegexFunctions)), readOnly: true);
        all.SetValue("string", GroupOf(typeof(StringFunctions)), readOnly: true);
        all.SetValue("timespan", GroupOf(typeof(TimeSpanFunctions)), readOnly: true);
        ((ScriptObject)all["timespan"]!).SetValue("zero", TimeSpan.Zero, readOnly: true);
        var partials = new Partials();
        all.SetValue("include", partials, readOnly: true);
        all.SetValue("partial", partials, readOnly: true);
        Define(all, new("include_join", [new("template_names"), new("separator"), new("prefix", true), new("suffix", true)], Partials.Join,
            takesNamed: true));
        var regex = (ScriptObject)all["regex"]!;
        foreach (var name in new[] { "match", "matches", "replace", "split" })
            Wrap(regex, name, Timed);
        var html = (ScriptObject)all["html"]!;
        Wrap(html, "strip", Timed);
        Define(html, new("html.escape", [new("text")], call =>
            RenderContext.IsMarkup(call[0]) ? call[0] : Html.Of(HtmlFunctions.Escape(call.Text(0)))));
        Define(html, new("html.newline_to_br", [new("text")], call =>
            Html.Of(HtmlFunctions.NewlineToBr(RenderContext.IsMarkup(call[0]) ? call.Text(0) : HtmlEscaping.Escape(call.Text(0) ?? "")))));
        var objects = (ScriptObject)all["object"]!;
        Wrap(objects, "eval_template", (context, call) => context.WithoutEscaping(call));
        Define(objects, new("object.to_json", [new("value")], ObjectJson.Write));
        Define(objects, new("object.typeof", [new("value")], call => call[0] switch
        {
            TemplateObject => "object",
            var value when RenderContext.IsMarkup(value) => "string",
            var value => ObjectFunctions.Typeof(value),
        }));
        foreach (var value in all.Values.OfType<ScriptObject>())
            value.IsReadOnly = true;
        return all;
    }

    /// <summary>
    /// What Scriban imports of one of its classes. A function is examined when it is first used: reflection over all of them takes a tenth
    /// of a small site's build.
    /// </summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The program keeps Scriban whole.")]
    static ScriptObject GroupOf(Type functions)
    {
        var group = new ScriptObject();
        foreach (var method in functions.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (!method.IsSpecialName && !method.IsDefined(typeof(ScriptMemberIgnoreAttribute)))
                group.SetValue(StandardMemberRenamer.Default(method), new ReflectedFunction(method), readOnly: true);
        }

        return group;
    }

    static void Define(ScriptObject group, TemplateFunction function) =>
        group.SetValue(function.Name[(function.Name.LastIndexOf('.') + 1)..], function, readOnly: true);

    static void Wrap(ScriptObject group, string name, Func<RenderContext, Func<object?>, object?> around) =>
        group.SetValue(name, ((ReflectedFunction)group[name]!).With(around), readOnly: true);

    /// <summary>All regular expressions of a page share one time limit.</summary>
    static object? Timed(RenderContext context, Func<object?> call)
    {
        if (RenderState.Current is not { } state)
            return call();
        context.RegexTimeOut = state.RegexTimeLeft;
        return state.Timed(call);
    }

    /// <summary><c>date</c>, whose <c>now</c>, <c>parse</c> and format %Z follow the clock.</summary>
    static DateTimeFunctions Dates(TimeProvider clock)
    {
        var dates = new PageDates();
        Define(dates, new("date.now", [], _ => clock.GetLocalNow().DateTime));
        Define(dates, new("date.utc_now", [], _ => clock.GetUtcNow().UtcDateTime));
        Define(dates, new("date.parse", [new("text"), new("pattern", true), new("culture", true)], call =>
            Parse(call.Context, call.Text(0), call.Text(1), call.Text(2), clock)));
        Define(dates, new("date.to_string", [new("date"), new("pattern"), new("culture", true)], call => Format(call, dates, clock)));
        Define(dates, new("date.parse_to_string",
            [new("text"), new("output_pattern", true), new("output_culture", true), new("input_pattern", true), new("input_culture", true)],
            call => Parse(call.Context, call.Text(0), call.Text(3), call.Text(4), clock) is { } date
                ? Format(dates, date, call.Text(1) ?? DateTimeFunctions.DefaultFormat, CultureOf(call.Text(2)), clock)
                : null));
        return dates;
    }

    /// <summary>A text with an offset becomes the clock's local time; Scriban would use the machine's.</summary>
    static DateTime? Parse(RenderContext context, string? text, string? pattern, string? culture, TimeProvider clock)
    {
        if (pattern is null && DateTime.TryParse(text, CultureOf(culture), DateTimeStyles.RoundtripKind, out var parsed))
        {
            return parsed.Kind == DateTimeKind.Unspecified
                ? parsed
                : TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text!, CultureOf(culture), DateTimeStyles.AssumeUniversal),
                clock.LocalTimeZone).DateTime;
        }

        if (DateTimeFunctions.Parse(context, text, pattern, culture) is not { } date)
            return null;
        return pattern?.Contains("%Z", StringComparison.Ordinal) == true
            ? TimeZoneInfo.ConvertTime(new DateTimeOffset(date.ToUniversalTime()), clock.LocalTimeZone).DateTime
            : DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
    }

    static object? Format(FunctionCall call, DateTimeFunctions dates, TimeProvider clock)
    {
        if (call[0] is null)
            return null;
        var date = (DateTime)call.Context.ToObject(call.SpanOf(0), call[0], typeof(DateTime))!;
        return Format(dates, date, call.Text(1) ?? throw call.Fail(1, "`date.to_string` needs a pattern."), CultureOf(call.Text(2)), clock);
    }

    /// <summary>Scriban formats with the machine's zone, so %Z and %s are replaced before.</summary>
    static string? Format(DateTimeFunctions dates, DateTime date, string pattern, CultureInfo culture, TimeProvider clock)
    {
        var offset = date.Kind == DateTimeKind.Utc ? TimeSpan.Zero : clock.LocalTimeZone.GetUtcOffset(date);
        var own = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                own.Append(pattern[i]);
            else if (pattern[++i] == 'Z')
                own.Append(offset < TimeSpan.Zero ? '-' : '+').Append(offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture));
            else if (pattern[i] == 's')
                own.Append((date.Ticks - offset.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
            else
                own.Append('%').Append(pattern[i]);
        }

        return dates.ToString(date, own.ToString(), culture);
    }

    static CultureInfo CultureOf(string? name) => name is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);
}

/// <summary>The <c>date</c> of a context. A template may change only <c>format</c>, until the page ends.</summary>
sealed class PageDates : DateTimeFunctions
{
    public override bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        (context is null || member == "format") && base.TrySetValue(context, span, member, value, readOnly);

    public void Forget() => Format = DefaultFormat;
}

/// <summary>One of Scriban's functions.</summary>
class ReflectedFunction(MethodInfo method) : IScriptCustomFunction
{
    // Two threads that make it at once make the same.
    IScriptCustomFunction Inner => field ??= DynamicCustomFunction.Create(null, method);

    public int RequiredParameterCount => Inner.RequiredParameterCount;

    public int ParameterCount => Inner.ParameterCount;

    public ScriptVarParamKind VarParamKind => Inner.VarParamKind;

    public Type ReturnType => Inner.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => Inner.GetParameterInfo(index);

    public virtual object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) => Inner.Invoke(context, callerContext, arguments, blockStatement);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>The same with code around its calls.</summary>
    public ReflectedFunction With(Func<RenderContext, Func<object?>, object?> around) => new Surrounded(method, around);

    sealed class Surrounded(MethodInfo method, Func<RenderContext, Func<object?>, object?> around) : ReflectedFunction(method)
    {
        public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
            ScriptBlockStatement? blockStatement) =>
            around((RenderContext)context, () => base.Invoke(context, callerContext, arguments, blockStatement));
    }
}
