using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Rendering.Views;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering;

/// <summary>The functions that templates have besides the language's own.</summary>
sealed class SiteFunctions(SiteViews views, PartialCache partials)
{
    /// <summary><c>site</c> and the functions, as names for a render context.</summary>
    public ScriptObject Names()
    {
        var names = new ScriptObject();
        names.Set("site", views.SiteValue);
        Add(names, "url", [new("path")], call => call.Text(0) is { } path ? Value.Of(views.Permalink.HrefOf(path)) : Value.Null);
        Add(names, "absolute_url", [new("path")], call => call.Text(0) is { } path ? Value.Of(views.Permalink.AbsoluteOf(path)) : Value.Null);
        Add(names, "asset", [new("name")], Asset);
        Add(names, "t", [new("key"), new("values", Optional: true, Rest: true)], Word);
        Add(names, "date_format", [new("date"), new("style", Optional: true)], FormatDate);
        Add(names, "josa", [new("word"), new("pair")], call => Josa.IsPair(call.Text(1) ?? "") ? Value.Of(Josa.Attach(call.Text(0) ?? "", call.Text(1)!)) : call.Fail(1, $"“{call.Text(1)}” is no pair of particles.", "Write it as 은/는, 이/가, 을/를, 으로/로."));
        Add(names, "markdownify", [new("text")], call => Value.Html(call.Text(0) is { } text ? views.Markup.RenderText(text) : null));
        Add(names, "raw", [new("value")], call => Value.Html(call.Text(0)));
        names.Set("partial", LanguageFunctions.Include);
        Add(names, "partial_cached", [new("name"), new("arguments", Optional: true, Rest: true)], partials.Render);
        return names;
    }

    static void Add(ScriptObject names, string name, NativeParameter[] parameters, NativeBody body) =>
        names.Set(name, Value.Of(new NativeFunction(name, parameters, body)));

    Value Asset(NativeCall call)
    {
        var name = call.Text(0) ?? "";
        if (views.Site.Assets.TryGetValue(name, out var asset))
            return Value.Of(views.Permalink.Href(asset.Path));
        var nearest = NearestName.Of(name, views.Site.Assets.Keys);
        return call.Fail(0, $"The theme has no asset “{name}”; looked for assets/{name}.", nearest is null ? null : (Message)$"Did you mean “{nearest}”?");
    }

    /// <summary>A word of the interface, its <c>{name}</c> places filled from named arguments; <c>{name:은/는}</c> adds the particle.</summary>
    Value Word(NativeCall call)
    {
        var key = call.Text(0) ?? "";
        if (!views.Site.Theme.Words.TryGetValue(key, out var text))
        {
            var nearest = NearestName.Of(key, views.Site.Theme.Words.Keys);
            return call.Fail(0, $"There is no text “{key}”; looked for it in i18n/{views.Site.Config.Language}.yml and i18n/en.yml.", nearest is null ? null : (Message)$"Did you mean “{nearest}”?");
        }

        if (!text.Contains('{'))
            return Value.Of(text);
        var filled = new StringBuilder();
        var at = 0;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', at))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                break;
            filled.Append(text, at, open - at).Append(Filled(text[(open + 1)..close], call));
            at = close + 1;
        }

        return Value.Of(filled.Append(text, at, text.Length - at).ToString());
    }

    static string Filled(string place, NativeCall call)
    {
        var colon = place.IndexOf(':');
        var name = colon < 0 ? place : place[..colon];
        foreach (var (key, value) in call.NamedRest)
        {
            if (key == name)
                return colon < 0 || !Josa.IsPair(place[(colon + 1)..]) ? value.ToText() : Josa.Attach(value.ToText(), place[(colon + 1)..]);
        }

        return "{" + place + "}";
    }

    Value FormatDate(NativeCall call)
    {
        if (call[0].IsNull)
            return Value.Null;
        if (!call[0].TryGetDate(out var wallClock))
            return call.Fail(0, "`date_format` needs a date.");
        var style = call.Text(1) ?? (views.Site.Theme.Options["date_style"] as YamlScalar)?.Text ?? "official";
        if (!views.Site.Config.Zone.TryAt(wallClock, out var date))
            return call.Fail(0, "`date_format`: this date lies at the edge of the calendar.");
        return DateStyle.Format(date, style, views.Site.Config.Language) is { } text
            ? Value.Of(text)
            : call.Fail(1, $"There is no date style “{style}”.", $"Styles are {string.Join(", ", DateStyle.Names)}.");
    }
}
