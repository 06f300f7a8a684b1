using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary><c>include 'name' args</c>: renders another template, which shares the plain names and gets locals of its own.</summary>
sealed class IncludeFunction : ICallable
{
    public Value Call(RenderContext context, CallSite site)
    {
        Utf8Buffer before = context.BeginCapture();
        (byte[]?, bool) indent = context.SuspendIndent();
        Run(context, site);
        context.ResumeIndent(indent);
        return Included.ToValue(context, context.EndCapture(before));
    }

    /// <summary>Straight to the output, unless its lines have to be indented afterwards.</summary>
    public void Print(RenderContext context, CallSite site)
    {
        if (context.Indent is null)
        {
            Run(context, site);
            return;
        }

        Utf8Buffer before = context.BeginCapture();
        (byte[]?, bool) indent = context.SuspendIndent();
        Run(context, site);
        Utf8Buffer included = context.EndCapture(before);
        context.ResumeIndent(indent);
        context.Write(included.WrittenSpan);
        context.ReturnBuffer(included);
    }

    public Value Call(RenderContext context, ReadOnlySpan<Value> arguments, SourceSpan place)
    {
        LocalFrame frame = context.PrepareFrame(LocalLayout.Empty);
        ScriptArray list = frame.BeginArguments();
        foreach (ref readonly Value argument in arguments)
            list.Add(argument);
        Utf8Buffer before = context.BeginCapture();
        (byte[]?, bool) indent = context.SuspendIndent();
        Template template = Included.Find(context, list.Count > 0 ? list[0] : default, place);
        frame.TakeLayout(template.Locals);
        Included.Run(context, template, frame, place);
        context.ResumeIndent(indent);
        return Included.ToValue(context, context.EndCapture(before));
    }

    static void Run(RenderContext context, CallSite site)
    {
        IPipeSource? piped = context.Pending;
        context.Pending = null;
        LocalFrame frame = context.PrepareFrame(LocalLayout.Empty);
        ScriptArray arguments = frame.BeginArguments();
        if (piped is not null)
            arguments.Add(piped.Evaluate(context));
        for (int i = 0; i < site.ArgumentCount; i++)
            AddArgument(context, site, i, arguments);
        if (arguments.Count == 0)
        {
            throw context.Error(
                new SourceSpan(site.Span.End, site.Span.End), "`include` needs the name of a template");
        }

        Template template = Included.Find(context, arguments[0], site.Span);
        frame.TakeLayout(template.Locals);
        for (int i = 0; i < site.ArgumentCount && arguments.Fields is { } named; i++)
        {
            if (site.ArgumentName(i) is not { } name)
                continue;
            frame.Set(site.ArgumentLocalName(i)!, named[name]);
            if (context.Options.StrictVariables)
                frame.MarkAssigned(site.ArgumentLocalName(i)!);
        }

        Included.Run(context, template, frame, site.Span);
    }

    static void AddArgument(RenderContext context, CallSite site, int index, ScriptArray arguments)
    {
        Value value = site.EvaluateArgument(context, index);
        if (site.ArgumentName(index) is { } name)
        {
            (arguments.Fields ??= new ScriptObject()).Set(name, value);
        }
        else if (site.IsSpread(index) && value.TryGetList(out IScriptList items))
        {
            foreach (Value item in ListWalk.Of(items))
                arguments.Add(item);
        }
        else
        {
            arguments.Add(value);
        }
    }
}

/// <summary>What both kinds of include share.</summary>
static class Included
{
    public static Template Find(RenderContext context, in Value name, SourceSpan place)
    {
        string path = context.ToText(name);
        if (path.Length == 0)
            throw context.Error(place, "The name of the template to include is empty");
        Template? template = context.FindTemplate(path, out IReadOnlyList<string> searched);
        if (template is null)
        {
            if (context.Loader?.Refusal(path) is { } refusal)
                throw context.Error(place, $"`{path}` can't be included", refusal);
            Message where = searched.Count == 0 ? (Message)"" : $"; looked for in: {string.Join(", ", searched)}";
            Message? hint = context.Loader is ITemplateNames known ? Nearest.Hint(path, known.Names) : null;
            throw context.Error(place, $"The template `{path}` to include was not found{where}", hint);
        }

        if (template.Errors.Count > 0)
        {
            TemplateError first = template.Errors[0];
            var note = new TemplateErrorNote(first.Path, first.Text, first.Offset, "the mistake is here");
            throw context.Error(context.Source, place, $"The template `{path}` to include has a mistake: {first.Message}", first.Hint, note);
        }

        return template;
    }

    /// <summary>Runs the template in a frame prepared for it; break and continue end only the include.</summary>
    public static void Run(RenderContext context, Template template, LocalFrame frame, SourceSpan place)
    {
        context.EnterCall(place);
        LocalFrame before = context.Frame;
        SourceText source = context.Source;
        context.EnterInclude(place);
        context.Source = template.Source;
        context.Enter(frame);
        template.Run(context);
        context.PopFrame(before);
        context.Source = source;
        context.LeaveInclude();
        context.LeaveCall();
    }

    public static Value ToValue(RenderContext context, Utf8Buffer captured)
    {
        string text = captured.ToString();
        context.ReturnBuffer(captured);
        return context.EscapesHtml ? Value.Html(text) : Value.Of(text);
    }
}

/// <summary><c>include_join names separator [begin [end]]</c>; texts that begin with <c>tpl:</c> name templates.</summary>
static class IncludeJoinFunction
{
    const string TemplatePrefix = "tpl:";

    public static NativeFunction Make() => new("include_join", FunctionTable.Parse("names separator begin? end?"), Join);

    static Value Join(NativeCall call)
    {
        RenderContext context = call.Context;
        (byte[]?, bool) indent = context.SuspendIndent();
        Utf8Buffer before = context.BeginCapture();
        WritePart(call, call[2]);
        bool isFirst = true;
        foreach (Value name in call.Walk(call.List(0) ?? new ScriptArray()))
        {
            if (context.ToText(name).Length == 0)
                continue;
            if (!isFirst)
                WritePart(call, call[1]);
            isFirst = false;
            Include(call, name);
        }

        WritePart(call, call[3]);
        Utf8Buffer captured = context.EndCapture(before);
        context.ResumeIndent(indent);
        return Included.ToValue(context, captured);
    }

    static void WritePart(NativeCall call, in Value part)
    {
        string text = call.Context.ToText(part);
        if (text.StartsWith(TemplatePrefix, StringComparison.Ordinal))
            Include(call, Value.Of(text[TemplatePrefix.Length..]));
        else
            call.Context.Print(part);
    }

    static void Include(NativeCall call, in Value name)
    {
        RenderContext context = call.Context;
        Template template = Included.Find(context, name, call.Span);
        LocalFrame frame = context.PrepareFrame(template.Locals);
        frame.BeginArguments().Add(name);
        Included.Run(context, template, frame, call.Span);
    }
}
