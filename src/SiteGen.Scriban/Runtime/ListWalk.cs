namespace SiteGen.Scriban.Runtime;

/// <summary>A list that is computed while it is walked; every walk computes it anew.</summary>
/// <param name="depth">How many lazy lists it stands on, itself included.</param>
sealed class LazyList(Func<IEnumerable<Value>> items, int depth = 1) : IScriptList
{
    /// <summary>A list that was piped through more functions than this is computed first: walking it would need as much stack.</summary>
    public const int MostLazy = 40;

    readonly int _depth = depth;

    public IEnumerable<Value> Items => items();

    public int Count => items().Count();

    public Value this[int index] => items().ElementAtOrDefault(index);

    public static int DepthOf(IScriptList list) => list is LazyList lazy ? lazy._depth : 0;
}

/// <summary>The integers from one bound to another, up or down.</summary>
sealed class IntegerRange(long first, int count, int step) : IScriptList
{
    public int Count => count;

    public Value this[int index] => Value.Integer(first + ((long)index * step));
}

/// <summary>The UTF-16 units of a text.</summary>
sealed class CharList(string text) : IScriptList
{
    public int Count => text.Length;

    public Value this[int index] => Value.Of(text[index]);
}

/// <summary>The members of an object as pairs of key and value.</summary>
static class Pairs
{
    public static Value Of(string key, Value value)
    {
        var pair = new ScriptObject(2);
        pair.Set("key", Value.Of(key));
        pair.Set("value", value);
        return Value.Of(pair);
    }

    public static ScriptArray Of(IScriptObject source)
    {
        var pairs = new ScriptArray();
        foreach (string name in source.Names)
        {
            source.TryGet(name, out Value value);
            pairs.Add(Of(name, value));
        }

        return pairs;
    }
}

/// <summary>Walks any list item by item.</summary>
static class ListWalk
{
    public static IEnumerable<Value> Of(IScriptList list) => list is LazyList lazy ? lazy.Items : ByIndex(list);

    static IEnumerable<Value> ByIndex(IScriptList list)
    {
        for (int i = 0; i < list.Count; i++)
            yield return list[i];
    }

    /// <summary>A list to build a lazy one on, and the depth of that.</summary>
    public static (IScriptList List, int Depth) Foundation(IScriptList list) => LazyList.DepthOf(list) is var depth && depth < LazyList.MostLazy
        ? (list, depth + 1)
        : (new ScriptArray(Of(list)), 1);

    /// <summary>The list itself where it can be indexed cheaply, else its items.</summary>
    public static IScriptList Settled(IScriptList list) => list is LazyList lazy ? new ScriptArray(lazy.Items) : list;
}
