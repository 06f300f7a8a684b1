namespace SiteGen.Scriban.Runtime;

/// <summary>The locals of a running page, include, function or <c>with</c> body. Frames are kept and used again.</summary>
sealed class LocalFrame
{
    ScriptArray? _arguments;
    bool _argumentsEscaped;
    Dictionary<string, Value>? _unforeseen;
    HashSet<string>? _readOnly;
    HashSet<string>? _assigned;
    LocalLayout _layout = LocalLayout.Empty;

    public Value[] Slots { get; private set; } = [];

    /// <summary>The argument list <c>$</c>, null on the page itself.</summary>
    public ScriptArray? Arguments { get; private set; }

    /// <summary>Parameters and own names of a parametric function, where there is one.</summary>
    public ScriptObject Names { get; } = new(4);

    /// <summary>Loops below this one run in other frames.</summary>
    public int LoopBase { get; private set; }

    public void Begin(LocalLayout layout, int loopBase)
    {
        LoopBase = loopBase;
        Arguments = null;
        TakeLayout(layout);
    }

    /// <summary>Room for the locals of that layout, all null; the arguments stay.</summary>
    public void TakeLayout(LocalLayout layout)
    {
        _layout = layout;
        if (Slots.Length < layout.SlotCount)
            Slots = new Value[layout.SlotCount];
        else
            Array.Clear(Slots, 0, layout.SlotCount);
        _unforeseen?.Clear();
        _readOnly?.Clear();
        _assigned?.Clear();
    }

    public ScriptArray BeginArguments()
    {
        if (_arguments is null || _argumentsEscaped)
        {
            _arguments = new ScriptArray();
        }
        else
        {
            _arguments.Clear();
            _arguments.Fields?.Clear();
        }

        _argumentsEscaped = false;
        return Arguments = _arguments;
    }

    /// <summary>Arguments by name alone, each a local of its own too. Names of locals are interned, so that one reference tells them apart.</summary>
    public void TakeNamedArguments(IEnumerable<KeyValuePair<string, Value>> arguments)
    {
        ScriptObject fields = BeginArguments().Fields ??= new ScriptObject();
        foreach ((string name, Value value) in arguments)
        {
            fields.Set(name, value);
            Set(string.Intern("$" + name), value);
        }
    }

    /// <summary>The list itself is now somebody's value: the next call needs another one.</summary>
    public void ArgumentsEscape() => _argumentsEscaped = true;

    public bool IsReadOnly(string name) => _readOnly is not null && _readOnly.Contains(name);

    public void SetReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>Notes that a local was set, maybe to null: kept only where unknown names are errors.</summary>
    public void MarkAssigned(string name) => (_assigned ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    public bool WasAssigned(string name) => _assigned is not null && _assigned.Contains(name);

    public bool TryGet(string name, out Value value)
    {
        int slot = _layout.SlotOf(name);
        if (slot >= 0)
        {
            value = Slots[slot];
            return true;
        }

        value = default;
        return _unforeseen is not null && _unforeseen.TryGetValue(name, out value);
    }

    public void Set(string name, Value value)
    {
        int slot = _layout.SlotOf(name);
        if (slot >= 0)
            Slots[slot] = value;
        else
            (_unforeseen ??= new Dictionary<string, Value>(StringComparer.Ordinal))[name] = value;
    }
}
