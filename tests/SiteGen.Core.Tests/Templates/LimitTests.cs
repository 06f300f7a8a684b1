using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Nothing that a theme writes runs without end or fills the memory; the error says where.</summary>
public sealed class LimitTests
{
    const long MostAllocated = 2000L << 20;

    static readonly Rendering Templates = new Rendering()
        .Partial("self", "{{ partial 'self' }}")
        .Partial("value", "{{ x = partial 'value' }}")
        .Partial("there", "{{ partial 'back' }}")
        .Partial("back", "\n{{ include 'there' }}")
        .Partial("big", new string('x', 65536));

    static string ErrorOf(string template)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Templates.Error(template);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, template);
        return error;
    }

    [Theory]
    [InlineData("{{ while true; end }}", "page:1:4 The loops and calls of this page take more than 3000000 steps.")]
    [InlineData("{{ x = 'ab'; while true; x = x + x; end }}", "page:1:30 This operator")]
    [InlineData("{{ x = [1]; while true; x = x + x; end }}", "page:1:29 The texts and lists")]
    [InlineData("{{ x = 'ab' * 8000000; while true; x; end }}", "This page is larger than 64 MB.")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}", "Regular expressions take longer than 2 seconds")]
    public void What_has_no_end_ends(string template, string expected) =>
        Assert.Contains(expected, ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "{{ while true; end }}",
        "page:1:4 The loops and calls of this page take more than 3000000 steps. | Does a loop run without end?")]
    [InlineData("{{ for i in 1..5000; for j in 1..5000; end; end }}", "page:1:22 The loops and calls of this page")]
    [InlineData("{{ tablerow i in 1..3000; for j in 1..3000; end; end }}", "page:1:27 The loops and calls of this page")]
    [InlineData("{{ (1..9000000) | array.size }}", "page:1:6 ")]
    [InlineData("{{ func f(n); if n > 0; f(n - 1); f(n - 1); end; end; f 90 }}", "page:1:25 The loops and calls of this page")]
    [Trait("Category", "Slow")]
    public void What_takes_too_many_steps_ends_at_its_place(string template, string expected) =>
        Assert.Contains(expected, ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ func f; f; end; f }}", "page:1:12 This is nested too deeply. | Does a function call itself without end?")]
    [InlineData("{{ f(n) = f(n + 1); f 0 }}", "page:1:11 This is nested too deeply.")]
    [InlineData("{{ func f; g; end; func g; f; end; g }}", "This is nested too deeply.")]
    [InlineData(
        "{{ partial 'self' }}",
        "self:1:4 Templates are nested too deeply here: 100 levels are the limit. | Does a partial call itself? | included from "
        + "here at self:1:4")]
    [InlineData("{{ partial 'value' }}", "value:1:8 Templates are nested too deeply here")]
    [InlineData(
        "{{ partial 'there' }}",
        "Templates are nested too deeply here: 100 levels are the limit. | Does a partial call itself? | included from here at back:2:4 |")]
    [InlineData("{{ x = 'x | object.eval'; x | object.eval }}", "page:1:27 ")]
    [InlineData("{{ x = '{{ x | object.eval_template }}'; x | object.eval_template }}", "page:1:42 ")]
    [InlineData("{{ a = []; a[0] = a; a }}", "page:1:1 The value holds itself, or is nested more than 20 deep.")]
    [InlineData("{{ a = {}; a.b = a; a | object.to_json }}", "page:1:21 The value holds itself")]
    [InlineData("{{ a = []; a[0] = a; a == a }}", "page:1:24 ")]
    public void What_calls_or_holds_itself_ends_at_its_place(string template, string expected) =>
        Assert.Contains(expected, ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "{{ s = 'a' * 15000000; l = []; for i in 1..10000; l[i] = s + i; end }}",
        "page:1:58 The texts and lists that this page builds take more than 256 MB.")]
    [InlineData("{{ x = 'ab'; while true; x = x + x; end }}", "page:1:30 This operator")]
    [InlineData("{{ x = [1]; while true; x = x + x; end }}", "page:1:29 The texts and lists")]
    [InlineData("{{ x = [1]; while true; x += x; end }}", "page:1:25 The texts and lists")]
    [InlineData("{{ x = [1]; while true; x = [x | array.concat [1]]; end }}", "page:1:47 The texts and lists")]
    [InlineData("{{ x = []; while true; x[x.size] = [1]; end }}", "page:1:36 The texts and lists")]
    [InlineData("{{ x = []; while true; x[x.size] = {a: 1}; end }}", "page:1:36 The texts and lists")]
    [InlineData("{{ x = []; while true; x[x.size] = partial 'big'; end }}", "page:1:36 The texts and lists")]
    [InlineData("{{ x = 'ab' * 1000000; while true; y = x | string.split 'a'; end }}", "The texts and lists")]
    [InlineData("{{ x = 'ab' * 1000000; while true; y = $'{x}{x}'; end }}", "page:1:40 The texts and lists")]
    [InlineData("{{ x = 'ab' * 1000000; while true; y = x | html.escape; end }}", "The texts and lists")]
    [InlineData(
        "{{ capture y; while true }}0123456789012345678901234567890123456789012345678901234567890123456789{{ end; end }}",
        "The texts and lists")]
    [Trait("Category", "Slow")]
    public void What_builds_too_much_ends_at_its_place(string template, string expected) =>
        Assert.Contains(expected, ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ x = [1,2]; while true; x = x * 2; end }}")]
    [InlineData("{{ 'x' | string.pad_left 2000000000 }}")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}")]
    [InlineData("{{ 'x' * 2000000000 }}")]
    [InlineData("{{ 79228162514264337593543950335m + 1m }}")]
    public void What_multiplies_ends(string template) => Assert.StartsWith("page:1:", ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ x = [1,2]; while true; x = x | array.concat x; end }}")]
    [InlineData("{{ x = [1,2]; while true; x = x | array.add x; end }}")]
    [InlineData("{{ x = [1,2]; while true; x *= 2; end }}")]
    [InlineData("{{ o = {}; for i in 1..3000000; o['k' + i] = i; end }}")]
    [InlineData("{{ x = []; while true; capture y }}a line of text{{ end; x[x.size] = y; end }}")]
    [InlineData("{{ x = 3; while true; x = x * x; end }}")]
    [InlineData("{{ x = 3; while true; x = x << 1000000; end }}")]
    [InlineData("{{ x = 'ab'; while true; x = x * 1000; end }}")]
    [InlineData("{{ x = 'ab' * 1000000; x | string.replace 'a' x }}")]
    [InlineData("{{ x = 'ab' * 1000000; x | regex.replace 'a' x }}")]
    [InlineData("{{ 'x' | string.pad_right 2000000000 }}")]
    [InlineData("{{ [] | array.insert_at 2000000000 1 }}")]
    [InlineData("{{ x = 'ab' * 100000; (1..1000) | array.join x }}")]
    [InlineData("{{ 5 | math.format 'D999999999' }}")]
    [InlineData("{{ x = [[[1]]]; while true; x = [x, x, x]; end }}")]
    [InlineData("{{ x = [1]; for i in 1..18; x = [x, x, x]; end; x | object.to_json }}")]
    [InlineData("{{ date.parse '9999-12-31' | date.add_days 5 }}")]
    [Trait("Category", "Slow")]
    public void What_multiplies_in_many_ways_ends(string template) =>
        Assert.StartsWith("page:1:", ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ while true }}0123456789012345678901234567890123456789012345678901234567890123456789{{ end }}")]
    [InlineData("{{ x = 'ab' * 8000000; while true; x; end }}")]
    [InlineData("{{ while true; partial 'big'; end }}")]
    [InlineData("{{ func f; while true; partial 'big'; end; end; x = f() }}")]
    [Trait("Category", "Slow")]
    public void Output_without_end_ends(string template) =>
        Assert.Contains("This page is larger than 64 MB.", ErrorOf(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}")]
    [InlineData("{{ for i in 1..100000; 'aaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$'; end }}")]
    [InlineData("{{ for i in 1..100000; partial 'medium'; end }}")]
    [Trait("Category", "Slow")]
    public void Regular_expressions_share_the_time_of_a_page(string template)
    {
        Templates.Partial("medium", "{{ 'aaaaaaaaaaaaaaaaa!' | regex.replace '^(a+)+$' '' }}");
        Assert.Contains("Regular expressions take longer than 2 seconds on this page.", ErrorOf(template), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ a = []; for i in 1..3000; a = a | array.concat [1]; if a.size > 5; a = []; end; end; a | array.size }}", "0")]
    [InlineData("{{ a = [1]; for i in 1..5000; a = a | array.reverse; end; a | array.size }}", "1")]
    [InlineData("{{ f(n) = n < 1 ? 0 : 1 + f(n - 1); f 98 }}", "98")]
    [InlineData("{{ x = []; for i in 1..100000; x[x.size] = i; end; x.size }}", "100000")]
    public void What_is_merely_large_is_rendered(string template, string expected) => Assert.Equal(expected, Templates.Output(template));

    [Fact]
    public void The_limits_of_one_page_are_not_those_of_the_next()
    {
        var context = Templates.Context();
        var template = Rendering.Parsed("{{ x = 'a' * 15000000; y = x + 'b'; for i in 1..1000000; end }}");
        for (var i = 0; i < 5; i++)
            Assert.Null(context.Render(template));
    }

    [Theory]
    [InlineData("footer", "{{ partial_cached 'footer' }}", "themes/bare/partials/footer.sbn-html:1:4")]
    [InlineData("footer", "{{ partial 'other' }}", "themes/bare/partials/footer.sbn-html:1:4 Templates are nested too deeply")]
    [InlineData("footer", "{{ page = site.posts[0]; page.content }}", "content/posts/a.md:9:1 The shortcode `again` asks for the text")]
    public void Cached_partials_and_shortcodes_that_call_themselves_end_at_their_place(string name, string text, string place)
    {
        var site = TestSite.Bare(
            "-- content/theme/layouts/post.sbn-html --\n{{ partial_cached 'footer' }}",
            $"-- themes/bare/partials/{name}.sbn-html --\n{text}",
            "-- themes/bare/partials/other.sbn-html --\n{{ x = partial_cached 'footer' }}",
            "-- themes/bare/shortcodes/again.sbn-html --\n{{ partial_cached 'footer' }}",
            TestSite.Post("a.md", "글", "2025-01-24") + "\n\n{{< again >}}\n").Build();
        var errors = site.Diagnostics.Sorted().Where(found => found.Severity == Severity.Error).ToArray();
        Assert.Contains(errors, found => Rendering.Shown(found).StartsWith(place, StringComparison.Ordinal));
    }
}
