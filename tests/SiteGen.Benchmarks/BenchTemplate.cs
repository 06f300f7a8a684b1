using System.Text.Json;
using SiteGen.Scriban;

namespace SiteGen.Benchmarks;

/// <summary>One piece of work of the conformance set: templates parsed, model converted, ready to be rendered again and again.</summary>
sealed class BenchTemplate : ITemplateLoader
{
    readonly Template page;
    readonly Dictionary<string, Template> includes = new(StringComparer.Ordinal);
    readonly ScriptObject model;
    readonly TemplateOptions options;
    readonly string expected;

    BenchTemplate(string folder, JsonElement work)
    {
        string Text(string property) => File.ReadAllText(Path.Combine(folder, work.GetProperty(property).GetString()!));
        Name = work.GetProperty("name").GetString()!;
        page = Template.Parse(Text("template"), Name);
        expected = Text("expected");
        model = JsonValue.Parse(Text("model")).TryGetObject(out IScriptObject read) ? (ScriptObject)read : new ScriptObject();
        options = TemplateOptions.Default with { LoopLimit = work.GetProperty("options").GetProperty("loop_limit").GetInt32() };
        foreach (string name in work.GetProperty("includes").EnumerateArray().Select(include => include.GetString()!))
            includes[name] = Template.Parse(File.ReadAllText(Path.Combine(folder, name)), name);
        Reused = NewContext();
    }

    public string Name { get; }

    RenderContext Reused { get; }

    public static IReadOnlyList<BenchTemplate> ReadAll(string folder)
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "bench.json")));
        return [.. list.RootElement.EnumerateArray().Select(work => new BenchTemplate(folder, work))];
    }

    /// <summary>The folder <c>bench</c> of the conformance set.</summary>
    public static string? FindFolder() => SharedFolder.Find("scriban-conformance/bench");

    /// <summary>As the first render of a thread goes: everything a render needs is made for it.</summary>
    public int RenderFresh()
    {
        using RenderContext context = NewContext();
        return Render(context);
    }

    /// <summary>As a build renders: one context for one page after another.</summary>
    public int RenderReused()
    {
        Reused.Reset();
        return Render(Reused);
    }

    /// <summary>What is wrong with the output, fresh and after use; null when it is what the reference gives.</summary>
    public string? Mistake()
    {
        RenderFresh();
        RenderReused();
        RenderReused();
        using RenderContext context = NewContext();
        Render(context);
        foreach (string output in (string[])[context.Output.ToString(), Reused.Output.ToString()])
        {
            int same = output.AsSpan().CommonPrefixLength(expected);
            if (same != output.Length || same != expected.Length)
                return $"the output differs from what is expected at character {same}";
        }

        return null;
    }

    public Template? Load(string name, out IReadOnlyList<string> searched)
    {
        searched = [];
        return includes.GetValueOrDefault(name);
    }

    RenderContext NewContext() => new(options) { Loader = this };

    int Render(RenderContext context)
    {
        // Templates assign into the page object: each render has one of its own over the model's values.
        foreach (string name in model.Names)
            context.Globals.Set(name, model[name]);
        if (page.Render(context) is { } error)
            throw new InvalidOperationException(error.ToString());
        return context.Output.Length;
    }
}
