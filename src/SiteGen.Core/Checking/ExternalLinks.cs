using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace SiteGen.Core.Checking;

/// <summary>How servers elsewhere are asked.</summary>
/// <param name="Time">The clock, by which remembered answers grow old.</param>
public sealed record ExternalOptions(TimeProvider Time)
{
    /// <summary>For one attempt, its redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before the second attempt.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests to one server at a time: nobody likes to be asked two hundred times at once.</summary>
    public int PerHost { get; init; } = 2;

    /// <summary>Requests at a time in all.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>What earlier checks learned; null for nothing.</summary>
    public ExternalLinkCache? Memory { get; init; }
}

/// <summary>Asks other servers whether they still have what the site links to. The only place that speaks with the network.</summary>
static class ExternalLinks
{
    static readonly HttpStatusCode[] AskedOtherwise = [HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotImplemented, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.BadRequest, HttpStatusCode.NotAcceptable];

    /// <summary>The answer for every address, each asked once.</summary>
    public static Dictionary<string, ExternalAnswer> Ask(IEnumerable<string> addresses, ExternalOptions options)
    {
        var answers = new ConcurrentDictionary<string, ExternalAnswer>(StringComparer.Ordinal);
        var wanted = addresses.Order(StringComparer.Ordinal).ToArray();
        foreach (var address in wanted)
        {
            if (options.Memory?.Find(address, options.Time.GetUtcNow()) is { } remembered)
                answers[address] = remembered;
        }

        AskAll([.. wanted.Where(address => !answers.ContainsKey(address))], answers, options).GetAwaiter().GetResult();
        options.Memory?.Save(answers.Values, options.Time.GetUtcNow());
        return answers.ToDictionary(StringComparer.Ordinal);
    }

    static async Task AskAll(string[] addresses, ConcurrentDictionary<string, ExternalAnswer> answers, ExternalOptions options)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 10, UseCookies = true, ConnectTimeout = options.Timeout, AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { Timeout = options.Timeout };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SiteGen-check", "1.0"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        var hosts = new ConcurrentDictionary<string, SemaphoreSlim>(StringComparer.OrdinalIgnoreCase);
        var isOnline = false;
        await Parallel.ForEachAsync(Mixed(addresses), new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (address, cancel) =>
        {
            var turn = hosts.GetOrAdd(HostOf(address), _ => new SemaphoreSlim(options.PerHost));
            await turn.WaitAsync(cancel);
            try
            {
                answers[address] = await Answer(client, address, options, cancel);
                if (answers[address].Reason == ExternalReason.Answered)
                    Volatile.Write(ref isOnline, true);
            }
            finally
            {
                turn.Release();
            }
        });
        // When not one server answered, it is this machine that is cut off, and no page is known to be gone.
        foreach (var (address, answer) in answers)
        {
            if (!isOnline && answer.Kind == ExternalKind.Gone && Array.IndexOf(addresses, address) >= 0)
                answers[address] = answer with { Kind = ExternalKind.Unreachable, IsAlone = true };
        }
    }

    /// <summary>One address of each server after the other, so that nobody waits for a slow one.</summary>
    static IEnumerable<string> Mixed(string[] addresses) =>
        from host in addresses.GroupBy(HostOf, StringComparer.OrdinalIgnoreCase)
        from entry in host.Select((address, place) => (address, place))
        orderby entry.place
        select entry.address;

    static string HostOf(string address) => Uri.TryCreate(Whole(address), UriKind.Absolute, out var uri) ? uri.Authority : "";

    static string Whole(string address) => address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;

        static async Task<ExternalAnswer> Answer(HttpClient client, string address, ExternalOptions options, CancellationToken cancel)
    {
        if (!Uri.TryCreate(Whole(address), UriKind.Absolute, out var uri))
            return new ExternalAnswer(address, ExternalKind.Gone, ExternalReason.NoAddress, "");
        var answer = await Attempt(client, address, uri, options, cancel);
        if (answer.Kind != ExternalKind.Unreachable)
            return answer;
        await Task.Delay(options.Pause, options.Time, cancel);
        return await Attempt(client, address, uri, options, cancel);
    }

    static async Task<ExternalAnswer> Attempt(HttpClient client, string address, Uri uri, ExternalOptions options, CancellationToken cancel)
    {
        try
        {
            // Some servers know no HEAD, or answer it otherwise than what a reader would get.
            var status = await Status(client, HttpMethod.Head, uri, cancel);
            if (Array.IndexOf(AskedOtherwise, status) >= 0 || (int)status >= 500)
                status = await Status(client, HttpMethod.Get, uri, cancel);
            return new ExternalAnswer(address, KindOf(status), ExternalReason.Answered, ((int)status).ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.NameResolutionError)
        {
            return new ExternalAnswer(address, ExternalKind.Gone, ExternalReason.NoHost, uri.IdnHost);
        }
        catch (HttpRequestException e)
        {
            return new ExternalAnswer(address, ExternalKind.Unreachable, e.HttpRequestError == HttpRequestError.SecureConnectionError ? ExternalReason.BadCertificate : ExternalReason.NoConnection, e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return new ExternalAnswer(address, ExternalKind.Unreachable, ExternalReason.NoAnswer, options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));
        }
    }

    static async Task<HttpStatusCode> Status(HttpClient client, HttpMethod method, Uri uri, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, uri);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return response.StatusCode;
    }

    /// <summary>Who asks for a password, refuses programs or has had enough of us is there.</summary>
    static ExternalKind KindOf(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => ExternalKind.Gone,
        < 400 or 401 or 403 or 405 or 406 or 429 or 999 => ExternalKind.Fine,
        _ => ExternalKind.Unreachable,
    };
}
