using System.Net;
using System.Text;

namespace SiteGen.Publishing;

public enum ChangeKind
{
    New,
    Changed,
    Removed,
}

/// <param name="Path">The address below the site's own, as <c>/posts/a/</c>.</param>
/// <param name="IsPost">Whether it was written by an author, unlike a list.</param>
public sealed record PageChange(ChangeKind Kind, string Title, string Path, bool IsPost);

/// <summary>A site's files by path, with a way to read them.</summary>
/// <param name="Read">Returns the contents of files in the order of the paths.</param>
public sealed record SiteState(IReadOnlyDictionary<string, TreeFile> Files, Func<IReadOnlyList<string>, IEnumerable<byte[]>> Read);

/// <summary>The difference between two states of a site: pages by title, posts before lists, and a number of other files.</summary>
/// <param name="OtherFiles">How many feeds, images, scripts and the like are new, changed or removed.</param>
public sealed record PageChanges(IReadOnlyList<PageChange> Pages, int OtherFiles)
{
    /// <summary>Enough of a page for its title.</summary>
    const int HeadLength = 8192;

    public bool Any => Pages.Count + OtherFiles > 0;

    public int Count(ChangeKind kind) => Pages.Count(page => page.Kind == kind);

    public IReadOnlyList<PageChange> Posts(ChangeKind kind) => [.. Pages.Where(page => page.IsPost && page.Kind == kind)];

    public static PageChanges Of(SiteState before, SiteState after, PageTitles titles)
    {
        var pages = new List<PageChange>();
        var other = 0;
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            var paths = Different(kind, before.Files, after.Files).Order(StringComparer.Ordinal).ToArray();
            var html = paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
            var heads = HeadsOf([.. html.Where(path => !titles.Posts.ContainsKey(path))], kind == ChangeKind.Removed ? before : after);
            var shown = html.Where(path => !heads.TryGetValue(path, out var head) || !IsRedirect(head)).ToArray();
            pages.AddRange(shown.Select(path => Change(kind, path, heads.GetValueOrDefault(path, ""), titles)));
            other += paths.Length - shown.Length;
        }

        return new PageChanges([.. pages.OrderByDescending(page => page.IsPost).ThenBy(page => page.Kind)], other);
    }

    static PageChange Change(ChangeKind kind, string path, string head, PageTitles titles) => titles.Posts.TryGetValue(path, out var title)
        ? new PageChange(kind, title, AddressOf(path), IsPost: true)
        : new PageChange(kind, TitleOf(head, titles.SiteTitle) ?? AddressOf(path), AddressOf(path), IsArticle(head));

    static Dictionary<string, string> HeadsOf(string[] paths, SiteState state) => paths.Zip(state.Read(paths))
        .ToDictionary(page => page.First, page => Encoding.UTF8.GetString(page.Second, 0, Math.Min(page.Second.Length, HeadLength)));

    static IEnumerable<string> Different(
        ChangeKind kind, IReadOnlyDictionary<string, TreeFile> before, IReadOnlyDictionary<string, TreeFile> after) => kind switch
        {
            ChangeKind.New => after.Keys.Where(path => !before.ContainsKey(path)),
            ChangeKind.Removed => before.Keys.Where(path => !after.ContainsKey(path)),
            _ => after.Where(file => before.TryGetValue(file.Key, out var old) && old.Id != file.Value.Id).Select(file => file.Key),
        };

    static string AddressOf(string path) =>
        "/" + (path == "index.html" ? "" : path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path);

    static bool IsRedirect(string head) => head.Contains("http-equiv=\"refresh\"", StringComparison.OrdinalIgnoreCase);

    /// <summary>A removed page is in no plan, but its markup says what it was.</summary>
    static bool IsArticle(string head) => head.Contains("content=\"article\"", StringComparison.OrdinalIgnoreCase);

    static string? TitleOf(string head, string siteTitle)
    {
        const string start = "<title>";
        var from = head.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        var to = from < 0 ? -1 : head.IndexOf("</title>", from, StringComparison.OrdinalIgnoreCase);
        if (to < 0)
            return null;
        var title = WebUtility.HtmlDecode(head[(from + start.Length)..to]).Trim();
        string[] endings = siteTitle.Length == 0 ? [] : [" | " + siteTitle, " - " + siteTitle, " – " + siteTitle, " · " + siteTitle];
        var ending = endings.FirstOrDefault(ending => title.EndsWith(ending, StringComparison.Ordinal), "");
        return title.Length == 0 ? null : title[..^ending.Length];
    }
}
