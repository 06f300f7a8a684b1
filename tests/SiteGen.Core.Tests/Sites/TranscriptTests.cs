namespace SiteGen.Core.Tests.Sites;

/// <summary>Generated interviews, whose number of turns is known.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void Interviews_have_as_many_turns_as_lines_that_name_a_speaker()
    {
        var posts = Transcripts.Make(90).ToArray();
        var site = Transcripts.Site(posts).Built();
        Assert.Equal(30, posts.Count(post => post.Turns > 0));
        Assert.All(posts, post => Assert.Equal(post.Turns, site.Page($"posts/{post.Slug}/index.html").QuerySelectorAll(".turn").Length));
    }

    [Fact]
    public void A_check_of_them_finds_only_that_the_seeds_spell_a_name_in_two_ways()
    {
        var site = Transcripts.Site(Transcripts.Make(60));
        Assert.NotNull(SiteCheck.Run(site.Files, site.Options, site.Diagnostics));
        Assert.All(site.Diagnostics.Sorted(), found => Assert.Equal("name-spelling", found.Rule));
    }
}
