using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Runs text as code. Whatever goes wrong in it is an error of the argument.</summary>
static class Evaluation
{
    public static Value Eval(NativeCall call)
    {
        if (call[0].IsFunction)
            return call[0].AsCallable.Call(call.Context, [], call.Span);
        if (!call[0].TryGetText(out string code))
            return call[0];
        return Run(call, Template.ParseInner(code, "<eval>", scriptOnly: true), (inner, context) => inner.Evaluate(context));
    }

    public static Value EvalTemplate(NativeCall call)
    {
        if (!call[0].TryGetText(out string code))
            return call[0];
        return Run(call, Template.ParseInner(code, "<eval>", scriptOnly: false), RenderToText);
    }

    static Value RenderToText(Template inner, RenderContext context)
    {
        (byte[]?, bool) indent = context.SuspendIndent();
        Utf8Buffer before = context.BeginCapture();
        inner.Run(context);
        Utf8Buffer captured = context.EndCapture(before);
        context.ResumeIndent(indent);
        string text = captured.ToString();
        context.ReturnBuffer(captured);
        return context.EscapesHtml ? Value.Html(text) : Value.Of(text);
    }

    static Value Run(NativeCall call, Template inner, Func<Template, RenderContext, Value> run)
    {
        if (inner.Errors.Count > 0)
            throw call.ErrorAt(0, inner.Errors[0].ToString());
        RenderContext context = call.Context;
        context.EnterCall(call.Span);
        SourceText source = context.Source;
        context.Source = inner.Source;
        try
        {
            return run(inner, context);
        }
        catch (ScriptException e)
        {
            // The render ends with this error, so what ran half-way needs no tidying up.
            context.Source = source;
            throw call.ErrorAt(0, e.Error.ToString());
        }
        finally
        {
            context.Source = source;
            context.LeaveCall();
        }
    }
}
