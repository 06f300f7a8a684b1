using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace SiteGen.Core.Checking;

/// <summary>How external links are checked.</summary>
/// <param name="Time">The clock by which cached answers expire.</param>
public sealed record ExternalOptions(TimeProvider Time)
{
    /// <summary>For one attempt, including redirects.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before the second attempt.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Concurrent requests to one server.</summary>
    public int PerHost { get; init; } = 2;

    /// <summary>Concurrent requests in all.</summary>
    public int AtOnce { get; init; } = 16;

    public ExternalLinkCache? Cache { get; init; }

    /// <summary>Whether this machine can speak HTTPS. On Linux .NET leaves that to OpenSSL, and ends the program without it.</summary>
    public static bool IsPossible =>
        !OperatingSystem.IsLinux() || Array.Exists(["libssl.so.3", "libssl.so.1.1"], name => NativeLibrary.TryLoad(name, out _));
}

/// <summary>Requests external links. The only user of the network.</summary>
static class ExternalLinks
{
    /// <summary>Statuses of HEAD after which GET is tried.</summary>
    static readonly int[] RetriedStatuses = [400, 403, 404, 405, 406, 410, 501];

    /// <summary>The answer for every address, each requested once.</summary>
    public static Dictionary<string, ExternalAnswer> Ask(IEnumerable<string> addresses, ExternalOptions options)
    {
        var answers = new ConcurrentDictionary<string, ExternalAnswer>(StringComparer.Ordinal);
        var wanted = addresses.Order(StringComparer.Ordinal).ToArray();
        foreach (var address in wanted)
        {
            if (options.Cache?.Find(address, options.Time.GetUtcNow()) is { } cached)
                answers[address] = cached;
        }

        AskAll([.. wanted.Where(address => !answers.ContainsKey(address))], answers, options).GetAwaiter().GetResult();
        options.Cache?.Save(answers.Values, options.Time.GetUtcNow());
        return answers.ToDictionary(StringComparer.Ordinal);
    }

    static async Task AskAll(string[] addresses, ConcurrentDictionary<string, ExternalAnswer> answers, ExternalOptions options)
    {
        using var handler = new SocketsHttpHandler
        {
            MaxAutomaticRedirections = 10,
            ConnectTimeout = options.Timeout,
            AutomaticDecompression = DecompressionMethods.All,
        };
        using var client = new HttpClient(handler) { Timeout = options.Timeout };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SiteGen-check", "1.0"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        var hosts = new ConcurrentDictionary<string, SemaphoreSlim>(StringComparer.OrdinalIgnoreCase);
        var isOnline = false;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce };
        await Parallel.ForEachAsync(Interleaved(addresses), parallel, async (address, cancel) =>
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
        // When no server answered and no name was found, this machine may be offline, so no page is known to be gone.
        if (isOnline || !Array.Exists(addresses, address => answers[address].Reason == ExternalReason.NoHost))
            return;
        foreach (var address in addresses.Where(address => answers[address].Reason != ExternalReason.NoAddress))
            answers[address] = answers[address] with { Kind = ExternalKind.Unreachable, IsOffline = true };
    }

    /// <summary>Round-robin over servers, so that a slow one delays no other.</summary>
    static IEnumerable<string> Interleaved(string[] addresses) =>
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
            // Some servers don't support HEAD, or answer it differently.
            var status = await Status(client, HttpMethod.Head, uri, cancel);
            if (RetriedStatuses.Contains(status) || status >= 500)
                status = await Status(client, HttpMethod.Get, uri, cancel);
            return new ExternalAnswer(address, KindOf(status), ExternalReason.Answered, status.ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.NameResolutionError)
        {
            return new ExternalAnswer(address, ExternalKind.Gone, ExternalReason.NoHost, uri.IdnHost);
        }
        catch (HttpRequestException e)
        {
            var isCertificate = e.HttpRequestError == HttpRequestError.SecureConnectionError;
            var reason = isCertificate ? ExternalReason.BadCertificate : ExternalReason.NoConnection;
            return new ExternalAnswer(address, ExternalKind.Unreachable, reason, e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            var seconds = options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return new ExternalAnswer(address, ExternalKind.Unreachable, ExternalReason.NoAnswer, seconds);
        }
    }

    static async Task<int> Status(HttpClient client, HttpMethod method, Uri uri, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, uri);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return (int)response.StatusCode;
    }

    /// <summary>Servers that ask for a password, refuse programs or limit rates are there.</summary>
    static ExternalKind KindOf(int status) => status switch
    {
        404 or 410 => ExternalKind.Gone,
        < 400 or 401 or 403 or 405 or 406 or 429 or 999 => ExternalKind.Fine,
        _ => ExternalKind.Unreachable,
    };
}
