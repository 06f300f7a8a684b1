using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.Templates;

public sealed class EscapingTests
{
    static string Render(string source) =>
        new Rendering().Partial("i", "<u>{{ $v }}</u>").With("t", "<a href=\"x\">'&</a>").With("h", Html.Of("<b>&amp;</b>")).Output(source);

    const string Escaped = "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;";

    [Theory]
    [InlineData("{{ t }}", Escaped)]
    [InlineData("<p>{{ t }}</p>", "<p>" + Escaped + "</p>")]
    [InlineData("  {{ t }}", "  " + Escaped)]
    [InlineData("{{ h }}", "<b>&amp;</b>")]
    [InlineData("{{ h + h }}", "<b>&amp;</b><b>&amp;</b>")]
    [InlineData("{{ h + '<' }}", "&lt;b&gt;&amp;amp;&lt;/b&gt;&lt;")]
    [InlineData("{{ '<' + h }}", "&lt;&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("{{ '<' + 1 + '>' }}", "&lt;1&gt;")]
    [InlineData("{{ h | html.escape }}", "<b>&amp;</b>")]
    [InlineData("{{ t | html.escape }}", Escaped)]
    [InlineData("{{ x = t | html.escape; x }}", Escaped)]
    [InlineData("{{ (t | html.escape) + '<' }}", "&amp;lt;a href=&amp;quot;x&amp;quot;&amp;gt;&amp;#39;&amp;amp;&amp;lt;/a&amp;gt;&lt;")]
    [InlineData("{{ h | string.upcase }}", "&lt;B&gt;&amp;AMP;&lt;/B&gt;")]
    [InlineData("{{ h | html.strip }}", "&amp;amp;")]
    [InlineData("{{ '<\n>' | html.newline_to_br }}", "&lt;<br />\n&gt;")]
    [InlineData("{{ h | html.newline_to_br }}", "<b>&amp;</b>")]
    [InlineData("{{ '<' | html.url_encode }}", "%3C")]
    [InlineData("{{ \"'\" | html.url_escape }}", "&#39;")]
    [InlineData("{{ capture c }}<i>{{ t }}</i>{{ end }}{{ c }}", "<i>" + Escaped + "</i>")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c + '<' }}", "&lt;i&gt;&lt;")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c | html.escape }}", "<i>")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c | string.upcase }}", "&lt;I&gt;")]
    [InlineData("{{ include 'i' v: t }}", "<u>" + Escaped + "</u>")]
    [InlineData("{{ x = include 'i' v: t; x }}", "<u>" + Escaped + "</u>")]
    [InlineData("{{ (include 'i' v: 'w') + '<' }}", "&lt;u&gt;w&lt;/u&gt;&lt;")]
    [InlineData("{{ (include 'i' v: t) + h }}", "<u>" + Escaped + "</u><b>&amp;</b>")]
    [InlineData("{{ include_join ['i', 'i'] t h 'tpl:i' v: '<' }}", "<b>&amp;</b><u>&lt;</u>" + Escaped + "<u>&lt;</u><u>&lt;</u>")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c + c }}", "<i><i>")]
    [InlineData("{{ h * 2 }}", "&lt;b&gt;&amp;amp;&lt;/b&gt;&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("{{ [h, t] | array.join ' ' }}", "&lt;b&gt;&amp;amp;&lt;/b&gt; " + Escaped)]
    [InlineData("{{ t | string.append h }}", Escaped + "&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("{{ h | object.to_json }}", "&quot;\\u003Cb\\u003E\\u0026amp;\\u003C/b\\u003E&quot;")]
    [InlineData("{{ tablerow i in [t] }}{{ i }}{{ end }}", "<tr class=\"row1\"><td class=\"col1\">" + Escaped + "</td></tr>\n")]
    [InlineData("{{ x = t; x += t; x }}", Escaped + Escaped)]
    [InlineData("{{ include_join ['i', 'i'] '<' }}", "<u></u>&lt;<u></u>")]
    [InlineData("{{ func f }}<s>{{ t }}</s>{{ end }}{{ f }}", "<s>" + Escaped + "</s>")]
    [InlineData("{{ func f; ret '<s>'; end; f }}", "&lt;s&gt;")]
    [InlineData("{{ func f; ret h; end; f }}", "<b>&amp;</b>")]
    [InlineData("{{ func w }}<s>{{ $$ }}</s>{{ end }}{{ wrap w }}{{ t }}{{ end }}", "<s>" + Escaped + "</s>")]
    [InlineData("{{ t ? h : t }}{{ h ?? t }}{{ null ?? t }}", "<b>&amp;</b><b>&amp;</b>" + Escaped)]
    [InlineData("{{ $'{h}' }}", "&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("{{ ['<'] }}", "[&quot;&lt;&quot;]")]
    [InlineData("{{ {a: '<'} }}", "{a: &quot;&lt;&quot;}")]
    [InlineData("{{ for c in '<>'; c; end }}", "&lt;&gt;")]
    [InlineData("{{ ret t }}", Escaped)]
    [InlineData("{{ 1.5 }}{{ true }}{{ -3 }}", "1.5true-3")]
    [InlineData("{{ h == '<b>&amp;</b>' }}{{ h == h }}", "truetrue")]
    [InlineData("{{ t | object.eval_template }}", Escaped)]
    [InlineData("{{ '{{ t }}' | object.eval_template }}", Escaped)]
    public void Printed_text_is_escaped_unless_it_is_html_by_type(string source, string expected) => Assert.Equal(expected, Render(source));

    [Fact]
    public void Html_put_into_objects_and_lists_stays_html() =>
        Assert.Equal("<b>&amp;</b><b>&amp;</b>", Render("{{ o = {a: h}; o.a; l = [h]; l[0] }}"));

    [Fact]
    public void What_is_no_html_is_printed_as_it_is() =>
        Assert.Equal(
            "<b><&lt;b&gt;",
            new Rendering { EscapesHtml = false }.With("h", Html.Of("<b>")).Output("{{ h + '<' }}{{ '<b>' | html.escape }}"));
}
