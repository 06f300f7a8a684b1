using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>object</c>.</summary>
static class ObjectFunctions
{
    public static ScriptObject Make() => new FunctionTable("object")
        .Add("default", "value default", call => call[0].IsNull || call[0] is { Kind: ValueKind.Text } && call.Text(0)!.Length == 0 ? call[1] : call[0])
        .Add("eval", "text", Evaluation.Eval)
        .Add("eval_template", "text", Evaluation.EvalTemplate)
        .Add("format", "value format culture?", Format)
        .Add("has_key", "obj key", call => Find(call, out _))
        .Add("has_value", "obj key", call => Find(call, out Value value) && !value.IsNull)
        .Add("keys", "obj", call => Value.Of(new ScriptArray(NamesOf(call).Select(n => Value.Of(n)))))
        .Add("size", "value", Size)
        .Add("typeof", "value", call => TypeOf(call[0]))
        .Add("kind", "value", call => call[0].IsNull ? default : Value.Of(TypeName.Of(call[0])))
        .Add("values", "obj", Values)
        .Add("from_json", "text", FromJson)
        .Add("to_json", "value", call => JsonText.Of(call))
        .Finish();

    static Value Format(NativeCall call)
    {
        if (call[0].IsNull)
            return "";
        return call[0].IsNumber || call[0].Kind is ValueKind.Date or ValueKind.TimeSpan
            ? MathFunctions.Format(call, call.Text(1))
            : call.Fail($"Only numbers, dates and durations have formats: `{call.Text(0)}` has none");
    }

    static bool Find(NativeCall call, out Value value)
    {
        value = default;
        if (call[0].IsNull)
            return false;
        if (!call[0].TryGetObject(out IScriptObject target))
            throw call.ErrorAt(0, $"An object is needed here: this is of type {TypeName.Of(call[0])}");
        return target.TryGet(call.Text(1) ?? "", out value);
    }

    static IEnumerable<string> NamesOf(NativeCall call)
    {
        if (call[0].IsNull)
            return [];
        if (call[0].TryGetObject(out IScriptObject target))
            return target.Names;
        if (call[0].TryGetList(out IScriptList list))
            return list is ScriptArray { Fields: { } fields } ? fields.Names.Prepend("size") : ["size"];
        throw call.ErrorAt(0, $"An object is needed here: this is of type {TypeName.Of(call[0])}");
    }

    static Value Values(NativeCall call)
    {
        var values = new ScriptArray();
        foreach (string name in NamesOf(call))
        {
            call.Context.CountSteps(values.Count + 1, call.Span);
            Members.TryGet(call[0], name, out Value value);
            values.Add(value);
        }

        return Value.Of(values);
    }

    static Value Size(NativeCall call) => call[0].Kind switch
    {
        ValueKind.Text or ValueKind.Html or ValueKind.Capture or ValueKind.Char => call.Text(0)!.Length,
        ValueKind.List => call[0].AsList.Count,
        ValueKind.Object => call[0].AsObject.Names.Count(),
        _ => 0,
    };

    static Value TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Text or ValueKind.Html => "string",
        ValueKind.Bool => "boolean",
        >= ValueKind.Int32 and <= ValueKind.Decimal => "number",
        ValueKind.List => TypeName.Of(value) is "range" ? "iterator" : "array",
        _ => "object",
    };

    static Value FromJson(NativeCall call)
    {
        if (call.Text(0) is not { } json)
            return call.Fail(0, "The text is null");
        try
        {
            return JsonReading.Read(json, hasDecimals: true);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return call.Fail(0, $"The text is not JSON: {e.Message}");
        }
    }
}
