using System.Text.Json;
using SiteGen.Core.Korean;
using SiteGen.Core.Search;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Search;

public sealed class SearchFilesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("search: {shard_above: 0}")]
    public void Drafts_hidden_and_future_posts_are_in_no_file_of_the_index(string config)
    {
        var site = SearchTableTests.Site(config).Add("-- content/posts/later.md --\n---\ntitle: 나중 글\ndate: 2099-01-01\n---\n\n판도라 이야기.\n")
            .Built();
        foreach (var file in site.Output.Files.Keys.Where(file => file.StartsWith("search/", StringComparison.Ordinal)
            && file.EndsWith(".json", StringComparison.Ordinal)))
        {
            foreach (var secret in new[] { "비밀", "유니콘", "목록에 없는", "나중 글", "판도라" })
                Assert.DoesNotContain(secret, site[file], StringComparison.Ordinal);
        }

        Assert.Contains(site.Output.Files.Values,
            bytes => System.Text.Encoding.UTF8.GetString(bytes).Contains("갈비를", StringComparison.Ordinal));
    }

    [Fact]
    public void The_key_of_the_index_changes_with_a_text_a_title_and_a_tag_and_with_nothing_else()
    {
        var name = NameOf(SearchTableTests.Site(""));
        Assert.Equal(name, NameOf(SearchTableTests.Site("")));
        Assert.Equal(name, NameOf(SearchTableTests.Site("").Add("-- content/static/x.txt --\nx\n")));
        string[] posts = [TestSite.Post("x.md", "새 글", "2020-01-01"), TestSite.Post("x.md", "새글", "2020-01-01"),
            TestSite.Post("x.md", "새 글", "2020-01-01", "tags: [하나]"), TestSite.Post("x.md", "새 글", "2020-01-01", body: "다른 글")];
        var names = posts.Select(post => NameOf(SearchTableTests.Site("").Add(post))).Append(name).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Paths_carry_the_base_path_and_columns_are_of_one_length()
    {
        var site = SearchTableTests.Site("").WithBaseUrl("https://example.com/blog/").Built();
        var index = Json(site, "search/posts.json");
        var titles = index.GetProperty("titles").GetArrayLength();
        foreach (var column in new[] { "paths", "days", "personOf", "categoryOf", "tagOf", "heads", "texts" })
            Assert.Equal(titles, index.GetProperty(column).GetArrayLength());
        Assert.All(index.GetProperty("paths").EnumerateArray(),
            path => Assert.StartsWith("/blog/", path.GetString(), StringComparison.Ordinal));
        Assert.Equal(20157, index.GetProperty("days")[0].GetInt32());
        Assert.Equal(-1, index.GetProperty("days")[titles - 1].GetInt32());
    }

    [Fact]
    public void Without_search_there_is_neither_index_nor_page_nor_link()
    {
        var site = SearchTableTests.Site("search: {enabled: false}").Built();
        Assert.DoesNotContain(site.Output.Files.Keys, file => file.StartsWith("search/", StringComparison.Ordinal));
        Assert.DoesNotContain("/search/", site["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_large_index_hold_every_word_once_in_order_and_below_their_firsts()
    {
        var random = new Random(5);
        var words = string.Join(' ', Enumerable.Range(0, 100_000)
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)random.Next('가', '힣'))])));
        var site = SearchTableTests.Site("search: {shard_above: 1000}").Add(TestSite.Post("long.md", "긴 글", "2020-01-01", body: words))
            .Built();
        var index = Json(site, "search/posts.json");
        var firsts = index.GetProperty("shards").EnumerateArray().Select(first => DubeolsikKeys.Of(first.GetString())).ToArray();
        Assert.True(firsts.Length > 1, "One part shows nothing.");
        var all = new List<string>();
        for (var part = 0; part < firsts.Length; part++)
        {
            var shard = Json(site, $"search/posts-{part}.json");
            Assert.Equal(index.GetProperty("keys")[part].GetString(), shard.GetProperty("key").GetString());
            var own = shard.GetProperty("words").EnumerateArray().Select(word => DubeolsikKeys.Of(word.GetString())).ToArray();
            Assert.Equal(own.Length, shard.GetProperty("posts").GetArrayLength());
            Assert.Equal(own[0], firsts[part]);
            all.AddRange(own);
        }

        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_text_that_changes_leaves_parts_as_they_were()
    {
        var random = new Random(7);
        var words = string.Join(' ', Enumerable.Range(0, 300_000)
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)random.Next('가', '힣'))])));
        var site = SearchTableTests.Site("search: {shard_above: 1000}").Add(TestSite.Post("long.md", "긴 글", "2020-01-01", body: words))
            .Built();
        var before = site.Output.Files.Where(file => file.Key.StartsWith("search/posts-", StringComparison.Ordinal)).ToDictionary();
        site.Add(TestSite.Post("long.md", "긴 글", "2020-01-01", body: words + " 바뀐 글")).Built();
        var changed = before.Count(file => !site.Output.Files[file.Key].AsSpan().SequenceEqual(file.Value));
        Assert.InRange(changed, 1, before.Count - 1);
    }

    [Fact]
    public void Postings_are_read_as_they_were_written()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var writer = new PostingsWriter();
            var (expected, read) = (new List<(int, int)>(), new List<(int, int)>());
            for (var post = random.Next(40); post < 20_000; post += 1 + random.Next(random.Next(2) == 0 ? 3 : 4000))
            {
                var positions = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(random.Next(2) == 0 ? 70 : 40_000)).Order()
                    .ToArray();
                foreach (var position in positions)
                    writer.Add(post, position);
                expected.AddRange(positions.Distinct().Select(position => (post, position)));
            }

            foreach (var place in PostingsReader.Places(writer.Written.Span))
                read.Add(place);
            Assert.Equal(expected, read);
            Assert.DoesNotContain((byte)'"', writer.Written.ToArray());
            Assert.DoesNotContain((byte)'\\', writer.Written.ToArray());
        }
    }

    static string NameOf(TestSite site)
    {
        site.Built();
        return Json(site, "search/index.json").GetProperty("index").GetString()!;
    }

    static JsonElement Json(TestSite site, string file) => JsonDocument.Parse(site[file]).RootElement;
}
