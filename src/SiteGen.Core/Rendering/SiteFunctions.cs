using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Rendering.Views;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary>The functions that templates have besides the language's own.</summary>
sealed class SiteFunctions(SiteViews views, PartialCache partials)
{
    /// <summary><c>site</c> and the functions.</summary>
    public Dictionary<string, object?> Names()
    {
        var names = All().ToDictionary(function => function.Name, function => (object?)function, StringComparer.Ordinal);
        names["site"] = views.SiteView;
        return names;
    }

    public IReadOnlyList<TemplateFunction> All() =>
    [
        new("url", [new("path")], call => call.Text(0) is { } path ? views.Permalink.HrefOf(path) : null),
        new("absolute_url", [new("path")], call => call.Text(0) is { } path ? views.Permalink.AbsoluteOf(path) : null),
        new("asset", [new("name") { Problem = AssetProblem }], Asset),
        new("t", [new("key") { Problem = WordProblem }], Word, takesNamed: true),
        new("date_format", [new("date"), new("style", true) { Problem = StyleProblem }], FormatDate),
        new("josa", [new("word"), new("pair") { Problem = PairProblem }], WithParticle),
        new("markdownify", [new("text")], call => Html.Of(call.Text(0) is { } text ? views.Markup.RenderText(text) : null)),
        new("raw", [new("value")], call => Html.Of(call.Text(0))),
        new("partial_cached", [new("name") { IsPartial = true }], partials.Render, takesNamed: true),
    ];

    object? Asset(FunctionCall call)
    {
        var name = call.Text(0) ?? "";
        return views.Site.Assets.TryGetValue(name, out var asset)
            ? views.Permalink.Href(asset.Path)
            : throw call.Fail(0, AssetProblem(name));
    }

    (Message Headline, Message? Hint)? AssetProblem(string name) =>
        views.Site.Assets.ContainsKey(name)
            ? null
            : ($"The theme has no asset “{name}”; looked for assets/{name}.", Nearest(name, views.Site.Assets.Keys));

    static Message? Nearest(string name, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } nearest ? (Message)$"Did you mean “{nearest}”?" : null;

    static object? WithParticle(FunctionCall call)
    {
        var pair = call.Text(1) ?? "";
        return Josa.IsPair(pair) ? Josa.Attach(call.Text(0) ?? "", pair) : throw call.Fail(1, PairProblem(pair));
    }

    static (Message Headline, Message? Hint)? PairProblem(string pair) =>
        Josa.IsPair(pair) ? null : ($"“{pair}” is no pair of particles.", "Write it as 은/는, 이/가, 을/를, 으로/로.");

    /// <summary>A text of the theme with named arguments in its <c>{name}</c> places; <c>{name:은/는}</c> adds the particle.</summary>
    object? Word(FunctionCall call)
    {
        var key = call.Text(0) ?? "";
        if (!views.Site.Theme.Words.TryGetValue(key, out var text))
            throw call.Fail(0, WordProblem(key));
        if (!text.Contains('{'))
            return text;
        var filled = new StringBuilder();
        while (text.IndexOf('{') is >= 0 and var open && text.IndexOf('}', open) is > 0 and var close)
        {
            filled.Append(text, 0, open).Append(Filled(text[(open + 1)..close], call));
            text = text[(close + 1)..];
        }

        return filled.Append(text).ToString();
    }

    (Message Headline, Message? Hint)? WordProblem(string key) => views.Site.Theme.Words.ContainsKey(key)
        ? null
        : ($"There is no text “{key}”; looked for it in i18n/{views.Site.Config.Language}.yml and i18n/en.yml.",
            Nearest(key, views.Site.Theme.Words.Keys));

    static string Filled(string place, FunctionCall call)
    {
        var colon = place.IndexOf(':');
        var name = colon < 0 ? place : place[..colon];
        foreach (var (key, value) in call.Named)
        {
            if (key != name)
                continue;
            var text = call.Context.PrintedText(call.Span, value) ?? "";
            return colon < 0 || !Josa.IsPair(place[(colon + 1)..]) ? text : Josa.Attach(text, place[(colon + 1)..]);
        }

        return "{" + place + "}";
    }

    object? FormatDate(FunctionCall call)
    {
        if (call[0] is null)
            return null;
        if (call[0] is not DateTime wallClock)
            throw call.Fail(0, "`date_format` needs a date.");
        var style = call.Text(1) ?? (views.Site.Theme.Options["date_style"] as YamlScalar)?.Text ?? "official";
        if (!views.Site.Config.Zone.TryAt(wallClock, out var date))
            throw call.Fail(0, "`date_format`: this date lies at the edge of the calendar.");
        return DateStyle.Format(date, style, views.Site.Config.Language) ?? throw call.Fail(1, StyleProblem(style));
    }

    static (Message Headline, Message? Hint)? StyleProblem(string style) =>
        DateStyle.Names.Contains(style)
            ? null
            : ($"There is no date style “{style}”.", $"Styles are {string.Join(", ", DateStyle.Names)}.");
}
