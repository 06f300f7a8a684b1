using System.Collections.Concurrent;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Rendering.Views;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary>
/// <c>partial_cached "name" argument: value</c>: a partial that sees nothing but its arguments, <c>site</c> and the functions, so that what it prints for the
/// same arguments is always the same, and is rendered once.
/// </summary>
sealed class PartialCache(RenderContexts contexts)
{
    readonly ConcurrentDictionary<Call, (Html Html, RenderDependencies Uses)> rendered = new();

    public object? Render(FunctionCall call)
    {
        var named = call.Named;
        var arguments = new KeyValuePair<string, object?>[named.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = new(named[i].Key, Identity(call, named[i]));
        var key = new Call(call.Text(0) ?? "", arguments);
        if (!rendered.TryGetValue(key, out var known))
        {
            Html html = null!;
            var uses = RenderDependencies.During(() => html = Run(key.Name, call));
            known = rendered.GetOrAdd(key, (html, uses));
        }

        RenderDependencies.Note(known.Uses);
        return known.Html;
    }

    /// <summary>What makes two arguments the same: texts and numbers by value (a text is another one than the same as HTML), pages, terms and archives by their views, of which each has one.</summary>
    static object? Identity(FunctionCall call, KeyValuePair<string, object?> argument) => argument.Value switch
    {
        null or string or bool or int or long => argument.Value,
        View<Page, SiteViews> => argument.Value,
        View<PageList, SiteViews> list when ReferenceEquals(list.Table, ListTables.Term) || ReferenceEquals(list.Table, ListTables.Archive) => list,
        var value when RenderContext.IsMarkup(value) => (typeof(Html), value.ToString()),
        _ => throw call.Fail($"`partial_cached` can't remember `{argument.Key}`: arguments are texts, whole numbers, true or false, pages, terms and archives.", "Use `partial` where others are needed."),
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

    /// <summary>A name with its arguments.</summary>
    readonly struct Call(string name, KeyValuePair<string, object?>[] arguments) : IEquatable<Call>
    {
        public string Name { get; } = name;

        readonly KeyValuePair<string, object?>[] arguments = arguments;

        public bool Equals(Call other)
        {
            if (Name != other.Name || arguments.Length != other.arguments.Length)
                return false;
            for (var i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].Key != other.arguments[i].Key || !Equals(arguments[i].Value, other.arguments[i].Value))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Call other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Name);
            foreach (var argument in arguments)
                hash.Add(argument.Value);
            return hash.ToHashCode();
        }
    }
}
