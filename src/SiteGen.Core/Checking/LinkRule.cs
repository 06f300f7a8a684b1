using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A rule about single uses of addresses, reported where the author wrote the address or on the page.</summary>
abstract class LinkRule(string id, Severity severity, string what, string why, string bad, string good)
    : Rule(id, severity, what, why, bad, good)
{
    /// <summary>The problem of one use of an address, as message and hint; null for none.</summary>
    protected abstract (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference);

    internal sealed override bool IsDuplicate(SourcePlace ours, SourcePlace builds) => Math.Abs(ours.Offset - builds.Offset) <= 1;

    internal sealed override void Site(SiteFacts site, Findings findings)
    {
        // Lists and feeds repeat the text of documents.
        var reported = new HashSet<Link>(ReferenceEqualityComparer.Instance);
        foreach (var (page, reference) in site.References.Where(use => !findings.IsIgnored(use.Reference.Link)))
        {
            if (page.File.Document is null && reported.Contains(reference.Link)
                || Problem(site, page, reference) is not var (message, hint))
                continue;
            var places = site.PlacesOf(page, reference);
            foreach (var place in places)
                findings.Add(this, place, message, hint);
            if (places.Count > 0)
                reported.Add(reference.Link);
            else
                findings.Add(this, page.File, page.Title, reference.Position, message, hint);
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
}

enum Outcome
{
    /// <summary>The file exists, or the address is not of this site.</summary>
    Fine,
    Missing,
    /// <summary>Only a file whose name differs in letter case or Unicode form exists.</summary>
    Near,
}

static class Outcomes
{
    public static Outcome Of(this SiteFacts site, Link link) =>
        link is not { Scope: LinkScope.Inside, Path.Length: > 0 } || site.FileAt(link.Path) is not null ? Outcome.Fine
        : site.NearFileAt(link.Path) is not null ? Outcome.Near
        : Outcome.Missing;

    /// <summary>The address that was probably meant, as a hint.</summary>
    public static Message? Nearest(this SiteFacts site, Link link) =>
        site.NearestAddress(link.Path) is { } nearest ? (Message)$"Did you mean {nearest}?" : null;
}
