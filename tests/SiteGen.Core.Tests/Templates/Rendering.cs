using System.Globalization;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Templates with partials in memory, rendered by the engine as the builder sets it up.</summary>
sealed class Rendering : ITemplateSource
{
    readonly Dictionary<string, ParsedTemplate> partials = new(StringComparer.Ordinal);

    public Dictionary<string, object?> Names { get; } = new(StringComparer.Ordinal);

    public TimeProvider Clock { get; init; } = new SeoulClock();

    public bool EscapesHtml { get; init; } = true;

    public Rendering Partial(string name, string text)
    {
        partials[name] = Parsed(text, name);
        return this;
    }

    public Rendering With(string name, object? value)
    {
        Names[name] = value;
        return this;
    }

    public RenderContext Context() => new(this, Names, Clock) { EscapesHtml = EscapesHtml };

    public RenderContexts Pool() => new(this, () => Names, Clock);

    public static ParsedTemplate Parsed(string text, string path = "page") => ParsedTemplate.Parse(new SourceText(path, text), 0);

    /// <summary>The output; a template that fails fails the test.</summary>
    public string Output(string template)
    {
        var (output, error) = Run(template);
        Assert.True(error is null, $"{template}\n{error}");
        return output;
    }

    /// <summary>The error, as <c>path:line:column headline | hint | note at path:line:column</c>.</summary>
    public string Error(string template)
    {
        var (output, error) = Run(template);
        Assert.True(error is not null, $"No error but: {output[..Math.Min(output.Length, 200)]}");
        return Shown(error);
    }

    public (string Output, Diagnostic? Error) Run(string template)
    {
        var parsed = Parsed(template);
        if (parsed.Mistakes.Count > 0)
            return ("", parsed.Mistakes[0]);
        var context = Context();
        var error = context.Render(parsed);
        return (context.Printed.ToString(), error);
    }

    public static string Shown(Diagnostic error)
    {
        var shown = new StringBuilder().Append(At(error.Place)).Append(' ').Append(error.Message);
        if (error.Hint is { } hint)
            shown.Append(" | ").Append(hint);
        foreach (var note in error.Notes)
            shown.Append(CultureInfo.InvariantCulture, $" | {note.Message} at {At(note.Place)}");
        return shown.ToString();
    }

    static string At(SourcePlace place) => $"{place.Path}:{place.Line}:{place.Column}";

    public ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched)
    {
        searched = ["themes/a/" + name, "themes/b/" + name];
        return partials.GetValueOrDefault(name);
    }

    public Message? Refusal(string name) => IncludeName.LeavesFolder(name) ? (Message)"It leaves the folder." : null;

    public IEnumerable<string> PartialNames => partials.Keys;

    public SourceText? SourceOf(string path) => partials.GetValueOrDefault(path)?.Source;
}

/// <summary>Half an hour past midnight of a new year in Seoul, and the old year still in Greenwich.</summary>
sealed class SeoulClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("KST", TimeSpan.FromHours(9), "KST", "KST");

    public override DateTimeOffset GetUtcNow() => new(2024, 12, 31, 15, 30, 0, TimeSpan.Zero);
}
