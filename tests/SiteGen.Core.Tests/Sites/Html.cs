using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Tests.Sites;

/// <summary>Reads output as a browser would.</summary>
static class Html
{
    public static IHtmlDocument Page(this TestSite site, string file) => new HtmlParser().ParseDocument(site[file]);

    public static IEnumerable<string> HtmlFiles(this TestSite site) =>
        site.Output.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>The output file that answers for a URL path as a static server would find it; null when none does.</summary>
    public static string? FileFor(TestSite site, string path)
    {
        var decoded = Uri.UnescapeDataString(path).TrimStart('/');
        var file = decoded.Length == 0 || decoded.EndsWith('/') ? decoded + "index.html" : decoded;
        return site.Output.Files.ContainsKey(file) ? file : null;
    }
}
