using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>
/// What rules find. A finding with a place in a document is said as it is; one that templates make is said once, on the first page that has it.
/// </summary>
sealed class Findings(CheckSettings settings)
{
    /// <summary>Further pages that are named.</summary>
    const int MostNotes = 3;

    readonly ConcurrentBag<(Rule Rule, Diagnostic Diagnostic)> placed = [];
    readonly Dictionary<(Rule Rule, Message Message), Shared> shared = [];
    readonly ConcurrentDictionary<object, bool> saidInDocuments = new(ReferenceEqualityComparer.Instance);
    readonly Regex[] ignored = [.. settings.Ignore.Select(Pattern)];

    /// <summary>Whether anything of this file, page or link is to be passed over.</summary>
    public bool IsIgnored(string name) => Array.Exists(ignored, pattern => pattern.IsMatch(name));

    /// <summary>Likewise of a link, as it is written or as it is meant.</summary>
    public bool IsIgnored(Link link) => ignored.Length > 0 && (IsIgnored(link.Written) || IsIgnored(LinkTable.Decode(link.Written)) || IsIgnored(link.Path));

    /// <summary>Something at a place that its author can go to.</summary>
    public void Add(Rule rule, SourcePlace place, Message message, Message? hint)
    {
        if (SeverityOf(rule) is { } severity && !IsIgnored(place.Path))
            placed.Add((rule, new Diagnostic(severity, rule.Id, message, place, hint)));
    }

    /// <summary>The same; what else comes of this cause on lists and in feeds is not said again.</summary>
    public void Add(Rule rule, SourcePlace place, Message message, Message? hint, object cause)
    {
        saidInDocuments[cause] = true;
        Add(rule, place, message, hint);
    }

    /// <summary>Something on a page as it was made.</summary>
    /// <param name="position">Offset in the file's text; negative when it is not known.</param>
    public void Add(Rule rule, FinishedFile file, string title, int position, Message message, Message? hint) => Add(rule, file, title, position, message, hint, new object());

    public void Add(Rule rule, FinishedFile file, string title, int position, Message message, Message? hint, object cause)
    {
        if (SeverityOf(rule) is null || IsIgnored(file.Path) || IsIgnored(SiteFacts.AddressOf(file.Path)) || file.CopiedFrom is { } copy && IsIgnored(copy))
            return;
        lock (shared)
        {
            if (!shared.TryGetValue((rule, message), out var group))
                shared[(rule, message)] = group = new Shared(hint, cause);
            group.Add(new Appearance(file, title, position));
        }
    }

    public void WriteTo(DiagnosticBag diagnostics)
    {
        // The build itself complains of most wrong addresses in texts, and once is enough.
        var said = diagnostics.Sorted().Where(diagnostic => diagnostic.Rule.StartsWith("link-", StringComparison.Ordinal)).ToLookup(diagnostic => diagnostic.Place.Path, diagnostic => diagnostic.Place, StringComparer.Ordinal);
        foreach (var (rule, diagnostic) in placed)
        {
            if (!said[diagnostic.Place.Path].Any(place => rule.IsSaidAt(diagnostic.Place, place)))
                diagnostics.Add(diagnostic);
        }

        foreach (var ((rule, message), group) in shared)
        {
            if (!saidInDocuments.ContainsKey(group.Cause))
                diagnostics.Add(group.Diagnostic(SeverityOf(rule)!.Value, rule, message));
        }
    }

    /// <summary>How many places a finding has besides the one it names, as the end of a sentence.</summary>
    public static Message OtherPlaces(int count) => count switch { 1 => (Message)"", 2 => (Message)", here and in one more place", _ => $", here and in {count - 1} more places" };

    Severity? SeverityOf(Rule rule) => settings.Levels.TryGetValue(rule.Id, out var level) ? level switch { RuleLevel.Off => null, RuleLevel.Error => Severity.Error, _ => Severity.Warning } : rule.Severity;

    static Regex Pattern(string glob) =>
        new("^" + Regex.Escape(glob.Trim()).Replace(@"\*\*", ".*").Replace(@"\*", ".*").Replace(@"\?", ".") + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    sealed record Appearance(FinishedFile File, string Title, int Position)
    {
        /// <summary>A file that somebody wrote is shown with its line; nobody can mend the lines of a generated one.</summary>
        public SourcePlace Place => File.CopiedFrom is { } path && Position >= 0 && File.Content() is { } bytes
            ? new SourcePlace(new SourceText(path, FileText.Of(bytes)), Position)
            : SourcePlace.OfFile(File.CopiedFrom ?? File.Path);
    }

    /// <summary>The first page by path, whatever thread came first, and how many others.</summary>
    sealed class Shared(Message? hint, object cause)
    {
        public object Cause => cause;

        readonly SortedDictionary<string, Appearance> first = new(StringComparer.Ordinal);
        readonly HashSet<string> files = new(StringComparer.Ordinal);

        public void Add(Appearance found)
        {
            if (!files.Add(found.File.Path))
                return;
            first[found.File.Path] = found;
            if (first.Count > MostNotes + 1)
                first.Remove(first.Keys.Last());
        }

        public Diagnostic Diagnostic(Severity severity, Rule rule, Message message)
        {
            var shown = first.Values.ToArray();
            var notes = new List<DiagnosticNote>();
            if (shown[0].File.CopiedFrom is null && shown[0].Title.Length > 0)
                notes.Add(new DiagnosticNote(MadeBy(shown[0]), SourcePlace.Nowhere));
            notes.AddRange(shown.Skip(1).Select(other => new DiagnosticNote("the same here", other.Place)));
            if (files.Count > shown.Length)
                notes.Add(new DiagnosticNote(files.Count == shown.Length + 1 ? (Message)"and on 1 more page" : $"and on {files.Count - shown.Length} more pages", SourcePlace.Nowhere));
            return new Diagnostic(severity, rule.Id, message, shown[0].Place, hint) { Notes = notes };
        }

        static Message MadeBy(Appearance page) => page.File.Document is { } document
            ? (Message)$"this page is “{page.Title}”, made by {document.Source.Path} and the theme's templates and settings"
            : $"this page is “{page.Title}”, made by the theme's templates and settings";
    }
}
