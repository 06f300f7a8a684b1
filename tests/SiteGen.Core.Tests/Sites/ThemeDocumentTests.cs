using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

/// <summary>The theme's README is its contract: it names all there is, and is enough to make another theme.</summary>
public sealed class ThemeDocumentTests
{
    const string Theme = "themes/maru/";

    // Written with nothing at hand but the README: one layout for pages, one for lists, one for the indexes of taxonomies.
    const string Tiny = """
        -- themes/tiny/theme.yml --
        name: tiny
        api: 1
        options:
          greeting: {type: text, default: 안녕하세요, description: 첫인사}
        -- themes/tiny/i18n/ko.yml --
        posts_count: "글 {count}개"
        -- themes/tiny/assets/css/main.css --
        body { max-width: 40rem }
        -- themes/tiny/partials/link.sbn-html --
        <a href="{{ $.to.url }}">{{ $.to.title }}</a>
        -- themes/tiny/layouts/base.sbn-html --
        <!doctype html>
        <html lang="{{ site.language }}"><head><meta charset="utf-8"><title>{{ page.title }}</title><link rel="stylesheet" href="{{
        asset "css/main.css" }}">{{ page.json_ld }}</head>
        <body><header><a href="{{ site.url }}">{{ site.title }}</a> {{ site.theme.greeting }} {{
        for item in site.menu }}<a href="{{ item.url }}">{{ item.title }}</a>{{ end }}</header>
        <main>{{ content }}</main></body></html>
        -- themes/tiny/layouts/post.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>
        {{ if page.date }}<time datetime="{{ date_format page.date "datetime" }}">{{ date_format page.date }}</time>{{ end }}
        {{ if page.interview }}<ol class="questions">{{
        for question in page.interview.questions }}<li><a href="#{{ question.id }}">{{ question.text }}</a></li>{{ end }}</ol>{{ end }}
        {{ page.content }}
        {{ for tag in page.tags }}<a rel="tag" href="{{ tag.url }}">{{ tag.name }}</a>{{ end }}
        {{ if page.prev }}<p class="older">{{ partial "link" to: page.prev }}</p>{{ end }}
        -- themes/tiny/layouts/list.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1><p>{{ t "posts_count" count: paginator.total }}</p>
        {{ for post in paginator.pages }}<h2>{{ partial "link" to: post }}</h2>{{ end }}
        {{ for pager in paginator.pagers }}<a class="pager" href="{{ pager.url }}">{{ pager.number }}</a>{{ end }}
        -- themes/tiny/layouts/taxonomy.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ taxonomy.title }}</h1>{{
        for term in taxonomy.terms }}<a href="{{ term.url }}">{{ term.name }}</a> {{ term.initial }} {{ term.count }};{{ end }}
        """;

    static readonly string Document = Repository.Read(Theme + "README.md");

    [Theory]
    [InlineData("layouts")]
    [InlineData("partials")]
    [InlineData("shortcodes")]
    [InlineData("assets/js")]
    public void Every_file_has_its_row(string folder) => Repository.AssertNone(
        from file in Repository.FilesBelow(Theme + folder)
        let name = Path.GetFileName(file).Split('.')[0]
        where !Regex.IsMatch(Document, $@"`(?:js/)?{Regex.Escape(name)}(?:\.js)?`|`{{{{< {Regex.Escape(name)}[ >]")
        select $"{file}:1: {Theme}README.md says nothing of “{name}”");

    [Fact]
    public void Every_option_has_its_row() => Repository.AssertNone(
        from Match option in Regex.Matches(Repository.Read(Theme + "theme.yml"), "(?m)^  ([a-z_]+):$")
        where !Document.Contains($"| `{option.Groups[1].Value}` |")
        select $"{Theme}theme.yml:1: {Theme}README.md says nothing of the option “{option.Groups[1].Value}”");

    [Fact]
    public void The_words_of_both_languages_have_the_same_keys()
    {
        static IEnumerable<string> Keys(string language) =>
            Regex.Matches(Repository.Read($"{Theme}i18n/{language}.yml"), "(?m)^ *([a-z0-9_]+):").Select(m => m.Groups[1].Value);
        Assert.Equal(Keys("ko").Order(StringComparer.Ordinal), Keys("en").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_tiny_theme_made_from_the_document_builds_the_whole_site()
    {
        var site = new TestSite().AddFolder("content").Add(Tiny);
        site.Options = site.Options with { Theme = "tiny" };
        Assert.True(site.Files.TryRead("content/site.yml", out var bytes, out _));
        site.Files.Add("content/site.yml",
            Regex.Replace(System.Text.Encoding.UTF8.GetString(bytes), "(?m)^theme_options:\n(?:  .*\n)+", ""));
        site.Built();
        var post = site.Page("posts/marc-benioff-davos-2025/index.html");
        Assert.Equal(14, post.QuerySelectorAll(".questions a").Length);
        Assert.Equal(30, post.QuerySelectorAll(".turn").Length);
        Assert.NotNull(post.QuerySelector(".older a[href='/posts/mark-zuckerberg-the-circuit/']"));
        Assert.Contains("안녕하세요", post.QuerySelector("header")!.TextContent);
        Assert.Contains("글 2개", site.Page("index.html").QuerySelector("main")!.TextContent);
        Assert.Contains("다보스 ㄷ 1;", site.Page("tags/index.html").QuerySelector("main")!.TextContent);
    }
}
