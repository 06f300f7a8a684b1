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
        // The result is plain text, whatever stands in it; escaping inside as well would do it twice.
        bool escapes = context.EscapesHtml;
        context.EscapesHtml = false;
        inner.Run(context);
        context.EscapesHtml = escapes;
        Utf8Buffer captured = context.EndCapture(before);
        context.ResumeIndent(indent);
        string text = captured.ToString();
        context.ReturnBuffer(captured);
        return Value.Of(text);
    }

    static Message Told(TemplateError error) => $"{error.Path}({error.Line},{error.Column}) : error : {error.Message}";

    static Value Run(NativeCall call, Template inner, Func<Template, RenderContext, Value> run)
    {
        if (inner.Errors.Count > 0)
            throw call.ErrorAt(0, Told(inner.Errors[0]));
        RenderContext context = call.Context;
        context.EnterCall(call.Span);
        SourceText source = context.Source;
        context.Source = inner.Source;
        Value result = default;
        TemplateError? error = null;
        try
        {
            result = run(inner, context);
        }
        catch (ScriptException e)
        {
            // Thrown on only outside of the handler: handlers within handlers would fill the stack where code evaluates code.
            error = e.Error;
        }

        context.Source = source;
        if (error is not null)
            throw call.ErrorAt(0, Told(error));
        context.LeaveCall();
        return result;
    }
}
