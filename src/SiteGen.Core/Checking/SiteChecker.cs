using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Checks a finished site.</summary>
public static class SiteChecker
{
    /// <summary>Reads every file once, in parallel, keeps a small record of each, and follows the links between them.</summary>
    public static CheckReport Check(FinishedSite site, CheckOptions options, DiagnosticBag diagnostics)
    {
        var findings = new Findings(options.Settings);
        var rules = RuleTable.All.Where(options.Settings.Wants).ToArray();
        var table = new LinkTable(site.Origin, site.BasePath);
        var reading = new FirstPass(site, rules, table, findings);
        var records = new object?[site.Files.Count];
        var done = 0;
        foreach (var phase in Enumerable.Range(0, records.Length).GroupBy(i => site.Files[i].Phase).OrderBy(phase => phase.Key))
            Parallel.ForEach(phase, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism }, ReadOne);
        var facts = new SiteFacts(site, table, [.. records.OfType<PageFacts>()], [.. records.OfType<FileFacts>()]);
        foreach (var rule in rules)
            rule.Site(facts, findings);
        var answers = options.External is { } external ? ExternalLinks.Ask(ExternalAddresses(facts, findings), external) : [];
        foreach (var rule in answers.Count > 0 ? rules : [])
            rule.External(facts, answers, findings);
        findings.WriteTo(diagnostics);
        var links = facts.Pages.Sum(page => page.References.Length) + facts.Others.Sum(file => file.References.Length);
        return new CheckReport(facts.Pages.Count, links) { ExternalLinks = answers.Values.Count(answer => !answer.IsOffline) };

        void ReadOne(int i)
        {
            var file = site.Files[i];
            records[i] = InternalFault.Caught(() => reading.Read(file), diagnostics,
                () => SourcePlace.OfFile(file.Document?.Source.Path ?? file.Path));
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)records.Length);
        }
    }

    static IEnumerable<string> ExternalAddresses(SiteFacts site, Findings findings)
    {
        var addresses = from use in site.References
                        where use.Reference is { Link.Scope: LinkScope.External, Kind: not ReferenceKind.Meta }
                            && !findings.IsIgnored(use.Reference.Link)
                        select use.Reference.Link.Path;
        return addresses.Distinct(StringComparer.Ordinal).GroupBy(address => WithoutShared(address, site.Source), StringComparer.Ordinal)
            .Select(same => same.Min(StringComparer.Ordinal)!);
    }

    /// <summary>Share links, whose query names a page of this site, are one but for the page.</summary>
    static string WithoutShared(string address, FinishedSite site) =>
        site.Origin is { } origin && address.IndexOf('?') is >= 0 and var query
        && LinkTable.Decode(LinkTable.Decode(address[query..])).Contains(origin + site.BasePath, StringComparison.OrdinalIgnoreCase)
            ? address[..query]
            : address;
}

/// <summary>Checks each file by itself, and extracts what is kept of it.</summary>
sealed class FirstPass(FinishedSite site, Rule[] rules, LinkTable links, Findings findings)
{
    readonly UnpublishedSearch unpublished = new(site);

    /// <summary>The record of a page or of another file; null for a file that can't be read.</summary>
    public object? Read(FinishedFile file)
    {
        try
        {
            return file.Content() is { } bytes ? Read(file, bytes) : Unread(file);
        }
        catch (RegexMatchTimeoutException)
        {
            // A file of megabytes without a line break, on a busy machine.
            return Unread(file);
        }
    }

    static PageFacts? Unread(FinishedFile file) =>
        FileText.IsPage(file.Path) ? new PageFacts(file, SiteFacts.AddressOf(file.Path)) { IsRead = false } : null;

    object Read(FinishedFile file, byte[] bytes) =>
        FileText.IsPage(file.Path) ? Page(file, FileText.Of(bytes))
        : FileText.IsText(file.Path) ? Text(new FileFacts(file, bytes.Length), FileText.Of(bytes))
        : new FileFacts(file, bytes.Length);

    PageFacts Page(FinishedFile file, string text)
    {
        var page = PageReader.Read(file, text, site, unpublished);
        foreach (var rule in page.IsTooDeep ? [] : rules)
            rule.Page(page, findings);
        return PageReader.Facts(page, links);
    }

    FileFacts Text(FileFacts facts, string text)
    {
        var file = new CheckedFile(facts.File, text, unpublished);
        foreach (var rule in rules)
            rule.File(file, findings);
        return FileText.IsSitemap(facts.File.Path, text) ? facts with { Text = text }
            : FileText.IsStyle(facts.File.Path) ? facts with { References = StyleReader.Read(facts.File, text, links) }
            : facts;
    }
}
