using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>Template failures as diagnostics: our headline by the kind of failure, and Scriban's message as a note.</summary>
static class FailureReport
{
    const int LongestDetail = 300;

    /// <param name="source">The rendered template.</param>
    public static Diagnostic Of(ScriptRuntimeException failure, RenderState state, ITemplateSource templates, SourceText source)
    {
        var known = failure as TemplateFailure;
        if (known?.Known is { } mistake)
            return mistake;
        var (headline, hint) = known is null ? Kind(failure, state) : (known.Headline, known.Hint);
        var place = PlaceOf(failure.Span, templates, source);
        // Evaluated text has no file, so the place is the call.
        if (place.Source is null)
            place = PlaceOf(state.FailedNode?.Span ?? default, templates, source);
        var callers = state.Callers.Select(caller => new DiagnosticNote("included from here", PlaceOf(caller, templates, source)));
        if (known?.Fault is { } fault)
        {
            var report = InternalFault.Of(fault, place);
            return report with { Notes = [.. report.Notes, .. callers] };
        }

        var detail = Shortened(known is null ? failure.OriginalMessage : known.Detail);
        return new Diagnostic(Severity.Error, "template-runtime", headline, place.Source is null ? new SourcePlace(source, 0) : place, hint)
        {
            Notes =
            [
                .. detail is null ? Array.Empty<DiagnosticNote>() : [new DiagnosticNote($"Scriban says: {detail}", place)],
                .. callers,
            ],
        };
    }

    public static Diagnostic[] OfSyntax(Template script, SourceText source) =>
    [
        .. script.Messages.Where(message => message.Type == ParserMessageType.Error)
            .Select(message =>
            new Diagnostic(Severity.Error, "template-syntax", "The template can't be read here.", PlaceIn(source, message.Span))
            {
                Notes = [new DiagnosticNote($"Scriban says: {message.Message}", PlaceIn(source, message.Span))],
            }),
    ];

    public static TemplateFailure Conversion(ScriptRuntimeException failure) =>
        new(failure.Span, "A value of this type can't stand here.", null, failure.OriginalMessage);

    static (Message Headline, Message? Hint) Kind(ScriptRuntimeException failure, RenderState state) => failure switch
    {
        _ when state.IsTooDeep => ((Message)"This is nested too deeply.", (Message)"Does a function call itself without end?"),
        ScriptAbortException => ((Message)$"This page takes longer than {(int)RenderState.MostTime.TotalSeconds} seconds to render.", null),
        { InnerException: RegexMatchTimeoutException } =>
            ((Message)$"Regular expressions take longer than {(int)RenderState.MostRegexTime.TotalSeconds} seconds on this page.", null),
        { InnerException: OutputLimitException } => ((Message)$"This page is larger than {RenderState.LongestOutput >> 20} MB.", null),
        { InnerException: NotSupportedException } => ((Message)"What the site hands to a template can't be changed by it.", null),
        _ => state.FailedNode switch
        {
            ScriptFunctionCall or ScriptPipeCall or ScriptNamedArgument => ((Message)"This call fails.", null),
            ScriptBinaryExpression or ScriptUnaryExpression or ScriptIncrementDecrementExpression =>
                ((Message)"This operator doesn't work on these values.", null),
            ScriptMemberExpression { DotToken.TokenType: not TokenType.QuestionDot } member =>
                ((Message)"This member can't be read or set.",
                    (Message)$"Write `{member.Target}?.{member.Member}` where `{member.Target}` may be missing."),
            ScriptMemberExpression or ScriptIndexerExpression => ((Message)"This member can't be read or set.", null),
            ScriptForStatement or ScriptWhileStatement => ((Message)"This loop fails.", null),
            ScriptAssignExpression or ScriptVariable => ((Message)"This variable can't be read or set.", null),
            _ => ((Message)"The template fails here.", null),
        },
    };

    /// <summary>Errors of evaluated text are nested.</summary>
    static string? Shortened(string? detail) => detail?.Length > LongestDetail
        ? detail[..(char.IsHighSurrogate(detail[LongestDetail - 1]) ? LongestDetail - 1 : LongestDetail)] + "…"
        : detail;

    static SourcePlace PlaceOf(SourceSpan span, ITemplateSource templates, SourceText source) =>
        span.FileName is not { Length: > 0 } path ? SourcePlace.Nowhere
        : path == source.Path ? PlaceIn(source, span)
        : templates.SourceOf(path) is { } file ? PlaceIn(file, span)
        : SourcePlace.Nowhere;

    internal static SourcePlace PlaceIn(SourceText source, SourceSpan span) =>
        new(source, span.Start.Offset < 0 ? source.Text.Length : Math.Min(span.Start.Offset, source.Text.Length));
}
