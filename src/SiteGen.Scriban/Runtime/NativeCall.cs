using System.Diagnostics.CodeAnalysis;

namespace SiteGen.Scriban;

/// <summary>One call of a function of the host: valid while its body runs and not to be kept.</summary>
public sealed class NativeCall
{
    readonly List<Value> _rest = [];
    readonly List<KeyValuePair<string, Value>> _named = [];
    Value[] _arguments = new Value[4];

    internal NativeCall(RenderContext context) => Context = context;

    /// <summary>The render this is part of.</summary>
    public RenderContext Context { get; }

    /// <summary>The argument of that parameter, null where it was left out.</summary>
    public Value this[int parameter] => _arguments[parameter];

    /// <summary>Positional arguments beyond the parameters, for a rest parameter.</summary>
    public IReadOnlyList<Value> Rest => _rest;

    /// <summary>Named arguments that name no parameter, for a rest parameter.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> NamedRest => _named;

    /// <summary>Whether an argument was given for that parameter.</summary>
    public bool Has(int parameter) => !_arguments[parameter].IsNull;

    /// <summary>The argument as text, converted as printing does; null stays null.</summary>
    public string? Text(int parameter) => _arguments[parameter].IsNull ? null : _arguments[parameter].ToText();

    /// <summary>Fails at the call.</summary>
    [DoesNotReturn]
    public Value Fail(string message, string? hint = null) => throw new NotImplementedException(message + hint);

    /// <summary>Fails at one argument.</summary>
    [DoesNotReturn]
    public Value Fail(int parameter, string message, string? hint = null) => throw new NotImplementedException(message + hint + parameter);
}
