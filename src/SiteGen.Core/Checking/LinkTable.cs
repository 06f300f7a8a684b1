using System.Collections.Concurrent;

namespace SiteGen.Core.Checking;

enum LinkScope
{
    /// <summary>Mail, telephone, data and whatever else no server answers.</summary>
    Other,
    External,
    Inside,
    /// <summary>On the site's host, but not below its base path.</summary>
    AboveBase,
}

/// <summary>An address as a page writes it, and what it means. One object for all pages that write and mean the same.</summary>
/// <param name="Path">From the site's root, decoded but not composed; for what is outside the whole address.</param>
/// <param name="Fragment">Decoded, without #; null for none.</param>
sealed record Link(string Written, LinkScope Scope, string Path, string? Fragment)
{
    /// <summary>The scheme is http, with which a page of https would be mixed.</summary>
    public bool IsInsecure => Written.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Understands addresses as a browser does, once for each way in which they are written.</summary>
sealed class LinkTable
{
    readonly ConcurrentDictionary<(string Folder, string Written), Link> known = new();
    readonly string? host;
    readonly string basePath;

    public LinkTable(string? origin, string? basePath)
    {
        this.basePath = basePath ?? "/";
        host = origin is null ? null : HostOf(origin);
    }

    public string BasePath => basePath;

    public int Count => known.Count;

    /// <param name="folder">The folder that relative addresses begin at, from the site's root: <c>/posts/a/</c>.</param>
    public Link Get(string folder, string written)
    {
        var trimmed = written.Trim();
        var key = (IsRelative(trimmed) ? folder : "", trimmed);
        return known.TryGetValue(key, out var link) ? link : known.GetOrAdd(key, Resolve(folder, trimmed));
    }

    static bool IsRelative(string url) => !url.StartsWith('/') && !HasScheme(url);

    Link Resolve(string folder, string url)
    {
        if (HasScheme(url) && !url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return new Link(url, LinkScope.Other, url, null);
        var hash = url.IndexOf('#');
        var fragment = hash < 0 ? null : Decode(url[(hash + 1)..]);
        var rest = hash < 0 ? url : url[..hash];
        var isWhole = HasScheme(url) || url.StartsWith("//", StringComparison.Ordinal);
        var address = rest;
        if (isWhole)
        {
            if (!HostOf(rest).Equals(host, StringComparison.OrdinalIgnoreCase))
                return new Link(url, LinkScope.External, rest, fragment);
            var slash = rest.IndexOf('/', rest.IndexOf("//", StringComparison.Ordinal) + 2);
            rest = slash < 0 ? "/" : rest[slash..];
        }

        var query = rest.IndexOf('?');
        if (query >= 0)
            rest = rest[..query];
        var path = rest.StartsWith('/') ? Joined("/", rest) : rest.Length == 0 && !url.StartsWith('/') ? null : Joined(basePath + folder[1..], rest);
        if (path is null)
            return new Link(url, LinkScope.Inside, "", fragment);
        if (path.StartsWith(basePath, StringComparison.Ordinal))
            return new Link(url, LinkScope.Inside, path[(basePath.Length - 1)..], fragment);
        if (path + "/" == basePath)
            return new Link(url, LinkScope.Inside, "/", fragment);
        // Who writes the host in full means another site that stands beside this one.
        return isWhole ? new Link(url, LinkScope.External, address, fragment) : new Link(url, LinkScope.AboveBase, path, fragment);
    }

    /// <summary>The path that a browser asks for, decoded.</summary>
    static string Joined(string folder, string path)
    {
        var segments = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : folder + path).Split('/').Skip(1))
        {
            var segment = Decode(part);
            if (segment == "..")
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment != ".")
                segments.Add(segment);
        }

        var endsInFolder = path.EndsWith("/..", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal) || path is ".." or ".";
        return "/" + string.Join('/', segments) + (endsInFolder && segments is not [.., ""] and not [] ? "/" : "");
    }

    public static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    static string HostOf(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var length = url.AsSpan(start).IndexOfAny("/?#");
        return length < 0 ? url[start..] : url.Substring(start, length);
    }

    static bool HasScheme(string url)
    {
        var colon = url.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(url[0]))
            return false;
        foreach (var c in url.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return true;
    }
}
