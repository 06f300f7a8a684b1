namespace SiteGen.Scriban.Runtime;

enum LoopKind : byte
{
    For,
    Tablerow,
    While,
}

/// <summary>A running loop: its variable and its fields. Also the value of the name <c>for</c>.</summary>
sealed class LoopState : IScriptObject
{
    static readonly string[] ForFields = ["index", "rindex", "first", "last", "even", "odd", "length", "changed"];
    static readonly string[] TablerowFields = [.. ForFields, "col"];
    static readonly string[] WhileFields = ["index", "first", "even", "odd"];

    public LoopKind Kind;
    public string? Name;
    public Value Value;
    public int Index;
    public int Length;
    public int Column;

    /// <summary>The place of names that was innermost when the loop began.</summary>
    public int Owner;
    Value _previous;

    public void Advance(int index, in Value value)
    {
        _previous = Value;
        Index = index;
        Value = value;
    }

    public IEnumerable<string> Names => FieldsOf(Kind);

    public static string[] FieldsOf(LoopKind kind) => kind switch
    {
        LoopKind.For => ForFields,
        LoopKind.Tablerow => TablerowFields,
        _ => WhileFields,
    };

    public static string WordOf(LoopKind kind) => kind switch
    {
        LoopKind.For => "for",
        LoopKind.Tablerow => "tablerow",
        _ => "while",
    };

    public bool TryGet(string name, out Value value)
    {
        bool isKnown = Array.IndexOf(FieldsOf(Kind), name) >= 0;
        value = isKnown ? Field(name) : default;
        return isKnown;
    }

    Value Field(string name) => name switch
    {
        "index" => Index,
        "rindex" => Length - Index - 1,
        "first" => Index == 0,
        "last" => Index == Length - 1,
        "even" => (Index & 1) == 0,
        "odd" => (Index & 1) != 0,
        "length" => Length,
        "changed" => Index == 0 || !Operation.AreIdentical(Value, _previous),
        _ => Column,
    };
}
