using System.Collections.Concurrent;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Preview;

/// <summary>The site between two changes. Each route is rendered once, when it is requested.</summary>
public sealed class PreviewState
{
    readonly Dictionary<string, Route> byFile = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Route, Lazy<byte[]?>> rendered = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<byte[], string> keys = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<string, byte> withDiagnostics = new(StringComparer.Ordinal);
    readonly DiagnosticBag diagnostics;
    readonly IReadOnlyList<Diagnostic> planned;
    readonly Action<PreviewState> diagnosticsAdded;
    readonly SiteRenderer? renderer;
    readonly Lazy<DateTimeOffset?> nextDue;

    /// <param name="diagnosticsAdded">Called when rendering a route has added diagnostics.</param>
    internal PreviewState(int version, RoutePlan plan, DiagnosticBag diagnostics, Action<PreviewState> diagnosticsAdded)
    {
        Version = version;
        Plan = plan;
        this.diagnostics = diagnostics;
        planned = diagnostics.Sorted();
        this.diagnosticsAdded = diagnosticsAdded;
        nextDue = new(() => Site.PublicationTimes.Where(instant => instant > Site.Now).Min(instant => (DateTimeOffset?)instant));
        foreach (var route in plan.Routes)
            byFile.TryAdd(route.OutputFile, route);
        // Without a theme every page would report its missing layout.
        renderer = plan.Site.Theme.Files.Count == 0 ? null : new SiteRenderer(plan, diagnostics);
    }

    /// <summary>The next state, for a plan with the same diagnostics.</summary>
    internal PreviewState Next(RoutePlan plan)
    {
        var bag = new DiagnosticBag { Language = Language };
        foreach (var diagnostic in planned)
            bag.Add(diagnostic);
        return new PreviewState(Version + 1, plan, bag, diagnosticsAdded);
    }

    /// <summary>Increases with every change.</summary>
    public int Version { get; }

    public RoutePlan Plan { get; }

    public Site Site => Plan.Site;

    /// <summary>Of the plan and of the routes rendered so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics.Sorted();

    /// <summary>The site's message language; null when its configuration can't be read.</summary>
    public MessageLanguage? Language => diagnostics.Language;

    public bool HasErrors => diagnostics.HasErrors;

    /// <summary>Output files whose rendering reported diagnostics.</summary>
    internal IEnumerable<string> FilesWithDiagnostics => withDiagnostics.Keys;

    /// <summary>When the next post becomes due or expires, or null.</summary>
    internal DateTimeOffset? NextDue => nextDue.Value;

    /// <summary>The route of an output file such as <c>posts/a/index.html</c>, or null.</summary>
    public Route? Find(string outputFile) => byFile.GetValueOrDefault(outputFile);

    /// <summary>What a build would write for the route; null after reporting an error.</summary>
    public byte[]? Render(Route route) => rendered.GetOrAdd(route, route => new Lazy<byte[]?>(() => Make(route))).Value;

    /// <summary>Adds a fault that is no file's. False when it is known.</summary>
    internal bool NoteFault(Exception fault)
    {
        var before = diagnostics.Count;
        diagnostics.Add(InternalFault.Of(fault, SourcePlace.Nowhere));
        return diagnostics.Count > before;
    }

    byte[]? Make(Route route)
    {
        var before = diagnostics.Count;
        var bytes = renderer?.Render(route);
        var isNew = diagnostics.Count > before;
        // The bag holds a diagnostic of several pages only once.
        if (isNew || bytes is null)
            withDiagnostics.TryAdd(route.OutputFile, 0);
        if (isNew)
            diagnosticsAdded(this);
        return bytes;
    }

    /// <summary>Length and reading time of a page; null without a theme.</summary>
    public PageDigest? DigestOf(Page page) => renderer?.DigestOf(page);

    /// <summary>A hash of the page that ignores style sheet URLs.</summary>
    public string ContentKey(byte[] html) => keys.GetOrAdd(html, KeyOf);

    string KeyOf(byte[] html)
    {
        var text = Encoding.UTF8.GetString(html);
        foreach (var sheet in StyleSheets)
            text = text.Replace(Site.Permalink.Href(sheet.Path), sheet.Name, StringComparison.Ordinal);
        return ContentHash.Of(Encoding.UTF8.GetBytes(text)).ToString()[..16];
    }

    /// <summary>The theme's style sheets, by name.</summary>
    public IEnumerable<Asset> StyleSheets => Site.Assets.Values
        .Where(asset => asset.Name.EndsWith(".css", StringComparison.Ordinal)).OrderBy(asset => asset.Name, StringComparer.Ordinal);
}
