using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Values that are the same without any conversion.</summary>
sealed class IdenticalValues : IEqualityComparer<Value>
{
    public static readonly IdenticalValues Instance = new();

    public bool Equals(Value x, Value y) => Operation.AreIdentical(x, y);

    public int GetHashCode(Value value) => value.Kind switch
    {
        ValueKind.Text or ValueKind.Html or ValueKind.Capture => string.GetHashCode(value.ToText(), StringComparison.Ordinal),
        ValueKind.Decimal => value.AsDecimal.GetHashCode(),
        ValueKind.BigInteger => value.AsBigInteger.GetHashCode(),
        ValueKind.List or ValueKind.Object or ValueKind.Function => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Reference),
        _ => value.AsInt64.GetHashCode(),
    };
}

/// <summary>Sorting: stable, nulls first, text ordinal; only values of one type have an order.</summary>
static class ArraySorting
{
    public static Value Sort(NativeCall call)
    {
        if (call[0].IsNull)
            return Value.Of(new ScriptArray());
        if (!(call[0].IsList || call[0].IsObject || call[0].IsText))
            return Value.Of(new ScriptArray([call[0]]));
        string? member = call.Text(1);
        var items = new ScriptArray(call.Walk(call.List(0)!));
        try
        {
            return Value.Of(Sorted(items, member));
        }
        catch (InvalidOperationException e) when (e.InnerException is ValueException)
        {
            return call.Fail("The items can't be sorted: two of them don't compare", "a list can be sorted by values of one type only: all numbers, all text or all dates");
        }
    }

    /// <summary>Sorts places in the list: equal ones stay in order, and for integers the runtime has its code ready.</summary>
    static ScriptArray Sorted(ScriptArray items, string? member)
    {
        var keys = new ScriptArray(items.Count);
        int[] places = new int[items.Count];
        for (int i = 0; i < places.Length; i++)
        {
            keys.Add(string.IsNullOrEmpty(member) ? items[i] : KeyOf(items[i], member));
            places[i] = i;
        }

        Array.Sort(places, (a, b) => Order.Instance.Compare(keys[a], keys[b]) is var by && by != 0 ? by : a - b);
        var sorted = new ScriptArray(items.Count);
        foreach (int place in places)
            sorted.Add(items[place]);
        return sorted;
    }

    /// <summary>A member of an exact name wins over the path that the name spells.</summary>
    static Value KeyOf(in Value item, string path)
    {
        if (Members.TryGet(item, path, out Value exact))
            return exact;
        Value value = item;
        foreach (string name in path.Split('.'))
        {
            if (!Members.TryGet(value, name, out Value member))
                return default;
            value = member;
        }

        return value;
    }

    sealed class Order : IComparer<Value>
    {
        public static readonly Order Instance = new();

        public int Compare(Value x, Value y)
        {
            if (x.IsNull || y.IsNull)
                return (x.IsNull ? 0 : 1) - (y.IsNull ? 0 : 1);
            if (x.TryGetText(out string a) && y.TryGetText(out string b))
                return string.CompareOrdinal(a, b);
            if (x.Kind != y.Kind)
                throw new ValueException("values of different types");
            return x.Kind switch
            {
                ValueKind.Double => x.AsDouble.CompareTo(y.AsDouble),
                ValueKind.Single => x.AsSingle.CompareTo(y.AsSingle),
                ValueKind.Decimal => x.AsDecimal.CompareTo(y.AsDecimal),
                ValueKind.BigInteger => x.AsBigInteger.CompareTo(y.AsBigInteger),
                ValueKind.Date => x.CompareDateTo(y),
                ValueKind.Bool or ValueKind.Int32 or ValueKind.Int64 or ValueKind.Char or ValueKind.TimeSpan => x.AsInt64.CompareTo(y.AsInt64),
                _ => throw new ValueException("values without an order"),
            };
        }
    }
}
