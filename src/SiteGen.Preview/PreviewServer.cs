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
/// <param name="Editor">An address that opens an editor, with <c>{path}</c>, <c>{line}</c> and <c>{column}</c>; empty for none.</param>
public sealed record PreviewOptions(string Host, int Port, string Editor)
{
    /// <summary>What the panel speaks; the site's own language where nobody asks for another.</summary>
    public Func<PreviewState, MessageLanguage> Language { get; init; } = state => state.Language ?? MessageLanguage.English;

    /// <summary>Which files have changed since the site was published last; null where that is not known. It may take as long as git does.</summary>
    public Func<PreviewState, IReadOnlyList<UnpublishedFile>?> Unpublished { get; init; } = _ => null;
}

/// <summary>The preview over HTTP.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>How many ports behind the wanted one are tried.</summary>
    const int MorePorts = 20;

    readonly PreviewSite site;
    readonly PreviewAnswers answers;
    readonly PageReport report;
    readonly UnpublishedReport unpublished;
    readonly HostRule hosts;
    readonly LiveReload reload = new();
    readonly CancellationTokenSource ending = new();
    readonly Lazy<byte[]> script = new(() => Client("preview.js"));
    WebApplication? application;

    PreviewServer(PreviewSite site, PreviewOptions options, IPAddress address)
    {
        this.site = site;
        answers = new PreviewAnswers(site, options.Language);
        report = new PageReport(site, options);
        unpublished = new UnpublishedReport(report, options.Unpublished);
        hosts = new HostRule(options.Host, address);
        site.Changed += Tell;
    }

    public int Port { get; private set; }

    /// <summary>Pages that listen for changes.</summary>
    public int Listeners => reload.Count;

    /// <summary>Starts on the wanted port, or on the next free one; throws <see cref="IOException"/> where none of them can be had.</summary>
    public static async Task<PreviewServer> Start(PreviewSite site, PreviewOptions options)
    {
        if (!IPAddress.TryParse(options.Host, out var address))
        {
            var addresses = await Dns.GetHostAddressesAsync(options.Host).ConfigureAwait(false);
            address = addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        }

        var server = new PreviewServer(site, options, address);
        for (var port = options.Port; ; port++)
        {
            try
            {
                await server.Listen(address, port).ConfigureAwait(false);
                return server;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && options.Port != 0 && port < options.Port + MorePorts && port < IPEndPoint.MaxPort)
            {
                // The next one.
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
        var made = builder.Build();
        made.Run(Answer);
        await made.StartAsync().ConfigureAwait(false);
        application = made;
        Port = new Uri(made.Urls.First()).Port;
    }

    void Tell(PreviewState state) => reload.Tell(state.Version);

    async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!hosts.Admits(request.Host.Host))
            await Text(context, 403, "This preview answers to its own name only.").ConfigureAwait(false);
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await Text(context, 405, "A preview can only be read.").ConfigureAwait(false);
        else if (!RequestTarget.TryRead(context.Features.Get<IHttpRequestFeature>()!.RawTarget, out var target))
            await Text(context, 400, "No page has such an address.").ConfigureAwait(false);
        else if (OwnPart(target) is { } part)
            await Own(context, part).ConfigureAwait(false);
        else
            await Write(context, answers.Get(target)).ConfigureAwait(false);
    }

    /// <summary>What is asked of the preview itself; null for the site's.</summary>
    string? OwnPart(RequestTarget target)
    {
        var folder = Permalink.Decode(site.State.Site.Permalink.Href(UrlPath.Root)) + PreviewAnswers.OwnFolder[1..];
        return target.Path.StartsWith(folder, StringComparison.Ordinal) ? target.Path[folder.Length..] : null;
    }

    async Task Own(HttpContext context, string part)
    {
        switch (part)
        {
            case "preview.js":
                await Write(context, new PreviewAnswer(200, ContentTypes.Of(part), script.Value)).ConfigureAwait(false);
                break;
            case "page" when RequestTarget.TryRead(context.Request.Query["path"].ToString(), out var page):
                var state = site.State;
                await Write(context, new PreviewAnswer(200, "application/json; charset=utf-8", report.Of(state, PreviewAnswers.RouteOf(state, page)))).ConfigureAwait(false);
                break;
            case "changes":
                await Write(context, new PreviewAnswer(200, "application/json; charset=utf-8", unpublished.Of(site.State))).ConfigureAwait(false);
                break;
            case "events":
                await Events(context).ConfigureAwait(false);
                break;
            default:
                await Text(context, 404, "The preview has no such part.").ConfigureAwait(false);
                break;
        }
    }

    async Task Events(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending.Token);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await reload.Listen(site.State.Version, async text =>
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), gone.Token).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(gone.Token).ConfigureAwait(false);
            }, gone.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the preview ends.
        }
    }

    static Task Text(HttpContext context, int status, string text) => Write(context, new PreviewAnswer(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n")));

    static async Task Write(HttpContext context, PreviewAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    static byte[] Client(string name)
    {
        using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        site.Changed -= Tell;
        await ending.CancelAsync().ConfigureAwait(false);
        if (application is not null)
            await application.DisposeAsync().ConfigureAwait(false);
        ending.Dispose();
    }
}

/// <summary>
/// Which names a request may call the preview by: this machine's own, and the one that it listens on. A page elsewhere that lets its own name lead to this machine
/// (DNS rebinding) is refused, since its name comes with the request. Who listens on all addresses is called by any of them; numbers can't be rebound.
/// </summary>
sealed class HostRule(string own, IPAddress listening)
{
    public bool Admits(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(own, StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || address.Equals(listening) || listening.Equals(IPAddress.Any) || listening.Equals(IPAddress.IPv6Any));
}
