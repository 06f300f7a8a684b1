using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Preview;

/// <summary>The site between two changes. Routes are rendered when they are asked for, each once.</summary>
public sealed class PreviewState
{
    readonly Dictionary<string, Route> byFile = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Route, Lazy<byte[]?>> rendered = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<byte[], string> keys = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<string, byte> complaining = new(StringComparer.Ordinal);
    readonly DiagnosticBag diagnostics;
    readonly IReadOnlyList<Diagnostic> planned;
    readonly Action<PreviewState> found;
    readonly SiteRenderer? renderer;
    readonly Lazy<DateTimeOffset?> nextDue;

    /// <param name="found">Called when rendering a route has found something to complain of.</param>
    internal PreviewState(int version, RoutePlan plan, DiagnosticBag diagnostics, Action<PreviewState> found)
    {
        Version = version;
        Plan = plan;
        this.diagnostics = diagnostics;
        planned = diagnostics.Sorted();
        this.found = found;
        nextDue = new Lazy<DateTimeOffset?>(() => Site.PublicationTimes.Where(instant => instant > Site.Now).Select(instant => (DateTimeOffset?)instant).Min());
        foreach (var route in plan.Routes)
            byFile.TryAdd(route.OutputFile, route);
        // Without a theme every page would complain of its layout; one complaint is enough.
        renderer = plan.Site.Theme.Files.Count == 0 ? null : new SiteRenderer(plan, diagnostics);
    }

    /// <summary>The state after this one, when what was said of the plan is still true.</summary>
    internal PreviewState Next(RoutePlan plan)
    {
        var bag = new DiagnosticBag { Language = Language };
        foreach (var complaint in planned)
            bag.Add(complaint);
        return new PreviewState(Version + 1, plan, bag, found);
    }

    /// <summary>Goes up with every change.
    public int Version { get; }

    public RoutePlan Plan { get; }

    public Site Site => Plan.Site;

    /// <summary>What is wrong, as far as it is known: a page's own mistakes are found when it is rendered.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics.Sorted();

    /// <summary>The site's language for messages; null while its configuration can't be read.</summary>
    public MessageLanguage? Language => diagnostics.Language;

    public bool HasErrors => diagnostics.HasErrors;

    /// <summary>Output files whose rendering found something wrong.</summary>
    internal IEnumerable<string> Complaining => complaining.Keys;

    /// <summary>The next instant at which a post becomes due or expires; null for none.</summary>
    internal DateTimeOffset? NextDue => nextDue.Value;

    /// <summary>The route of an output file, such as <c>posts/a/index.html</c>; null for none.</summary>
    public Route? Find(string outputFile) => byFile.GetValueOrDefault(outputFile);

    /// <summary>What a build would write for the route; null after complaining.</summary>
    public byte[]? Render(Route route) => rendered.GetOrAdd(route, route => new Lazy<byte[]?>(() => Make(route))).Value;

    byte[]? Make(Route route)
    {
        var before = diagnostics.Count;
        var bytes = renderer?.Render(route);
        var isNew = diagnostics.Count > before;
        // Another page may have said the same already.
        if (isNew || bytes is null)
            complaining.TryAdd(route.OutputFile, 0);
        if (isNew)
            found(this);
        return bytes;
    }

    /// <summary>Length, reading time and more of a page; null while the theme is missing.</summary>
    public PageDigest? DigestOf(Page page) => renderer?.DigestOf(page);

    /// <summary>Names what a page shows apart from how it is dressed, so that another style sheet is no other page.</summary>
    public string ContentKey(byte[] html) => keys.GetOrAdd(html, KeyOf);

    string KeyOf(byte[] html)
    {
        var text = Encoding.UTF8.GetString(html);
        foreach (var sheet in StyleSheets)
            text = text.Replace(Site.Permalink.Href(sheet.Path), sheet.Name, StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>Addresses of the theme's style sheets by their names.</summary>
    public IEnumerable<Asset> StyleSheets => Site.Assets.Values.Where(asset => asset.Name.EndsWith(".css", StringComparison.Ordinal)).OrderBy(asset => asset.Name, StringComparer.Ordinal);
}
