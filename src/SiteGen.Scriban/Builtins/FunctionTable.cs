using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Gathers the functions of one built-in object.</summary>
sealed class FunctionTable(string owner)
{
    readonly ScriptObject _members = new(64) { IsFrozen = true };

    /// <summary>Adds a function. Parameters are names with blanks between; <c>?</c> marks an optional one, <c>...</c> the rest.</summary>
    public FunctionTable Add(string name, string parameters, NativeBody body, Action<NativeCall>? printer = null)
    {
        _members.Set(name, Value.Of(new NativeFunction($"{owner}.{name}", Parse(parameters), body) { Printer = printer }));
        return this;
    }

    public FunctionTable Add(string name, Value value)
    {
        _members.Set(name, value);
        return this;
    }

    public ScriptObject Finish() => _members;

    public static NativeParameter[] Parse(string parameters) =>
        [.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p switch
        {
            [.., '.', '.', '.'] => new NativeParameter(p[..^3], Rest: true),
            [.., '?'] => new NativeParameter(p[..^1], Optional: true),
            _ => new NativeParameter(p),
        })];
}
