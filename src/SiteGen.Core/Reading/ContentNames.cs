namespace SiteGen.Core.Reading;

/// <summary>What a file in content/posts or content/pages is, by its name.</summary>
static class ContentNames
{
    /// <summary>
    /// Files that posts show or offer. Others, such as .mdx and .html, may be another generator's posts with its drafts among them.
    /// </summary>
    static readonly HashSet<string> Attachments = new(
    [
        ".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico", ".tif", ".tiff", ".heic", ".heif", ".apng",
        ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".mid", ".mp4", ".m4v", ".webm", ".mov", ".ogv", ".avi", ".mkv",
        ".vtt", ".srt", ".pdf", ".epub", ".hwp", ".hwpx", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".key",
        ".csv", ".tsv", ".json", ".geojson", ".gpx", ".kml", ".ics", ".zip", ".gz", ".tgz", ".7z", ".tar", ".apk", ".stl", ".glb", ".gltf",
        ".css", ".js", ".mjs", ".wasm", ".woff", ".woff2", ".ttf", ".otf",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsMarkdown(string path) => ExtensionOf(path) is ".md" or ".markdown";

    public static bool IsAttachment(string path) => Attachments.Contains(ExtensionOf(path));

    /// <summary>In lower case, with its dot; empty for none.</summary>
    public static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>A name below content/posts or content/pages begins with <c>_</c>, as templates and parts of other generators.</summary>
    public static bool IsLeftOut(string path)
    {
        var names = path.Split('/');
        return names.Skip(2).Any(name => name.StartsWith('_') && !name.Equals("_drafts", StringComparison.OrdinalIgnoreCase))
            || names[^1].StartsWith('_');
    }
}
