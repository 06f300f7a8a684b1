namespace SiteGen.Preview;

/// <summary>Content types by file extension, as GitHub Pages sends them.</summary>
static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
    const string Script = "application/javascript; charset=utf-8";

    static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = Html, [".htm"] = Html, [".css"] = "text/css; charset=utf-8", [".js"] = Script, [".mjs"] = Script,
        [".json"] = Json, [".map"] = Json, [".webmanifest"] = "application/manifest+json",
        [".xml"] = "application/xml", [".rss"] = "application/rss+xml", [".atom"] = "application/atom+xml",
        [".txt"] = Text, [".md"] = "text/markdown; charset=utf-8", [".csv"] = "text/csv; charset=utf-8",
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/vnd.microsoft.icon", [".bmp"] = "image/bmp",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf",
        [".wasm"] = "application/wasm", [".pdf"] = "application/pdf", [".zip"] = "application/zip", [".mp4"] = "video/mp4",
        [".webm"] = "video/webm", [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav",
    };

    public static string Of(string file) => ByExtension.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
}
