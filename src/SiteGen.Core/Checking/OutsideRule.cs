using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

enum OutsideKind
{
    Fine,
    Gone,
    Unreachable,
}

/// <summary>What the server of an address elsewhere said.</summary>
/// <param name="Words">As a clause: “the server answers 404”.</param>
sealed record OutsideAnswer(string Address, OutsideKind Kind, string Words);

/// <summary>A rule about links that lead away.</summary>
abstract class OutsideRule(string id, Severity severity, string what) : Rule(id, severity, what)
{
    protected abstract string? Problem(OutsideAnswer answer);

    protected abstract string Hint { get; }

    internal sealed override void Outside(SiteFacts site, IReadOnlyDictionary<string, OutsideAnswer> answers, Findings findings)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in site.Pages.OrderBy(page => page.File.Document is null))
        {
            foreach (var reference in page.References)
            {
                if (reference.Link.Scope != LinkScope.Outside || !answers.TryGetValue(reference.Link.Path, out var answer) || Problem(answer) is not { } message)
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
