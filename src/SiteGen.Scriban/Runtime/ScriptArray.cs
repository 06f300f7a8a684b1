namespace SiteGen.Scriban;

/// <summary>A growing list, as <c>[1, 2]</c> makes it. Templates may put fields on it too (<c>a.x = 1</c>).</summary>
public sealed class ScriptArray : IScriptList
{
    Value[] _items;
    int _count;

    /// <summary>An empty list.</summary>
    public ScriptArray() : this(0) { }

    /// <summary>An empty list with room for some items.</summary>
    public ScriptArray(int capacity) => _items = capacity == 0 ? [] : new Value[capacity];

    /// <summary>A list of these items.</summary>
    public ScriptArray(IEnumerable<Value> items) : this(items is IReadOnlyCollection<Value> known ? known.Count : 0)
    {
        foreach (Value item in items)
            Add(item);
        Version = 0;
    }

    /// <inheritdoc/>
    public int Count => _count;

    /// <inheritdoc/>
    public Value this[int index]
    {
        get => (uint)index < (uint)_count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));
        set
        {
            if ((uint)index >= (uint)_count)
                throw new ArgumentOutOfRangeException(nameof(index));
            _items[index] = value;
            Version++;
        }
    }

    /// <summary>The items as they lie in memory. Valid until the next change.</summary>
    public ReadOnlySpan<Value> Items => _items.AsSpan(0, _count);

    /// <summary>Fields put on the list, or null while there are none.</summary>
    internal ScriptObject? Fields { get; set; }

    /// <summary>Counts changes, so that a loop notices that its list was changed under it.</summary>
    internal int Version { get; private set; }

    /// <summary>Appends an item.</summary>
    public void Add(Value item)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, Math.Max(4, _count * 2));
        _items[_count++] = item;
        Version++;
    }

    /// <summary>Inserts an item before the one at <paramref name="index"/>.</summary>
    public void Insert(int index, Value item)
    {
        Add(item);
        Array.Copy(_items, index, _items, index + 1, _count - index - 1);
        _items[index] = item;
    }

    /// <summary>Takes an item out.</summary>
    public void RemoveAt(int index)
    {
        Array.Copy(_items, index + 1, _items, index, _count - index - 1);
        _items[--_count] = default;
        Version++;
    }

    /// <summary>Takes all items out.</summary>
    public void Clear()
    {
        Array.Clear(_items, 0, _count);
        _count = 0;
        Version++;
    }
}
