namespace SiteGen.Scriban.Tests;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("{{ func g; for i in 1..2; i; end; end; func f(a); g; end; f 1 }}", "12")]
    [InlineData("{{ func g; for i in 1..2; h; end; end; func h; i; end; func f(a); g; end; f 1 }}", "12")]
    [InlineData("{{ func g; for i in 1..2; for.index; end; end; func f(a); g; end; f 1 }}", "01")]
    [InlineData("{{ func g; y = 7; end; func f(a); g; y; end; f 1; y }}", "77")]
    [InlineData("{{ func g; i; end; func f(a); for i in 1..2; g; end; end; f 1 }}|", "|")]
    [InlineData("{{ func g(b); a; end; func f(a); g 1; end; f 5 }}|", "|")]
    [InlineData("{{ func f(a); h = do; a; end; h; end; f 5 }}", "5")]
    [InlineData("{{ func f(a); [1, 2] | array.each @(do; ret $0 + a; end); end; f 5 }}", "[6, 7]")]
    [InlineData("{{ for x in 1..2; with {x: 9}; x; end; end }}", "99")]
    [InlineData("{{ with {x: 9}; for x in 1..2; x; end; x; end }}", "129")]
    [InlineData("{{ func f(x); for x in 1..2; x; end; x; end; f 9 }}", "129")]
    [InlineData("{{ func f(a); with {}; y = 2; y; end; y; end; f 1 }}|", "2|")]
    [InlineData("{{ func f(n); if n > 0; f(n - 1); end; n; end; f 3 }}", "0123")]
    [InlineData("{{ func f(n); for i in (1..n); if n > 1; f(n - 1); end; i; end; end; f 2 }}", "1112")]
    public void Names_are_found_where_the_language_says(string source, string expected)
    {
        var context = new RenderContext(TemplateOptions.Default);
        TemplateError? error = Template.Parse(source).Render(context);
        Assert.Null(error);
        Assert.Equal(expected, context.Output.ToString());
    }
}
