using System.Text;

namespace SiteGen.Core.Checking;

/// <summary>Kinds of files by name, and their bytes as text.</summary>
static class FileText
{
    static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp"];

    static readonly string[] Texts = [".txt", ".json", ".js", ".mjs", ".webmanifest", ".svg", ".md", ".csv"];

    public static string Of(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public static bool IsPage(string path) => EndsIn(path, ".html", ".htm");

    public static bool IsStyle(string path) => EndsIn(path, ".css");

    public static bool IsXml(string path) => EndsIn(path, ".xml");

    public static bool IsSitemap(string path, string text) => IsXml(path) && (path.Contains("sitemap", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<urlset", StringComparison.Ordinal) || text.Contains("<sitemapindex", StringComparison.Ordinal));

    public static bool IsPicture(string path) => EndsIn(path, Pictures);

    /// <summary>Files in which a reader or a program may read words.</summary>
    public static bool IsText(string path) => IsPage(path) || IsStyle(path) || IsXml(path) || EndsIn(path, Texts);

    static bool EndsIn(string path, params string[] endings) =>
        Array.Exists(endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
