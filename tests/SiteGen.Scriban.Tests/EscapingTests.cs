namespace SiteGen.Scriban.Tests;

public sealed class EscapingTests
{
    static readonly TemplateOptions Escaping = new() { EscapeHtml = true };

    static string Render(string source, Action<ScriptObject>? fill = null)
    {
        var context = new RenderContext(Escaping) { Loader = new Includes() };
        context.Globals.Set("t", "<a href=\"x\">'&</a>");
        context.Globals.Set("h", Value.Html("<b>&amp;</b>"));
        fill?.Invoke(context.Globals);
        TemplateError? error = Template.Parse(source).Render(context);
        Assert.Null(error);
        return context.Output.ToString();
    }

    const string Escaped = "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;";

    [Theory]
    [InlineData("{{ t }}", Escaped)]
    [InlineData("<p>{{ t }}</p>", "<p>" + Escaped + "</p>")]
    [InlineData("  {{ t }}", "  " + Escaped)]
    [InlineData("{{ h }}", "<b>&amp;</b>")]
    [InlineData("{{ h + h }}", "<b>&amp;</b><b>&amp;</b>")]
    [InlineData("{{ h + '<' }}", "<b>&amp;</b>&lt;")]
    [InlineData("{{ '<' + h }}", "&lt;<b>&amp;</b>")]
    [InlineData("{{ '<' + 1 + '>' }}", "&lt;1&gt;")]
    [InlineData("{{ h | html.escape }}", "<b>&amp;</b>")]
    [InlineData("{{ t | html.escape }}", Escaped)]
    [InlineData("{{ x = t | html.escape; x }}", Escaped)]
    [InlineData("{{ (t | html.escape) + '<' }}", Escaped + "&lt;")]
    [InlineData("{{ h | string.upcase }}", "&lt;B&gt;&amp;AMP;&lt;/B&gt;")]
    [InlineData("{{ h | html.strip }}", "&amp;amp;")]
    [InlineData("{{ '<\n>' | html.newline_to_br }}", "&lt;<br />\n&gt;")]
    [InlineData("{{ h | html.newline_to_br }}", "<b>&amp;</b>")]
    [InlineData("{{ '<' | html.url_encode }}", "%3C")]
    [InlineData("{{ \"'\" | html.url_escape }}", "&#39;")]
    [InlineData("{{ capture c }}<i>{{ t }}</i>{{ end }}{{ c }}", "<i>" + Escaped + "</i>")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c + '<' }}", "<i>&lt;")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c | html.escape }}", "<i>")]
    [InlineData("{{ capture c }}<i>{{ end }}{{ c | string.upcase }}", "&lt;I&gt;")]
    [InlineData("{{ include 'i' v: t }}", "<u>" + Escaped + "</u>")]
    [InlineData("{{ x = include 'i' v: t; x }}", "<u>" + Escaped + "</u>")]
    [InlineData("{{ (include 'i' v: t) + '<' }}", "<u>" + Escaped + "</u>&lt;")]
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
    public void Without_the_option_html_is_text_like_any_other()
    {
        var context = new RenderContext(TemplateOptions.Default);
        context.Globals.Set("h", Value.Html("<b>"));
        Assert.Null(Template.Parse("{{ h + '<' }}{{ h | html.escape }}").Render(context));
        Assert.Equal("<b><&lt;b&gt;", context.Output.ToString());
    }

    sealed class Includes : ITemplateLoader
    {
        readonly Template _template = Template.Parse("<u>{{ $v }}</u>", "i");

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = [];
            return _template;
        }
    }
}
