namespace SiteGen.Core.Diagnostics;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>A related place, such as the other of two colliding files.</summary>
public sealed record DiagnosticNote(Message Message, SourcePlace Place);

/// <summary>A problem in the user's input.</summary>
/// <param name="Rule">A stable id in kebab-case, such as <c>front-matter-type</c>.</param>
/// <param name="Hint">How to correct it, as a sentence; null when the message suffices.</param>
public sealed record Diagnostic(Severity Severity, string Rule, Message Message, SourcePlace Place, Message? Hint = null)
{
    public IReadOnlyList<DiagnosticNote> Notes { get; init; } = [];

    /// <summary>How many places a grouped warning stands for.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>Collects the diagnostics of all stages and threads, and sorts them by place.</summary>
public sealed class DiagnosticBag
{
    readonly Lock gate = new();
    readonly Dictionary<(string Rule, string Message, string Path, int Offset), Diagnostic> found = [];
    int errors;

    /// <summary>Receives a copy of every diagnostic that this thread adds, including duplicates; null when nothing listens.</summary>
    [field: ThreadStatic]
    internal static List<Diagnostic>? Captured { get; set; }

    /// <summary>The language of the site; null before its configuration is read.</summary>
    public MessageLanguage? Language { get; set; }

    public int ErrorCount => Volatile.Read(ref errors);

    public bool HasErrors => ErrorCount > 0;

    /// <summary>Includes warnings.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return found.Count;
        }
    }

    /// <summary>Adds a diagnostic. A duplicate is ignored, because a page may be rendered twice.</summary>
    public void Add(Diagnostic diagnostic)
    {
        Captured?.Add(diagnostic);
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

    /// <summary>Sorted by path, offset, rule and message, so that thread order has no effect.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        lock (gate)
        {
            return
            [
                .. found.OrderBy(pair => pair.Key.Path, StringComparer.Ordinal).ThenBy(pair => pair.Key.Offset)
                    .ThenBy(pair => pair.Key.Rule, StringComparer.Ordinal).ThenBy(pair => pair.Key.Message, StringComparer.Ordinal)
                    .Select(pair => pair.Value),
            ];
        }
    }
}
