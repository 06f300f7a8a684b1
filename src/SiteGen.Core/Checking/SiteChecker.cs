using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Looks for what is wrong with a finished site.</summary>
public static class SiteChecker
{
    /// <summary>
    /// Reads every file once, on all cores, and keeps a small record of each; then follows the links between them. What was found goes into the bag,
    /// the same whatever thread came first.
    /// </summary>
    public static CheckReport Check(FinishedSite site, CheckOptions options, DiagnosticBag diagnostics)
    {
        var findings = new Findings(options.Settings);
        var rules = RuleTable.All.Where(options.Settings.Wants).ToArray();
        var links = new LinkTable(site.Origin, site.BasePath);
        var reading = new FirstPass(site, rules, links, findings);
        var records = new object?[site.Files.Count];
        var done = 0;
        foreach (var phase in Enumerable.Range(0, records.Length).GroupBy(i => site.Files[i].Phase).OrderBy(phase => phase.Key))
            Parallel.ForEach(phase, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism }, ReadOne);
        var facts = new SiteFacts(site, links, [.. records.OfType<PageFacts>()], [.. records.OfType<FileFacts>()]);
        foreach (var rule in rules)
            rule.Site(facts, findings);
        var answers = options.External is { } external ? ExternalLinks.Ask(AddressesElsewhere(facts, findings), external) : [];
        foreach (var rule in answers.Count > 0 ? rules : [])
            rule.External(facts, answers, findings);
        findings.WriteTo(diagnostics);
        return new CheckReport(facts.Pages.Count, facts.Pages.Sum(page => page.References.Length) + facts.Others.Sum(file => file.References.Length)) { ExternalLinks = answers.Count };

        void ReadOne(int i)
        {
            records[i] = reading.Read(site.Files[i]);
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)records.Length);
        }
    }

    /// <summary>Whatever a reader would follow or a browser load from other servers.</summary>
    static HashSet<string> AddressesElsewhere(SiteFacts site, Findings findings) =>
        [.. from page in site.Pages
            from reference in page.References
            where reference is { Link.Scope: LinkScope.External, Kind: not ReferenceKind.Meta } && !findings.IsIgnored(reference.Link)
            select reference.Link.Path];
}

/// <summary>Each file by itself: what rules see of it while its tree is there, and what is remembered.</summary>
sealed class FirstPass(FinishedSite site, Rule[] rules, LinkTable links, Findings findings)
{
    readonly UnpublishedSearch secrets = new(site);

    /// <summary>The record of a page or of another file; null for a file that can't be had.</summary>
    public object? Read(FinishedFile file)
    {
        try
        {
            return file.Content() is { } bytes ? Read(file, bytes) : Unread(file);
        }
        catch (RegexMatchTimeoutException)
        {
            // A file of megabytes without a line break, on a busy machine: its links are not followed, and nothing is called wrong.
            return Unread(file);
        }
    }

    static PageFacts? Unread(FinishedFile file) => FileText.IsPage(file.Path) ? new PageFacts(file, SiteFacts.AddressOf(file.Path)) { IsRead = false } : null;

    object Read(FinishedFile file, byte[] bytes) =>
        FileText.IsPage(file.Path) ? Page(file, FileText.Of(bytes)) : FileText.IsText(file.Path) ? Text(new FileFacts(file, bytes.Length), FileText.Of(bytes)) : new FileFacts(file, bytes.Length);

    PageFacts Page(FinishedFile file, string text)
    {
        var page = PageReader.Read(file, text, site, secrets);
        foreach (var rule in page.IsTooDeep ? [] : rules)
            rule.Page(page, findings);
        return PageReader.Facts(page, links);
    }

    FileFacts Text(FileFacts facts, string text)
    {
        var file = new CheckedFile(facts.File, text, secrets);
        foreach (var rule in rules)
            rule.File(file, findings);
        return FileText.IsSitemap(facts.File.Path, text) ? facts with { Text = text }
            : FileText.IsStyle(facts.File.Path) ? facts with { References = StyleReader.Read(facts.File, text, links) }
            : facts;
    }
}
