using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>A failure of a template in words of ours, while it renders.</summary>
/// <param name="detail">Scriban's own English words; null where there are none.</param>
public sealed class TemplateFailure(SourceSpan span, Message headline, Message? hint = null, string? detail = null) : ScriptRuntimeException(span, headline.ToString())
{
    public Message Headline { get; } = headline;

    public Message? Hint { get; } = hint;

    public string? Detail { get; } = detail;

    /// <summary>A mistake that was told before, and that this failure only follows from.</summary>
    public Diagnostic? Known { get; init; }

    internal static TemplateFailure UnknownMember(SourceSpan span, string name, IEnumerable<string> known) =>
        new(span, $"There is no member `{name}`.", Suggestion(name, known));

    /// <summary>A hint with the nearest name; null where none is near.</summary>
    internal static Message? Suggestion(string name, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } nearest ? (Message)$"Did you mean `{nearest}`?" : null;
}
