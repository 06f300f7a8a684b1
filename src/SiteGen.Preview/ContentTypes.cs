namespace SiteGen.Preview;

/// <summary>Content types by a file's ending, as GitHub Pages sends them.</summary>
static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";

    static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = Html, [".htm"] = Html, [".css"] = "text/css; charset=utf-8", [".js"] = "application/javascript; charset=utf-8", [".mjs"] = "application/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8", [".map"] = "application/json; charset=utf-8", [".webmanifest"] = "application/manifest+json", [".xml"] = "application/xml", [".rss"] = "application/rss+xml",
        [".atom"] = "application/atom+xml", [".txt"] = "text/plain; charset=utf-8", [".md"] = "text/markdown; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".svg"] = "image/svg+xml",
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/vnd.microsoft.icon", [".bmp"] = "image/bmp",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf", [".wasm"] = "application/wasm", [".pdf"] = "application/pdf", [".zip"] = "application/zip",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav",
    };

    public static string Of(string file) => ByEnding.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
}
