using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A parameter of a function written in a template.</summary>
sealed record Parameter(string Name, bool IsOptional, Value Default, bool IsRest);

/// <summary>Hands the arguments of one call to a function's parameters (or, for a simple function, to its list), one after the other.</summary>
struct ArgumentBinding
{
    readonly Parameter[] _parameters;
    readonly bool _isSimple;
    readonly RenderContext _context;
    readonly LocalFrame _frame;
    readonly ScriptArray _list;
    readonly SourceSpan _call;
    readonly SourceSpan _lastArgument;
    ScriptArray? _rest;
    ulong _given;
    int _next;

    /// <param name="parameters">Null for a simple function.</param>
    /// <param name="context">The render.</param>
    /// <param name="frame">The function's own frame, not yet running.</param>
    /// <param name="call">The whole call, for messages.</param>
    /// <param name="lastArgument">Where too many arguments are reported.</param>
    public ArgumentBinding(Parameter[]? parameters, RenderContext context, LocalFrame frame, SourceSpan call, SourceSpan lastArgument)
    {
        _parameters = parameters ?? [];
        _isSimple = parameters is null;
        _context = context;
        _frame = frame;
        _call = call;
        _lastArgument = lastArgument;
        _list = frame.BeginArguments();
        frame.Names.Clear();
        foreach (Parameter parameter in _parameters)
            frame.Names.Set(parameter.Name, parameter.Default);
    }

    bool HasRest => _parameters is [.., { IsRest: true }];

    public void Add(in Value value, bool isSpread)
    {
        if (!isSpread || !value.TryGetList(out IScriptList items))
        {
            AddOne(value);
            return;
        }

        foreach (Value item in ListWalk.Of(items))
            AddOne(item);
    }

    void AddOne(in Value value)
    {
        if (_isSimple)
        {
            _list.Add(value);
            return;
        }

        while (_next < _parameters.Length && !_parameters[_next].IsRest && (_given & (1UL << _next)) != 0)
            _next++;
        if (_next >= _parameters.Length)
            throw _context.Error(_lastArgument, $"Too many arguments for `{_context.TextOf(_call)}`: it takes {_parameters.Length}");
        if (_parameters[_next].IsRest)
            (_rest ??= new ScriptArray()).Add(value);
        else
            Set(_next++, value);
    }

    public void AddNamed(string name, in Value value)
    {
        int at = -1;
        for (int i = 0; i < _parameters.Length && at < 0; i++)
            at = !_parameters[i].IsRest && string.Equals(_parameters[i].Name, name, StringComparison.Ordinal) ? i : -1;
        if (at >= 0)
            Set(at, value);
        else if (_isSimple || HasRest)
            (_list.Fields ??= new ScriptObject()).Set(name, value);
        else
            AddOne(value);
    }

    void Set(int at, in Value value)
    {
        _frame.Names.SetAt(at, value);
        _given |= 1UL << at;
    }

    /// <summary>Checks that nothing is missing and fills <c>$</c>.</summary>
    public readonly void Finish()
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            Parameter parameter = _parameters[i];
            if (parameter.IsRest)
                _frame.Names.SetAt(i, Value.Of(_rest ?? new ScriptArray()));
            else if (!parameter.IsOptional && (_given & (1UL << i)) == 0)
                throw TooFew();
            _list.Add(_frame.Names.ValueAt(i));
        }
    }

    readonly ScriptException TooFew()
    {
        int required = _parameters.Count(p => !p.IsOptional && !p.IsRest);
        return _context.Error(
            new SourceSpan(_call.End, _call.End),
            $"`{_context.TextOf(_call)}` has too few arguments: {required} are needed",
            $"the function takes {string.Join(", ", _parameters.Select(p => p.Name))}");
    }
}
