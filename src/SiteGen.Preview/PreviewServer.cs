using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Preview;

/// <param name="Host">A name or address to listen on.</param>
/// <param name="Port">The first port to try; 0 for any.</param>
/// <param name="Editor">An address that opens an editor, with <c>{path}</c>, <c>{line}</c> and <c>{column}</c>, or empty.</param>
public sealed record PreviewOptions(string Host, int Port, string Editor)
{
    /// <summary>The language of the panel; the site's own by default.</summary>
    public Func<PreviewState, MessageLanguage> Language { get; init; } = state => state.Language ?? MessageLanguage.English;

    /// <summary>Files changed since the last publication; null while that is unknown. Takes as long as git does.</summary>
    public Func<PreviewState, IReadOnlyList<UnpublishedFile>?> Unpublished { get; init; } = _ => null;
}

/// <summary>The preview over HTTP.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>How many ports after the requested one are tried.</summary>
    const int MorePorts = 20;

    readonly PreviewSite site;
    readonly PreviewRouter router;
    readonly PageReport report;
    readonly UnpublishedReport unpublished;
    readonly HostRule hosts;
    readonly LiveReload reload = new();
    readonly CancellationTokenSource ending = new();
    readonly Lazy<byte[]> script = new(ReadScript);
    WebApplication? application;

    PreviewServer(PreviewSite site, PreviewOptions options, IPAddress address)
    {
        this.site = site;
        router = new PreviewRouter(site, options.Language);
        report = new PageReport(site, options);
        unpublished = new UnpublishedReport(report, options.Unpublished);
        hosts = new HostRule(options.Host, address);
        site.Changed += Notify;
    }

    public int Port { get; private set; }

    /// <summary>How many pages listen for changes.</summary>
    public int Listeners => reload.Count;

    /// <summary>Starts on the requested port or the next free one. Throws <see cref="IOException"/> when none is free.</summary>
    public static async Task<PreviewServer> Start(PreviewSite site, PreviewOptions options)
    {
        if (!IPAddress.TryParse(options.Host, out var address))
        {
            var addresses = await Dns.GetHostAddressesAsync(options.Host);
            address = addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        }

        var server = new PreviewServer(site, options, address);
        var last = options.Port == 0 ? 0 : Math.Min(options.Port + MorePorts, IPEndPoint.MaxPort);
        for (var port = options.Port; ; port++)
        {
            try
            {
                await server.Listen(address, port);
                return server;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && port < last)
            {
                // Tries the next port.
            }
        }
    }

    async Task Listen(IPAddress address, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        var built = builder.Build();
        built.Run(Respond);
        await built.StartAsync();
        application = built;
        Port = new Uri(built.Urls.First()).Port;
    }

    void Notify(PreviewState state) => reload.Notify(state.Version);

    async Task Respond(HttpContext context)
    {
        try
        {
            await Answer(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Write(context, router.Failed(e));
        }
    }

    async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!hosts.Admits(request.Host.Host))
            await Text(context, 403, "This preview answers to its own name only.");
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await Text(context, 405, "A preview can only be read.");
        else if (!RequestTarget.TryRead(context.Features.Get<IHttpRequestFeature>()!.RawTarget, out var target))
            await Text(context, 400, "No page has such an address.");
        else if (OwnPart(target) is { } part)
            await Own(context, part);
        else
            await Write(context, router.Get(target));
    }

    /// <summary>The name of one of the preview's own resources; null for the site's.</summary>
    string? OwnPart(RequestTarget target)
    {
        var folder = Permalink.Decode(site.State.Site.Permalink.Href(UrlPath.Root)) + PreviewRouter.OwnFolder[1..];
        return target.Path.StartsWith(folder, StringComparison.Ordinal) ? target.Path[folder.Length..] : null;
    }

    Task Own(HttpContext context, string part)
    {
        var state = site.State;
        return part switch
        {
            "preview.js" => Write(context, new PreviewResponse(200, ContentTypes.Of(part), script.Value)),
            "page" when RequestTarget.TryRead(context.Request.Query["path"].ToString(), out var page) =>
                Write(context, new PreviewResponse(200, ContentTypes.Json, report.Of(state, PreviewRouter.RouteOf(state, page)))),
            "changes" => Write(context, new PreviewResponse(200, ContentTypes.Json, unpublished.Of(state))),
            "events" => Events(context),
            _ => Text(context, 404, "The preview has no such part."),
        };
    }

    async Task Events(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending.Token);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await reload.Listen(site.State.Version, async text =>
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), gone.Token);
                await context.Response.Body.FlushAsync(gone.Token);
            }, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the preview has ended.
        }
    }

    static Task Text(HttpContext context, int status, string text) =>
        Write(context, new PreviewResponse(status, ContentTypes.Text, Encoding.UTF8.GetBytes(text + "\n")));

    static async Task Write(HttpContext context, PreviewResponse result)
    {
        var response = context.Response;
        response.StatusCode = result.Status;
        if (result.Location is not null)
            response.Headers.Location = result.Location;
        response.ContentType = result.ContentType;
        response.ContentLength = result.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(result.Body, context.RequestAborted);
    }

    static byte[] ReadScript()
    {
        using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream("preview.js")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        site.Changed -= Notify;
        await ending.CancelAsync();
        if (application is not null)
            await application.DisposeAsync();
        ending.Dispose();
    }
}

/// <summary>Refuses foreign host names (DNS rebinding): the request names the attacker's host. IP addresses can't be rebound.</summary>
/// <param name="own">The host name that the preview was started with.</param>
sealed class HostRule(string own, IPAddress listening)
{
    public bool Admits(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(own, StringComparison.OrdinalIgnoreCase))
            return true;
        return IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || address.Equals(listening)
            || listening.Equals(IPAddress.Any) || listening.Equals(IPAddress.IPv6Any));
    }
}
