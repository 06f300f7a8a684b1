using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Model;

/// <summary>Checks and makes the segments of addresses.</summary>
public static class Slug
{
    const int MaxBytes = 240;
    const int MaxPathBytes = 1000;

    static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>Why an address may not have a segment, as the end of a sentence; null when it may.</summary>
    public static Message? Problem(string segment)
    {
        if (segment.Length == 0)
            return "is empty";
        if (segment is "." or ".." || segment[0] == '.')
            return "begins with a dot";
        if (segment.AsSpan().IndexOfAny("/\\") >= 0)
            return "holds a slash or backslash; it is one part of the address";
        if (Encoding.UTF8.GetByteCount(segment) > MaxBytes)
            return $"is longer than {MaxBytes} bytes (80 syllables), more than a file name can hold";
        if (Devices.Contains(segment.Split('.')[0]))
            return "is a device's name on Windows, where no file can be called so";
        if (segment.EnumerateRunes().Cast<Rune?>().FirstOrDefault(rune => !IsAllowed(rune!.Value)) is { } wrong)
            return $"holds {Describe(wrong)}; letters, digits, - _ . ~ can stand there";
        return segment[^1] == '.' ? (Message)"ends with a dot" : null;
    }

    /// <summary>The slug of a name (a file's, a tag's, a title); null, with the reason as a clause, when it makes none.</summary>
    public static string? OfName(string name, SiteConfig config, out Message? problem)
    {
        var letters = config.Romanize ? Romanizer.Romanize(name) : name;
        var segment = config.KeepCase ? Slugger.InOwnCase(letters) : Slugger.FromText(letters);
        problem = name.Length == 0 ? (Message)"nothing stands behind the date"
            : segment.Length == 0 ? (Message)"it holds no letter or digit"
            : Problem(segment) is { } wrong ? (Message)$"“{segment}” {wrong}"
            : null;
        return problem is null ? segment : null;
    }

    /// <summary>A front matter slug in NFC; null on error, which suggests a valid one.</summary>
    public static string? Checked(string written, SourcePlace place, DiagnosticBag diagnostics)
    {
        var slug = Nfc.Normalize(written.Trim());
        if (Problem(slug) is not { } problem)
            return slug;
        var better = Slugger.FromText(slug);
        diagnostics.Error("slug", $"The slug “{Shorten(slug)}” {problem}.", place,
            better.Length > 0 && Problem(better) is null ? (Message)$"Write it as `slug: {better}`." : null);
        return null;
    }

    /// <summary>An author's path (permalink or alias): decoded, NFC, checked, ending in '/' unless it is a file. Null on error.</summary>
    public static UrlPath? CheckedPath(string key, string written, SourcePlace place, DiagnosticBag diagnostics)
    {
        var path = Nfc.Normalize(Permalink.Decode(written.Trim()));
        if (!path.StartsWith('/'))
        {
            diagnostics.Error("path", $"`{key}`: “{Shorten(path)}” does not begin with a slash.", place,
                Uri.TryCreate(path, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                    ? (Message)$"Write the path alone: {Permalink.Decode(url.AbsolutePath)}"
                    : $"It is a path from the site's root, such as /{Slugger.FromText(path)}/.");
            return null;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var segment in segments)
        {
            if (Problem(segment) is not { } problem || segment == ".well-known")
                continue;
            diagnostics.Error("path", $"`{key}`: the part “{Shorten(segment)}” of the path {problem}.", place);
            return null;
        }

        path = "/" + string.Join('/', segments);
        if (Encoding.UTF8.GetByteCount(path) > MaxPathBytes)
        {
            diagnostics.Error("path", $"`{key}`: the path is longer than {MaxPathBytes} bytes, more than some systems can hold.", place);
            return null;
        }

        var isFile = System.IO.Path.HasExtension(path) && path.EndsWith("ml", StringComparison.OrdinalIgnoreCase);
        return new UrlPath(path == "/" || isFile ? path : path + "/");
    }

    static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or '~'
            || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;

    static Message Describe(Rune rune) =>
        rune.Value == ' ' ? (Message)"a space" : Rune.IsControl(rune) ? (Message)$"the control character U+{rune.Value:X4}" : $"“{rune}”";

    static string Shorten(string text) => text.Length > 40 ? text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…" : text;
}
