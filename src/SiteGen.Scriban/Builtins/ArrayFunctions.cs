using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>array</c>. Functions that give an iterator compute it anew whenever it is walked.</summary>
static class ArrayFunctions
{
    public static ScriptObject Make() => new FunctionTable("array")
        .Add("add", "list value", Add)
        .Add("add_range", "list1 list2", Concat)
        .Add("compact", "list", call => Lazily(call, list => list.Where(v => !v.IsNull)))
        .Add("concat", "list1 list2", Concat)
        .Add("cycle", "list group?", Cycle)
        .Add("any", "list function args...", Any)
        .Add("each", "list function", Each)
        .Add("filter", "list function", Filter)
        .Add("first", "list", First)
        .Add("insert_at", "list index value", InsertAt)
        .Add("join", "list delimiter function?", Join)
        .Add("last", "list", Last)
        .Add("limit", "list count", Limit)
        .Add("map", "list member", Map)
        .Add("offset", "list index", Offset)
        .Add("remove_at", "list index", RemoveAt)
        .Add("reverse", "list", Reverse)
        .Add("size", "list", call => call.List(0)?.Count ?? 0)
        .Add("sort", "list member?", ArraySorting.Sort)
        .Add("uniq", "list", Unique)
        .Add("contains", "list item", Contains)
        .Finish();

    /// <summary>An iterator over the first argument; a null list stays null.</summary>
    static Value Lazily(NativeCall call, Func<IEnumerable<Value>, IEnumerable<Value>> change)
    {
        IScriptList? list = call.List(0);
        if (list is null)
            return default;
        (RenderContext context, SourceSpan span) = (call.Context, call.Span);
        (IScriptList source, int depth) = ListWalk.Foundation(list);
        return Value.Of(new LazyList(() => change(Steps.Counted(context, source, span)), depth));
    }

    static ScriptArray Copy(NativeCall call, int spare)
    {
        IScriptList? list = call.List(0);
        var copy = new ScriptArray((list?.Count ?? 0) + spare);
        if (list is null)
            return copy;
        foreach (Value item in call.Walk(list))
            copy.Add(item);
        return copy;
    }

    static Value Add(NativeCall call)
    {
        ScriptArray copy = Copy(call, 1);
        copy.Add(call[1]);
        return Value.Of(copy);
    }

    static Value Concat(NativeCall call)
    {
        if (call[0].IsNull && call[1].IsNull)
            return default;
        (RenderContext context, SourceSpan span) = (call.Context, call.Span);
        (IScriptList first, int depth1) = ListWalk.Foundation(call.List(0) ?? new ScriptArray());
        (IScriptList second, int depth2) = ListWalk.Foundation(call.List(1) ?? new ScriptArray());
        return Value.Of(new LazyList(Both, Math.Max(depth1, depth2)));

        IEnumerable<Value> Both() => Sequences.Joined(Steps.Counted(context, first, span), Steps.Counted(context, second, span));
    }

    static Value Cycle(NativeCall call)
    {
        if (call.List(0) is not { } list || list.Count == 0)
            return default;
        string group = call.Has(1) && !call[1].IsNull ? call.Text(1)! : string.Join(',', ListWalk.Of(list).Select(v => call.Context.ToText(v)));
        call.Context.Cycles.TryGetValue(group, out int at);
        call.Context.Cycles[group] = at + 1;
        return list[at % list.Count];
    }

    static Value Any(NativeCall call)
    {
        if (call.List(0) is not { } list || call.Function(1) is not { } function)
            return false;
        var arguments = new Value[call.Rest.Count + 1];
        for (int i = 0; i < call.Rest.Count; i++)
            arguments[i + 1] = call.Rest[i];
        foreach (Value item in call.Walk(list))
        {
            arguments[0] = item;
            if (function.Call(call.Context, arguments, call.Span) is { Kind: ValueKind.Bool, IsTruthy: true })
                return true;
        }

        return false;
    }

    static Value Each(NativeCall call)
    {
        if (call.Function(1) is not { } function)
            return call[0];
        return Computed(call, (item, results) => results.Add(Apply(call, function, item)));
    }

    static Value Filter(NativeCall call)
    {
        if (call.Function(1) is not { } function)
            return call[0];
        return Computed(call, (item, results) =>
        {
            if (Apply(call, function, item).IsTruthy)
                results.Add(item);
        });
    }

    static Value Apply(NativeCall call, ICallable function, in Value item) =>
        function.Call(call.Context, new ReadOnlySpan<Value>(in item), call.Span);

    /// <summary>
    /// An iterator whose items are computed at once: the function may name what only the running function knows, and that is
    /// gone when somebody walks the iterator later.
    /// </summary>
    static Value Computed(NativeCall call, Action<Value, ScriptArray> compute)
    {
        if (call.List(0) is not { } list)
            return default;
        var results = new ScriptArray(list is LazyList ? 0 : list.Count);
        foreach (Value item in call.Walk(list))
            compute(item, results);
        return Value.Of(new LazyList(() => ListWalk.Of(results)));
    }

    static Value First(NativeCall call)
    {
        IScriptList? list = call.List(0);
        return list is LazyList lazy ? Sequences.First(lazy.Items) : list is { Count: > 0 } ? list[0] : default;
    }

    static Value Last(NativeCall call)
    {
        IScriptList? list = call.List(0);
        return list is LazyList lazy ? lazy.Items.LastOrDefault() : list is { Count: > 0 } ? list[list.Count - 1] : default;
    }

    static Value InsertAt(NativeCall call)
    {
        ScriptArray copy = Copy(call, 1);
        int index = Math.Max(0, call.Int32(1));
        if (index > copy.Count)
            call.Context.CountSteps(index - copy.Count, call.Span);
        while (copy.Count < index)
            copy.Add(default);
        copy.Insert(index, call[2]);
        return Value.Of(copy);
    }

    static Value Join(NativeCall call)
    {
        if (call.List(0) is not { } list)
            return "";
        string delimiter = call.Text(1) ?? "";
        ICallable? function = call.Function(2);
        int limit = call.Context.Options.LimitToString;
        var text = new StringBuilder();
        bool isFirst = true;
        foreach (Value item in call.Walk(list))
        {
            if (!isFirst)
                text.Append(delimiter);
            isFirst = false;
            string part = call.Context.ToText(item);
            text.Append(function is null ? part : call.Context.ToText(Apply(call, function, Value.Of(part))));
            if (limit > 0 && text.Length > limit)
                return call.Fail($"The joined text grows longer than {limit} characters");
        }

        return text.ToString();
    }

    static Value Limit(NativeCall call)
    {
        int count = call.Int32(1);
        return Lazily(call, items => Sequences.Limited(items, count));
    }

    static Value Offset(NativeCall call)
    {
        int index = call.Int32(1);
        return Lazily(call, items => Sequences.After(items, index));
    }

    static Value Map(NativeCall call)
    {
        string? member = call.Text(1);
        if (call.List(0) is null || member is null)
            return Value.Of(new LazyList(() => []));
        return Lazily(call, items => MembersOf(items, member));
    }

    static IEnumerable<Value> MembersOf(IEnumerable<Value> items, string member)
    {
        foreach (Value item in items)
        {
            if (!item.IsList && Members.TryGet(item, member, out Value value))
                yield return value;
        }
    }

    static Value RemoveAt(NativeCall call)
    {
        ScriptArray copy = Copy(call, 0);
        int index = call.Int32(1);
        if (index < 0)
            index += copy.Count;
        if (index >= 0 && index < copy.Count)
            copy.RemoveAt(index);
        return Value.Of(copy);
    }

    static Value Reverse(NativeCall call) =>
        call.List(0) is null ? Value.Of(new LazyList(() => [])) : Lazily(call, Sequences.Reversed);

    static Value Unique(NativeCall call) => Lazily(call, items => items.Distinct(IdenticalValues.Instance));

    static Value Contains(NativeCall call)
    {
        if (call.List(0) is not { } list)
            return false;
        foreach (Value item in call.Walk(list))
        {
            if (Operation.AreIdentical(item, call[1]))
                return true;
        }

        return false;
    }
}
