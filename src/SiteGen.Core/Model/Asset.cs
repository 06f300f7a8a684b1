using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>A style sheet, script or font of the theme. Its address changes with its bytes, so browsers may cache it for ever.</summary>
/// <param name="Name">Path below the theme's <c>assets/</c>: <c>css/main.css</c>.</param>
public sealed record Asset(string Name, string ShownPath, UrlPath Path, byte[] Bytes);

/// <summary>Gives assets their addresses, and rewrites <c>url(…)</c> in style sheets to those of other assets.</summary>
public sealed partial class AssetModeler
{
    readonly Dictionary<string, RawAsset> raw;
    readonly Dictionary<string, Asset> done = new(StringComparer.Ordinal);
    readonly HashSet<string> underway = new(StringComparer.Ordinal);

    AssetModeler(IEnumerable<RawAsset> assets) => raw = assets.ToDictionary(asset => asset.Name, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Asset> Model(IReadOnlyList<RawAsset> assets)
    {
        var modeler = new AssetModeler(assets);
        foreach (var asset in assets)
            modeler.Done(asset.Name);
        return modeler.done;
    }

    /// <summary>The finished asset; null when there is none, or when two style sheets import each other.</summary>
    Asset? Done(string name)
    {
        if (done.TryGetValue(name, out var known))
            return known;
        if (!raw.TryGetValue(name, out var asset) || !underway.Add(name))
            return null;
        var bytes = name.EndsWith(".css", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Rewritten(asset)) : asset.Bytes;
        var hash = ContentHash.Of(bytes).ToString()[..10];
        var dot = name.LastIndexOf('.');
        var hashed = dot > name.LastIndexOf('/') ? $"{name[..dot]}.{hash}{name[dot..]}" : $"{name}.{hash}";
        return done[name] = new Asset(name, asset.ShownPath, new UrlPath("/assets/" + hashed), bytes);
    }

    /// <summary>Addresses stay relative to the style sheet, so that they hold under every base path.</summary>
    string Rewritten(RawAsset sheet)
    {
        var folder = sheet.Name.Contains('/') ? sheet.Name[..sheet.Name.LastIndexOf('/')] : "";
        return UrlPattern().Replace(Encoding.UTF8.GetString(sheet.Bytes), match =>
        {
            var target = Resolve(folder, match.Groups["url"].Value);
            if (target is null || Done(target) is not { } asset)
                return match.Value;
            var up = string.Concat(Enumerable.Repeat("../", folder.Length == 0 ? 0 : folder.Count(c => c == '/') + 1));
            return match.Groups["before"].Value + up + asset.Path.Value["/assets/".Length..] + match.Groups["after"].Value;
        });
    }

    static string? Resolve(string folder, string url)
    {
        if (url.StartsWith('/') || url.StartsWith('#') || url.Contains(':'))
            return null;
        var segments = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var segment in url.Split('/').Where(segment => segment != "."))
        {
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    [GeneratedRegex("(?<before>url\\(\\s*[\"']?|@import\\s+[\"'])(?<url>[^\"')\\s?#]+)(?<after>)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlPattern();
}
