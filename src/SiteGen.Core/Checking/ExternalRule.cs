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

/// <summary>What the server of an address elsewhere said.</summary>
/// <param name="Detail">What belongs to the reason: the status, the host, the seconds.</param>
sealed record ExternalAnswer(string Address, ExternalKind Kind, ExternalReason Reason, string Detail)
{
    /// <summary>Not one server answered, so that it may be this machine that is cut off.</summary>
    public bool IsAlone { get; init; }

    /// <summary>As a clause: “the server answers 404”.</summary>
    public Message Words => IsAlone ? (Message)$"{Clause} (is this machine online?)" : Clause;

    Message Clause => Reason switch
    {
        ExternalReason.Answered => (Message)$"the server answers {Detail}",
        ExternalReason.NoAddress => (Message)"it is no address",
        ExternalReason.NoHost => (Message)$"there is no host {Detail}",
        ExternalReason.BadCertificate => (Message)"its certificate is not valid",
        ExternalReason.NoConnection => (Message)$"no connection ({Detail})",
        _ => $"no answer within {Detail} seconds",
    };
}

/// <summary>A rule about links that lead away.</summary>
abstract class ExternalRule(string id, Severity severity, string what) : Rule(id, severity, what)
{
    protected abstract Message? Problem(ExternalAnswer answer);

    protected abstract Message Hint { get; }

    internal sealed override void External(SiteFacts site, IReadOnlyDictionary<string, ExternalAnswer> answers, Findings findings)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in site.Pages.OrderBy(page => page.File.Document is null))
        {
            foreach (var reference in page.References)
            {
                if (reference.Link.Scope != LinkScope.External || !answers.TryGetValue(reference.Link.Path, out var answer) || Problem(answer) is not { } message)
                    continue;
                var places = page.File.Document is { } document ? SourceSearch.Address(document, reference.Link.Written, site.Links.BasePath) : [];
                foreach (var place in places)
                    findings.Add(this, place, message, Hint);
                if (places.Count > 0)
                    said.Add(answer.Address);
                else if (!said.Contains(answer.Address))
                    findings.Add(this, page.File, page.Title, reference.Position, message, Hint);
            }
        }
    }
}
