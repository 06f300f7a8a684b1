namespace SiteGen.Core.Tests.Sites;

public sealed class DeterminismTests
{
    [Fact]
    public void One_thread_and_many_write_the_same_bytes()
    {
        var one = Corpus.Maru(40);
        one.Options = one.Options with { Parallelism = 1 };
        var many = Corpus.Maru(40);
        many.Options = many.Options with { Parallelism = 8 };
        AssertSame(one.Built(), many.Built());
    }

    [Fact]
    public void The_day_of_the_build_changes_nothing()
    {
        var today = Corpus.Maru(10);
        var later = Corpus.Maru(10);
        later.Options = later.Options with { Now = later.Options.Now.AddDays(1000) };
        AssertSame(today.Built(), later.Built());
    }

    [Fact]
    public void A_second_build_writes_nothing_and_a_changed_post_only_what_shows_it()
    {
        var site = Corpus.Maru(30).Built();
        site.Built();
        Assert.Equal(0, site.Report!.Counts!.Written);
        site.Add(TestSite.Post("post-7.md", "바뀐 제목", "2024-10-18 12:30", "tags: [AGI, 모두]\ncategories: [에세이]\n")).Built();
        Assert.InRange(site.Report!.Counts!.Written, 5, site.Report.Counts.Unchanged);
        var clean = Corpus.Maru(30).Add(TestSite.Post("post-7.md", "바뀐 제목", "2024-10-18 12:30", "tags: [AGI, 모두]\ncategories: [에세이]\n")).Built();
        AssertSame(clean, site);
    }

    [Fact]
    public void A_post_that_is_gone_leaves_nothing_behind()
    {
        var site = Corpus.Maru(12).Built();
        site.Files.Remove("content/posts/post-11.md");
        site.Add(TestSite.Post("post-10.md", "이제 끝", "2024-10-26 00:30")).Built();
        Assert.True(site.Report!.Counts!.Deleted > 0);
        Assert.DoesNotContain("posts/post-11/index.html", site.Output.Files.Keys);
    }

    static void AssertSame(TestSite expected, TestSite actual) => TestSite.AssertSame(expected.Output, actual.Output);
}
