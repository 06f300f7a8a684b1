using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Resolves the URLs that authors write in Markdown.</summary>
public sealed class LinkResolver(Site site, DiagnosticBag diagnostics)
{
    static readonly string[] UnsafeSchemes = ["javascript:", "vbscript:", "data:"];

    /// <summary>Addresses of one computer or browser tab, left over from a copy; a drive such as <c>C:</c> is one, too.</summary>
    static readonly string[] LocalSchemes = ["file:", "blob:", "filesystem:", "content:"];

    readonly Dictionary<string, StaticFile> files = site.StaticFiles.ToDictionary(file => file.ShownPath, StringComparer.Ordinal);

    readonly ILookup<string, StaticFile> filesByPath = site.StaticFiles.ToLookup(file => file.Path.Value, StringComparer.Ordinal);

    /// <summary>Needed only for errors.</summary>
    readonly Lazy<HashSet<string>> documents =
        new(() => site.Sources.Posts.Concat(site.Sources.Pages).Select(file => file.Path).ToHashSet(StringComparer.Ordinal));

    public Site Site => site;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The paths of all planned routes; null when they are unknown, and then no link is missing.</summary>
    public IReadOnlySet<string>? Addresses { get; init; }

    /// <summary>Paths get the base path; documents (<c>other.md#절</c>) and files become URLs; absolute URLs and fragments stay.</summary>
    public string Resolve(Page page, string written, bool isImage, int offset)
    {
        var url = written.Trim();
        if (url.Length == 0)
            return url;
        if (url[0] == '#')
            return "#" + Permalink.EncodeFragment(Nfc.Normalize(Permalink.Decode(url[1..])));
        if (!IsSafe(page, url, isImage, offset))
            return "#";
        if (IsExternal(url))
            return site.Permalink.HrefOf(url);
        return url[0] == '/' ? FromRoot(page, url, offset) : Relative(page, url, offset);
    }

    /// <summary>Reports a URL that would run as a script, and one that only its author can open.</summary>
    public bool IsSafe(Page page, string url, bool isImage, int offset)
    {
        if (isImage && url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return true;
        if (Array.Find(UnsafeSchemes, scheme => HasScheme(url, scheme)) is { } unsafeScheme)
            diagnostics.Error("link-scheme", $"An address that begins with {unsafeScheme} runs as a program in the reader's browser.",
                Place(page, offset));
        else if ((Array.Find(LocalSchemes, scheme => HasScheme(url, scheme)) ?? Drive(url)) is { } localScheme)
            diagnostics.Error("link-scheme",
                $"An address that begins with {localScheme} leads into your own computer; readers can't open it.", Place(page, offset),
                "Put the file beside the document and write its name, or write the address that readers use.");
        else
            return true;
        return false;
    }

    static string? Drive(string url) =>
        url.Length > 2 && char.IsAsciiLetter(url[0]) && url[1] == ':' && url[2] is '/' or '\\' ? url[..2] : null;

    /// <summary>The static file that a URL refers to; null for all others.</summary>
    public StaticFile? FileOf(Page page, string written)
    {
        var url = written.Trim();
        if (url.Length == 0 || IsExternal(url))
            return null;
        var (path, _) = Split(url);
        if (path.StartsWith('/'))
            return filesByPath[path].FirstOrDefault();
        return Join(page.Document.File.Folder, path) is { } target ? files.GetValueOrDefault(target) : null;
    }

    string FromRoot(Page page, string url, int offset)
    {
        const string index = "index.html";
        var (path, rest) = Split(url);
        var target = Addresses is null || Addresses.Contains(path) ? path
            : Addresses.Contains(path + "/") ? path + "/"
            : Addresses.Contains(path + UrlPath.HtmlExtension) ? path + UrlPath.HtmlExtension
            : path.EndsWith("/" + index, StringComparison.Ordinal) && Addresses.Contains(path[..^index.Length]) ? path[..^index.Length]
            : null;
        if (target is not null)
            return site.Permalink.Href(new UrlPath(target)) + rest;
        MissingAddress(page, path, offset);
        return site.Permalink.HrefOf(url);
    }

    void MissingAddress(Page page, string path, int offset)
    {
        var folder = path.EndsWith('/') ? path : path + "/";
        if (site.Unpublished.FirstOrDefault(held => held.Page.Path.Value == folder || held.Page.Path.Value == path) is { } held)
        {
            Unpublished(page, path, held.Reason, offset);
            return;
        }

        // Documents that could not be read are reported already; this may be one of them.
        if (documents.Value.Count > site.All.Count + site.Unpublished.Count)
            return;
        var basePath = site.Config.Address.BasePath;
        var below = path.StartsWith(basePath, StringComparison.Ordinal) ? path[(basePath.Length - 1)..] : "";
        Message? hint = Addresses!.Contains(below) ? (Message)$"Write {below}; {basePath} is put in front of it."
            : (NearestName.Of(path, Addresses) ?? NearestName.Of(folder, Addresses)) is { } nearest ? (Message)$"Did you mean {nearest}?"
            : null;
        diagnostics.Error("link-missing", $"Nothing is published at “{path}”.", Place(page, offset), hint);
    }

    void Unpublished(Page page, string path, UnpublishedReason reason, int offset)
    {
        var because = reason switch
        {
            UnpublishedReason.Draft => (Message)"draft",
            UnpublishedReason.Future => "future",
            _ => "expired",
        };
        var place = Place(page, offset);
        diagnostics.Error("link-missing", $"“{path}” is not published ({because}).", place, "Publish it too, or take the link away.");
    }

    /// <summary>The path, decoded and in NFC, and the encoded query and fragment.</summary>
    (string Path, string Suffix) Split(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        if (end < 0)
            end = url.Length;
        var rest = end == url.Length ? "" : site.Permalink.HrefOf(Nfc.Normalize(url[end..]));
        return (Nfc.Normalize(Permalink.Decode(url[..end])), rest);
    }

    string Relative(Page page, string url, int offset)
    {
        var (path, rest) = Split(url);
        var target = Join(page.Document.File.Folder, path);
        if (target is not null && site.BySource.TryGetValue(target, out var other))
            return site.Permalink.Href(other.Path) + rest;
        if (target is not null && files.TryGetValue(target, out var file))
            return site.Permalink.Href(file.Path) + rest;
        if (System.IO.Path.HasExtension(path))
            MissingFile(page, path, target, offset);
        return site.Permalink.HrefOf(url);
    }

    void MissingFile(Page page, string path, string? target, int offset)
    {
        if (site.Unpublished.FirstOrDefault(held => held.Page.Document.File.Path == target) is { } held)
        {
            Unpublished(page, path, held.Reason, offset);
            return;
        }

        // A document that could not be read is reported already.
        if (documents.Value.Contains(target ?? ""))
            return;
        var known = site.BySource.Keys.Where(key => key != page.Document.File.Path).Concat(files.Keys);
        var hint = target is not null && NearestName.Of(target, known) is { } nearest
            ? (Message)$"Did you mean {nearest}?"
            : $"Looked for {target ?? path}.";
        diagnostics.Error("link-missing", $"There is no file “{path}” beside this document.", Place(page, offset), hint);
    }

    /// <summary>Resolves a relative path against a folder; null when it leaves the site.</summary>
    static string? Join(string folder, string relative)
    {
        var segments = new List<string>(folder.Split('/'));
        foreach (var segment in relative.Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
                return null;
            if (segment == "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ""))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }

    /// <summary>Browsers ignore control characters and whitespace in a scheme.</summary>
    static bool HasScheme(string url, string scheme) =>
        string.Concat(url.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)).Take(scheme.Length))
            .Equals(scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a URL has a scheme or a host.</summary>
    static bool IsExternal(string url)
    {
        var colon = url.IndexOf(':');
        return url.StartsWith("//", StringComparison.Ordinal) ||
            colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAny("/?#") < 0;
    }

    SourcePlace Place(Page page, int offset) => site.BodyOf(page).PlaceOf(offset);
}
