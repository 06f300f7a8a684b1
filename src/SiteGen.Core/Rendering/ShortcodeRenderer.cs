using System.Collections.Concurrent;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering;

/// <summary>Renders the theme's templates under <c>shortcodes/</c> for calls in Markdown.</summary>
/// <param name="time">What shortcodes take for now, as all other templates do.</param>
/// <param name="names">The view of a page and the functions that its templates have.</param>
public sealed class ShortcodeRenderer(TemplateStore templates, DiagnosticBag diagnostics, TimeProvider time, Func<Page, (Value Page, SiteFunctions Functions)> names) : IShortcodeRenderer
{
    /// <summary>Pages whose shortcodes this thread is rendering: one that asks for the text it stands in would ask for ever.</summary>
    [ThreadStatic]
    static List<Page>? underway;

    // A bag would keep the contexts, and with them the site, for as long as the threads live that used them.
    readonly ConcurrentStack<RenderContext> contexts = new();

    public IEnumerable<string> Names => templates.ShortcodeNames;

    public bool? IsPaired(string name) => templates.Shortcode(name)?.Header.Paired;

    public string Render(Shortcode call, string? content)
    {
        if (templates.Shortcode(call.Name) is not { Template.Errors.Count: 0 } template || !Check(call, template.Header))
            return "";
        underway ??= [];
        if (underway.Contains(call.Page))
        {
            diagnostics.Error("shortcode-circle", $"The shortcode `{call.Name}` asks for the text of a page that asks for this one's.", call.Place);
            return "";
        }

        underway.Add(call.Page);
        try
        {
            return Run(call, template.Template, content);
        }
        finally
        {
            underway.RemoveAt(underway.Count - 1);
        }
    }

    bool Check(Shortcode call, TemplateHeader header)
    {
        var missing = header.Required.FirstOrDefault(key => !call.Named.Any(named => named.Key == key));
        if (missing is null && call.Args.Count >= header.Arguments)
            return true;
        var words = Enumerable.Repeat("…", header.Arguments).Concat(header.Required.Select(key => key + "=\"…\""));
        diagnostics.Error("shortcode-arguments", $"The shortcode `{call.Name}` needs {(missing is not null ? $"`{missing}`" : header.Arguments == 1 ? "an argument" : $"{header.Arguments} arguments")}.", call.Place, $"Write it as {{{{< {call.Name} {string.Join(' ', words)} >}}}}.");
        return false;
    }

    string Run(Shortcode call, Template template, string? content)
    {
        var (page, functions) = names(call.Page);
        if (!contexts.TryPop(out var context))
            context = new RenderContext(SiteRenderer.Options) { Loader = templates, HostFunctions = functions.Names(), Time = time };
        context.Reset();
        foreach (var (name, value) in call.Named)
            context.Globals.Set(name, value);
        context.Globals.Set("args", Value.List([.. call.Args.Select(Value.Of)]));
        context.Globals.Set("content", Value.Html(content));
        context.Globals.Set("page", page);
        var error = template.Render(context);
        if (error is not null)
            templates.Report(error, call.Place);
        var html = error is null ? context.Output.ToString() : "";
        contexts.Push(context);
        return html;
    }
}
