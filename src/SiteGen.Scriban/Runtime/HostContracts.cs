namespace SiteGen.Scriban;

/// <summary>An object of the host as templates see it: read-only. Names are the template's own spelling (snake_case).</summary>
public interface IScriptObject
{
    /// <summary>The member of that name; false where there is none.</summary>
    bool TryGet(string name, out Value value);

    /// <summary>All names, in the order in which the object prints and loops.</summary>
    IEnumerable<string> Names { get; }
}

/// <summary>A list of the host as templates see it: read-only, any index from 0 up to its count.</summary>
public interface IScriptList
{
    /// <summary>Number of items.</summary>
    int Count { get; }

    /// <summary>The item at an index from 0.</summary>
    Value this[int index] { get; }
}

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    /// <summary>The parsed template of that name, or null; then <paramref name="searched"/> says where it was looked for.</summary>
    Template? Load(string name, out IReadOnlyList<string> searched);

    /// <summary>Why a name can't name a template at all, as a sentence without its full stop; null for a name that merely isn't there.</summary>
    Message? Refusal(string name) => null;
}

/// <summary>What a loader may tell besides: the names it could load, for "did you mean".</summary>
public interface ITemplateNames
{
    /// <summary>Names that <see cref="ITemplateLoader.Load"/> would find.</summary>
    IEnumerable<string> Names { get; }
}
