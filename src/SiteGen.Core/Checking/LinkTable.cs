using System.Collections.Concurrent;

namespace SiteGen.Core.Checking;

enum LinkScope
{
    /// <summary>Mail, telephone, data and other schemes without a server.</summary>
    Other,
    External,
    Inside,
    /// <summary>On the site's host, but not below its base path.</summary>
    AboveBase,
}

/// <summary>An address as a page writes it, resolved. Equal ones share an object.</summary>
/// <param name="Path">From the site's root, decoded but not composed; the whole address of an external link.</param>
/// <param name="Fragment">Decoded, without #; null for none.</param>
sealed record Link(string Written, LinkScope Scope, string Path, string? Fragment)
{
    public bool IsInsecure => Written.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Resolves addresses as a browser does, and caches them.</summary>
sealed class LinkTable(string? origin, string? basePath)
{
    readonly ConcurrentDictionary<(string Folder, string Written), Link> known = new();
    readonly string? host = origin is null ? null : HostOf(origin);

    public string BasePath { get; } = basePath ?? "/";

    /// <param name="folder">The base of relative addresses, from the site's root: <c>/posts/a/</c>.</param>
    public Link Get(string folder, string written)
    {
        var trimmed = written.Trim();
        var key = (trimmed.StartsWith('/') || HasScheme(trimmed) ? "" : folder, trimmed);
        return known.TryGetValue(key, out var link) ? link : known.GetOrAdd(key, Resolve(folder, trimmed));
    }

    Link Resolve(string folder, string url)
    {
        if (HasScheme(url) && !url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            && !url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
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

        rest = rest.Split('?')[0];
        if (rest.Length == 0)
            return new Link(url, LinkScope.Inside, "", fragment);
        var path = Joined(rest.StartsWith('/') ? "/" : BasePath + folder[1..], rest);
        if (path.StartsWith(BasePath, StringComparison.Ordinal))
            return new Link(url, LinkScope.Inside, path[(BasePath.Length - 1)..], fragment);
        if (path + "/" == BasePath)
            return new Link(url, LinkScope.Inside, "/", fragment);
        // A full address with this host is another site beside this one.
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

        var endsInFolder = path.EndsWith("/..", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal)
            || path is ".." or ".";
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
        return colon > 0 && char.IsAsciiLetter(url[0]) && url.Take(colon).All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }
}
