using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

enum ExternalKind
{
    Fine,
    Gone,
    Unreachable,
}

enum ExternalReason
{
    Answered,
    NoAddress,
    NoHost,
    BadCertificate,
    NoConnection,
    NoAnswer,
}

/// <summary>The response of an external link's server.</summary>
/// <param name="Detail">The status, the host or the seconds, by the reason.</param>
sealed record ExternalAnswer(string Address, ExternalKind Kind, ExternalReason Reason, string Detail)
{
    /// <summary>No server answered, so this machine may be offline.</summary>
    public bool IsOffline { get; init; }

    /// <summary>As a clause: “the server answers 404”.</summary>
    public Message Words => Reason switch
    {
        ExternalReason.Answered => (Message)$"the server answers {Detail}",
        ExternalReason.NoAddress => (Message)"it is no address",
        ExternalReason.NoHost => (Message)$"there is no host {Detail}",
        ExternalReason.BadCertificate => (Message)"its certificate is not valid",
        ExternalReason.NoConnection => (Message)$"no connection ({Detail})",
        _ => $"no answer within {Detail} seconds",
    };
}

/// <summary>A rule about external links.</summary>
abstract class ExternalRule(string id, Severity severity, ExternalKind kind, string what, string why, string bad, string good)
    : Rule(id, severity, what, why, bad, good)
{
    protected abstract Message Problem(ExternalAnswer answer);

    protected abstract Message Hint { get; }

    internal sealed override void External(SiteFacts site, IReadOnlyDictionary<string, ExternalAnswer> answers, Findings findings)
    {
        if (kind == ExternalKind.Unreachable && answers.Values.Any(answer => answer.IsOffline))
            findings.Add(this, SourcePlace.Nowhere, "No server answered, so links to other sites were not checked.",
                "Is this machine online? Try again later.");
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (page, reference) in site.References)
        {
            if (reference.Link.Scope != LinkScope.External || !answers.TryGetValue(reference.Link.Path, out var answer)
                || answer.Kind != kind || answer.IsOffline)
                continue;
            var places = site.PlacesOf(page, reference);
            foreach (var place in places)
                findings.Add(this, place, Problem(answer), Hint);
            if (places.Count > 0)
                reported.Add(answer.Address);
            else if (!reported.Contains(answer.Address))
                findings.Add(this, page.File, page.Title, reference.Position, Problem(answer), Hint);
        }
    }
}
