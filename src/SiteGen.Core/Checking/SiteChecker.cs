using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Looks for what is wrong with a finished site.</summary>
public static class SiteChecker
{
    /// <summary>
    /// Reads every file once, on all cores, and keeps a small record of each; then follows the links between them. What was found goes into the bag,
    /// sorted by rule and place whatever thread came first.
    /// </summary>
    public static CheckReport Check(FinishedSite site, CheckOptions options, DiagnosticBag diagnostics)
    {
        var findings = new Findings(options.Settings);
        var links = new LinkTable(site.Origin, site.BasePath);
        var rules = RuleTable.All.Where(rule => options.Settings.Levels.GetValueOrDefault(rule.Id, RuleLevel.Warning) != RuleLevel.Off).ToArray();
        var records = new object?[site.Files.Count];
        var done = 0;
        foreach (var batch in Enumerable.Range(0, site.Files.Count).GroupBy(i => site.Files[i].IsLate).OrderBy(batch => batch.Key))
            Parallel.ForEach(batch, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism }, CheckOne);
        var facts = new SiteFacts(site, links, [.. records.OfType<PageFacts>()], [.. records.OfType<FileFacts>()]);
        foreach (var rule in rules)
            rule.Site(facts, findings);
        findings.WriteTo(diagnostics);
        return new CheckReport(facts.Pages.Count, facts.Pages.Sum(page => page.References.Length) + facts.Others.Sum(file => file.References.Length));

        void CheckOne(int i)
        {
            records[i] = Read(site.Files[i], rules, links, findings);
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)site.Files.Count);
        }
    }

    static object? Read(FinishedFile file, Rule[] rules, LinkTable links, Findings findings)
    {
        if (file.Content() is not { } bytes)
            return FileText.IsPage(file.Path) ? new PageFacts(file, SiteFacts.AddressOf(file.Path)) { IsRead = false } : null;
        if (FileText.IsPage(file.Path))
        {
            var page = PageReader.Read(file, FileText.Of(bytes));
            foreach (var rule in rules)
                rule.Page(page, findings);
            return PageReader.Facts(page, links);
        }

        var facts = new FileFacts(file, bytes.Length);
        if (!FileText.IsText(file.Path))
            return facts;
        var text = FileText.Of(bytes);
        foreach (var rule in rules)
            rule.File(new FileUnderCheck(file, text), findings);
        return FileText.IsStyle(file.Path) ? facts with { References = StyleReader.Read(file, text, links) } : facts;
    }
}
