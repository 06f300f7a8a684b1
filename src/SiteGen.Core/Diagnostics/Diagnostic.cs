
namespace SiteGen.Core.Diagnostics;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>A further place that explains a diagnostic, such as the other of two colliding files.</summary>
public sealed record DiagnosticNote(Message Message, SourcePlace Place);

/// <summary>One complaint about the user's input: what is wrong, where, and how to mend it.</summary>
/// <param name="Rule">A stable id in kebab-case, such as <c>front-matter-type</c>.</param>
/// <param name="Hint">What to write instead, as a sentence; null when the message says it all.</param>
public sealed record Diagnostic(Severity Severity, string Rule, Message Message, SourcePlace Place, Message? Hint = null)
{
    public IReadOnlyList<DiagnosticNote> Notes { get; init; } = [];
}

/// <summary>Collects the complaints of all stages and threads; hands them out in the order of their places.</summary>
public sealed class DiagnosticBag
{
    [ThreadStatic]
    static List<Diagnostic>? heard;

    readonly Lock gate = new();
    readonly Dictionary<(string Rule, string Message, string Path, int Offset), Diagnostic> found = [];
    int errors;

    /// <summary>Gets a copy of whatever this thread complains of, also of what was said before by others; null for nobody.</summary>
    internal static List<Diagnostic>? Captured
    {
        get => heard;
        set => heard = value;
    }

    /// <summary>The language of the site whose complaints these are; null while its configuration is not read.</summary>
    public MessageLanguage? Language { get; set; }

    public int ErrorCount => Volatile.Read(ref errors);

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many there are, warnings too.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return found.Count;
        }
    }

    /// <summary>Adds a complaint; the same one a second time is not counted again, since a page may be rendered twice.</summary>
    public void Add(Diagnostic diagnostic)
    {
        heard?.Add(diagnostic);
        var key = (diagnostic.Rule, diagnostic.Message.ToString(), diagnostic.Place.Path, diagnostic.Place.Offset);
        lock (gate)
        {
            if (found.TryAdd(key, diagnostic) && diagnostic.Severity == Severity.Error)
                errors++;
        }
    }

    public void Error(string rule, Message message, SourcePlace place, Message? hint = null) =>
        Add(new Diagnostic(Severity.Error, rule, message, place, hint));

    public void Warning(string rule, Message message, SourcePlace place, Message? hint = null) =>
        Add(new Diagnostic(Severity.Warning, rule, message, place, hint));

    /// <summary>All complaints by path, offset, rule and message: the same order whatever thread was first.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        Diagnostic[] all;
        lock (gate)
            all = [.. found.Values];
        Array.Sort(all, Compare);
        return all;
    }

    static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = string.CompareOrdinal(a.Place.Path, b.Place.Path);
        if (order == 0)
            order = a.Place.Offset.CompareTo(b.Place.Offset);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule, b.Rule);
        return order != 0 ? order : string.CompareOrdinal(a.Message.ToString(), b.Message.ToString());
    }
}
