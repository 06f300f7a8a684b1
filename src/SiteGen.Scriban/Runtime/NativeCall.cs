using System.Diagnostics.CodeAnalysis;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>One call of a function of the host: valid while its body runs and not to be kept.</summary>
public sealed partial class NativeCall
{
    readonly List<Value> _rest = [];
    readonly List<KeyValuePair<string, Value>> _named = [];
    Value[] _arguments = new Value[4];
    SourceSpan[] _places = new SourceSpan[4];
    ulong _given;
    int _position;
    bool _isOpen;
    NativeFunction _function = null!;

    internal NativeCall(RenderContext context) => Context = context;

    /// <summary>The render this is part of.</summary>
    public RenderContext Context { get; }

    /// <summary>Positional arguments beyond the parameters, for a rest parameter.</summary>
    public IReadOnlyList<Value> Rest => _rest;

    /// <summary>Named arguments that name no parameter, for a rest parameter.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> NamedRest => _named;

    /// <summary>The argument of that parameter, null where it was left out.</summary>
    public Value this[int parameter] => _arguments[parameter];

    /// <summary>Where the call stands.</summary>
    internal SourceSpan Span { get; private set; }

    /// <summary>Whether an argument was given for that parameter (it may still be null).</summary>
    public bool Has(int parameter) => (_given & (1UL << parameter)) != 0;

    /// <summary>The argument as text, converted as printing does; null stays null.</summary>
    public string? Text(int parameter) => _arguments[parameter].IsNull ? null : Context.ToText(_arguments[parameter]);

    /// <summary>Fails at the call.</summary>
    [DoesNotReturn]
    public Value Fail(Message message, Message? hint = null) => throw Context.Error(Span, message, hint);

    /// <summary>Fails at one argument.</summary>
    [DoesNotReturn]
    public Value Fail(int parameter, Message message, Message? hint = null) => throw Context.Error(PlaceOf(parameter), message, hint);

    /// <summary>Fails with the error of a template that the function rendered.</summary>
    [DoesNotReturn]
    public Value Fail(TemplateError inner)
    {
        TemplateError here = Context.Error(Span, inner.Message).Error;
        throw new ScriptException(inner with { Notes = [.. inner.Notes, new TemplateErrorNote(here.Path, here.Text, here.Offset, "included from here"), .. here.Notes] });
    }

    internal SourceSpan PlaceOf(int parameter) => Has(parameter) ? _places[parameter] : Span;

    /// <summary>Evaluates the arguments of a call: what is piped first, then one after the other.</summary>
    internal void Bind(NativeFunction function, CallSite site, IPipeSource? piped)
    {
        Begin(function, site.Span);
        if (piped is not null)
        {
            Value value = piped.Evaluate(Context);
            if (piped.IsSpread)
                AddSpread(value, piped.Span);
            else
                Add(value, piped.Span);
        }

        for (int i = 0; i < site.ArgumentCount; i++)
            BindOne(site, i);
        CheckRequired(site.Span);
    }

    /// <summary>Takes values at hand for arguments.</summary>
    internal void Bind(NativeFunction function, ReadOnlySpan<Value> arguments, SourceSpan place)
    {
        Begin(function, place);
        foreach (ref readonly Value argument in arguments)
            Add(argument, place);
        CheckRequired(place);
    }

    /// <summary>Drops the arguments: what the next call leaves out reads as null, and a kept context keeps nothing alive.</summary>
    internal void End()
    {
        Array.Clear(_arguments, 0, _function.PositionalCount);
        _isOpen = false;
    }

    void Begin(NativeFunction function, SourceSpan span)
    {
        // A call that failed never ended.
        if (_isOpen)
            Array.Clear(_arguments);
        _isOpen = true;
        _function = function;
        Span = span;
        _given = 0;
        _position = 0;
        int count = function.PositionalCount;
        if (_arguments.Length < count)
        {
            _arguments = new Value[count];
            _places = new SourceSpan[count];
        }

        if (function.HasRest)
        {
            _rest.Clear();
            _named.Clear();
        }
    }

    void BindOne(CallSite site, int index)
    {
        Value value = site.EvaluateArgument(Context, index);
        if (site.IsSpread(index))
        {
            AddSpread(value, site.ArgumentSpan(index));
            return;
        }

        if (site.ArgumentName(index) is not { } name)
        {
            Add(value, site.ArgumentSpan(index));
            return;
        }

        int parameter = IndexOf(name);
        if (parameter >= 0)
            Set(parameter, value, site.ArgumentSpan(index));
        else if (_function.HasRest)
            _named.Add(new KeyValuePair<string, Value>(name, value));
        else
            Add(value, site.ArgumentSpan(index));
    }

    int IndexOf(string name)
    {
        IReadOnlyList<NativeParameter> parameters = _function.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (!parameters[i].Rest && string.Equals(parameters[i].Name, name))
                return i;
        }

        return -1;
    }

    void AddSpread(Value list, SourceSpan place)
    {
        if (!list.TryGetList(out IScriptList items))
        {
            Add(list, place);
            return;
        }

        foreach (Value item in ListWalk.Of(items))
            Add(item, place);
    }

    void Add(in Value value, SourceSpan place)
    {
        while (_position < _function.PositionalCount && Has(_position))
            _position++;
        if (_position < _function.PositionalCount)
            Set(_position++, value, place);
        else if (_function.HasRest)
            _rest.Add(value);
        else
            throw Context.Error(Span, $"Too many arguments for `{_function.Name}`: it takes {_function.Parameters.Count}");
    }

    void Set(int parameter, in Value value, SourceSpan place)
    {
        _arguments[parameter] = value;
        _places[parameter] = place;
        _given |= 1UL << parameter;
    }

    void CheckRequired(SourceSpan place)
    {
        ulong required = (1UL << _function.Required) - 1;
        if ((_given & required) == required)
            return;
        throw Context.Error(
            new SourceSpan(place.End, place.End),
            $"`{_function.Name}` has too few arguments: {_function.Required} are needed",
            $"`{_function.Name}` takes {string.Join(" ", _function.Parameters.Select(p => p.Optional ? p.Name + "?" : p.Name))}");
    }
}
