namespace SiteGen.Scriban;

/// <summary>A list of values that the host owns.</summary>
sealed class ReadOnlyScriptList(IReadOnlyList<Value> items) : IScriptList
{
    public int Count => items.Count;

    public Value this[int index] => items[index];
}
