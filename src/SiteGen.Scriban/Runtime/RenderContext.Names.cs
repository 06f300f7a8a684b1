using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class RenderContext
{
    /// <summary>A place plain names live in, innermost last; the loops that began in it lie from <see cref="LoopBase"/> up.</summary>
    struct Store
    {
        public IScriptObject Object;
        public int LoopBase;
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
        _stores[_storeCount++] = new Store { Object = target, LoopBase = _loopCount, IsFunction = isFunction };
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
        return loop;
    }

    internal void PopLoop(LoopState loop)
    {
        _loopCount--;
        loop.Value = default;
    }

    /// <summary>Looks a plain name up, innermost place first.</summary>
    internal bool TryGetName(string name, ref int hint, out Value value)
    {
        int loop = _loopCount;
        for (int i = _storeCount - 1; i >= 0; i--)
        {
            ref Store store = ref _stores[i];
            if (store.IsFunction && i < _functionFloor)
            {
                loop = store.LoopBase;
                continue;
            }

            while (loop > store.LoopBase)
            {
                LoopState state = _loops[--loop];
                if (ReferenceEquals(state.Name, name))
                {
                    value = state.Value;
                    return true;
                }
            }

            if (store.Object is ScriptObject own ? own.TryGet(name, ref hint, out value) : store.Object.TryGet(name, out value))
                return true;
        }

        if (HostFunctions is { } host && host.TryGet(name, out value))
            return true;
        return TryGetBuiltin(name, out value);
    }

    /// <summary>The innermost running loop of that kind that the running function may see.</summary>
    internal LoopState? FindLoop(LoopKind kind)
    {
        int loop = _loopCount;
        for (int i = _storeCount - 1; i >= 0; i--)
        {
            bool isHidden = _stores[i].IsFunction && i < _functionFloor;
            for (; loop > _stores[i].LoopBase; loop--)
            {
                if (!isHidden && _loops[loop - 1].Kind == kind)
                    return _loops[loop - 1];
            }
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
        ref Store top = ref _stores[_storeCount - 1];
        int function = _storeCount - 1;
        while (function >= 0 && !_stores[function].IsFunction)
            function--;
        // Inside `with` the innermost object takes it, whatever function runs around it.
        if (!top.IsFunction || function < 0)
            return This;
        var own = (ScriptObject)top.Object;
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
