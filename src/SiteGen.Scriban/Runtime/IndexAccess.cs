namespace SiteGen.Scriban.Runtime;

/// <summary>What lies in square brackets, for every kind of value.</summary>
static class IndexAccess
{
    public static Value Get(RenderContext context, in Value owner, in Value key, SourceSpan target, SourceSpan index)
    {
        switch (owner.Kind)
        {
            case ValueKind.Object:
                return owner.AsObject.TryGet(context.ToText(key), out Value member) || context.Options.RelaxedMember
                    ? member
                    : throw context.Error(index, $"There is no member `{context.ToText(key)}`");
            case ValueKind.List when key.IsText:
                Members.TryGetOfList(owner.AsList, context.ToText(key), out Value field);
                return field;
            case ValueKind.List:
                return GetItem(context, owner.AsList, ToIndex(context, key, index), index);
            case ValueKind.Text or ValueKind.Html or ValueKind.Char:
                return GetUnit(context, context.ToText(owner), ToIndex(context, key, index), target);
            default:
                throw context.Error(target, $"A value of type {TypeName.Of(owner)} has no items");
        }
    }

    static Value GetItem(RenderContext context, IScriptList list, int at, SourceSpan index)
    {
        if (list is LazyList && at >= 0)
            return list[at];
        int count = list.Count;
        int from = at < 0 ? count + at : at;
        if ((uint)from < (uint)count)
            return list[from];
        return context.Options.RelaxedIndexer
            ? default(Value)
            : throw context.Error(index, $"The index {at} is out of the array's range of {count} items");
    }

    static Value GetUnit(RenderContext context, string text, int at, SourceSpan target)
    {
        int from = at < 0 ? text.Length + at : at;
        if (from < 0)
            return default;
        return from < text.Length
            ? Value.Of(text[from])
            : throw context.Error(target, $"The text has no character at {at}");
    }

    static int ToIndex(RenderContext context, in Value key, SourceSpan index)
    {
        try
        {
            return Conversion.ToInt32(key);
        }
        catch (ValueException e)
        {
            throw context.Error(index, e.What);
        }
    }

    public static void Set(RenderContext context, in Value owner, in Value key, in Value value, SourceSpan target, SourceSpan index, SourceSpan whole)
    {
        switch (owner.Kind)
        {
            case ValueKind.Object when owner.Reference is ScriptObject own:
                string name = context.ToText(key);
                if (own.IsReadOnly(name) || own.IsFrozen)
                    throw context.Error(index, $"`{context.TextOf(whole)}` is read-only");
                own.Set(name, value);
                break;
            case ValueKind.List when key.IsText:
                Members.Set(context, owner, context.ToText(key), value, index, context.TextOf(whole));
                break;
            case ValueKind.List when owner.Reference is ScriptArray array:
                SetItem(context, array, ToIndex(context, key, index), value, index);
                break;
            case ValueKind.Object or ValueKind.List:
                throw context.Error(target, $"`{context.TextOf(whole)}` is read-only");
            default:
                throw context.Error(target, $"A value of type {TypeName.Of(owner)} has no items");
        }
    }

    /// <summary>Writes past the end pad with null; an index too far below zero is ignored.</summary>
    public static void SetItem(RenderContext context, ScriptArray array, int at, in Value value, SourceSpan place)
    {
        int from = at < 0 ? array.Count + at : at;
        if (from < 0)
            return;
        if (from < array.Count)
        {
            array[from] = value;
            return;
        }

        if (from > array.Count)
            context.CountSteps(from - array.Count, place);
        while (array.Count < from)
            array.Add(default);
        array.Add(value);
    }
}
