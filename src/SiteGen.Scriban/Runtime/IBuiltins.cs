namespace SiteGen.Scriban.Runtime;

/// <summary>The names of the language itself, as the layer below them sees them.</summary>
interface IBuiltins
{
    IEnumerable<string> Names { get; }

    bool TryGet(string name, out Value value);

    /// <summary>The object <c>date</c> for one render, whose <c>format</c> the template may assign.</summary>
    ScriptObject NewDateObject();
}
