using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Tests.Sites;

/// <summary>What a build into a folder that an earlier one has filled does and says, beside a build into an empty one.</summary>
public sealed class SecondBuildTests
{
    const string Build = "build";

    // Each page that is rendered gets a number that no page had before.
    const string Numbered = """
        -- themes/bare/layouts/base.sbn-html --
        <p id="{{ math.uuid }}">{{ content }}</p>
        -- themes/bare/layouts/404.sbn-html --
        ---
        layout: base
        ---
        Nothing here.
        """;

    [Fact]
    public void After_any_of_twenty_edits_the_output_and_what_is_said_are_those_of_a_clean_build() => Edit(seed: 1, count: 20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [Trait("Category", "Slow")]
    public void After_any_of_a_hundred_edits_the_output_and_what_is_said_are_those_of_a_clean_build(int seed) => Edit(seed, count: 100);

    static void Edit(int seed, int count)
    {
        var edited = new EditedSite(seed);
        var edits = new List<string>();
        for (var i = 0; i < count; i++)
        {
            AssertLikeClean(edited.Site, string.Join("; ", edits));
            edits.Add(edited.Edit());
        }
    }

    [Fact]
    public void A_record_that_is_damaged_anywhere_or_cut_off_is_none()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01", "interview: {speakers: [{name: 마크}]}"),
            TestSite.Post("b.md", "둘", "2025-01-02")).Built();
        var whole = site.Output.Cache.Read(Build)!;
        for (var at = 0; at < whole.Length; at += 97)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= (byte)(1 << at % 8);
            foreach (var record in new[] { damaged, whole[..at], [.. whole, 0] })
            {
                site.Output.Cache.Write(Build, record);
                site.Output.Add("index.html", [1]);
                AssertLikeClean(site, $"byte {at}");
            }
        }
    }

    [Fact]
    public void Where_nothing_has_changed_nothing_is_rendered()
    {
        var site = Site();
        var before = Numbers(site);
        Assert.NotEmpty(before);
        site.Built();
        Assert.Equal(before, Numbers(site));
        Assert.Equal((0, 0), (site.Report!.Counts!.Written, site.Report.Counts.Deleted));
        Assert.Equal(site.Output.Files.Count, site.Report.Counts.Unchanged);
    }

    [Fact]
    public void A_changed_text_is_rendered_where_it_is_shown_and_nowhere_else()
    {
        var site = Site();
        var before = Numbers(site);
        site.Add(TestSite.Post("c.md", "셋", "2025-01-03", body: "다른 본문입니다.")).Built();
        var after = Numbers(site);
        Assert.Equal(["posts/c/index.html"], after.Keys.Where(file => before[file] != after[file]));
        // And the record is one of the site as it is now.
        site.Built();
        Assert.Equal(after, Numbers(site));
    }

    [Fact]
    public void Another_title_is_shown_everywhere()
    {
        var site = Site();
        var before = Numbers(site);
        site.Add(TestSite.Post("c.md", "다른 제목", "2025-01-03")).Built();
        Assert.DoesNotContain(Numbers(site), file => before[file.Key] == file.Value);
    }

    [Fact]
    public void A_file_of_the_output_that_was_touched_is_made_anew_and_no_other()
    {
        var site = Site();
        var before = Numbers(site);
        site.Output.Add("posts/b/index.html", [1, 2, 3]);
        site.Output.Delete("posts/c/index.html");
        site.Built();
        Assert.Equal(["posts/b/index.html", "posts/c/index.html"],
            Numbers(site).Where(file => before[file.Key] != file.Value).Select(file => file.Key));
        Assert.Equal(2, site.Report!.Counts!.Written);
    }

    [Theory]
    [InlineData("2025-12-31T00:00:00Z", true)]
    [InlineData("2026-01-30T23:59:59Z", true)]
    [InlineData("2026-01-31T00:00:00Z", false)]
    [InlineData("2025-06-01T00:00:00Z", true)]
    [InlineData("2025-01-02T00:00:00Z", false)]
    public void Time_goes_by_without_consequences_until_a_post_is_due_or_expires(string now, bool isSame)
    {
        var site = Site(TestSite.Post("d.md", "나중", "2025-02-01", "publish_date: 2026-01-31T00:00:00Z"));
        var before = Numbers(site);
        site.Options = site.Options with { Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) };
        site.Built();
        Assert.Equal(isSame, before.SequenceEqual(Numbers(site)));
    }

    [Fact]
    public void A_page_that_shows_the_time_shows_the_time_of_the_build()
    {
        var site = Site("-- themes/bare/layouts/404.sbn-html --\n---\nlayout: base\n---\n{{ date.now }}");
        var before = Numbers(site);
        site.Built();
        Assert.Equal(before, Numbers(site));
        site.Options = site.Options with { Now = site.Options.Now.AddDays(1) };
        site.Built();
        Assert.Equal(["404.html"], Numbers(site).Where(file => before[file.Key] != file.Value).Select(file => file.Key));
        Assert.Contains("02 Jan 2026", site["404.html"]);
    }

    [Fact]
    public void Warnings_come_again_from_texts_that_were_not_rendered()
    {
        var site = Site(TestSite.Post("f.md", "대담", "2025-01-20", "interview: {speakers: [{name: 마크, role: guest}]}"));
        var said = site.Printed;
        Assert.Contains("interview-silent", said);
        Assert.Equal(said, site.Built().Printed);
        Assert.Equal(said, site.Add(TestSite.Post("c.md", "셋", "2025-01-03", body: "다른 본문입니다.")).Built().Printed);
        Assert.Equal("", site.Add(TestSite.Post("f.md", "대담", "2025-01-20", "interview: {speakers: [{name: 마크, role: guest}]}", "마크 - 네."))
            .Built().Printed);
        Assert.Equal("", site.Built().Printed);
    }

    [Fact]
    public void The_output_of_another_site_is_no_beginning()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01"));
        var other = TestSite.Bare(TestSite.Post("a.md", "다른 곳", "2025-01-01")).Built();
        foreach (var (file, bytes) in other.Output.Files)
            site.Output.Add(file, bytes);
        foreach (var name in new[] { "manifest", Build })
            site.Output.Cache.Write(name, other.Output.Cache.Read(name)!);
        AssertLikeClean(site, "another site's output");
    }

    [Fact]
    public void The_glossary_knows_terms_of_texts_that_are_shown_nowhere()
    {
        var site = TestSite.Bare("-- themes/bare/layouts/post.sbn-html --\n---\nlayout: base\n---\n없음",
            "-- themes/bare/layouts/glossary.sbn-html --\n---\nlayout: base\n---\n"
                + "{{ for group in site.glossary }}{{ for term in group.terms }}{{ term.term }} {{ term.url }};{{ end }}{{ end }}")
                .Configured("search: {enabled: false}");
        foreach (var (file, date, body) in new[] { ("b.md", "2025-01-02", "다보스(Davos)입니다."),
            ("c.md", "2025-01-03", "다보스(Davos)와 세일즈포스(Salesforce)입니다."), ("b.md", "2025-01-02", "아닙니다."),
            ("a.md", "2025-01-01", "세일즈포스(Salesforce)입니다."), ("c.md", "2025-01-03", "없습니다.") })
            AssertLikeClean(site.Add(TestSite.Post(file, "글", date, body: body)), body);
        Assert.Contains("세일즈포스", site["glossary/index.html"]);
        Assert.DoesNotContain("다보스", site["glossary/index.html"]);
    }

    /// <summary>Four posts, whose pages and lists do not look at the texts of other pages; search, which would, is turned off.</summary>
    static TestSite Site(params string[] more) => TestSite.Bare(
        [Numbered, TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02"),
            TestSite.Post("c.md", "셋", "2025-01-03"), .. more]).Configured("search: {enabled: false}\nfeed: {limit: 1}").Built();

    /// <summary>The number of every page.</summary>
    static SortedDictionary<string, string> Numbers(TestSite site) => new(
        site.Output.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(file => file, file => Regex.Match(site[file], "<p id=\"(.*?)\"").Groups[1].Value), StringComparer.Ordinal);

    static string Said(DiagnosticBag diagnostics) => diagnostics.Language + string.Concat(diagnostics.Sorted()
        .Select(found => DiagnosticPrinter.Text(found) + DiagnosticPrinter.Text(found, MessageLanguage.Korean)));

    static void AssertLikeClean(TestSite site, string story)
    {
        var (clean, diagnostics) = (new MemoryOutput(), new DiagnosticBag());
        var expected = SiteBuilder.Build(site.Files, clean, site.Options, diagnostics);
        var before = site.Output.Files.ToDictionary();
        site.Build();
        var after = "After " + story + "\n";
        Assert.Equal(after + Said(diagnostics), after + Said(site.Diagnostics));
        Assert.Equal((expected.Pages, expected.Posts, expected.Counts is null),
            (site.Report!.Pages, site.Report.Posts, site.Report.Counts is null));
        Assert.Equal(expected.Unpublished, site.Report.Unpublished);
        if (expected.Counts is not null)
            TestSite.AssertSame(clean, site.Output);
        else
            Assert.Equal(before, site.Output.Files.ToDictionary());
    }
}
