namespace SiteGen.Scriban.Runtime;

/// <summary>The local variables of one page, include, function or <c>with</c> body, each with its slot.</summary>
sealed class LocalLayout
{
    public static readonly LocalLayout Empty = new();

    readonly List<string> _names = [];

    /// <summary>Slots needed, those of loop variables included.</summary>
    public int SlotCount { get; private set; }

    public int SlotOf(string name)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            if (ReferenceEquals(_names[i], name))
                return i;
        }

        return -1;
    }

    /// <summary>The slot of that name, made when it is new. Only the parser does this.</summary>
    public int Declare(string name)
    {
        int slot = SlotOf(name);
        if (slot >= 0)
            return slot;
        // Slots of loop variables lie between the names, so that a loop inside never reuses a name's slot.
        while (_names.Count < SlotCount)
            _names.Add("");
        _names.Add(name);
        return SlotCount++;
    }

    /// <summary>A slot that no name finds: the variable of one loop.</summary>
    public int DeclareLoopVariable() => SlotCount++;
}
