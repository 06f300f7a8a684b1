using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Collects what rules find. A finding in a document stands by itself; equal findings on generated pages become one.</summary>
sealed class Findings(CheckSettings settings)
{
    const int MaxNotes = 3;

    readonly ConcurrentBag<(Rule Rule, Diagnostic Diagnostic)> placed = [];
    readonly Dictionary<(Rule Rule, Message Message), Shared> shared = [];
    readonly ConcurrentDictionary<object, bool> causesInDocuments = new(ReferenceEqualityComparer.Instance);
    readonly Regex[] ignored = [.. settings.Ignore.Select(Pattern)];

    public bool IsIgnored(string name) => Array.Exists(ignored, pattern => pattern.IsMatch(name));

    /// <summary>As it is written, decoded, or resolved.</summary>
    public bool IsIgnored(Link link) =>
        ignored.Length > 0 && (IsIgnored(link.Written) || IsIgnored(LinkTable.Decode(link.Written)) || IsIgnored(link.Path));

    /// <summary>Adds a finding at a place in a source file.</summary>
    public void Add(Rule rule, SourcePlace place, Message message, Message? hint)
    {
        if (SeverityOf(rule) is { } severity && !IsIgnored(place.Path))
            placed.Add((rule, new Diagnostic(severity, rule.Id, message, place, hint)));
    }

    /// <summary>Adds a finding on a page as it was generated.</summary>
    /// <param name="position">Offset in the file's text; negative when unknown.</param>
    /// <param name="cause">A cause found in a document is not reported on pages too.</param>
    public void Add(Rule rule, FinishedFile file, string title, int position, Message message, Message? hint, object? cause = null)
    {
        if (SeverityOf(rule) is null || IsIgnored(file.Path) || IsIgnored(SiteFacts.AddressOf(file.Path))
            || file.CopiedFrom is { } copy && IsIgnored(copy))
            return;
        lock (shared)
        {
            if (!shared.TryGetValue((rule, message), out var group))
                shared[(rule, message)] = group = new Shared(hint, cause ?? new object());
            group.Add(new Appearance(file, title, position));
        }
    }

    /// <summary>Adds a finding at its place in the document where that is known, else on the page.</summary>
    public void Add(
        Rule rule, SourcePlace? written, FinishedFile file, string title, int position,
        Message message, Message? hint, object? cause = null)
    {
        if (written is not { } place)
        {
            Add(rule, file, title, position, message, hint, cause);
            return;
        }

        if (cause is not null)
            causesInDocuments[cause] = true;
        Add(rule, place, message, hint);
    }

    public void WriteTo(DiagnosticBag diagnostics)
    {
        // The build has already reported most broken links in documents.
        var reported = diagnostics.Sorted().Where(diagnostic => diagnostic.Rule.StartsWith("link-", StringComparison.Ordinal))
            .ToLookup(diagnostic => diagnostic.Place.Path, diagnostic => diagnostic.Place, StringComparer.Ordinal);
        foreach (var (rule, diagnostic) in placed)
        {
            if (!reported[diagnostic.Place.Path].Any(place => rule.IsDuplicate(diagnostic.Place, place)))
                diagnostics.Add(diagnostic);
        }

        foreach (var ((rule, message), group) in shared)
        {
            if (!causesInDocuments.ContainsKey(group.Cause))
                diagnostics.Add(group.Diagnostic(SeverityOf(rule)!.Value, rule, message));
        }
    }

    /// <summary>The number of further places, as the end of a sentence.</summary>
    public static Message OtherPlaces(int count) => count switch
    {
        1 => (Message)"",
        2 => (Message)", here and in one more place",
        _ => $", here and in {count - 1} more places",
    };

    Severity? SeverityOf(Rule rule) => !settings.Levels.TryGetValue(rule.Id, out var level) ? rule.Severity
        : level == RuleLevel.Off ? null
        : level == RuleLevel.Error ? Severity.Error : Severity.Warning;

    static Regex Pattern(string glob) => new(
        "^" + Regex.Escape(glob.Trim()).Replace(@"\*", ".*").Replace(@"\?", ".") + "$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    sealed record Appearance(FinishedFile File, string Title, int Position)
    {
        /// <summary>A copied file is shown with its line; the lines of a generated one can't be edited.</summary>
        public SourcePlace Place => File.CopiedFrom is { } path && Position >= 0 && File.Content() is { } bytes
            ? new SourcePlace(new SourceText(path, FileText.Of(bytes)), Position)
            : SourcePlace.OfFile(File.CopiedFrom ?? File.Path);
    }

    /// <summary>The first pages by path, in any thread order, and the number of others.</summary>
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
            if (first.Count > MaxNotes + 1)
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
                notes.Add(new DiagnosticNote(MorePages(files.Count - shown.Length), SourcePlace.Nowhere));
            return new Diagnostic(severity, rule.Id, message, shown[0].Place, hint) { Notes = notes };
        }

        static Message MorePages(int count) => count == 1 ? (Message)"and on 1 more page" : $"and on {count} more pages";

        static Message MadeBy(Appearance page) => page.File.Document is { } document
            ? (Message)$"this page is “{page.Title}”, made by {document.Source.Path} and the theme's templates and settings"
            : $"this page is “{page.Title}”, made by the theme's templates and settings";
    }
}
