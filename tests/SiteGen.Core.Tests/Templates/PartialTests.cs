using SiteGen.Core.Templates;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

public sealed class PartialTests
{
    const string Counter = "{{ func tick; calls = (calls ?? 0) + 1; ret calls; end }}";

    static Rendering Site() => new Rendering()
        .Partial("show", "[{{ $.n }}{{ $n }}]")
        .Partial("lines", "<p>\n{{ $n }}\n</p>\n")
        .Partial("outer", "({{ partial 'show' n: $n }})")
        .Partial("leaves", "a{{ ret 7 }}b")
        .Partial("fails", "\n{{ 1 // 0 }}")
        .Partial("two", "{{ partial 'fails' }}")
        .Partial("three", "\n\n  {{ x = partial 'two' }}");

    [Theory]
    [InlineData("{{ partial 'show' n: tick }}{{ calls }}", "[11]1")]
    [InlineData("{{ x = partial 'show' n: tick; x }}{{ calls }}", "[11]1")]
    [InlineData("  {{ partial 'show' n: tick }}{{ calls }}", "  [11]1")]
    [InlineData("{{ include 'show' n: tick }}{{ calls }}", "[11]1")]
    [InlineData("{{ include_join ['show', 'show'] ',' n: tick }}{{ calls }}", "[11],[11]1")]
    public void Named_arguments_are_evaluated_once(string template, string expected) =>
        Assert.Equal(expected, Site().Output(Counter + template));

    [Theory]
    [InlineData("{{ partial 'outer' n: '<' }}", "([&lt;&lt;])")]
    [InlineData("{{ 'show' | partial n: 1 }}", "[11]")]
    [InlineData("{{ 'show' | partial }}", "[]")]
    [InlineData("{{ partial 'show' n: 1 | string.size }}", "4")]
    [InlineData("{{ capture c; partial 'show' n: '<'; end }}{{ c }}{{ c }}", "[&lt;&lt;][&lt;&lt;]")]
    [InlineData("{{ func f(x); partial 'show' n: x; end }}{{ f '<' }}{{ y = f 2; y }}", "[&lt;&lt;][22]")]
    [InlineData("{{ for i in 1..2; partial 'show' n: i; end }}", "[11][22]")]
    [InlineData("{{ if (partial 'show' n: 1) == '[11]'; 'yes'; end }}", "yes")]
    [InlineData("{{ partial 'leaves' }}|", "a7|")]
    [InlineData("{{ n = 5; partial 'show' }}", "[]")]
    [InlineData("  {{ partial 'lines' n: 1 }}", "  <p>\n  1\n  </p>\n")]
    [InlineData("  {{ x = partial 'lines' n: 1; x }}", "  <p>\n1\n</p>\n")]
    public void Partials_stand_wherever_a_value_does(string template, string expected) => Assert.Equal(expected, Site().Output(template));

    [Fact]
    public void A_failure_names_the_calls_on_its_way() => Assert.Equal(
        "fails:2:6 This operator doesn't work on these values. | Scriban says: Attempted to divide by zero. at fails:2:6"
        + " | included from here at two:1:4 | included from here at three:3:10 | included from here at page:2:4",
        Site().Error("\n{{ partial 'three' }}"));

    [Fact]
    public void A_failure_names_the_calls_through_cached_partials_and_shortcodes()
    {
        var site = TestSite.Bare(
            "-- themes/bare/shortcodes/box.sbn-html --\n{{ partial_cached 'one' }}",
            "-- themes/bare/partials/one.sbn-html --\n{{ partial 'two' }}",
            "-- themes/bare/partials/two.sbn-html --\n\n{{ x = partial 'three' }}",
            "-- themes/bare/partials/three.sbn-html --\n\n\n{{ 1 // 0 }}",
            TestSite.Post("a.md", "글", "2025-01-24") + "\n\n{{< box >}}\n").Build();
        var error = Assert.Single(site.Diagnostics.Sorted());
        const string partials = "themes/bare/partials/";
        Assert.Equal(
            $"{partials}three.sbn-html:3:6 This operator doesn't work on these values."
            + $" | Scriban says: Attempted to divide by zero. at {partials}three.sbn-html:3:6"
            + $" | included from here at {partials}two.sbn-html:2:8 | included from here at {partials}one.sbn-html:1:4"
            + $" | included from here at themes/bare/shortcodes/box.sbn-html:1:4 | called here at content/posts/a.md:9:1",
            Rendering.Shown(error));
    }

    [Theory]
    [InlineData(
        "{{ x = 1; $y = 2; date.format = '%Y'; func f; end; capture c }}a{{ end }}{{ ['a', 'b'] | array.cycle }}",
        "{{ x }}{{ $y }}{{ c }}{{ ['a', 'b'] | array.cycle }}{{ date.parse '2024-01-15' }}",
        "a15 Jan 2024")]
    [InlineData("{{ $y = 2 }}", "{{ $y }}{{ y }}", "")]
    [InlineData("{{ partial 'show' n: 3 }}", "{{ $n }}{{ n }}{{ $ }}", "")]
    public void A_context_brings_nothing_of_a_page_into_the_next(string first, string second, string expected)
    {
        var pool = Site().Pool();
        var context = pool.Rent();
        var error = context.Render(Rendering.Parsed(first));
        if (error is null)
            pool.Return(context);
        var next = pool.Rent();
        Assert.Null(next.Render(Rendering.Parsed(second)));
        Assert.Equal(expected, next.Printed.ToString());
    }

    [Theory]
    [InlineData("{{ string.foo = 1 }}")]
    [InlineData("{{ string.upcase = 1 }}")]
    [InlineData("{{ date.now = 1 }}")]
    [InlineData("{{ math.plus = 3 }}")]
    [InlineData("{{ date.foo = 3 }}")]
    [InlineData("{{ import {upcase: 1} }}{{ string['foo'] = 1 }}")]
    public void Names_of_the_language_can_not_be_changed(string template)
    {
        Assert.StartsWith("page:1:", Site().Error(template), StringComparison.Ordinal);
        Assert.Equal("A3", Site().Output("{{ 'a' | string.upcase }}{{ 1 | math.plus 2 }}{{ string.foo }}"));
    }

    [Fact]
    public void One_template_renders_on_many_threads_at_once()
    {
        var template = Rendering.Parsed("{{ for i in (1..50) }}{{ if i % 2 == 0; x = i; end }}{{ x }}"
            + "{{ o = {n: i}; o.n | math.plus 1 }},{{ partial 'outer' n: i }}{{ end }}");
        var pool = Site().Pool();
        string Once()
        {
            var context = pool.Rent();
            Assert.Null(context.Render(template));
            var output = context.Printed.ToString();
            pool.Return(context);
            return output;
        }

        var expected = Once();
        Parallel.For(0, 64, _ => Assert.Equal(expected, Once()));
    }
}
