using SiteGen.Core.Diagnostics;

namespace SiteGen.Preview;

/// <summary>A file that has changed since the site was last published.</summary>
/// <param name="Change">new, changed or removed.</param>
/// <param name="Path">Relative to the site's folder, as the disk spells it.</param>
public sealed record UnpublishedFile(string Change, string Path);

/// <summary>The changes since the last publication, as JSON: documents by title, and how many other files.</summary>
/// <param name="find">Finds the files; null while it is unknown what was published.</param>
sealed class UnpublishedReport(PageReport report, Func<PreviewState, IReadOnlyList<UnpublishedFile>?> find)
{
    public byte[] Of(PreviewState state)
    {
        var files = find(state);
        var pages = state.Site.All.ToDictionary(page => page.Document.File.DiskPath, StringComparer.Ordinal);
        var held = state.Site.Unpublished.Select(one => one.Page.Document.File.DiskPath).ToHashSet(StringComparer.Ordinal);
        var documents = (files ?? []).Where(file => pages.ContainsKey(file.Path) || IsDocument(file.Path)).ToArray();
        return JsonWriting.Document(default, json => json.WriteObject(() =>
        {
            json.WriteBoolean("known", files is not null);
            json.WriteObjects("documents", documents.Where(IsNews), file =>
            {
                json.WriteString("title", pages.GetValueOrDefault(file.Path)?.Title ?? file.Path);
                json.WriteString("change", file.Change);
                json.WriteString("editor", file.Change == "removed" ? "" : report.EditorLink(file.Path, 1, 1));
            });
            json.WriteNumber("others", (files?.Count ?? 0) - documents.Length);
        })).ToArray();

        // A new document that a build leaves out is no news for readers.
        bool IsNews(UnpublishedFile file) => file.Change != "new"
            || !held.Contains(file.Path) && pages.GetValueOrDefault(file.Path) is null or { IsDraft: false, IsFuture: false };
    }

    static bool IsDocument(string path) =>
        path.StartsWith("content/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal);
}
