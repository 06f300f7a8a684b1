using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>
/// Renders templates, one at a time, again and again. Printed values are escaped unless they are <see cref="Html"/>; what <c>capture</c> collected is HTML too.
/// </summary>
public sealed class RenderContext : TemplateContext
{
    static readonly ConcurrentDictionary<string, ScriptVariable> Locals = new(StringComparer.Ordinal);

    readonly ScriptObject globals = new();
    readonly Utf8Output output = new();
    readonly Utf8Buffer taken = new();
    bool makesText;
    RenderState? running;

    /// <param name="names">What templates see besides the language's own names.</param>
    /// <param name="clock">What <c>date.now</c> says, and the zone of dates.</param>
    public RenderContext(ITemplateSource templates, IEnumerable<KeyValuePair<string, object?>> names, TimeProvider clock)
        : base(Builtins.With(names, clock))
    {
        Templates = templates;
        NewLine = "\n";
        LoopLimit = RenderState.MostSteps + 1;
        RecursiveLimit = RenderState.MostCalls;
        LimitToString = RenderState.LongestText;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = 0;
        RegexTimeOut = RenderState.MostRegexTime;
        PushGlobal(globals);
        PushOutput(output);
    }

    public ITemplateSource Templates { get; }

    /// <summary>Off for what is no HTML.</summary>
    public bool EscapesHtml { get; init; } = true;

    /// <summary>Runs something that prints text, which is escaped where it is printed itself.</summary>
    internal object? WithoutEscaping(Func<object?> work)
    {
        var outer = makesText;
        makesText = true;
        try
        {
            return work();
        }
        finally
        {
            makesText = outer;
        }
    }

    /// <summary>What was printed.</summary>
    public Utf8Buffer Printed => output.Buffer;

    /// <summary>Whether text goes into the page as it is escaped, byte for byte.</summary>
    internal bool PrintsBytes => EnableOutput && Output is Utf8Output && CurrentIndent is null && EscapesHtml && !makesText;

    /// <summary>A name that templates see.</summary>
    public void Set(string name, object? value) => globals.SetValue(name, value, readOnly: false);

    /// <summary>What was printed, as a value that lives until the context is cleared; nothing is printed then. The first time it is not even copied.</summary>
    public Html Take()
    {
        if (taken.Length > 0)
        {
            var copy = Html.Of(Printed.WrittenSpan.ToArray());
            Printed.Clear();
            return copy;
        }

        taken.Exchange(Printed);
        return Html.Of(taken.WrittenMemory);
    }

    /// <summary>Forgets names and what was printed.</summary>
    internal void Clear()
    {
        globals.Clear();
        output.Buffer.Clear();
        taken.Clear();
        Tags.Clear();
        ((PageDates)BuiltinObject["date"]!).Forget();
    }

    /// <summary>Renders a template without mistakes behind what was printed before; gives the error that ended it, if any. A context that failed is used no more.</summary>
    public Diagnostic? Render(ParsedTemplate template)
    {
        var state = RenderState.Enter(template.Script.Page?.Span ?? default);
        var outer = state.BeginFailures();
        PushLocal();
        try
        {
            Run(template, state);
            return null;
        }
        catch (ScriptRuntimeException failure) when (state.NoteFailure(this))
        {
            return FailureReport.Of(failure, state, Templates, template.Source);
        }
        finally
        {
            PopLocal();
            state.EndFailures(outer);
            state.Exit();
        }
    }

    /// <summary>Renders a template that another context's template calls, with the named arguments of that call. A failure is that template's too.</summary>
    public void RenderFor(FunctionCall call, ParsedTemplate template)
    {
        var state = RenderState.Enter(call.Caller?.Span ?? default);
        PushLocal();
        try
        {
            SetArguments(call.Caller, call.Arguments);
            Run(template, state);
        }
        catch (ScriptRuntimeException) when (state.NoteCaller(call.Caller?.Span ?? default, this))
        {
            throw;
        }
        finally
        {
            PopLocal();
            state.Exit();
        }
    }

    /// <summary>The partial of a name, without mistakes.</summary>
    public ParsedTemplate FindPartial(FunctionCall call, string name) => Partials.Find(this, name, call.Caller?.Span ?? CurrentSpan);

    /// <summary>Whether a value is printed as it is.</summary>
    public static bool IsMarkup([NotNullWhen(true)] object? value) => value is Html or IScriptOutput;

    /// <summary>Renders a partial: at its place in the output, or as a value.</summary>
    internal Html? RenderPartial(ParsedTemplate template, ScriptNode? caller, ScriptArray arguments)
    {
        var isStatement = EnableOutput && Output is Utf8Output && caller is ScriptFunctionCall { Parent: ScriptExpressionStatement };
        if (!isStatement)
            return PartialValue(template, caller, arguments);
        if (CurrentIndent is null)
            RunPartial(template, caller, arguments);
        else
            RenderIndented(template, caller?.Span ?? CurrentSpan, arguments);
        return null;
    }

    /// <summary>What a partial prints. No indent of the line that asks for it is part of it.</summary>
    internal Html PartialValue(ParsedTemplate template, ScriptNode? caller, ScriptArray arguments)
    {
        var (indent, value) = (CurrentIndent, new Utf8Output());
        CurrentIndent = null;
        PushOutput(value);
        try
        {
            RunPartial(template, caller, arguments);
            return Html.Of(value.Buffer.WrittenMemory);
        }
        finally
        {
            PopOutput();
            CurrentIndent = indent;
        }
    }

    void RunPartial(ParsedTemplate template, ScriptNode? caller, ScriptArray arguments)
    {
        var span = caller?.Span ?? CurrentSpan;
        var state = RenderState.Enter(span);
        PushLocal();
        try
        {
            SetArguments(caller, arguments);
            Run(template, state);
        }
        catch (ScriptRuntimeException) when (state.NoteCaller(span, this))
        {
            throw;
        }
        finally
        {
            PopLocal();
            state.Exit();
        }
    }

    /// <summary>As Scriban includes: each line begins with the indent of the call.</summary>
    void RenderIndented(ParsedTemplate template, SourceSpan span, ScriptArray arguments)
    {
        var state = RenderState.Enter(span);
        try
        {
            Write(RenderTemplate(template.Script, arguments, CallOf(span, arguments)));
        }
        catch (ScriptRuntimeException) when (state.NoteCaller(span, this))
        {
            throw;
        }
        finally
        {
            state.Exit();
        }
    }

    void SetArguments(ScriptNode? caller, ScriptArray arguments)
    {
        SetValue(ScriptVariable.Arguments, arguments, asReadOnly: true, force: true);
        foreach (var (name, value) in FunctionCall.NamedIn(caller, arguments))
            SetValue(Locals.GetOrAdd(name, static name => ScriptVariable.Create(name, ScriptVariableScope.Local)), value, asReadOnly: false, force: true);
    }

    /// <summary>A call whose arguments are known, so that Scriban does not evaluate them again.</summary>
    static ScriptFunctionCall CallOf(SourceSpan span, ScriptArray arguments)
    {
        var call = new ScriptFunctionCall { Span = span };
        foreach (var (name, value) in arguments.ScriptObject)
            call.Arguments.Add(new ScriptNamedArgument { Name = new ScriptVariableGlobal(name), Value = new ScriptLiteral(value) });
        return call;
    }

    void Run(ParsedTemplate template, RenderState state)
    {
        running = state;
        CancellationToken = state.Token;
        if (template.Script.Page is not { } page || Evaluate(page) is not { } last || !EnableOutput)
            return;
        try
        {
            Write(page.Span, last);
        }
        catch (OutputLimitException e)
        {
            throw new ScriptRuntimeException(page.Span, e.Message, e);
        }
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case string text:
                WriteText(text);
                break;
            case Html html when Output is Utf8Output direct:
                direct.Write(html);
                break;
            case Html or IScriptOutput:
                WriteMarkup(textAsObject.ToString()!);
                break;
            default:
                if (PrintedText(span, textAsObject) is { } printed)
                    WriteText(printed);
                break;
        }

        return this;
    }

    string? PrintedText(SourceSpan span, object value)
    {
        try
        {
            return ObjectToString(value);
        }
        catch (InvalidOperationException)
        {
            throw new TemplateFailure(span, $"The value holds itself, or is nested more than {ObjectRecursionLimit} deep.", "Write its members one by one.");
        }
    }

    void WriteText(string text)
    {
        if (Output is not Utf8Output)
            BuiltValues.CountCaptured(text.Length, CurrentNode);
        if (!EscapesHtml || makesText)
            Write(text);
        else if (CurrentIndent is null && Output is Utf8Output direct)
            direct.WriteEscaped(text);
        else
            Write(HtmlEscaping.Escape(text));
    }

    /// <summary>An indent would change what stands inside a <c>pre</c>.</summary>
    void WriteMarkup(string markup)
    {
        var indent = CurrentIndent;
        CurrentIndent = null;
        Write(markup);
        CurrentIndent = indent;
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        return scriptNode is null || MakesNothing(scriptNode.GetType()) ? value : Counted(scriptNode, value);
    }

    /// <summary>Most nodes make no value of their own. Types are compared, since a cast would go through all that a class derives from.</summary>
    static bool MakesNothing(Type type) =>
        type == typeof(ScriptMemberExpression) || type == typeof(ScriptVariableGlobal) || type == typeof(ScriptExpressionStatement) || type == typeof(Utf8Statement) || type == typeof(ConstantExpression)
        || type == typeof(ScriptIfStatement) || type == typeof(ScriptBlockStatement) || type == typeof(ScriptVariableLocal) || type == typeof(ScriptLiteral)
        || type == typeof(ConstantStatement) || type == typeof(ScriptNamedArgument) || type == typeof(ScriptForStatement);

    // Not part of Evaluate, whose frames lie on the stack for every level of a tree.
    [MethodImpl(MethodImplOptions.NoInlining)]
    object? Counted(ScriptNode node, object? value)
    {
        switch (node)
        {
            case ScriptFunctionCall:
                running?.Step(node);
                break;
            case ScriptAssignExpression assignment:
                BuiltValues.CountAssigned(this, assignment);
                break;
            case ScriptCaptureStatement { Target: { } target } when GetValue(target) is IScriptOutput captured:
                SetValue(target, BuiltValues.Captured(captured, node));
                break;
            case ScriptRawStatement text when Output is not Utf8Output:
                BuiltValues.CountCaptured(text.Text.Length, text);
                break;
        }

        return value is null ? null : BuiltValues.Count(node, value, running);
    }

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        running?.Step(loop);
        return true;
    }

    public override object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        if (destinationType == typeof(object) || value?.GetType() == destinationType)
            return value;
        if (value is TemplateObject known && destinationType == typeof(IDictionary<string, object?>))
            return known.Names.ToDictionary(name => name, name => known.TryGet(name, out var member) ? member : null, StringComparer.Ordinal);
        try
        {
            return base.ToObject(span, value, destinationType);
        }
        catch (ScriptRuntimeException e) when (e is not TemplateFailure)
        {
            throw FailureReport.Conversion(e);
        }
    }

    public override int ToInt(SourceSpan span, object? value)
    {
        if (value is int number)
            return number;
        try
        {
            return base.ToInt(span, value);
        }
        catch (ScriptRuntimeException e) when (e is not TemplateFailure)
        {
            throw FailureReport.Conversion(e);
        }
    }

    public override object? IsEmpty(SourceSpan span, object? against) => against is Html html ? html.IsEmpty : base.IsEmpty(span, against);

    /// <summary>Whether calls are nested as deeply as they may be; for exception filters, while what failed still stands on the stack.</summary>
    internal bool IsAtMostDepth()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        RecursiveLimit++;
        try
        {
            EnterRecursive(null);
            ExitRecursive(null);
            return false;
        }
        catch (ScriptRuntimeException)
        {
            return true;
        }
    }

    // Scriban would reflect over types that it does not know.
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        IScriptObject => ScriptObjectAccessor.Default,
        string => StringAccessor.Default,
        Html or IScriptOutput => TextAccessor.Instance,
        DateTime or TimeSpan => TimeAccessor.Instance,
        KeyValuePair<string, object?> => EntryAccessor.Instance,
        _ => base.GetMemberAccessorImpl(target),
    };

    public override string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext) => templateName;

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) => Partials.Find(this, templatePath, callerContext?.Span ?? CurrentSpan).Script;
}
