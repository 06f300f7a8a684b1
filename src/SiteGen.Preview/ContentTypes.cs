using Microsoft.AspNetCore.StaticFiles;

namespace SiteGen.Preview;

/// <summary>Content types by file extension, as GitHub Pages sends them.</summary>
static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";

    static readonly FileExtensionContentTypeProvider Known = new();

    static ContentTypes()
    {
        Known.Mappings[".js"] = Known.Mappings[".mjs"] = "application/javascript";
        Known.Mappings[".map"] = "application/json";
        Known.Mappings[".xml"] = "application/xml";
        Known.Mappings[".rss"] = "application/rss+xml";
        Known.Mappings[".ico"] = "image/vnd.microsoft.icon";
    }

    public static string Of(string file) =>
        !Known.TryGetContentType(file, out var type) ? "application/octet-stream"
        : type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "application/json"
            ? type + "; charset=utf-8"
            : type;
}
