using System.Net;
using System.Text;

namespace SiteGen.Publishing;

public enum ChangeKind
{
    New,
    Changed,
    Removed,
}

/// <summary>A page that readers would find to be another.</summary>
/// <param name="Path">Its address below the site's own, as <c>/posts/a/</c>.</param>
/// <param name="IsPost">A post or page that somebody wrote, or a list that is made of those.</param>
public sealed record PageChange(ChangeKind Kind, string Title, string Path, bool IsPost);

/// <summary>The state of a site as names of contents by path, and a way to read some of it.</summary>
/// <param name="Read">Gives the contents of files in the order of their paths.</param>
public sealed record SiteState(IReadOnlyDictionary<string, TreeFile> Files, Func<IReadOnlyList<string>, IEnumerable<byte[]>> Read);

/// <summary>What is different between two states of a site: pages by title, posts before lists, and how many files beside them.</summary>
/// <param name="OtherFiles">Feeds, images, scripts and the like that are new, changed or removed.</param>
public sealed record PageChanges(IReadOnlyList<PageChange> Pages, int OtherFiles)
{
    /// <summary>A page's title stands at its beginning; a film in a post is never read whole.</summary>
    const int HeadLength = 8192;

    public bool Any => Pages.Count + OtherFiles > 0;

    public int Count(ChangeKind kind) => Pages.Count(page => page.Kind == kind);

    public static PageChanges Of(SiteState before, SiteState after, PageTitles titles)
    {
        var paths = new List<string>[3];
        foreach (var kind in Enum.GetValues<ChangeKind>())
            paths[(int)kind] = [.. Different(kind, before.Files, after.Files).Order(StringComparer.Ordinal)];
        var pages = new List<PageChange>();
        var other = 0;
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            var html = paths[(int)kind].Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToList();
            other += paths[(int)kind].Count - html.Count;
            var unknown = html.Where(path => !titles.Posts.ContainsKey(path)).ToList();
            var heads = unknown.Zip((kind == ChangeKind.Removed ? before : after).Read(unknown).Select(Head)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            foreach (var path in html)
            {
                if (titles.Posts.TryGetValue(path, out var title))
                    pages.Add(new PageChange(kind, title, AddressOf(path), IsPost: true));
                else if (IsRedirect(heads.GetValueOrDefault(path, "")))
                    other++;
                else
                    pages.Add(new PageChange(kind, TitleOf(heads.GetValueOrDefault(path, ""), titles.SiteTitle) ?? AddressOf(path), AddressOf(path), IsPost: IsArticle(heads.GetValueOrDefault(path, ""))));
            }
        }

        return new PageChanges([.. pages.OrderByDescending(page => page.IsPost).ThenBy(page => page.Kind)], other);
    }

    static IEnumerable<string> Different(ChangeKind kind, IReadOnlyDictionary<string, TreeFile> before, IReadOnlyDictionary<string, TreeFile> after) => kind switch
    {
        ChangeKind.New => after.Keys.Where(path => !before.ContainsKey(path)),
        ChangeKind.Removed => before.Keys.Where(path => !after.ContainsKey(path)),
        _ => after.Where(file => before.TryGetValue(file.Key, out var old) && old.Id != file.Value.Id).Select(file => file.Key),
    };

    static string AddressOf(string path) =>
        "/" + (path == "index.html" ? "" : path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path);

    static string Head(byte[] html) => Encoding.UTF8.GetString(html, 0, Math.Min(html.Length, HeadLength));

    static bool IsRedirect(string head) => head.Contains("http-equiv=\"refresh\"", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is gone is in no plan; its own markup tells what it was.</summary>
    static bool IsArticle(string head) => head.Contains("content=\"article\"", StringComparison.OrdinalIgnoreCase);

    static string? TitleOf(string head, string siteTitle)
    {
        const string start = "<title>";
        var from = head.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        var to = from < 0 ? -1 : head.IndexOf("</title>", from, StringComparison.OrdinalIgnoreCase);
        if (to < 0)
            return null;
        var title = WebUtility.HtmlDecode(head[(from + start.Length)..to]).Trim();
        foreach (var separator in new[] { " | ", " - ", " – ", " · " })
        {
            if (siteTitle.Length > 0 && title.EndsWith(separator + siteTitle, StringComparison.Ordinal))
                return title[..^(separator.Length + siteTitle.Length)];
        }

        return title.Length == 0 ? null : title;
    }
}
