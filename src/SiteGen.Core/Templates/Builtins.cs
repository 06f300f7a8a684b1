using System.Globalization;
using System.Text;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Scriban's own names as templates have them: shared by all contexts, and with the build's clock instead of the machine's.</summary>
static class Builtins
{
    // Made once: each time Scriban would reflect over all of its functions. No template can change them.
    static readonly ScriptObject Shared = MakeShared();

    /// <summary>All names of the language.</summary>
    public static ScriptObject Language => Shared;

    /// <summary>The language's names, dates by a clock, and further ones.</summary>
    public static ScriptObject With(IEnumerable<KeyValuePair<string, object?>> names, TimeProvider clock)
    {
        var all = new ScriptObject(Shared.Count + 16);
        Shared.CopyTo(all);
        all.SetValue("date", Dates(clock), readOnly: true);
        foreach (var (name, value) in names)
            all.SetValue(name, value, readOnly: true);
        return all;
    }

    static ScriptObject MakeShared()
    {
        var all = new BuiltinFunctions();
        var partials = new Partials();
        all.SetValue("include", partials, readOnly: true);
        all.SetValue("include_join", new TemplateFunction("include_join", [new("template_names"), new("separator"), new("prefix", true), new("suffix", true)], Partials.Join, takesNamed: true), readOnly: true);
        all.SetValue("partial", partials, readOnly: true);
        var regex = (ScriptObject)all["regex"]!;
        foreach (var name in new[] { "match", "matches", "replace", "split" })
            regex.SetValue(name, new TimedFunction((IScriptCustomFunction)regex[name]!), readOnly: true);
        var html = (ScriptObject)all["html"]!;
        html.SetValue("strip", new TimedFunction((IScriptCustomFunction)html["strip"]!), readOnly: true);
        html.SetValue("escape", new TemplateFunction("html.escape", [new("text")], call => RenderContext.IsMarkup(call[0]) ? call[0] : Html.Of(HtmlFunctions.Escape(call.Text(0)))), readOnly: true);
        html.SetValue("newline_to_br", new TemplateFunction("html.newline_to_br", [new("text")], call => Html.Of(HtmlFunctions.NewlineToBr(RenderContext.IsMarkup(call[0]) ? call.Text(0) : HtmlEscaping.Escape(call.Text(0) ?? "")))), readOnly: true);
        var objects = (ScriptObject)all["object"]!;
        objects.SetValue("eval_template", new TextFunction((IScriptCustomFunction)objects["eval_template"]!), readOnly: true);
        objects.SetValue("to_json", new TemplateFunction("object.to_json", [new("value")], ObjectJson.Write), readOnly: true);
        objects.SetValue("typeof", new TemplateFunction("object.typeof", [new("value")], call => call[0] switch
        {
            TemplateObject => "object",
            var value when RenderContext.IsMarkup(value) => "string",
            var value => ObjectFunctions.Typeof(value),
        }), readOnly: true);
        foreach (var value in all.Values.OfType<ScriptObject>())
            value.IsReadOnly = true;
        return all;
    }

    /// <summary><c>date</c>: <c>now</c>, <c>parse</c> and the format %Z follow the clock, not the machine.</summary>
    static DateTimeFunctions Dates(TimeProvider clock)
    {
        var dates = new PageDates();
        dates.SetValue("now", new TemplateFunction("date.now", [], _ => clock.GetLocalNow().DateTime), readOnly: true);
        dates.SetValue("utc_now", new TemplateFunction("date.utc_now", [], _ => clock.GetUtcNow().UtcDateTime), readOnly: true);
        dates.SetValue("parse", new TemplateFunction("date.parse", [new("text"), new("pattern", true), new("culture", true)], call => Parse(call, clock)), readOnly: true);
        dates.SetValue("to_string", new TemplateFunction("date.to_string", [new("date"), new("pattern"), new("culture", true)], call => Format(call, dates, clock)), readOnly: true);
        dates.SetValue("parse_to_string", new TemplateFunction(
            "date.parse_to_string",
            [new("text"), new("output_pattern", true), new("output_culture", true), new("input_pattern", true), new("input_culture", true)],
            call => Parse(call.Context, call.Text(0), call.Text(3), call.Text(4), clock) is { } date ? Format(dates, date, call.Text(1) ?? DateTimeFunctions.DefaultFormat, CultureOf(call.Text(2)), clock) : null), readOnly: true);
        return dates;
    }

    static object? Parse(FunctionCall call, TimeProvider clock) => Parse(call.Context, call.Text(0), call.Text(1), call.Text(2), clock);

    /// <summary>A text that names its offset becomes the clock's local time; Scriban would make it the machine's.</summary>
    static DateTime? Parse(RenderContext context, string? text, string? pattern, string? culture, TimeProvider clock)
    {
        if (pattern is null && DateTime.TryParse(text, CultureOf(culture), DateTimeStyles.RoundtripKind, out var parsed))
        {
            return parsed.Kind == DateTimeKind.Unspecified
                ? parsed
                : TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text!, CultureOf(culture), DateTimeStyles.AssumeUniversal), clock.LocalTimeZone).DateTime;
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

    /// <summary>Scriban formats with the machine's zone, so %Z and %s are put in before.</summary>
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

/// <summary>Of a context's <c>date</c> a template changes <c>format</c> alone, and that until the page ends.</summary>
sealed class PageDates : DateTimeFunctions
{
    public override bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        (context is null || member == "format") && base.TrySetValue(context, span, member, value, readOnly);

    public void Forget() => Format = DefaultFormat;
}

/// <summary>A function of the language around which something is done.</summary>
abstract class WrappedFunction(IScriptCustomFunction inner) : IScriptCustomFunction
{
    public int RequiredParameterCount => inner.RequiredParameterCount;

    public int ParameterCount => inner.ParameterCount;

    public ScriptVarParamKind VarParamKind => inner.VarParamKind;

    public Type ReturnType => inner.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => inner.GetParameterInfo(index);

    public abstract object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>A function with regular expressions: all of a page's share one limit of time.</summary>
sealed class TimedFunction(IScriptCustomFunction inner) : WrappedFunction(inner)
{
    readonly IScriptCustomFunction inner = inner;

    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (RenderState.Current is not { } state)
            return inner.Invoke(context, callerContext, arguments, blockStatement);
        context.RegexTimeOut = state.RegexTimeLeft;
        return state.Timed(() => inner.Invoke(context, callerContext, arguments, blockStatement));
    }
}

/// <summary>A function that prints into a text: it is escaped once, as a whole, where it is printed itself.</summary>
sealed class TextFunction(IScriptCustomFunction inner) : WrappedFunction(inner)
{
    readonly IScriptCustomFunction inner = inner;

    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ((RenderContext)context).WithoutEscaping(() => inner.Invoke(context, callerContext, arguments, blockStatement));
}
