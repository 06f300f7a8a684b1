namespace SiteGen.Scriban.Runtime;

/// <summary>What lies behind the dot, for every kind of value.</summary>
static class Members
{
    /// <summary>False where the value has no member of that name; values without any members have all of them, null.</summary>
    public static bool TryGet(in Value owner, string name, out Value value)
    {
        value = default;
        switch (owner.Kind)
        {
            case ValueKind.Object: return owner.AsObject.TryGet(name, out value);
            case ValueKind.List: return TryGetOfList(owner.AsList, name, out value);
            case ValueKind.Text or ValueKind.Html or ValueKind.Char when name is "size":
                value = owner.Kind is ValueKind.Char ? 1 : ((string)owner.Reference!).Length;
                return true;
            case ValueKind.Date: return DateText.TryGetField(owner.AsDate, name, out value);
            case ValueKind.TimeSpan: return DateText.TryGetField(owner.AsTimeSpan, name, out value);
            default: return false;
        }
    }

    public static bool TryGetOfList(IScriptList list, string name, out Value value)
    {
        if (name is "size")
        {
            value = list.Count;
            return true;
        }

        value = default;
        return list is ScriptArray { Fields: { } fields } && fields.TryGet(name, out value);
    }

    public static void Set(RenderContext context, in Value owner, string name, in Value value, SourceSpan place, string path)
    {
        switch (owner.Kind)
        {
            case ValueKind.Object when owner.Reference is ScriptObject own:
                if (own.IsReadOnly(name) || own.IsFrozen)
                    throw context.Error(place, $"`{path}` is read-only");
                own.Set(name, value);
                break;
            case ValueKind.List when owner.Reference is ScriptArray array:
                if (name is not "size")
                    (array.Fields ??= new ScriptObject()).Set(name, value);
                break;
            case ValueKind.Object or ValueKind.List:
                throw context.Error(place, $"`{path}` is read-only", "what the site hands to a template can't be changed by it");
            default:
                throw context.Error(
                    place, $"A value of type {TypeName.Of(owner)} has no member `{name}` to set");
        }
    }
}
