using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>What is the same on every page is evaluated once; what only looks like it is not.</summary>
public sealed class ConstantTests
{
    static string[] Pages(string layout, string[] more)
    {
        var site = TestSite.Bare([
            "-- themes/bare/layouts/post.sbn-html --\n" + layout,
            TestSite.Post("a.md", "가", "2025-01-24"), TestSite.Post("b.md", "나", "2025-01-25"), .. more]).Build();
        Assert.Empty(site.Printed);
        return [.. site.Output.Files.Keys.Where(path => path.StartsWith("posts/", StringComparison.Ordinal) && path != "posts/index.html")
            .Select(path => site[path].Trim()).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("{{ site.title }}", "시험", "시험")]
    [InlineData("{{ site.title | string.size }}{{ site.title + page.title }}", "2시험가", "2시험나")]
    [InlineData("{{ if site.title == '시험' }}{{ page.title }}{{ end }}", "가", "나")]
    [InlineData("{{ capture c }}{{ site.title }}{{ end }}{{ c }}{{ c.size }}", "시험2", "시험2")]
    [InlineData("{{ func f; site.title; end }}{{ x = f; x }}{{ f }}", "시험시험", "시험시험")]
    [InlineData("{{ site = {title: page.title}; site.title }}", "가", "나")]
    [InlineData("{{ with {site: {title: page.title}}; site.title; end }}", "가", "나")]
    [InlineData("{{ x = {site: {title: page.title}, y: site.title}; x.y }}", "가", "나")]
    [InlineData("{{ for site in [page]; site.title; end }}", "가", "나")]
    [InlineData("{{ func f(site); site.title; end; f page }}", "가", "나")]
    [InlineData("{{ this['site'] = page; site.title }}", "가", "나")]
    [InlineData("{{ import {site: page}; site.title }}", "가", "나")]
    [InlineData("{{ object.eval 'site = page'; site.title }}", "가", "나")]
    [InlineData("{{ object.eval_template '{{ site = page }}'; site.title }}", "가", "나")]
    [InlineData("{{ func t(key); page.title; end; t 'x' }}", "가", "나")]
    [InlineData("{{ url = page.title; url }}", "가", "나")]
    [InlineData("{{ partial 'who' }}", "시험가", "시험나", "-- themes/bare/partials/who.sbn-html --\n{{ site.title }}{{ page.title }}")]
    [InlineData("{{ site = page; partial 'who' }}", "가", "나", "-- themes/bare/partials/who.sbn-html --\n{{ site.title }}")]
    public void Pages_print_what_they_would_without(string layout, string first, string second, params string[] more) =>
        Assert.Equal([first, second], Pages(layout, more));
}
