using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Turns addresses as authors write them in Markdown into addresses that work on the published site.</summary>
public sealed class LinkResolver(Site site, DiagnosticBag diagnostics)
{
    public Site Site => site;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>Every address that will answer; null when that is not known, and then none is missed.</summary>
    public IReadOnlySet<string>? Addresses { get; init; }

    readonly Dictionary<string, StaticFile> files = site.StaticFiles.ToDictionary(file => file.ShownPath, StringComparer.Ordinal);

    readonly ILookup<string, StaticFile> filesByPath = site.StaticFiles.ToLookup(file => file.Path.Value, StringComparer.Ordinal);

    /// <summary>Only asked for when something is missing.</summary>
    readonly Lazy<HashSet<string>> documents = new(() => site.Sources.Posts.Concat(site.Sources.Pages).Select(file => file.Path).ToHashSet(StringComparer.Ordinal));

    static readonly string[] Dangerous = ["javascript:", "vbscript:", "data:"];

    /// <summary>
    /// A full address or a fragment stays; <c>/about/</c> gets the base path; <c>other.md#절</c> and files beside the document become their
    /// addresses. A file that does not exist is an error at the link.
    /// </summary>
    public string Resolve(Page page, string written, bool isImage, int offset)
    {
        var url = written.Trim();
        if (url.Length == 0 || url[0] == '#')
            return url.Length == 0 ? url : "#" + Permalink.EncodeFragment(Nfc.Normalize(Permalink.Decode(url[1..])));
        if (!IsSafe(page, url, isImage, offset))
            return "#";
        if (HasScheme(url) || url.StartsWith("//", StringComparison.Ordinal))
            return site.Permalink.HrefOf(url);
        return url[0] == '/' ? FromRoot(page, url, offset) : Relative(page, url, offset);
    }

    /// <summary>False after complaining of an address that is a program.</summary>
    public bool IsSafe(Page page, string url, bool isImage, int offset)
    {
        if (Array.Find(Dangerous, scheme => IsScheme(url, scheme)) is not { } dangerous || isImage && url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return true;
        diagnostics.Error("link-scheme", $"An address that begins with {dangerous} runs as a program in the reader's browser.", Place(page, offset));
        return false;
    }

    /// <summary>The site's own file that an address means; null for all others.</summary>
    public StaticFile? FileOf(Page page, string written)
    {
        var url = written.Trim();
        if (url.Length == 0 || HasScheme(url) || url.StartsWith("//", StringComparison.Ordinal))
            return null;
        var (path, _) = Split(url);
        return path.StartsWith('/') ? filesByPath[path].FirstOrDefault() : Join(page.Document.File.Folder, path) is { } target ? files.GetValueOrDefault(target) : null;
    }

    string FromRoot(Page page, string url, int offset)
    {
        var (path, rest) = Split(url);
        if (Addresses is null || Addresses.Contains(path))
            return site.Permalink.Href(new UrlPath(path)) + rest;
        if (Addresses.Contains(path + "/"))
            return site.Permalink.Href(new UrlPath(path + "/")) + rest;
        if (path.EndsWith("/index.html", StringComparison.Ordinal) && Addresses.Contains(path[..^"index.html".Length]))
            return site.Permalink.Href(new UrlPath(path[..^"index.html".Length])) + rest;
        MissingAddress(page, path, offset);
        return site.Permalink.HrefOf(url);
    }

    void MissingAddress(Page page, string path, int offset)
    {
        var folder = path.EndsWith('/') ? path : path + "/";
        if (site.Unpublished.FirstOrDefault(held => held.Page.Path.Value == folder || held.Page.Path.Value == path) is { } held)
        {
            diagnostics.Error("link-missing", $"“{path}” is not published ({Because(held.Reason)}).", Place(page, offset), "Publish it too, or take the link away.");
            return;
        }

        // Whatever stood in a document that could not be read has its own complaint already.
        if (documents.Value.Count > site.All.Count + site.Unpublished.Count)
            return;
        var basePath = site.Config.Address.BasePath;
        var below = path.StartsWith(basePath, StringComparison.Ordinal) ? path[(basePath.Length - 1)..] : "";
        Message? hint = Addresses!.Contains(below) ? (Message)$"Write {below}; {basePath} is put in front of it." : (NearestName.Of(path, Addresses) ?? NearestName.Of(folder, Addresses)) is { } nearest ? (Message)$"Did you mean {nearest}?" : null;
        diagnostics.Error("link-missing", $"Nothing is published at “{path}”.", Place(page, offset), hint);
    }

    static Message Because(UnpublishedReason reason) => reason switch
    {
        UnpublishedReason.Draft => (Message)"draft",
        UnpublishedReason.Future => "future",
        _ => "expired",
    };

    /// <summary>The path, decoded and NFC; and what stands behind it, encoded.</summary>
    (string Path, string Further) Split(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        return (Nfc.Normalize(Permalink.Decode(end < 0 ? url : url[..end])), end < 0 ? "" : site.Permalink.HrefOf(Nfc.Normalize(url[end..])));
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
            Missing(page, path, target, offset);
        return site.Permalink.HrefOf(url);
    }

    void Missing(Page page, string path, string? target, int offset)
    {
        // A document that could not be read has its own complaint already.
        if (documents.Value.Contains(target ?? "") && !site.Unpublished.Any(held => held.Page.Document.File.Path == target))
            return;
        var held = site.Unpublished.FirstOrDefault(held => held.Page.Document.File.Path == target);
        var nearest = target is null ? null : NearestName.Of(target, site.BySource.Keys.Where(key => key != page.Document.File.Path).Concat(files.Keys));
        diagnostics.Error("link-missing", held is null ? (Message)$"There is no file “{path}” beside this document." : $"“{path}” is not published ({Because(held.Reason)}).", Place(page, offset),
            held is not null ? (Message)"Publish it too, or take the link away." : nearest is null ? (Message)$"Looked for {target ?? path}." : $"Did you mean {nearest}?");
    }

    /// <summary>The folder and a relative path as one path; null when it climbs out of the site.</summary>
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

    /// <summary>Browsers pass over control characters and blanks within a scheme, so these do not hide one.</summary>
    static bool IsScheme(string url, string scheme) =>
        new string([.. url.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)).Take(scheme.Length)]).Equals(scheme, StringComparison.OrdinalIgnoreCase);

    static bool HasScheme(string url)
    {
        var colon = url.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAny("/?#") < 0;
    }

    SourcePlace Place(Page page, int offset) => site.BodyOf(page).PlaceOf(offset);
}
