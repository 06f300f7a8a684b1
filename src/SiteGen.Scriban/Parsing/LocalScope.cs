using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Parsing;

/// <summary>The locals of the page, function or <c>with</c> body being parsed, and the loops around the place in it.</summary>
sealed class LocalScope(bool isDynamic)
{
    readonly List<(string Name, int Slot)> _loops = [];

    public LocalLayout Layout { get; } = new();

    /// <summary>Whether the code runs in a frame that is not known here: a wrapped body sees the wrapper's locals.</summary>
    public bool IsDynamic => isDynamic;

    /// <summary>Whether a <c>ret</c> was seen.</summary>
    public bool HasReturn { get; set; }

    public int SlotToRead(string name)
    {
        if (isDynamic)
            return -1;
        int slot = SlotOfLoop(name);
        return slot >= 0 ? slot : Layout.Declare(name);
    }

    /// <summary>The slot of a variable, plain or local, of a loop around this place in the same body; else -1.</summary>
    public int SlotOfLoop(string name)
    {
        for (int i = _loops.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_loops[i].Name, name))
                return _loops[i].Slot;
        }

        return -1;
    }

    public int SlotToWrite(string name) => isDynamic ? -1 : Layout.Declare(name);

    /// <summary>A loop begins; gives its variable's slot.</summary>
    public int EnterLoop(string name)
    {
        int slot = isDynamic ? -1 : Layout.DeclareLoopVariable();
        _loops.Add((name, slot));
        return slot;
    }

    public void LeaveLoop() => _loops.RemoveAt(_loops.Count - 1);
}
