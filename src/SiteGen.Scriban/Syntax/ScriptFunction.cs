using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A parameter of a function written in a template.</summary>
sealed record Parameter(string Name, bool IsOptional, Value Default, bool IsRest);

/// <summary>A function written in a template. It captures nothing.</summary>
/// <param name="parameters">Null for a simple function, which takes any arguments.</param>
/// <param name="selfSlot">The slot of its own name where that is a local, else -1.</param>
/// <param name="body">What it runs; for an inline function one <see cref="ReturnStatement"/>.</param>
sealed class ScriptFunction(
    SourceText source, SourceSpan span, Parameter[]? parameters, LocalLayout layout, int selfSlot, bool isAnonymous, bool hasReturn, Statement body)
    : ICallable
{
    public bool IsScript => true;

    public string Text => ToString();

    /// <summary>Its source, without the blanks that say nothing.</summary>
    public override string ToString() => SourceFormat.Compact(source.Text.AsSpan(span.Start, span.Length));

    public Value Call(RenderContext context, CallSite site)
    {
        IPipeSource? piped = context.Pending;
        context.Pending = null;
        LocalFrame before = context.Frame;
        LocalFrame frame = context.PrepareFrame(layout);
        var binding = new Binding(this, context, frame, site.Span, LastArgument(site, piped));
        if (piped is not null)
            binding.Add(piped.Evaluate(context), piped.IsSpread);
        for (int i = 0; i < site.ArgumentCount; i++)
        {
            Value value = site.EvaluateArgument(context, i);
            if (site.ArgumentName(i) is { } name)
                binding.AddNamed(name, value);
            else
                binding.Add(value, site.IsSpread(i));
        }

        binding.Finish();
        if (!hasReturn && context.Options.ErrorForStatementFunction && !ReferenceEquals(context.StatementCall, site))
            throw context.Error(site.Span, $"The function `{context.TextOf(site.Span)}` is a statement and cannot be used within an expression.");
        return Run(context, frame, before, site.Span);
    }

    public Value Call(RenderContext context, ReadOnlySpan<Value> arguments, SourceSpan place)
    {
        LocalFrame before = context.Frame;
        LocalFrame frame = context.PrepareFrame(layout);
        var binding = new Binding(this, context, frame, place, place);
        foreach (ref readonly Value argument in arguments)
            binding.Add(argument, isSpread: false);
        binding.Finish();
        return Run(context, frame, before, place);
    }

    static SourceSpan LastArgument(CallSite site, IPipeSource? piped) =>
        site.ArgumentCount > 0 ? site.ArgumentSpan(site.ArgumentCount - 1) : piped?.Span ?? site.Span;

    Value Run(RenderContext context, LocalFrame frame, LocalFrame before, SourceSpan place)
    {
        context.EnterCall(place);
        SourceText caller = context.Source;
        context.Source = source;
        context.Enter(frame);
        int hidden = isAnonymous ? 0 : context.HideCallers();
        if (selfSlot >= 0)
            frame.Slots[selfSlot] = Value.Of((ICallable)this);
        if (parameters is not null)
            context.PushStore(frame.Names, isFunction: true);

        Flow flow = body.Execute(context);
        Value result = flow is Flow.Return ? context.ReturnValue : default;
        context.ReturnValue = default;

        if (parameters is not null)
            context.PopStore();
        if (!isAnonymous)
            context.RestoreCallers(hidden);
        context.PopFrame(before);
        context.Source = caller;
        context.LeaveCall();
        return result;
    }

    /// <summary>Hands arguments to parameters, one after the other.</summary>
    struct Binding
    {
        readonly ScriptFunction _function;
        readonly RenderContext _context;
        readonly LocalFrame _frame;
        readonly ScriptArray _list;
        readonly SourceSpan _call;
        readonly SourceSpan _lastArgument;
        ScriptArray? _rest;
        ulong _given;
        int _next;

        public Binding(ScriptFunction function, RenderContext context, LocalFrame frame, SourceSpan call, SourceSpan lastArgument)
        {
            _lastArgument = lastArgument;
            _function = function;
            _context = context;
            _frame = frame;
            _call = call;
            _list = frame.BeginArguments();
            frame.Names.Clear();
            foreach (Parameter parameter in function.Parameters)
                frame.Names.Set(parameter.Name, parameter.Default);
        }

        public void Add(in Value value, bool isSpread)
        {
            if (isSpread && value.TryGetList(out IScriptList items))
            {
                foreach (Value item in ListWalk.Of(items))
                    AddOne(item);
            }
            else
            {
                AddOne(value);
            }
        }

        void AddOne(in Value value)
        {
            Parameter[] parameters = _function.Parameters;
            if (_function.IsSimple)
            {
                _list.Add(value);
                return;
            }

            while (_next < parameters.Length && !parameters[_next].IsRest && (_given & (1UL << _next)) != 0)
                _next++;
            if (_next >= parameters.Length)
                throw _context.Error(_lastArgument, $"Too many arguments for `{_context.TextOf(_call)}`: it takes {parameters.Length}");
            if (parameters[_next].IsRest)
                (_rest ??= new ScriptArray()).Add(value);
            else
                Set(_next++, value);
        }

        public void AddNamed(string name, in Value value)
        {
            Parameter[] parameters = _function.Parameters;
            int at = Array.FindIndex(parameters, p => !p.IsRest && string.Equals(p.Name, name, StringComparison.Ordinal));
            if (at >= 0)
                Set(at, value);
            else if (_function.IsSimple || parameters is [.., { IsRest: true }])
                (_list.Fields ??= new ScriptObject()).Set(name, value);
            else
                AddOne(value);
        }

        void Set(int at, in Value value)
        {
            _frame.Names.SetAt(at, value);
            _given |= 1UL << at;
        }

        public void Finish()
        {
            Parameter[] parameters = _function.Parameters;
            for (int i = 0; i < parameters.Length; i++)
            {
                Parameter parameter = parameters[i];
                if (parameter.IsRest)
                    _frame.Names.SetAt(i, Value.Of(_rest ?? new ScriptArray()));
                else if (!parameter.IsOptional && (_given & (1UL << i)) == 0)
                    throw TooFew(parameters);
                _list.Add(_frame.Names.ValueAt(i));
            }
        }

        ScriptException TooFew(Parameter[] parameters)
        {
            int required = parameters.Count(p => !p.IsOptional && !p.IsRest);
            return _context.Error(
                new SourceSpan(_call.End, _call.End),
                $"Invalid number of arguments `{System.Numerics.BitOperations.PopCount(_given)}` passed to `{_context.TextOf(_call)}` while expecting `{required}` arguments");
        }
    }

    bool IsSimple => parameters is null;

    Parameter[] Parameters => parameters ?? [];
}
