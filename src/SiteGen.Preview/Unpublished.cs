using System.Text.Json;

namespace SiteGen.Preview;

/// <summary>A file that is other than when the site was published last.</summary>
/// <param name="Change">new, changed or removed.</param>
/// <param name="Path">Relative to the site's folder, as the disk spells it.</param>
public sealed record UnpublishedFile(string Change, string Path);

/// <summary>What the bar says of changes since the last publication, as JSON: documents by title, and how many files beside them.</summary>
/// <param name="find">Finds the files; null where it is not known what was published.</param>
sealed class UnpublishedReport(PageReport report, Func<PreviewState, IReadOnlyList<UnpublishedFile>?> find)
{
    public byte[] Of(PreviewState state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            var files = find(state);
            json.WriteBoolean("known", files is not null);
            var pages = state.Site.All.ToDictionary(page => page.Document.File.DiskPath, StringComparer.Ordinal);
            var held = state.Site.Unpublished.Select(one => one.Page.Document.File.DiskPath).ToHashSet(StringComparer.Ordinal);
            var others = 0;
            json.WriteStartArray("documents");
            foreach (var file in files ?? [])
            {
                var page = pages.GetValueOrDefault(file.Path);
                // What was never published and is not to be is no news for readers.
                if (page is null && !IsDocument(file.Path))
                    others++;
                else if (file.Change != "new" || !held.Contains(file.Path) && page is null or { IsDraft: false, IsFuture: false })
                    Write(json, file, page?.Title ?? file.Path);
            }

            json.WriteEndArray();
            json.WriteNumber("others", others);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    void Write(Utf8JsonWriter json, UnpublishedFile file, string title)
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("change", file.Change);
        json.WriteString("editor", file.Change == "removed" ? "" : report.EditorLink(file.Path, 1, 1));
        json.WriteEndObject();
    }

    static bool IsDocument(string path) => path.StartsWith("content/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal);
}
