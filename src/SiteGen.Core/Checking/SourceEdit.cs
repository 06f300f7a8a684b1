using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A safe edit of a document.</summary>
/// <param name="What">As the end of a line: “two spaces became one”.</param>
public sealed record SourceEdit(SourceDocument Document, int Offset, int Length, string Replacement, Message What);

public sealed record ChangedDocument(SourceDocument Document, string Text, IReadOnlyList<SourceEdit> Changes);

/// <summary>The edits of <c>check --fix</c>, applied from the start of each document; overlapping ones are skipped.</summary>
public static class SourceFixes
{
    public static IReadOnlyList<ChangedDocument> Of(FinishedSite site, CheckSettings settings)
    {
        var ignored = new Findings(settings);
        var changes = RuleTable.All.Where(settings.Wants).SelectMany(rule => rule.Fixes(site));
        return [.. from change in changes
                   where !ignored.IsIgnored(change.Document.Source.Path)
                   group change by change.Document.DiskPath into document
                   orderby document.Key
                   select Applied([.. document.OrderBy(change => change.Offset)])];
    }

    static ChangedDocument Applied(SourceEdit[] changes)
    {
        var text = new System.Text.StringBuilder();
        var source = changes[0].Document.Source.Text;
        var done = new List<SourceEdit>();
        var at = 0;
        foreach (var change in changes)
        {
            if (change.Offset < at)
                continue;
            text.Append(source, at, change.Offset - at).Append(change.Replacement);
            at = change.Offset + change.Length;
            done.Add(change);
        }

        return new ChangedDocument(changes[0].Document, text.Append(source, at, source.Length - at).ToString(), done);
    }

    internal static IEnumerable<SourceDocument> Documents(this FinishedSite site) =>
        site.Files.Select(file => file.Document).OfType<SourceDocument>();
}
