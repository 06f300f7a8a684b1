using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class RenderContext
{
    /// <summary>A place plain names live in, innermost last.</summary>
    struct Store
    {
        public IScriptObject Object;
        public bool IsFunction;
    }

    Store[] _stores = new Store[8];
    LoopState[] _loops = [];
    LocalFrame[] _frames = [];
    int _storeCount;
    int _loopCount;
    int _frameCount;

    /// <summary>Function stores below this one belong to callers that a running <c>func</c> doesn't see.</summary>
    int _functionFloor;

    internal bool IsInLoop => _loopCount > 0;

    internal LocalFrame Frame { get; private set; } = new();

    internal LocalFrame PushFrame(LocalLayout layout)
    {
        if (_frameCount == _frames.Length)
            Array.Resize(ref _frames, Math.Max(8, _frameCount * 2));
        LocalFrame frame = _frames[_frameCount++] ??= new LocalFrame();
        frame.Begin(layout, _loopCount);
        return Frame = frame;
    }

    /// <summary>A frame that isn't yet the running one: its arguments are still being evaluated in the old one.</summary>
    internal LocalFrame PrepareFrame(LocalLayout layout)
    {
        LocalFrame running = Frame;
        LocalFrame prepared = PushFrame(layout);
        Frame = running;
        return prepared;
    }

    internal void Enter(LocalFrame prepared) => Frame = prepared;

    internal void PopFrame(LocalFrame before)
    {
        _frameCount--;
        Frame = before;
    }

    internal void PushStore(IScriptObject target, bool isFunction)
    {
        if (_storeCount == _stores.Length)
            Array.Resize(ref _stores, _storeCount * 2);
        _stores[_storeCount++] = new Store { Object = target, IsFunction = isFunction };
    }

    internal void PopStore() => _stores[--_storeCount].Object = null!;

    /// <summary>Hides the callers' functions; gives what to hand to <see cref="RestoreCallers"/>.</summary>
    internal int HideCallers()
    {
        int before = _functionFloor;
        _functionFloor = _storeCount;
        return before;
    }

    internal void RestoreCallers(int before) => _functionFloor = before;

    internal LoopState PushLoop(LoopKind kind, string? name)
    {
        if (_loopCount == _loops.Length)
            Array.Resize(ref _loops, Math.Max(8, _loopCount * 2));
        LoopState loop = _loops[_loopCount++] ??= new LoopState();
        loop.Kind = kind;
        loop.Name = name;
        loop.Index = 0;
        loop.Column = 0;
        loop.Owner = InnermostStore;
        return loop;
    }

    internal void PopLoop(LoopState loop)
    {
        _loopCount--;
        loop.Value = default;
    }

    /// <summary>Whether the running function may look into a place: it doesn't see those of functions that called it.</summary>
    bool IsVisible(int store) => store >= _functionFloor || !_stores[store].IsFunction;

    int InnermostStore
    {
        get
        {
            int i = _storeCount - 1;
            while (!IsVisible(i))
                i--;
            return i;
        }
    }

    /// <summary>Looks a plain name up, innermost place first; a loop's variable lies before the place its loop began in.</summary>
    internal bool TryGetName(string name, ref int hint, out Value value)
    {
        LoopState? loop = FindLoopVariable(name);
        int owner = loop is null ? -1 : loop.Owner;
        for (int i = _storeCount - 1; i >= 0; i--)
        {
            if (i == owner)
            {
                value = loop!.Value;
                return true;
            }

            if (!IsVisible(i))
                continue;
            IScriptObject place = _stores[i].Object;
            if (place is not ScriptObject own)
            {
                if (place.TryGet(name, out value))
                    return true;
            }
            else if (own.TryGet(name, ref hint, out value))
            {
                return true;
            }
            else if (own.List is { } list && name is "size")
            {
                value = list.Count;
                return true;
            }
        }

        if (HostFunctions is { } host && host.TryGet(name, out value))
            return true;
        return TryGetBuiltin(name, out value);
    }

    /// <summary>The loop with that variable whose place is the innermost, of several there the inner one.</summary>
    LoopState? FindLoopVariable(string name)
    {
        LoopState? found = null;
        for (int i = _loopCount - 1; i >= 0; i--)
        {
            LoopState loop = _loops[i];
            if (ReferenceEquals(loop.Name, name) && (found is null || loop.Owner > found.Owner) && IsVisible(loop.Owner))
                found = loop;
        }

        return found;
    }

    /// <summary>The innermost running loop of that kind that the running function may see.</summary>
    internal LoopState? FindLoop(LoopKind kind)
    {
        for (int i = _loopCount - 1; i >= 0; i--)
        {
            if (_loops[i].Kind == kind && IsVisible(_loops[i].Owner))
                return _loops[i];
        }

        return null;
    }

    /// <summary>Where the locals of a body that runs in another frame are looked up: loops first, then the frame.</summary>
    internal bool TryGetLocal(string name, out Value value)
    {
        for (int i = _loopCount - 1; i >= Frame.LoopBase; i--)
        {
            if (ReferenceEquals(_loops[i].Name, name))
            {
                value = _loops[i].Value;
                return true;
            }
        }

        return Frame.TryGet(name, out value);
    }

    /// <summary>The object that <c>this</c> means: the innermost <c>with</c> target or the page object.</summary>
    internal IScriptObject This
    {
        get
        {
            int i = _storeCount - 1;
            while (_stores[i].IsFunction)
                i--;
            return _stores[i].Object;
        }
    }

    /// <summary>Where assigning a plain name writes to.</summary>
    internal IScriptObject StoreForWriting(string name)
    {
        ref Store innermost = ref _stores[InnermostStore];
        // Only a parametric function whose own names are innermost has names of its own; `with` inside it takes them.
        if (!innermost.IsFunction)
            return This;
        var own = (ScriptObject)innermost.Object;
        if (own.IndexOf(name) >= 0)
            return own;
        return ExistsOutside(name) ? This : own;
    }

    bool ExistsOutside(string name)
    {
        for (int i = _storeCount - 1; i >= 0; i--)
        {
            if (!_stores[i].IsFunction && _stores[i].Object.TryGet(name, out _))
                return true;
        }

        return TryGetBuiltin(name, out _);
    }

    /// <summary>Every name in reach, for "did you mean".</summary>
    internal IEnumerable<string> KnownNames()
    {
        for (int i = _loopCount - 1; i >= 0; i--)
        {
            if (_loops[i].Name is { } name)
                yield return name;
        }

        for (int i = _storeCount - 1; i >= 0; i--)
        {
            foreach (string name in _stores[i].Object.Names)
                yield return name;
        }

        foreach (string name in HostFunctions?.Names ?? [])
            yield return name;
        foreach (string name in Builtins.Names)
            yield return name;
    }

    bool TryGetBuiltin(string name, out Value value)
    {
        if (name is "date")
        {
            value = Value.Of(DateObject);
            return true;
        }

        return Builtins.TryGet(name, out value);
    }
}
