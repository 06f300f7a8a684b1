using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The names every template knows. Shared by all renders and never changed; only <c>date</c> is made anew for each.</summary>
sealed class BuiltinNames : IBuiltins
{
    public static readonly BuiltinNames Instance = new();

    static readonly Dictionary<string, Value> Values = new Dictionary<string, Value>(StringComparer.Ordinal)
    {
        ["array"] = Value.Of(ArrayFunctions.Make()),
        ["html"] = Value.Of(HtmlFunctions.Make()),
        ["math"] = Value.Of(MathFunctions.Make()),
        ["object"] = Value.Of(ObjectFunctions.Make()),
        ["regex"] = Value.Of(RegexFunctions.Make()),
        ["string"] = Value.Of(StringFunctions.Make()),
        ["timespan"] = Value.Of(TimeSpanFunctions.Make()),
        ["include"] = Value.Of((ICallable)new IncludeFunction()),
        ["include_join"] = Value.Of(IncludeJoinFunction.Make()),
        ["empty"] = Value.Empty,
        ["blank"] = Value.Empty,
    };

    public IEnumerable<string> Names => Values.Keys.Append("date");

    public bool TryGet(string name, out Value value) => Values.TryGetValue(name, out value);

    /// <summary>Its members, its settings, and <c>date.parse</c> when the object itself is called.</summary>
    public ScriptObject NewDateObject()
    {
        var date = new ScriptObject(DateFunctions.All.Count) { Function = DateFunctions.Parse };
        foreach (string name in DateFunctions.All.Names)
            date.Set(name, DateFunctions.All[name]);
        return date;
    }
}
