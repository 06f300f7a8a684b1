namespace SiteGen.Core.Tests.Markup;

/// <summary>What is nested too deep, and what leads into the author's own computer, is an error at its place.</summary>
public sealed class MarkdownLimitTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<div><b></div>")]
    [InlineData("<p><font>")]
    [InlineData("<section>\n\n")]
    public void HTML_without_end_tags_is_an_error_where_it_is_too_deep(string piece) =>
        Assert.Contains("error markdown-depth: HTML elements", Printed("글\n\n" + string.Concat(Enumerable.Repeat(piece, 600))));

    [Theory]
    [InlineData("<div>가</div>")]
    [InlineData("<p>")]
    [InlineData("<br>")]
    [InlineData("<li>")]
    [InlineData("<img src='https://a.kr/x.png'>")]
    [InlineData("<!-- <div> -->")]
    [InlineData("<svg><path /></svg>")]
    [InlineData("<div><span></div>")]
    public void HTML_of_any_length_is_none(string piece) =>
        Assert.DoesNotContain("markdown-depth", Printed(string.Concat(Enumerable.Repeat(piece, 600))));

    [Theory]
    [InlineData("[글](file:///home/a/b.pdf)", "file:")]
    [InlineData("![그림](blob:https://a.kr/1)", "blob:")]
    [InlineData("<file:///c:/a.txt>", "file:")]
    [InlineData("<img src=\"FILE:///a.png\">", "file:")]
    [InlineData("![그림](C:/Users/a.png)", "C:")]
    [InlineData("[글](filesystem:https://a.kr/x)", "filesystem:")]
    public void An_address_of_the_author_s_computer_is_an_error(string markdown, string scheme) =>
        Assert.Contains($"error link-scheme: An address that begins with {scheme} leads into your own computer", Printed(markdown));

    static string Printed(string markdown)
    {
        MarkdownCase.TryRender(markdown, out var printed);
        return printed;
    }
}
