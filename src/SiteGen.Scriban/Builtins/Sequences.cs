namespace SiteGen.Scriban.Builtins;

/// <summary>
/// What LINQ has too. Its own iterators over a struct of ours would be compiled only while the program runs, some thirty methods that a
/// short run waits for; these are compiled with the program.
/// </summary>
static class Sequences
{
    public static Value First(IEnumerable<Value> items)
    {
        foreach (Value item in items)
            return item;
        return default;
    }

    public static IEnumerable<Value> Joined(IEnumerable<Value> first, IEnumerable<Value> second)
    {
        foreach (Value item in first)
            yield return item;
        foreach (Value item in second)
            yield return item;
    }

    /// <summary>The first ones; what comes after them is not asked for.</summary>
    public static IEnumerable<Value> Limited(IEnumerable<Value> items, int count)
    {
        if (count <= 0)
            yield break;
        foreach (Value item in items)
        {
            yield return item;
            if (--count == 0)
                yield break;
        }
    }

    public static IEnumerable<Value> After(IEnumerable<Value> items, int count)
    {
        foreach (Value item in items)
        {
            if (count-- <= 0)
                yield return item;
        }
    }

    public static IEnumerable<Value> Reversed(IEnumerable<Value> items)
    {
        var all = new ScriptArray(items);
        for (int i = all.Count - 1; i >= 0; i--)
            yield return all[i];
    }
}
