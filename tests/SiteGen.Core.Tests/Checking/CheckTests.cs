using System.Text;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Checking;

public sealed class CheckTests
{
    const string Nfd = "\u1112\u1161\u11AB\u1100\u1173\u11AF";

    static IReadOnlyList<Diagnostic> Check(TestSite site) => Check(site, out _);

    static IReadOnlyList<Diagnostic> Check(TestSite site, out CheckReport? report)
    {
        var diagnostics = new DiagnosticBag();
        report = SiteCheck.Run(site.Files, site.Options, diagnostics);
        return diagnostics.Sorted();
    }

    static string Printed(IEnumerable<Diagnostic> found) => string.Concat(found.Select(DiagnosticPrinter.Text));

    static TestSite Plain(params string[] parts) => TestSite.Of([PlainSite.Text, .. parts]);

    [Theory]
    [InlineData("https://example.github.io/")]
    [InlineData("https://example.github.io/blog/")]
    public void The_seeds_site_is_clean(string address)
    {
        var site = new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl(address);
        Assert.Equal("", Printed(Check(site, out var report)));
        Assert.True(report!.Pages > 20 && report.Links > 500);
    }

    [Fact]
    public void Sixty_posts_of_the_theme_maru_are_clean_but_for_a_list_that_nothing_leads_to()
    {
        var found = Check(Corpus.Maru(60));
        Assert.All(found, one => Assert.Equal("page-orphan", one.Rule));
    }

    [Fact]
    public void What_is_found_is_the_same_with_one_thread_and_with_many()
    {
        var text = string.Concat(Enumerable.Range(0, 30).Select(i => TestSite.Post($"p{i}.md", $"글 {i}", "2025-01-01",
            "summary: 같은 요약\n", $"[절](#없는-{i}) ![](없는 그림.png) <a href=\"nowhere\"></a>")));
        var one = Plain(text);
        one.Options = one.Options with { Parallelism = 1 };
        var many = Plain(text);
        many.Options = many.Options with { Parallelism = 8 };
        Assert.NotEmpty(Check(one));
        Assert.Equal(Printed(Check(one)), Printed(Check(many)));
    }

    [Fact]
    public void A_site_that_can_not_be_planned_is_not_checked()
    {
        Assert.NotEmpty(Check(Plain("-- content/posts/a.md --\n---\ntitle: 글\n---\n"), out var report));
        Assert.Null(report);
    }

    [Fact]
    public void Levels_of_rules_are_those_of_the_configuration()
    {
        const string post =
            "-- content/posts/a.md --\n---\ntitle: 글\ndate: 2025-01-01\n---\n\n![](x.png) 하나  둘 [절](#없는-절)\n-- content/posts/x.png --\nx\n";
        Assert.Equal(["image-alt: Warning", "link-fragment: Error", "text-double-space: Warning"], Rules(Plain(post)));
        Assert.Equal(["image-alt: Error", "link-fragment: Warning"],
            Rules(Plain(post).Configured("check:\n  rules: {image-alt: error, link-fragment: warning, text-double-space: off}")));
        static string[] Rules(TestSite site) => [.. Check(site).Select(one => $"{one.Rule}: {one.Severity}").Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("content/posts/a.md")]
    [InlineData("content/posts/*")]
    public void Files_are_passed_over_when_the_configuration_says_so(string pattern)
    {
        var site = Plain("-- content/posts/a.md --\n---\ntitle: 글\ndate: 2025-01-01\n---\n\n[절](#없는-절) 하나  둘\n");
        Assert.Equal(2, Check(site).Count);
        Assert.Empty(Check(site.Configured($"check: {{ignore: [\"{pattern}\"]}}")));
    }

    [Fact]
    public void Links_are_passed_over_when_the_configuration_says_so()
    {
        var site = Plain("-- content/posts/a.md --\n---\ntitle: 글\ndate: 2025-01-01\n---\n\n[절](#없는-절) [둘](nowhere)\n")
            .Configured("check: {ignore: [\"#없는*\", nowhere]}");
        Assert.Empty(Check(site));
    }

    [Fact]
    public void An_unknown_rule_in_the_configuration_is_an_error_with_the_nearest_one()
    {
        var found = Assert.Single(Check(Plain().Configured("check: {rules: {image-atl: off}}")));
        Assert.Equal(("config-unknown-key", "Did you mean `image-alt`?"), (found.Rule, found.Hint));
    }

    [Fact]
    public void Every_rule_explains_itself_in_sentences_with_a_bad_and_a_good_example()
    {
        Assert.Equal(RuleTable.All.Count, RuleTable.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleTable.All, rule =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", rule.Id);
            Assert.Matches(@"^[A-Z<\p{L}].*\.$", rule.What);
            Assert.Matches(@"(?s)^[A-Z].*\.$", rule.Why);
            Assert.NotNull(Translations.KoreanOf(rule.What));
            Assert.NotEqual(rule.Bad, rule.Good);
            Assert.True(rule.Bad.Length > 3 && rule.Good.Length > 3);
        });
    }

    [Fact]
    public void Fixes_are_what_is_certain_and_leave_code_as_it_is()
    {
        var body = $"{Nfd}을  봅니다. `{Nfd}  둘`\n\n```\n{Nfd}  코드\n```\n\n    들여  쓴 {Nfd}\n\n| 표  | {Nfd} |\n|---|---|\n\n줄 끝  \n다음 줄\n";
        var site = Plain(
            TestSite.Post("a.md", "글", "2025-01-01", "tags: [래리 엘리슨]\n", body),
            TestSite.Post("b.md", "둘", "2025-01-01", "tags: [래리 엘리슨, AI]\n"),
            TestSite.Post("c.md", "셋", "2025-01-01", "tags:\n  - 래리엘리슨  # 주석\n  - ai\n"));
        var changed = SiteCheck.Fixes(site.Files, site.Options)!;
        Assert.Equal(["content/posts/a.md", "content/posts/c.md"], changed.Select(document => document.Document.Source.Path));
        Assert.EndsWith($"한글을 봅니다. `{Nfd}  둘`\n\n```\n{Nfd}  코드\n```\n\n    들여  쓴 {Nfd}\n\n| 표  | 한글 |\n|---|---|\n\n줄 끝  \n다음 줄\n",
            changed[0].Text);
        Assert.Contains("tags:\n  - 래리 엘리슨  # 주석\n  - ai\n", changed[1].Text);
        Assert.Equal(["“래리엘리슨” became “래리 엘리슨” (tags)"], changed[1].Changes.Select(change => change.What.ToString()));
    }

    [Fact]
    public void What_was_fixed_needs_no_second_fix()
    {
        var site = Plain(TestSite.Post("a.md", "글", "2025-01-01", "", $"{Nfd}  하나   둘\n"));
        foreach (var document in SiteCheck.Fixes(site.Files, site.Options)!)
            site.Files.Add(document.Document.DiskPath, Encoding.UTF8.GetBytes(document.Text));
        Assert.Empty(SiteCheck.Fixes(site.Files, site.Options)!);
        Assert.Empty(Check(site));
    }

    [Fact]
    public void A_finished_site_in_a_folder_knows_its_address_from_its_home_page()
    {
        var site = new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl("https://example.github.io/blog/").Built();
        var folder = new MemoryFiles();
        foreach (var (path, bytes) in site.Output.Files)
            folder.Add(path, bytes);
        var diagnostics = new DiagnosticBag();
        var report = SiteCheck.Run(folder, null, new CheckOptions(CheckSettings.Default), diagnostics);
        Assert.Equal("", Printed(diagnostics.Sorted()));
        Assert.True(report.Pages > 20);
    }
}
