using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary>Renders the theme's templates under <c>shortcodes/</c> for calls in Markdown.</summary>
/// <param name="view">A page as templates see it.</param>
sealed class ShortcodeRenderer(TemplateStore templates, DiagnosticBag diagnostics, RenderContexts contexts, Func<Page, object?> view)
    : IShortcodeRenderer
{
    /// <summary>Pages whose shortcodes this thread is rendering, to detect a page that includes itself.</summary>
    [ThreadStatic]
    static List<Page>? underway;

    public IEnumerable<string> Names => templates.ShortcodeNames;

    public bool? IsPaired(string name) => templates.Shortcode(name)?.Header.Paired;

    public string Render(Shortcode call, string? content)
    {
        if (templates.Shortcode(call.Name) is not { Template.Mistakes.Count: 0 } template || !Check(call, template.Header))
            return "";
        underway ??= [];
        if (underway.Contains(call.Page))
        {
            diagnostics.Error("shortcode-circle", $"The shortcode `{call.Name}` asks for the text of a page that asks for this one's.",
                call.Place);
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
        var needed = missing is not null ? (Message)$"`{missing}`"
            : header.Arguments == 1 ? (Message)"an argument"
            : $"{header.Arguments} arguments";
        diagnostics.Error("shortcode-arguments", $"The shortcode `{call.Name}` needs {needed}.", call.Place,
            $"Write it as {{{{< {call.Name} {string.Join(' ', words)} >}}}}.");
        return false;
    }

    string Run(Shortcode call, ParsedTemplate template, string? content)
    {
        var context = contexts.Rent();
        foreach (var (name, value) in call.Named)
            context.Set(name, value);
        context.Set("args", new ListView<string>(call.Args, argument => argument));
        context.Set("content", Html.Of(content));
        context.Set("page", view(call.Page));
        if (context.Render(template) is { } error)
        {
            diagnostics.Add(error with { Notes = [.. error.Notes, new DiagnosticNote("called here", call.Place)] });
            return "";
        }

        var html = context.Printed.ToString();
        contexts.Return(context);
        return html;
    }
}
