using Microsoft.AspNetCore.Http;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Browser.Tests;

/// <summary>A built site on this machine, as GitHub Pages would serve it.</summary>
public sealed class ServedSite : IDisposable
{
    const string ProjectPath = "/blog/";

    static readonly Lazy<ServedSite> OfSeeds = new(() => new ServedSite(Content().Built(), ProjectPath));
    static readonly Lazy<ServedSite> InTexts = new(() => OfSearch(""));
    static readonly Lazy<ServedSite> InShards = new(() => OfSearch("search: {shard_above: 0}\n"));

    readonly LocalServer server;
    readonly string basePath;

    ServedSite(TestSite site, string basePath)
    {
        Site = site;
        this.basePath = basePath;
        server = new LocalServer(Answer);
        Url = server.Url + basePath;
    }

    public TestSite Site { get; }

    /// <summary>Ends in a slash.</summary>
    public string Url { get; }

    /// <summary>The repository's own site: both seeds.</summary>
    public static ServedSite Seeds => OfSeeds.Value;

    /// <summary>The repository's own site with more lines in its configuration, and other files.</summary>
    public static ServedSite With(string configuration, params string[] files)
    {
        var site = Content();
        Assert.True(site.Files.TryRead("content/site.yml", out var bytes, out _));
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        site.Files.Add("content/site.yml", text.Replace("theme_options:\n", "theme_options:\n  csp: true\n") + configuration);
        foreach (var file in files)
            site.Add(file);
        return new ServedSite(site.Built(), ProjectPath);
    }

    /// <summary>A site whose output is there already, below /blog/.</summary>
    public static ServedSite Of(TestSite site) => new(site, ProjectPath);

    /// <summary>
    /// The site of the table of queries, at the root of its host and under the strict policy; its index in shards or in texts.
    /// </summary>
    public static ServedSite ForSearch(string form) => (form == "shards" ? InShards : InTexts).Value;

    /// <summary>The same with more lines in its configuration, and other files.</summary>
    public static ServedSite OfSearch(string configuration, params string[] files)
    {
        var site = new TestSite().AddFolder("content", "tests/search/site").AddFolder("themes/maru")
            .Configured("theme_options: {csp: true}\n" + configuration);
        foreach (var file in files)
            site.Add(file);
        return new ServedSite(site.Built(), "/");
    }

    static TestSite Content() =>
        new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl("https://example.github.io" + ProjectPath);

    async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        path = path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : "404.html";
        var found = Site.Output.Files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, out var bytes);
        context.Response.StatusCode = found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        context.Response.ContentType = TypeOf(found ? path : "");
        await context.Response.Body.WriteAsync(found ? bytes : Site.Output.Files["404.html"]);
    }

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".xml" => "application/xml",
        _ => "text/html; charset=utf-8",
    };

    public void Dispose() => server.Dispose();
}
