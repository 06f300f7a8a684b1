using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Diagnostics;

public sealed class NearestNameTests
{
    static readonly string[] Keys = ["title", "description", "base_url", "language", "time_zone", "theme", "tags", "date", "draft"];

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Title", "title")]
    [InlineData("TITLE", "title")]
    [InlineData("baseurl", "base_url")]
    [InlineData("base-url", "base_url")]
    [InlineData("descripton", "description")]
    [InlineData("discreption", "description")]
    [InlineData("tag", "tags")]
    [InlineData("dates", "date")]
    [InlineData("drat", "draft")]
    [InlineData("language", "language")]
    public void A_typing_mistake_finds_its_name(string name, string nearest) => Assert.Equal(nearest, NearestName.Of(name, Keys));

    [Theory]
    [InlineData("author")]
    [InlineData("subtitle2")]
    [InlineData("time_zone_offset")]
    [InlineData("x")]
    [InlineData("")]
    public void A_far_name_finds_none(string name) => Assert.Null(NearestName.Of(name, [.. Keys, "ab"]));

    [Fact]
    public void Ties_do_not_depend_on_the_order_given()
    {
        Assert.Equal("bat", NearestName.Of("xat", ["cat", "bat"]));
        Assert.Equal("bat", NearestName.Of("xat", ["bat", "cat"]));
    }
}
