namespace SiteGen.Core.Tests.Sites;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("{{ josa \"세일즈포스(Salesforce)\" \"은/는\" }} {{ \"서울\" | josa \"으로/로\" }}", "세일즈포스(Salesforce)는 서울로")]
    [InlineData("{{ t \"said\" name: \"마크 베니오프\" count: 3 }}", "마크 베니오프가 3번 말했다")]
    [InlineData("{{ t \"said\" name: \"<b>진행\" count: 1 }}", "&lt;b&gt;진행이 1번 말했다")]
    [InlineData("{{ url \"/한글/\" }} {{ url \"https://a.kr/\" }} {{ absolute_url \"/x/\" }}", "/blog/%ED%95%9C%EA%B8%80/ https://a.kr/ https://example.com/blog/x/")]
    [InlineData("{{ date_format page.date }} {{ date_format page.date \"dots\" }} {{ date_format page.date \"long\" }} {{ date_format page.date \"datetime\" }}", "2025. 1. 24. 2025.01.24 2025년 1월 24일 2025-01-24T09:30:00+09:00")]
    [InlineData("{{ date.now | date.to_string \"%F %H %Z\" }} {{ date.parse \"2025-01-01T00:00:00Z\" | date.to_string \"%F %H\" }}", "2026-01-01 09 +09:00 2025-01-01 09")]
    [InlineData("{{ markdownify \"**굵게(bold)**를\" }}", "<p><strong>굵게(bold)</strong>를</p>\n")]
    [InlineData("{{ raw \"<b>\" }} {{ \"<b>\" }} {{ capture x }}<i>{{ end }}{{ x }}", "<b> &lt;b&gt; <i>")]
    [InlineData("{{ partial \"piece\" word: \"<말>\" }}", "[&lt;말&gt;]")]
    [InlineData("{{ asset \"css/a.css\" }}", "/blog/assets/css/a.bb4263d9ed.css")]
    public void Functions_do_what_the_theme_guide_says(string template, string expected)
    {
        var site = TestSite.Bare("-- content/theme/layouts/post.sbn-html --\n" + template, "-- themes/bare/i18n/ko.yml --\nsaid: '{name:이/가} {count}번 말했다'\n", "-- themes/bare/partials/piece.sbn-html --\n[{{ $.word }}]", "-- themes/bare/assets/css/a.css --\na{}",
            TestSite.Post("a.md", "글", "2025-01-24 09:30")).WithBaseUrl("https://example.com/blog/").Built();
        Assert.Equal(expected.TrimEnd('\n'), site["posts/a/index.html"].TrimEnd('\n').Replace("piece]\n", "piece]"));
    }

    [Fact]
    public void Addresses_in_style_sheets_follow_their_fingerprinted_files_and_stay_relative()
    {
        var site = TestSite.Bare("-- themes/bare/assets/css/a.css --\n@import \"b.css\";\na{background:url(../img/x.svg)} b{background:url('data:image/png;base64,AA')}", "-- themes/bare/assets/css/b.css --\ni{}", "-- themes/bare/assets/img/x.svg --\n<svg/>").Built();
        var css = site[site.Output.Files.Keys.Single(file => file.StartsWith("assets/css/a.", StringComparison.Ordinal))];
        var names = site.Output.Files.Keys.Where(file => file.StartsWith("assets/", StringComparison.Ordinal)).ToArray();
        Assert.Contains("url(../img/" + Path.GetFileName(names.Single(name => name.Contains("img/x."))) + ")", css);
        Assert.Contains("@import \"../css/" + Path.GetFileName(names.Single(name => name.Contains("css/b."))) + "\"", css);
        Assert.Contains("url('data:image/png;base64,AA')", css);
    }
}
