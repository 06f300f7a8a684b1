using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Sites;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("{{ josa \"세일즈포스(Salesforce)\" \"은/는\" }} {{ \"서울\" | josa \"으로/로\" }}", "세일즈포스(Salesforce)는 서울로")]
    [InlineData("{{ t \"said\" name: \"마크 베니오프\" count: 3 }}", "마크 베니오프가 3번 말했다")]
    [InlineData("{{ t \"said\" name: \"<b>진행\" count: 1 }}", "&lt;b&gt;진행이 1번 말했다")]
    [InlineData("{{ url \"/한글/\" }} {{ url \"https://a.kr/\" }} {{ absolute_url \"/x/\" }}",
        "/blog/%ED%95%9C%EA%B8%80/ https://a.kr/ https://example.com/blog/x/")]
    [InlineData(
        "{{ date_format page.date }} {{ date_format page.date \"dots\" }} {{ date_format page.date \"long\" }} {{ date_format page.date "
            + "\"datetime\" }}", "2025. 1. 24. 2025.01.24 2025년 1월 24일 2025-01-24T09:30:00+09:00")]
    [InlineData("{{ date.now | date.to_string \"%F %H %Z\" }} {{ date.parse \"2025-01-01T00:00:00Z\" | date.to_string \"%F %H\" }}",
        "2026-01-01 09 +09:00 2025-01-01 09")]
    [InlineData("{{ markdownify \"**굵게(bold)**를\" }}", "<p><strong>굵게(bold)</strong>를</p>\n")]
    [InlineData("{{ raw \"<b>\" }} {{ \"<b>\" }} {{ capture x }}<i>{{ end }}{{ x }}", "<b> &lt;b&gt; <i>")]
    [InlineData("{{ partial \"piece\" word: \"<말>\" }}", "[&lt;말&gt;]")]
    [InlineData("{{ asset \"css/a.css\" }}", "/blog/assets/css/a.cbc22aceb7.css")]
    public void Functions_do_what_the_theme_guide_says(string template, string expected)
    {
        var site = TestSite.Bare("-- content/theme/layouts/post.sbn-html --\n" + template,
            "-- themes/bare/i18n/ko.yml --\nsaid: '{name:이/가} {count}번 말했다'\n", "-- themes/bare/partials/piece.sbn-html --\n[{{ $.word }}]",
            "-- themes/bare/assets/css/a.css --\na{}",
            TestSite.Post("a.md", "글", "2025-01-24 09:30")).WithBaseUrl("https://example.com/blog/").Built();
        Assert.Equal(expected.TrimEnd('\n'), site["posts/a/index.html"].TrimEnd('\n').Replace("piece]\n", "piece]"));
    }

    [Fact]
    public void A_cached_partial_sees_its_arguments_and_the_site_alone()
    {
        var site = TestSite.Bare(
            "-- content/theme/layouts/post.sbn-html --\n{{ mine = 1 }}{{ partial_cached \"item\" post: page level: 2 }}|{{ partial_cached "
                + "\"item\" post: page level: 3 }}|{{ partial_cached \"item\" }}",
            "-- content/theme/layouts/list.sbn-html --\n{{ for post in paginator.pages }}{{ partial_cached \"item\" post: post level: 2 "
                + "}};{{ end }}",
            "-- themes/bare/partials/item.sbn-html --\n<{{ $.post?.title }} {{ $level }} {{ site.title }}{{ page?.title }}{{ mine }}{{ "
                + "paginator?.number }}>",
            TestSite.Post("a.md", "하나 & 둘", "2025-01-24"), TestSite.Post("b.md", "셋", "2025-01-25")).Built();
        Assert.Equal("<하나 &amp; 둘 2 시험>|<하나 &amp; 둘 3 시험>|<  시험>", site["posts/a/index.html"].TrimEnd('\n').Replace("\n", ""));
        Assert.Equal("<셋 2 시험>;<하나 &amp; 둘 2 시험>;", site["index.html"].Replace("\n", ""));
    }

    [Fact]
    public void A_cached_partial_never_takes_a_text_for_the_same_as_markup()
    {
        var site = TestSite.Bare(
            "-- content/theme/layouts/post.sbn-html --\n{{ capture kept }}<i>{{ end }}{{ partial_cached \"item\" x: (raw \"<i>\") }}{{ "
                + "partial_cached \"item\" x: kept }}{{ partial_cached \"item\" x: \"<i>\" }}",
            "-- themes/bare/partials/item.sbn-html --\n[{{ $.x }}]", TestSite.Post("a.md", "글", "2025-01-24")).Built();
        Assert.Equal("[<i>][<i>][&lt;i&gt;]", site["posts/a/index.html"].Replace("\n", ""));
    }

    [Theory]
    [InlineData("{{ partial_cached \"item\" x: page.params }}", "`partial_cached` can't remember `x`")]
    [InlineData("{{ partial_cached \"item\" 3 }}", "Arguments of `partial_cached` have names.")]
    [InlineData("{{ partial_cached \"itme\" }}",
        "The template `itme` was not found; looked for in: content/theme/partials/itme.sbn-html, themes/bare/partials/itme.sbn-html")]
    [InlineData("{{ partial_cached \"../item\" }}", "`../item` can't be included.")]
    [InlineData("{{ partial_cached \"circle\" }}", "nested too deeply")]
    [InlineData("{{ partial_cached \"wrong\" }}", "has no asset “nope”")]
    public void A_cached_partial_that_can_not_be_is_an_error(string template, string message)
    {
        var site = TestSite.Bare("-- content/theme/layouts/post.sbn-html --\n" + template, "-- themes/bare/partials/item.sbn-html --\nx",
            "-- themes/bare/partials/circle.sbn-html --\n{{ partial_cached \"circle\" }}",
            "-- themes/bare/partials/wrong.sbn-html --\n\n{{ asset \"nope\" }}", TestSite.Post("a.md", "글", "2025-01-24")).Build();
        Assert.Contains(site.Diagnostics.Sorted(), one => one.Severity == Severity.Error
            && one.Message.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "1. 2 3 … 9")]
    [InlineData(4, "1 2 3 4. 5 6 … 9")]
    [InlineData(5, "1 … 3 4 5. 6 7 … 9")]
    [InlineData(9, "1 … 7 8 9.")]
    public void A_window_of_pages_has_the_ends_and_the_neighbours(int number, string expected)
    {
        var site =
            TestSite.Bare(
                "-- content/theme/layouts/list.sbn-html --\n{{ for pager in paginator.window; pager.gap ? \"…\" : pager.number; "
                    + "pager.current ? \".\" : \"\"; \" \"; end }}");
        for (var i = 1; i <= 9; i++)
            site.Add(TestSite.Post($"p{i}.md", $"글 {i}", "2025-01-0" + i));
        site.Add("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\ntheme: bare\npaginate: 1\n").Built();
        Assert.Equal(expected, site[number == 1 ? "index.html" : $"page/{number}/index.html"].Trim());
    }

    [Fact]
    public void Addresses_in_style_sheets_follow_their_fingerprinted_files_and_stay_relative()
    {
        var site =
            TestSite.Bare(
                "-- themes/bare/assets/css/a.css --\n@import \"b.css\";\n"
                    + "a{background:url(../img/x.svg)} b{background:url('data:image/png;base64,AA')}",
                    "-- themes/bare/assets/css/b.css --\ni{}", "-- themes/bare/assets/img/x.svg --\n<svg/>").Built();
        var css = site[site.Output.Files.Keys.Single(file => file.StartsWith("assets/css/a.", StringComparison.Ordinal))];
        var names = site.Output.Files.Keys.Where(file => file.StartsWith("assets/", StringComparison.Ordinal)).ToArray();
        Assert.Contains("url(../img/" + Path.GetFileName(names.Single(name => name.Contains("img/x."))) + ")", css);
        Assert.Contains("@import \"../css/" + Path.GetFileName(names.Single(name => name.Contains("css/b."))) + "\"", css);
        Assert.Contains("url('data:image/png;base64,AA')", css);
    }
}
