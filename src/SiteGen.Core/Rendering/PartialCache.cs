using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Rendering.Views;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering;

/// <summary>
/// <c>partial_cached "name" argument: value</c>: a partial that sees nothing but its arguments, <c>site</c> and the functions, so that what it prints for the
/// same arguments is always the same, and is rendered once.
/// </summary>
sealed class PartialCache(TemplateStore templates, RenderContexts contexts)
{
    readonly ConcurrentDictionary<Call, (Value Html, TextUses Uses)> rendered = new();

    public Value Render(NativeCall call)
    {
        var arguments = new KeyValuePair<string, object?>[call.NamedRest.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = new(call.NamedRest[i].Key, Identity(call, call.NamedRest[i]));
        if (call.Rest.Count > 0)
            return call.Fail("Arguments of `partial_cached` have names.", "Write them as `post: page`.");
        var key = new Call(call.Text(0) ?? "", arguments);
        if (!rendered.TryGetValue(key, out var known))
        {
            Value html = default;
            var uses = TextUses.During(() => html = Run(key.Name, call));
            known = rendered.GetOrAdd(key, (html, uses));
        }

        TextUses.Note(known.Uses);
        return known.Html;
    }

    /// <summary>What makes two arguments the same: texts and numbers by value (a text is another one than the same as HTML), pages, terms and archives by their views, of which each has one.</summary>
    static object? Identity(NativeCall call, KeyValuePair<string, Value> argument)
    {
        var value = argument.Value;
        if (value.TryGetText(out var text))
            return value.Kind == ValueKind.Text ? text : (text, value.Kind);
        if (value.TryGetInt64(out var number))
            return number;
        if (value.TryGetBool(out var flag))
            return flag;
        if (value.TryGetObject(out var found) && found is View<Page> or View<PageList> { IsShared: true })
            return found;
        return value.IsNull ? null : call.Fail($"`partial_cached` can't remember `{argument.Key}`: arguments are texts, whole numbers, true or false, pages, terms and archives.", "Use `partial` where others are needed.");
    }

    Value Run(string name, NativeCall call)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return call.Fail("This is nested too deeply");
        var searched = (IReadOnlyList<string>)[];
        if (IncludeName.LeavesFolder(name) || ((ITemplateLoader)templates).Load(name, out searched) is not { } template)
            return call.Fail(0, $"The template `{name}` was not found; looked for in: {string.Join(", ", searched)}", Diagnostics.NearestName.Of(name, templates.Names) is { } nearest ? (Message)$"did you mean `{nearest}`?" : null);
        var context = contexts.Rent();
        try
        {
            return template.Render(context, call.NamedRest) is { } error ? call.Fail(error) : Value.Html(context.Output.WrittenSpan.ToArray());
        }
        finally
        {
            contexts.Return(context);
        }
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
