using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>A render error with our own message.</summary>
/// <param name="detail">Scriban's own message; null for none.</param>
public sealed class TemplateFailure(SourceSpan span, Message headline, Message? hint = null, string? detail = null)
    : ScriptRuntimeException(span, headline.ToString())
{
    public Message Headline { get; } = headline;

    public Message? Hint { get; } = hint;

    public string? Detail { get; } = detail;

    /// <summary>The already reported error that causes this one.</summary>
    public Diagnostic? Known { get; init; }

    /// <summary>The exception of a function of ours, which no template can be blamed for.</summary>
    public Exception? Fault { get; init; }

    internal static TemplateFailure UnknownMember(SourceSpan span, string name, IEnumerable<string> known) =>
        new(span, $"There is no member `{name}`.", Suggestion(name, known));

    /// <summary>A hint with the nearest name; null when none is near.</summary>
    internal static Message? Suggestion(string name, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } nearest ? (Message)$"Did you mean `{nearest}`?" : null;
}
