using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A rule about single uses of addresses. It says where the author wrote the address, or that a template did.</summary>
abstract class LinkRule(string id, Severity severity, string what) : Rule(id, severity, what)
{
    /// <summary>The complaint about one use of an address, as message and hint; null for none.</summary>
    protected abstract (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference);

    internal sealed override bool IsSaidAt(SourcePlace ours, SourcePlace builds) => Math.Abs(ours.Offset - builds.Offset) <= 1;

    internal sealed override void Site(SiteFacts site, Findings findings)
    {
        // What an author wrote is shown on lists and in feeds too, which is the same mistake.
        var said = new HashSet<Link>(ReferenceEqualityComparer.Instance);
        foreach (var page in site.Pages.OrderBy(page => page.File.Document is null))
        {
            foreach (var reference in page.References)
            {
                if ((page.File.Document is not null || !said.Contains(reference.Link)) && !findings.IsIgnored(reference.Link) && Problem(site, page, reference) is var (message, hint) && Report(findings, page, reference, message, hint, site))
                    said.Add(reference.Link);
            }
        }

        foreach (var file in site.Others)
        {
            foreach (var reference in file.References)
            {
                if (!findings.IsIgnored(reference.Link) && Problem(site, null, reference) is var (message, hint))
                    findings.Add(this, file.File, "", reference.Position, message, hint);
            }
        }
    }

    /// <summary>True when the address stands in the page's own document.</summary>
    bool Report(Findings findings, PageFacts page, Reference reference, Message message, Message? hint, SiteFacts site)
    {
        var places = page.File.Document is { } document ? SourceSearch.Address(document, reference.Link.Written, site.Links.BasePath) : [];
        foreach (var place in places)
            findings.Add(this, place, message, hint);
        if (places.Count == 0)
            findings.Add(this, page.File, page.Title, reference.Position, message, hint);
        return places.Count > 0;
    }
}

enum Outcome
{
    /// <summary>It is there, or nobody here can know.</summary>
    Fine,
    Missing,
    /// <summary>Only a file whose name differs in letter case or composition is there.</summary>
    Near,
}

static class Outcomes
{
    /// <summary>What a server would answer.</summary>
    public static Outcome Of(this SiteFacts site, Link link) =>
        link is not { Scope: LinkScope.Inside, Path.Length: > 0 } || site.FileAt(link.Path) is not null ? Outcome.Fine
        : site.NearFileAt(link.Path) is not null ? Outcome.Near
        : Outcome.Missing;

    /// <summary>The address that was probably meant, as a hint.</summary>
    public static Message? Nearest(this SiteFacts site, Link link) => site.NearestAddress(link.Path) is { } nearest ? (Message)$"Did you mean {nearest}?" : null;
}
