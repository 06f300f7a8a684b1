using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

/// <summary>Markup of other tools is told at its place, once for each kind, and never in code.</summary>
public sealed class ForeignMarkupTests
{
    const string Seen = "readers see it as it stands";

    [Theory]
    [InlineData("앞 {% raw %}글{% endraw %}", "6:3", "`{% raw %}` looks like a tag")]
    [InlineData("{%- include embed/youtube.html id='x' -%}", "6:1", "looks like a tag")]
    [InlineData("> {% codeblock lang:js %}", "6:3", "Write the code between two lines of ```.")]
    [InlineData("[글]({% post_url 2025-01-01-a %})", "6:5", "Link to the document by its file")]
    [InlineData("[소개]({{ site.baseurl }}/about/)", "6:6", "looks like a variable")]
    [InlineData("{{ '/a.png' | relative_url }}", "6:1", "looks like a variable")]
    [InlineData("{{ .Title }}", "6:1", "looks like a variable")]
    [InlineData("{{% notice %}}알림{{% /notice %}}", "6:1", "> [!NOTE]")]
    [InlineData(":::note\n알림\n:::", "6:1", "`:::note` is no callout")]
    [InlineData("::: warning 제목", "6:1", "is no callout")]
    [InlineData("!!! note", "6:1", "is no callout")]
    [InlineData("글 [[문서]] 글", "6:3", "`[[문서]]` is no link")]
    [InlineData("![[그림.png]]", "6:1", "is no picture")]
    [InlineData("[TOC]", "6:1", "is no table of contents")]
    [InlineData("@[youtube](abc)", "6:1", "embeds nothing")]
    [InlineData("![](a b.png)", "6:1", "Write ![](<a b.png>).")]
    [InlineData("[자료](/발표 자료 (1).pdf)", "6:1", "Write [자료](</발표 자료 (1).pdf>).")]
    [InlineData("![그림](a.png =300x200)", "6:1", "Write the size behind it: ![그림](a.png){width=300}.")]
    [InlineData("List<String> 형", "6:5", "Write `List<String>` between backquotes, or \\<String>.")]
    [InlineData("- Map<Key, Value>와 Set<T>", "6:23", "<T> is no element of HTML")]
    [InlineData("<YouTube id='x' />", "6:1", "<YouTube> is no element of HTML")]
    public void It_is_told_with_what_to_write_instead(string markdown, string place, string words)
    {
        var printed = Printed(markdown);
        Assert.StartsWith($"content/posts/a.md:{place}: warning markup-foreign: ", printed);
        Assert.Contains(words, printed);
    }

    [Theory]
    [InlineData("`{% raw %}` `[[a]]` `List<String>` `![](a b.png)`")]
    [InlineData("```\n{% raw %} {{ site.url }}\n:::note\n[[a]] List<String>\n```")]
    [InlineData("    {% raw %}\n    [[a]]")]
    [InlineData("<pre>{% raw %} {{ site.url }}</pre>")]
    [InlineData("{{ name }}에게 {{이름}}을 {% 10")]
    [InlineData("[글](https://a.kr/ \"이 글\") [글](https://a.kr/ '제목 둘') [[1]](https://a.kr/)")]
    [InlineData("[참고](아래 글을 보라) [[1, 2], [3]]")]
    [InlineData("<custom-element>가</custom-element> <Tabs>나</Tabs> <b>다</b><br><svg><Path /></svg>")]
    [InlineData("정말!!! note :: 글 ::: ")]
    public void Code_and_prose_are_left_alone(string markdown) => Assert.Equal("", Printed(markdown));

    [Fact]
    public void Each_kind_is_told_once() =>
        Assert.Equal(2, Printed("{% raw %} [[가]]\n\n{% raw %} {% endraw %} [[나]]").Split(Seen).Length - 1);

    static string Printed(string markdown)
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "", markdown)).Build();
        return string.Concat(site.Diagnostics.Sorted().Select(DiagnosticPrinter.Text));
    }
}
