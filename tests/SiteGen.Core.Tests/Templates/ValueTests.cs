using SiteGen.Core.Templates;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Functions, objects and lists of ours as templates see them.</summary>
public sealed class ValueTests
{
    static readonly TemplateFunction Show = new("show", [new("first"), new("second", true)], call =>
        $"{call.Text(0)},{call.Text(1) ?? "none"},{string.Join('+', call.Named.Select(one => $"{one.Key}={one.Value}"))}");

    static readonly TemplateFunction Any = new("any", [new("first"), new("second", true)], call =>
        $"{call.Text(0)},{call.Text(1) ?? "none"},{string.Join('+', call.Named.Select(one => $"{one.Key}={one.Value}"))}",
        takesNamed: true);

    static readonly TemplateFunction Refuse = new("refuse", [new("a"), new("b", true)], call =>
        call[1] is null ? throw call.Fail("not at all") : throw call.Fail(1, "not this one", "try another"));

    static Members Page(string title, int size) => new(("title", title), ("size", size));

    static Rendering Site() => new Rendering()
        .With("show", Show).With("any", Any).With("refuse", Refuse)
        .With("page", Page("제목", 3))
        .With("site", new Members(("page", Page("제목", 3)), ("posts", new ListView<int>([3, 1, 2], size => Page("글" + size, size)))))
        .With("tags", new ListView<object>(["a", "b", 3], one => one));

    [Theory]
    [InlineData("{{ show 1 }}", "1,none,")]
    [InlineData("{{ 1 | show 2 }}", "1,2,")]
    [InlineData("{{ show 1 second: 2 }}", "1,2,")]
    [InlineData("{{ show second: 2 first: 1 }}", "1,2,")]
    [InlineData("{{ show(1, 2) }}", "1,2,")]
    [InlineData("{{ any 1 x: 5 2 y: 6 }}", "1,2,x=5+y=6")]
    [InlineData("{{ 1 | any x: 5 }}", "1,none,x=5")]
    [InlineData("{{ [1, 2] | array.each @show | array.join ';' }}", "1,none,;2,none,")]
    public void Arguments_come_by_place_by_name_and_through_pipes(string template, string expected) =>
        Assert.Equal(expected, Site().Output(template));

    [Theory]
    [InlineData("{{ refuse 1 }}", "page:1:4 not at all")]
    [InlineData("{{ refuse 1 22 }}", "page:1:13 not this one | try another")]
    [InlineData("{{ 'x' | refuse 22 }}", "page:1:17 not this one")]
    [InlineData("{{ 'x' | refuse b: 22 }}", "page:1:20 not this one")]
    [InlineData("{{ show }}", "page:1:")]
    [InlineData("{{ show 1 2 3 }}", "page:1:")]
    [InlineData("{{ any 1 2 3 }}", "page:1:12 Arguments of `any` have names.")]
    [InlineData("{{ page.title = 1 }}", "page:1:9 What the site hands to a template can't be changed by it.")]
    [InlineData("{{ page['title'] = 1 }}", "page:1:9 What the site hands")]
    [InlineData("{{ page.other = 1 }}", "page:1:9 What the site hands")]
    [InlineData("{{ page.size++ }}", "page:1:")]
    [InlineData("{{ tags[0] = 1 }}", "page:1:4 What the site hands")]
    [InlineData("{{ tags[9] = 1 }}", "page:1:4 What the site hands")]
    [InlineData("{{ site.posts[0].title = 1 }}", "page:1:18 What the site hands")]
    [InlineData("\n {{ page.titel }}", "page:2:10 There is no member `titel`. | Did you mean `title`?")]
    [InlineData("{{ for p in site.posts }}\n{{ p.titel }}{{ end }}", "page:2:6 There is no member `titel`.")]
    [InlineData(
        "{{ missing.title }}",
        "page:1:12 This member can't be read or set. | Write `missing?.title` where `missing` may be missing.")]
    public void A_failure_points_at_its_place(string template, string expected) =>
        Assert.StartsWith(expected, Site().Error(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ page.title }} {{ page['title'] }} {{ page.size }} {{ page?.titel }}|{{ missing?.title }}|", "제목 제목 3 ||")]
    [InlineData("{{ page }}", "{title: &quot;제목&quot;, size: 3}")]
    [InlineData("{{ tags }}", "[&quot;a&quot;, &quot;b&quot;, 3]")]
    [InlineData("{{ for kv in page; kv.key; kv.value; end }}", "title제목size3")]
    [InlineData(
        "{{ page | object.keys | array.join ' ' }} {{ page | object.size }} {{ page | object.has_key 'title' }}",
        "title size 2 true")]
    [InlineData("{{ page | object.values | array.join ' ' }} {{ page | object.typeof }} {{ tags | object.typeof }}",
        "제목 3 object array")]
    [InlineData(
        "{{ {a: page, b: tags} | object.to_json }}",
        "{&quot;a&quot;:{&quot;title&quot;:&quot;\\uC81C\\uBAA9&quot;,&quot;size&quot;:3},&quot;b&quot;:[&quot;a&quot;,&quot;b&quot;,3]}")]
    [InlineData("{{ tags.size }}{{ tags[-1] }}{{ tags[7] }}{{ for t in tags; t; end }}", "33ab3")]
    [InlineData(
        "{{ tags | array.join '/' }} {{ tags | array.first }} {{ tags | array.last }} {{ tags | array.contains 'b' }}",
        "a/b/3 a 3 true")]
    [InlineData(
        "{{ tags | array.add 4 | array.size }} {{ tags | array.concat tags | array.size }} {{ tags + [1] | array.size }} {{ tags.size }}",
        "4 6 4 3")]
    [InlineData("{{ for p in site.posts | array.limit 2; p.size; end }}", "31")]
    [InlineData("{{ for p in site.posts | array.sort 'size'; p.title; end }}", "글1글2글3")]
    [InlineData("{{ for p in site.posts | array.reverse; p.size; end }} {{ site.posts | array.map 'size' | array.join ',' }}", "213 3,1,2")]
    [InlineData("{{ for p in site.posts | array.filter @(do; ret $0.size > 1; end); p.size; end }}", "32")]
    [InlineData(
        "{{ for p in site.posts limit: 1 offset: 1; p.size; for.index; end }} {{ for p in site.posts reversed; p.size; end }}",
        "10 213")]
    [InlineData(
        "{{ site.posts | array.offset 1 | array.size }} {{ (site.posts | array.first).title }} {{ site.posts[1].title }}",
        "2 글3 글1")]
    [InlineData("{{ x = page; x.title }} {{ l = [page, page]; l[1].title }} {{ page == page }}", "제목 제목 true")]
    public void Objects_and_lists_do_what_the_language_says(string template, string expected) =>
        Assert.Equal(expected, Site().Output(template));

    [Fact]
    public void Pages_of_a_site_are_objects_and_lists_as_well()
    {
        var site = TestSite.Bare(
            "-- content/theme/layouts/list.sbn-html --\n{{ site.posts | array.map 'title'"
            + " | array.join ',' }} {{ for p in site.posts"
            + " | array.limit 1 }}{{ p.date.year }}{{ p?.nope }}{{ end }} {{ (site.posts | array.first) == site.posts[0] }}",
            TestSite.Post("a.md", "하나", "2025-01-24"), TestSite.Post("b.md", "둘", "2025-01-25")).Built();
        Assert.Equal("둘,하나 2025 true", site["index.html"].Trim());
    }
}
