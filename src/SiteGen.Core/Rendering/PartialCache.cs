using System.Collections.Concurrent;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Rendering.Views;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary><c>partial_cached</c>: a partial that sees only its arguments, <c>site</c> and the functions, so it is cached.</summary>
sealed class PartialCache(RenderContexts contexts)
{
    readonly ConcurrentDictionary<object?[], (Html Html, RenderDependencies Uses)> rendered = new(new KeyComparer());

    public object? Render(FunctionCall call)
    {
        var name = call.Text(0) ?? "";
        var named = call.Named;
        var key = new object?[1 + 2 * named.Count];
        key[0] = name;
        for (var i = 0; i < named.Count; i++)
            (key[1 + 2 * i], key[2 + 2 * i]) = (named[i].Key, Identity(call, named[i]));
        if (!rendered.TryGetValue(key, out var known))
        {
            Html html = null!;
            var uses = RenderDependencies.During(() => html = Run(name, call));
            known = rendered.GetOrAdd(key, (html, uses));
        }

        RenderDependencies.Note(known.Uses);
        return known.Html;
    }

    /// <summary>The key of an argument: texts, HTML and numbers by value; pages, terms and archives by their view.</summary>
    static object? Identity(FunctionCall call, KeyValuePair<string, object?> argument) => argument.Value switch
    {
        null or string or bool or int or long => argument.Value,
        View<Page, SiteViews> => argument.Value,
        View<PageList, SiteViews> list when ReferenceEquals(list.Table, ListTables.Term)
            || ReferenceEquals(list.Table, ListTables.Archive) => list,
        var value when RenderContext.IsMarkup(value) => (typeof(Html), value.ToString()),
        _ => throw call.Fail(
            $"`partial_cached` can't remember `{argument.Key}`: arguments are texts, numbers, true or false, pages, terms and archives.",
            "Use `partial` where others are needed."),
    };

    Html Run(string name, FunctionCall call)
    {
        var template = call.Context.FindPartial(call, name);
        var context = contexts.Rent();
        context.RenderFor(call, template);
        var html = Html.Of(context.Printed.WrittenSpan.ToArray());
        contexts.Return(context);
        return html;
    }

    /// <summary>Keys are equal when the name and all arguments are.</summary>
    sealed class KeyComparer : IEqualityComparer<object?[]>
    {
        public bool Equals(object?[]? x, object?[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(object?[] key)
        {
            var hash = new HashCode();
            foreach (var part in key)
                hash.Add(part);
            return hash.ToHashCode();
        }
    }
}
