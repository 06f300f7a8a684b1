using System.Text;

namespace SiteGen.Core.Checking;

/// <summary>What kind of file a name promises, and its bytes as text.</summary>
static class FileText
{
    public static string Of(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public static bool IsPage(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    public static bool IsStyle(string path) => path.EndsWith(".css", StringComparison.OrdinalIgnoreCase);

    public static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    public static bool IsSitemap(string path, string text) =>
        IsXml(path) && (path.Contains("sitemap", StringComparison.OrdinalIgnoreCase) || text.Contains("<urlset", StringComparison.Ordinal) || text.Contains("<sitemapindex", StringComparison.Ordinal));

    public static bool IsPicture(string path) => Array.Exists(Pictures, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files in which a reader or a program may read words.</summary>
    public static bool IsText(string path) => IsPage(path) || IsStyle(path) || IsXml(path) || Array.Exists(Texts, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp"];

    static readonly string[] Texts = [".txt", ".json", ".js", ".mjs", ".webmanifest", ".svg", ".md", ".csv"];
}
