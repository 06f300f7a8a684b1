namespace SiteGen.Core.Tests.Sites;

/// <summary>Keys of other generators have their meaning; keys that nothing reads are told.</summary>
public sealed class ForeignKeyTests
{
    const string Layout = """
        -- themes/bare/layouts/post.sbn-html --
        ---
        layout: base
        ---
        {{ page.title }}|{{ date_format page.date }}|{{ page.updated ? (date_format page.updated) : "" }}|{{ page.summary }}|{{
        page.tags | array.map "name" | array.join "," }}|{{ page.categories | array.map "name" | array.join "," }}|{{
        page.image }}|{{ page.image_alt }}|
        """;

    static TestSite With(string matter) => TestSite.Bare(Layout,
        $"-- content/posts/2025-01-24-a.md --\n---\ntitle: 글\n{matter}\n---\n본문\n");

    static string Told(TestSite site) => string.Join("\n", site.Diagnostics.Sorted().Select(one => $"{one.Rule} {one.Place.Line}"));

    [Theory]
    [InlineData("description: 설명", "글|2025. 1. 24.||설명|||||")]
    [InlineData("excerpt: 발췌", "글|2025. 1. 24.||발췌|||||")]
    [InlineData("요약: 짧게", "글|2025. 1. 24.||짧게|||||")]
    [InlineData("Summary: 짧게", "글|2025. 1. 24.||짧게|||||")]
    [InlineData("summary: 가\ntag: 나", "글|2025. 1. 24.||가|나||||")]
    [InlineData("summary: 가\n태그: [나, 다]", "글|2025. 1. 24.||가|나,다||||")]
    [InlineData("summary: 가\nTags: '#나 #다'", "글|2025. 1. 24.||가|나,다||||")]
    [InlineData("summary: 가\n카테고리: 나", "글|2025. 1. 24.||가||나|||")]
    [InlineData("summary: 가\nlast_modified_at: 2025-02-03", "글|2025. 1. 24.|2025. 2. 3.|가|||||")]
    [InlineData("summary: 가\nlastmod: 2025-02-03T09:00:00+09:00", "글|2025. 1. 24.|2025. 2. 3.|가|||||")]
    [InlineData("summary: 가\npubDate: 2025-03-04", "글|2025. 3. 4.||가|||||")]
    [InlineData("summary: 가\nimage: /a.png\nimageAlt: 바다", "글|2025. 1. 24.||가|||/a.png|바다|")]
    [InlineData("summary: 가\nimage: {path: /a.png, alt: 바다, lqip: x}", "글|2025. 1. 24.||가|||/a.png|바다|")]
    [InlineData("summary: 가\nimage:\n  src: /a.png", "글|2025. 1. 24.||가|||/a.png||")]
    [InlineData("summary: 가\nthumbnail: /a.png", "글|2025. 1. 24.||가|||/a.png||")]
    public void A_key_of_another_generator_has_its_meaning(string matter, string shown)
    {
        var site = With(matter).Add("-- content/static/a.png --\nx").Built();
        Assert.Contains(shown, site["posts/a/index.html"]);
        Assert.Equal("", site.Printed);
    }

    [Theory]
    [InlineData("redirect_from: /old/", "old/index.html")]
    [InlineData("redirect_from: [/x/, /old/]", "old/index.html")]
    [InlineData("alias: /old/", "old/index.html")]
    [InlineData("url: /my/url/", "my/url/index.html")]
    public void Old_addresses_of_another_generator_are_kept(string matter, string file)
    {
        var site = With(matter).Built();
        Assert.True(site.Output.Files.ContainsKey(file), string.Join(' ', site.Output.Files.Keys));
        Assert.Equal("", site.Printed);
    }

    [Fact]
    public void The_key_of_SiteGen_wins_and_the_other_is_told()
    {
        foreach (var matter in new[] { "description: 나\nsummary: 가", "summary: 가\ndescription: 나", "description: 가\nexcerpt: 나" })
        {
            var site = With(matter).Built();
            Assert.Contains("|가|", site["posts/a/index.html"]);
            Assert.Equal("front-matter-two-names 4", Told(site));
        }
    }

    [Theory]
    [InlineData("tittle: 나", "`title`")]
    [InlineData("categorys: 나", "`category`")]
    [InlineData("summry: 나", "`summary`")]
    [InlineData("descripton: 나", "`description`")]
    [InlineData("카테고라: 나", "`카테고리`")]
    [InlineData("태긔: 나", "`태그`")]
    [InlineData("publsihed: false", "`published`")]
    [InlineData("draf: true", "`draft`")]
    public void A_mistyped_key_is_told_with_the_nearest_one(string matter, string nearest)
    {
        var site = With(matter).Built();
        Assert.Equal("front-matter-unknown-key 3", Told(site));
        Assert.Contains($"Did you mean {nearest}?", site.Printed);
    }

    [Theory]
    [InlineData("mood: 좋음")]
    [InlineData("pin: true")]
    [InlineData("author: 홍길동")]
    [InlineData("url: https://example.org/original")]
    [InlineData("기분: 좋음")]
    public void A_key_that_nothing_reads_is_told_until_the_site_declares_it(string matter)
    {
        var key = matter.Split(':')[0];
        Assert.Equal("front-matter-unknown-key 3", Told(With(matter).Built()));
        Assert.Equal("", With(matter).Configured($"params: [{key}]").Built().Printed);
        var list = $"lists: {{own: {{title: 가, path: '/own/:group/', group_by: params.{key}}}}}";
        Assert.Equal("", With(matter).Configured(list).Built().Printed);
        if (key != "url")
            Assert.Equal("", With(matter).Add($"-- themes/bare/partials/own.sbn-html --\n{{{{ page.params.{key} }}}}").Built().Printed);
    }

    [Fact]
    public void An_unknown_key_of_defaults_is_told_once_in_its_file()
    {
        var site = With("").Add("-- content/_defaults.yml --\nmood: 좋음\n").Add(TestSite.Post("b.md", "나", "2025-01-25")).Built();
        Assert.Equal("content/_defaults.yml", Assert.Single(site.Diagnostics.Sorted()).Place.Path);
    }

    [Fact]
    public void Templates_go_on_to_find_a_key_of_another_generator_among_the_parameters()
    {
        var site = With("description: 설명").Add("""
            -- themes/bare/layouts/post.sbn-html --
            ---
            layout: base
            ---
            {{ page.summary }} {{ page.params.description }}
            """).Built();
        Assert.Contains("설명 설명", site["posts/a/index.html"]);
    }

    [Theory]
    [InlineData("진행자 - 첫째?\n\n손님 - 하나.\n\n진행자 - 둘째?\n\n손님 - 둘.\n", true)]
    [InlineData("김 – 하나\n이 – 둘\n김 – 셋\n박 – 넷\n", true)]
    [InlineData("Ada Moreno - one\n\nHost - two\n\nHost - three\n\nAda Moreno - four\n", true)]
    [InlineData("진행자 - 첫째?\n\n손님 - 하나.\n\n진행자 - 둘째?\n", false)]
    [InlineData("사과 - 과일\n무 - 채소\n콩 - 곡식\n닭 - 고기\n", false)]
    [InlineData("- 진행자 - 하나\n- 손님 - 둘\n- 진행자 - 셋\n- 손님 - 넷\n", false)]
    [InlineData("```\na - b\na - c\na - d\na - e\n```\n", false)]
    public void A_conversation_without_speakers_is_told_with_the_lines_to_add(string body, bool isTold)
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-24", "", body)).Built();
        Assert.Equal(isTold ? "interview-speakers 6" : "", Told(site));
        if (!isTold)
            return;
        // What the hint says mends it.
        var line = site.Printed.Split("add `")[1].Split("`.")[0];
        Assert.Equal("", TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-24", line, body)).Built().Printed);
    }
}
