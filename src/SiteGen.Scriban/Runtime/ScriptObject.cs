namespace SiteGen.Scriban;

/// <summary>An assignable object that keeps the order in which its members were first set.</summary>
/// <remarks>
/// Members lie in two parallel arrays. A place in a template remembers at which index it found its name last time and looks there
/// first, so objects of like make cost one string comparison a look-up; only larger ones carry a hash index besides.
/// </remarks>
public sealed class ScriptObject : IScriptObject
{
    const int IndexedFrom = 9;

    string[] _names;
    Value[] _values;
    int _count;
    Dictionary<string, int>? _index;

    /// <summary>A bit for every name set: most look-ups of names that aren't here end at it.</summary>
    ulong _mask;
    HashSet<string>? _readOnly;

    /// <summary>An empty object.</summary>
    public ScriptObject() : this(4) { }

    /// <summary>An empty object with room for some members.</summary>
    public ScriptObject(int capacity)
    {
        _names = new string[capacity];
        _values = new Value[capacity];
    }

    /// <summary>What calling the object does, for the few that are functions too.</summary>
    internal Runtime.ICallable? Function { get; init; }

    /// <summary>The list whose fields these are, once <c>with</c> made it a place of names.</summary>
    internal ScriptArray? List { get; set; }

    /// <summary>Whether templates may not set members.</summary>
    internal bool IsFrozen { get; init; }

    /// <summary>Number of members.</summary>
    public int Count => _count;

    /// <summary>The member of that name, or null; setting adds or replaces it.</summary>
    public Value this[string name]
    {
        get => TryGet(name, out Value value) ? value : Value.Null;
        set => Set(name, value);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Names
    {
        get
        {
            for (int i = 0; i < _count; i++)
                yield return _names[i];
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string name, out Value value)
    {
        int at = IndexOf(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    /// <summary>Adds or replaces a member.</summary>
    public void Set(string name, Value value)
    {
        int at = IndexOf(name);
        if (at >= 0)
        {
            _values[at] = value;
            return;
        }

        if (_count == _names.Length)
        {
            int room = Math.Max(4, _count * 2);
            Array.Resize(ref _names, room);
            Array.Resize(ref _values, room);
        }

        _names[_count] = name;
        _values[_count] = value;
        _mask |= BitOf(name);
        _count++;
        if (_index is not null)
            _index[name] = _count - 1;
        else if (_count == IndexedFrom)
            BuildIndex();
    }

    /// <summary>Takes a member out; false where there was none.</summary>
    public bool Remove(string name)
    {
        int at = IndexOf(name);
        if (at < 0)
            return false;
        _count--;
        Array.Copy(_names, at + 1, _names, at, _count - at);
        Array.Copy(_values, at + 1, _values, at, _count - at);
        _values[_count] = default;
        _index = null;
        if (_count >= IndexedFrom)
            BuildIndex();
        return true;
    }

    /// <summary>Takes all members out and forgets what was read-only.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, _count);
        _count = 0;
        _mask = 0;
        _index?.Clear();
        _readOnly = null;
    }

    internal string NameAt(int index) => _names[index];

    internal Value ValueAt(int index) => _values[index];

    internal void SetAt(int index, Value value) => _values[index] = value;

    /// <summary>Where a member lies, or -1.</summary>
    internal int IndexOf(string name)
    {
        if ((_mask & BitOf(name)) == 0)
            return -1;
        if (_index is not null && _count >= IndexedFrom)
            return _index.TryGetValue(name, out int at) ? at : -1;
        for (int i = 0; i < _count; i++)
        {
            if (string.Equals(_names[i], name))
                return i;
        }

        return -1;
    }

    /// <summary>As <see cref="TryGet"/>, but looks first where the calling place found the name last time.</summary>
    internal bool TryGet(string name, ref int hint, out Value value)
    {
        int at = hint;
        if ((uint)at >= (uint)_count || !string.Equals(_names[at], name))
        {
            at = IndexOf(name);
            if (at < 0)
            {
                value = default;
                return false;
            }

            hint = at;
        }

        value = _values[at];
        return true;
    }

    static ulong BitOf(string name) =>
        name.Length == 0 ? 1 : 1UL << (((name[0] * 5) + (name[^1] * 3) + name[name.Length >> 1] + name.Length) & 63);

    internal bool IsReadOnly(string name) => _readOnly is not null && _readOnly.Contains(name);

    internal void SetReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    void BuildIndex()
    {
        _index = new Dictionary<string, int>(_count * 2, StringComparer.Ordinal);
        for (int i = 0; i < _count; i++)
            _index[_names[i]] = i;
    }
}
