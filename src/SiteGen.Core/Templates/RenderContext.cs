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

/// <summary>Renders one template at a time; reusable. Printed values are escaped unless they are <see cref="Html"/>.</summary>
public sealed class RenderContext : TemplateContext
{
    static readonly ConcurrentDictionary<string, ScriptVariable> Locals = new(StringComparer.Ordinal);

    readonly ScriptObject globals = new();
    readonly Utf8Output output = new();
    readonly Utf8Buffer taken = new();
    bool makesText;
    RenderState? running;

    /// <param name="names">Names besides the built-in ones.</param>
    /// <param name="clock">The time of <c>date.now</c> and the zone of dates.</param>
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

    /// <summary>Off for output that is not HTML.</summary>
    public bool EscapesHtml { get; init; } = true;

    /// <summary>Runs code that prints text, which is escaped where it is printed.</summary>
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

    public Utf8Buffer Printed => output.Buffer;

    /// <summary>Whether escaped text is written to the page byte for byte.</summary>
    internal bool PrintsBytes => EnableOutput && Output is Utf8Output && CurrentIndent is null && EscapesHtml && !makesText;

    /// <summary>Sets a global name.</summary>
    public void Set(string name, object? value) => globals.SetValue(name, value, readOnly: false);

    /// <summary>Takes the printed text as a value that is valid until the context is cleared. The first one is not copied.</summary>
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

    /// <summary>Removes names and printed text.</summary>
    internal void Clear()
    {
        globals.Clear();
        output.Buffer.Clear();
        taken.Clear();
        Tags.Clear();
        ((PageDates)BuiltinObject["date"]!).Forget();
    }

    /// <summary>Renders a template and appends its output; returns the error that ended it. A failed context is not reusable.</summary>
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

    /// <summary>Renders a template for a call in another context, with its named arguments. The caller fails too when it fails.</summary>
    public void RenderFor(FunctionCall call, ParsedTemplate template) => RunPartial(template, call.Caller, call.Arguments);

    public ParsedTemplate FindPartial(FunctionCall call, string name) => Partials.Find(this, name, call.Caller?.Span ?? CurrentSpan);

    /// <summary>Whether a value is printed without escaping.</summary>
    public static bool IsMarkup([NotNullWhen(true)] object? value) => value is Html or IScriptOutput;

    /// <summary>Renders a partial: at its place in the output, or as a value.</summary>
    internal Html? RenderPartial(ParsedTemplate template, ScriptNode? caller, ScriptArray arguments)
    {
        var isStatement = EnableOutput && Output is Utf8Output && caller is ScriptFunctionCall { Parent: ScriptExpressionStatement };
        if (!isStatement)
            return PartialValue(template, caller, arguments);
        RunPartial(template, caller, arguments);
        return null;
    }

    /// <summary>The output of a partial, without the indent of the calling line.</summary>
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
            // Scriban's own include starts each line with the indent of the call.
            if (CurrentIndent is null)
                Run(template, state);
            else
                Write(RenderTemplate(template.Script, arguments, CallOf(span, arguments)));
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

    void SetArguments(ScriptNode? caller, ScriptArray arguments)
    {
        SetValue(ScriptVariable.Arguments, arguments, asReadOnly: true, force: true);
        foreach (var (name, value) in FunctionCall.NamedIn(caller, arguments))
            SetValue(Locals.GetOrAdd(name, static name => ScriptVariable.Create(name, ScriptVariableScope.Local)), value, asReadOnly: false,
                force: true);
    }

    /// <summary>A call with evaluated arguments, so that Scriban does not evaluate them again.</summary>
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
            case string text:
                WriteText(text);
                break;
            case Html html when Output is Utf8Output direct:
                direct.Write(html);
                break;
            case Html or IScriptOutput:
                WriteMarkup(textAsObject.ToString()!);
                break;
            case not null when PrintedText(span, textAsObject) is { } printed:
                WriteText(printed);
                break;
        }

        return this;
    }

    internal string? PrintedText(SourceSpan span, object? value)
    {
        try
        {
            return ObjectToString(value);
        }
        catch (InvalidOperationException)
        {
            throw new TemplateFailure(span, $"The value holds itself, or is nested more than {ObjectRecursionLimit} deep.",
                "Write its members one by one.");
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

    /// <summary>An indent would change the content of a <c>pre</c>.</summary>
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
        return scriptNode is null || CreatesNothing(scriptNode.GetType()) ? value : Counted(scriptNode, value);
    }

    /// <summary>Most nodes create no value. Type equality is faster than a cast, which walks the base classes.</summary>
    static bool CreatesNothing(Type type) =>
        type == typeof(ScriptMemberExpression) || type == typeof(ScriptVariableGlobal) || type == typeof(ScriptExpressionStatement)
        || type == typeof(Utf8Statement) || type == typeof(ConstantExpression) || type == typeof(ScriptIfStatement)
        || type == typeof(ScriptBlockStatement) || type == typeof(ScriptVariableLocal) || type == typeof(ScriptLiteral)
        || type == typeof(ConstantStatement) || type == typeof(ScriptNamedArgument) || type == typeof(ScriptForStatement);

    // Separate, because a frame of Evaluate is on the stack for every level of a tree.
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
            return known.Names.ToDictionary(name => name, name => known.TryGet(name, out var member) ? member
                : null, StringComparer.Ordinal);
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

    /// <summary>Whether calls are nested too deeply; for exception filters, which run before the stack is unwound.</summary>
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

    // Scriban would reflect over unknown types.
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        IScriptObject => ScriptObjectAccessor.Default,
        string => StringAccessor.Default,
        Html or IScriptOutput => Accessors.Text,
        DateTime => Accessors.Date,
        TimeSpan => Accessors.Duration,
        KeyValuePair<string, object?> => Accessors.Entry,
        _ => base.GetMemberAccessorImpl(target),
    };

    public override string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext) => templateName;

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) =>
        Partials.Find(this, templatePath, callerContext?.Span ?? CurrentSpan).Script;
}
