using System.Text.Json;
using SiteGen.Core.Rendering;
using SiteGen.Core.Search;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Search;

/// <summary>The table that the theme's module is held to as well.</summary>
public sealed class SearchTableTests
{
    [Theory]
    [InlineData("")]
    [InlineData("search: {shard_above: 0}")]
    public void Every_query_of_the_table_finds_its_posts_in_their_order(string config)
    {
        var engine = new SearchEngine(IndexOf(Site(config)));
        Repository.AssertNone(
            from row in JsonDocument.Parse(Repository.Read("tests/search/queries.json")).RootElement.EnumerateArray()
            let query = row.GetProperty("query").GetString()!
            let expected = string.Join(' ', row.GetProperty("expect").EnumerateArray().Select(path => path.GetString()))
            let found = string.Join(' ', engine.Search(query, new SearchFilter()).Hits.Select(hit => hit.Page.Path.Value))
            where found != expected
            select $"{query} ({row.GetProperty("why").GetString()}): expected {expected}, found {found}");
    }

    [Fact]
    public void Filters_leave_what_they_admit_and_a_filter_alone_shows_all_of_it()
    {
        var engine = new SearchEngine(IndexOf(Site("")));
        Assert.Equal(["/posts/interview-nadella/"], Paths(engine.Search("인터뷰", new SearchFilter(Person: "사티아 나델라"))));
        Assert.Equal(["/posts/palace/", "/posts/hiring/", "/posts/finance-far/"],
            Paths(engine.Search("", new SearchFilter(Category: "에세이", Year: 2024))));
        Assert.Empty(engine.Search("", new SearchFilter()).Hits);
    }

    [Theory]
    [InlineData("세일즈포스 면접", "t4", "세일즈포스|면접")]
    [InlineData("래리엘리슨 스타게이트", "t2", "래리 엘리슨|Larry Ellison|스타게이트")]
    [InlineData("에엊", "t1", "")]
    public void The_best_passage_is_linked_and_shows_what_was_found_as_it_stands(string query, string anchor, string marked)
    {
        var renderer = RendererOf(Site(""));
        var result = new SearchEngine(renderer.Search).Search(query, new SearchFilter());
        var page = renderer.Search.Pages.Single(page => page.Path.Value == "/posts/interview-benioff/");
        var found = PassageFinder.Best(renderer.PassagesOf(page), result.Query)!;
        Assert.Equal(anchor, found.Passage.Anchor);
        Assert.Equal(marked, string.Join('|', found.Places.Select(place => found.Passage.Text[place.From..place.To])));
    }

    [Fact]
    public void Any_query_ends_without_an_exception()
    {
        var engine = new SearchEngine(IndexOf(Site("")));
        var random = new Random(7);
        string[] pieces = ["면접", "ㅁ", "ㅏ", "ㄳ", "\ud83d", "\ude00", "\u200f", "<b>", "(", "*", "\\", " ", "a", "Ａ", "가", "힣", "\u1100",
            "\u0301", "을", "9", "\0", "오픈AI"];
        for (var i = 0; i < 3000; i++)
            engine.Search(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])),
                new SearchFilter());
        Assert.Empty(engine.Search(new string('가', 10_000), new SearchFilter()).Hits);
    }

    internal static TestSite Site(string config) =>
        TestSite.Of().AddFolder("themes/maru").AddFolder("content", "tests/search/site").Configured(config);

    internal static SearchIndex IndexOf(TestSite site) => RendererOf(site).Search;

    static SiteRenderer RendererOf(TestSite site) => new(SiteBuilder.Plan(site.Files, site.Options, site.Diagnostics), site.Diagnostics);

    static IEnumerable<string> Paths(SearchResult result) => result.Hits.Select(hit => hit.Page.Path.Value);
}
