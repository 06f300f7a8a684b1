using SiteGen.Core.Diagnostics;
using SiteGen.Core.Rendering;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>What is found in templates before anything is rendered.</summary>
public sealed class TemplateCheckTests
{
    /// <summary>A partial that no page uses, so that whatever is found was found without rendering.</summary>
    static TestSite Partial(string template, params string[] more) => TestSite.Bare([
        "-- themes/bare/partials/x.sbn-html --\n" + template, "-- themes/bare/partials/card.sbn-html --\n{{ $.post?.title }}",
        "-- themes/bare/assets/css/main.css --\na{}", .. more]).Build();

    static string[] Found(TestSite site, MessageLanguage language = MessageLanguage.English) =>
        [.. site.Diagnostics.Sorted()
            .Select(
                found => $"{PlaceOf(found)} {found.Rule}: "
                    + $"{found.Message.In(language)}{(found.Hint is { } hint ? " " + hint.In(language) : "")}")];

    static string PlaceOf(Diagnostic found)
    {
        var (line, column) = found.Place.Source!.LineAndColumn(found.Place.Offset);
        return $"{Path.GetFileName(found.Place.Path)}:{line}:{column}";
    }

    static void AssertFound(string template, params string[] expected) => AssertSame(expected, Found(Partial(template)));

    static void AssertSame(string[] expected, string[] found) => Assert.Equal(string.Join('\n', expected), string.Join('\n', found));

    [Theory]
    [InlineData("{{ titel }}", "x.sbn-html:1:4 template-unknown-name: There is no variable `titel`.")]
    [InlineData("{{ iste.title }}", "x.sbn-html:1:4 template-unknown-name: There is no variable `iste`. Did you mean `site`?")]
    [InlineData("<p>한글</p>\n  {{ date_fromat page.date }}",
        "x.sbn-html:2:6 template-unknown-name: There is no function `date_fromat`. Did you mean `date_format`?")]
    [InlineData("{{ page.title | upcase }}",
        "x.sbn-html:1:17 template-unknown-name: There is no function `upcase`. Did you mean `string.upcase`?")]
    [InlineData("{{ page.title | string.upcas }}",
        "x.sbn-html:1:24 template-unknown-member: There is no function `string.upcas`. Did you mean `string.upcase`?")]
    [InlineData("{{ string.downcsae page.title | string.strip }}",
        "x.sbn-html:1:11 template-unknown-member: There is no function `string.downcsae`. Did you mean `string.downcase`?")]
    [InlineData("{{ x = @string.upcas }}",
        "x.sbn-html:1:16 template-unknown-member: There is no function `string.upcas`. Did you mean `string.upcase`?")]
    [InlineData("{{ func f(a); ret a + b_; end }}{{ f 1 }}", "x.sbn-html:1:23 template-unknown-name: There is no variable `b_`.")]
    [InlineData("{{ for p in poosts; p.title; end }}", "x.sbn-html:1:13 template-unknown-name: There is no variable `poosts`.")]
    [InlineData("{{ for p in site.posts limit: mostt; p.title; end }}",
        "x.sbn-html:1:31 template-unknown-name: There is no variable `mostt`.")]
    [InlineData("{{ capture c }}{{ nobody }}{{ end }}{{ c }}", "x.sbn-html:1:19 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ $\"<{nobody}>\" }}", "x.sbn-html:1:8 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ x = {a: 1, b: a, c: nobody} }}", "x.sbn-html:1:24 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ x = {a: 1} }}{{ a }}", "x.sbn-html:1:20 template-unknown-name: There is no variable `a`.")]
    [InlineData("{{ partial \"card\" post: nobody }}", "x.sbn-html:1:25 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ [1, nobody][0] }}", "x.sbn-html:1:8 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ case page.kind; when nobody; 1; end }}", "x.sbn-html:1:25 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ wrap nobody; end }}", "x.sbn-html:1:9 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ with site.author; name; end; nobody }}", "x.sbn-html:1:33 template-unknown-name: There is no variable `nobody`.")]
    [InlineData("{{ with site.author; nmae; end }}",
        "x.sbn-html:1:22 template-unknown-name: There is no variable `nmae`. Did you mean `name`?")]
    [InlineData("{{ if page.title and page.date; 1; end }}",
        "x.sbn-html:1:18 template-unknown-name: There is no variable `and`. Scriban has no operator `and`: write `&&`.")]
    [InlineData("{{ if page.title or page.date; 1; end }}",
        "x.sbn-html:1:18 template-unknown-name: There is no variable `or`. Scriban has no operator `or`: write `||`.")]
    [InlineData("{{ if not page.title; 1; end }}",
        "x.sbn-html:1:7 template-unknown-name: There is no variable `not`. Scriban has no operator `not`: write `!value`.")]
    [InlineData("{{ if paeg; 1; end }}", "x.sbn-html:1:7 template-unknown-name: There is no variable `paeg`. Did you mean `page`?")]
    [InlineData("{{ sitte ?? 1 }}", "x.sbn-html:1:4 template-unknown-name: There is no variable `sitte`. Did you mean `site`?")]
    public void An_unknown_name_is_an_error(string template, string expected) => AssertFound(template, expected);

    [Theory]
    [InlineData("{{ site.titel }}", "x.sbn-html:1:9 template-unknown-member: There is no member `titel`. Did you mean `title`?")]
    [InlineData("{{ $\"{site.titel}\" }}", "x.sbn-html:1:12 template-unknown-member: There is no member `titel`. Did you mean `title`?")]
    [InlineData("{{ site.author.nmae }}", "x.sbn-html:1:16 template-unknown-member: There is no member `nmae`. Did you mean `name`?")]
    [InlineData("{{ page.sorce.url }}", "x.sbn-html:1:9 template-unknown-member: There is no member `sorce`. Did you mean `source`?")]
    [InlineData("{{ page.source.ulr }}", "x.sbn-html:1:16 template-unknown-member: There is no member `ulr`. Did you mean `url`?")]
    [InlineData("{{ page.interview.speaker }}",
        "x.sbn-html:1:19 template-unknown-member: There is no member `speaker`. Did you mean `speakers`?")]
    [InlineData("{{ page.category.nmae }}", "x.sbn-html:1:18 template-unknown-member: There is no member `nmae`. Did you mean `name`?")]
    [InlineData("{{ page.next.category.person.rol }}",
        "x.sbn-html:1:30 template-unknown-member: There is no member `rol`. Did you mean `role`?")]
    [InlineData("{{ paginator.nmuber }}", "x.sbn-html:1:14 template-unknown-member: There is no member `nmuber`. Did you mean `number`?")]
    [InlineData("{{ taxonomy.term[0].name }}", "x.sbn-html:1:13 template-unknown-member: There is no member `term`. Did you mean `terms`?")]
    [InlineData("{{ term.tittle | string.upcase }}",
        "x.sbn-html:1:9 template-unknown-member: There is no member `tittle`. Did you mean `title`?")]
    [InlineData("{{ archive.yeers }}", "x.sbn-html:1:12 template-unknown-member: There is no member `yeers`. Did you mean `years`?")]
    [InlineData("{{ if site.postss.size > 0; 1; end }}",
        "x.sbn-html:1:12 template-unknown-member: There is no member `postss`. Did you mean `posts`?")]
    [InlineData("{{ for p in site.postss; p; end }}",
        "x.sbn-html:1:18 template-unknown-member: There is no member `postss`. Did you mean `posts`?")]
    [InlineData("{{ site?.author?.name }}{{ site.zebra }}", "x.sbn-html:1:33 template-unknown-member: There is no member `zebra`.")]
    public void A_member_that_an_object_of_the_site_has_not_is_an_error(string template, string expected) =>
        AssertFound(template, expected);

    [Theory]
    [InlineData("{{ partial \"crad\" post: page }}",
        "x.sbn-html:1:12 template-missing-partial: The template `crad` was not found; looked for in: content/theme/partials/crad.sbn-html, "
            + "themes/bare/partials/crad.sbn-html. Did you mean `card`?")]
    [InlineData("{{ \"crad\" | partial }}",
        "x.sbn-html:1:4 template-missing-partial: The template `crad` was not found; looked for in: content/theme/partials/crad.sbn-html, "
            + "themes/bare/partials/crad.sbn-html. Did you mean `card`?")]
    [InlineData("{{ include \"\" }}", "x.sbn-html:1:12 template-missing-partial: The name of the template to include is empty.")]
    [InlineData("{{ include 'zebra' }}",
        "x.sbn-html:1:12 template-missing-partial: The template `zebra` was not found; looked for in: "
            + "content/theme/partials/zebra.sbn-html, themes/bare/partials/zebra.sbn-html.")]
    [InlineData("{{ partial_cached \"crad\" }}",
        "x.sbn-html:1:19 template-missing-partial: The template `crad` was not found; looked for in: content/theme/partials/crad.sbn-html, "
            + "themes/bare/partials/crad.sbn-html. Did you mean `card`?")]
    [InlineData("{{ partial \"../card\" }}",
        "x.sbn-html:1:12 template-missing-partial: `../card` can't be included. Partials are named from the folder `partials/`, without "
            + "`..`, as in \"card\" or \"post/card\".")]
    public void A_missing_partial_is_an_error(string template, string expected) => AssertFound(template, expected);

    [Theory]
    [InlineData("{{ url }}", "x.sbn-html:1:4 template-arguments: Too few arguments for `url`: it needs 1. Write it as `url path`.")]
    [InlineData("{{ url \"/a/\" \"/b/\" }}",
        "x.sbn-html:1:4 template-arguments: Too many arguments for `url`: it takes 1. Write it as `url path`.")]
    [InlineData("{{ \"/a/\" | url \"/b/\" }}",
        "x.sbn-html:1:12 template-arguments: Too many arguments for `url`: it takes 1. Write it as `url path`.")]
    [InlineData("{{ \"a\" | string.upcase | josa }}",
        "x.sbn-html:1:26 template-arguments: Too few arguments for `josa`: it needs 2. Write it as `josa word pair`.")]
    [InlineData("{{ date_format page.date \"dots\" \"long\" }}",
        "x.sbn-html:1:4 template-arguments: Too many arguments for `date_format`: it takes 2. Write it as `date_format date [style]`.")]
    [InlineData("{{ date_format page.date styel: \"dots\" }}",
        "x.sbn-html:1:26 template-arguments: `date_format` takes no argument `styel`. Did you mean `style`?")]
    [InlineData("{{ t \"posts\" 3 }}", "x.sbn-html:1:4 template-arguments: Arguments of `t` have names. Write them as `post: page`.")]
    [InlineData("{{ partial post: page }}", "x.sbn-html:1:4 template-arguments: Too few arguments for `partial`: it needs 1.")]
    [InlineData("{{ string.replace page.title \"a\" }}",
        "x.sbn-html:1:11 template-arguments: Too few arguments for `string.replace`: it needs 3.")]
    [InlineData("{{ t \"pots\" }}",
        "x.sbn-html:1:6 template-arguments: There is no text “pots”; looked for it in i18n/ko.yml and i18n/en.yml. Did you mean “posts”?")]
    [InlineData("{{ \"css/mian.css\" | asset }}",
        "x.sbn-html:1:4 template-arguments: The theme has no asset “css/mian.css”; looked for assets/css/mian.css. Did you mean "
            + "“css/main.css”?")]
    [InlineData("{{ date_format page.date style: \"roman\" }}",
        "x.sbn-html:1:33 template-arguments: There is no date style “roman”. Styles are official, dots, long, year_month, iso, datetime, "
            + "weekday.")]
    [InlineData("{{ josa \"말\" \"은/도\" }}",
        "x.sbn-html:1:13 template-arguments: “은/도” is no pair of particles. Write it as 은/는, 이/가, 을/를, 으로/로.")]
    public void Arguments_that_a_function_can_not_take_are_an_error(string template, string expected) => AssertFound(template, expected);

    [Theory]
    [InlineData("{{ page?.titel }}{{ site?.zebra?.wing }}{{ string?.upcas }}{{ nobody?.here }}")]
    [InlineData(
        "{{ if head_extra; head_extra; end }}{{ foot_extra ?? 1 }}{{ if (!side_bar && wide_page); end }}{{ some_region == null ? 1 : 2 "
            + "}}{{ other_region | object.default 3 }}{{ third_region.empty? }}")]
    [InlineData(
        "{{ a = 1; b += a; c = b; c++; capture d; end; d; func e(f); f; end; e 1; for g in 1..2; g; for.index; end; tablerow h in 1..2; h; "
            + "tablerow.col; end; while a > 3; while.index; end }}")]
    [InlineData("{{ func f; $0; $.x; $$; end; f 1 x: 2; g = do; ret $0; end; h(x) = x * 2; h 3; g 1 }}")]
    [InlineData("{{ $x = 1; $x; this.y = 2; y; this.z }}")]
    [InlineData("{{ with page; title; params; end; with $.post; anything; url; page.whatever; end }}")]
    [InlineData("{{ import {mine: 1}; mine; import site.author; email }}")]
    [InlineData("{{ for page in site.posts; page.whatever; end }}")]
    [InlineData("{{ page = {wing: 1}; page.wing }}")]
    [InlineData("{{ func f(page); ret page.wing; end; f {wing: 1} }}")]
    [InlineData(
        "{{ page.params.x; site.theme.colour; site.data.x.y; site.social.x; site.comments.x; site.verification.x; page.date.year; "
            + "site.posts.size; site.posts[0].titel }}")]
    [InlineData("{{ url = 1; url; asset = do; ret 1; end; asset }}")]
    [InlineData(
        "{{ $list = [page.date]; date_format ^$list; x = @url; site.menu | array.each @markdownify; array.map site.menu 'url' | array.join "
            + "',' }}")]
    [InlineData(
        "{{ date.now | date.to_string '%Y'; date '2025-01-01'; math.random 1 2; html.escape 'x'; 'a' | string.append 'b' | string.pad_left "
            + "3; 3 | math.format '0' 'en-US'; object.typeof 1; regex.replace 'a' 'b' 'c'; timespan.from_days 1; empty; blank; array.sort "
            + "site.posts 'title' }}")]
    [InlineData("{{ page.title | string.contains 'a' ? 1 : 2; page.title | string.size > 3 }}")]
    [InlineData("{{ x = 'card'; partial x; 'ca' + 'rd' | partial; partial ('card'); include 'card' post: page }}")]
    [InlineData("{{ x = {y: {z: page.title}, 'w': 1}; x.y.z; x.q }}{{ [page.title, 1] | array.first }}")]
    [InlineData("{{ t 'posts' count: 3 name: page.title }}{{ content }}{{ 'a' | t }}",
        "x.sbn-html:1:58 template-arguments: There is no text “a”; looked for it in i18n/ko.yml and i18n/en.yml.")]
    public void What_may_be_valid_is_not_reported(string template, params string[] expected) => AssertFound(template, expected);

    [Fact]
    public void A_template_that_imports_unknown_names_may_use_any_name() =>
        AssertSame([], Found(Partial("{{ import $.post; anything }}", "-- themes/bare/partials/y.sbn-html --\n{{ something }}")));

    [Fact]
    public void What_one_template_sets_the_others_may_read() => AssertSame([], Found(Partial(
        "{{ head_title }}{{ card_class }}{{ helper 1 }}{{ row.titel }}",
        "-- themes/bare/layouts/other.sbn-html --\n{{ head_title = 1 }}{{ capture card_class }}a{{ end }}{{ func helper(a); end }}{{ for "
            + "row in site.posts }}{{ partial \"x\" }}{{ end }}")));

    [Fact]
    public void Partials_see_the_loops_that_they_are_called_in()
    {
        const string loop = "-- themes/bare/layouts/other.sbn-html --\n{{ for term in site.glossary }}{{ partial \"between\" }}{{ end }}";
        const string between = "-- themes/bare/partials/between.sbn-html --\n{{ partial \"x\" }}";
        AssertSame([], Found(Partial("{{ term.sentence }}", loop, between)));
        AssertSame(["x.sbn-html:1:9 template-unknown-member: There is no member `sentence`."],
            Found(Partial("{{ term.sentence }}", loop, "-- themes/bare/partials/between.sbn-html --\n")));
    }

    [Fact]
    public void Shortcodes_are_given_any_name_and_no_function()
    {
        const string path = "-- themes/bare/shortcodes/s.sbn-html --\n";
        AssertSame(
            [
                "s.sbn-html:1:19 template-unknown-member: There is no member `titel`. Did you mean `title`?",
                "s.sbn-html:1:40 template-unknown-member: There is no member `titel`. Did you mean `title`?",
                "s.sbn-html:1:53 template-unknown-name: There is no function `asst`. Did you mean `asset`?",
            ],
            Found(TestSite.Bare(path + "{{ src; alt; page.titel; site?.x; site.titel; args; asst 1; content }}{{ partial \"p\" }}",
                "-- themes/bare/partials/p.sbn-html --\n{{ src }}").Build()));
    }

    [Fact]
    public void Archetypes_are_checked_with_their_own_names()
    {
        const string path = "-- themes/bare/archetypes/post.sbn-md --\n---\ntitle: {{ title | string.literal }}\n";
        AssertSame([],
            Found(TestSite.Bare(path
                + "kind: {{ kind }}{{ slug }}{{ date }}{{ source }}{{ known.tags.size }}{{ site.author }}{{ for s in speakers; s.name; end "
                + "}}\n---\n").Build()));
        AssertSame(
            [
                "post.sbn-md:3:4 template-unknown-name: There is no variable `titel`. Did you mean `title`?",
                "post.sbn-md:4:4 template-unknown-name: There is no variable `page`.",
                "post.sbn-md:5:9 template-unknown-member: There is no member `base_url`.",
            ],
            Found(TestSite.Bare(path + "{{ titel }}\n{{ page.title }}\n{{ site.base_url }}\n").Build()));
    }

    [Fact]
    public void A_new_document_asks_for_its_archetype_alone()
    {
        var site = TestSite.Bare("-- themes/bare/archetypes/post.sbn-md --\n{{ title }}{{ include \"x\" }}\n",
            "-- themes/bare/archetypes/page.sbn-md --\n{{ titel }}\n", "-- themes/bare/partials/x.sbn-html --\n({{ slug }})",
            "-- themes/bare/partials/y.sbn-html --\n{{ site.titel }}");
        var known = SiteBuilder.Plan(site.Files, site.Options, new DiagnosticBag()).Site;
        var diagnostics = new DiagnosticBag();
        Assert.Equal("제목(a)\n",
            Archetype.Render(known, new ArchetypeModel("post", "제목", "a", null, [], null), diagnostics)?.Replace(")\n", ")") + "\n");
        Assert.Equal(0, diagnostics.Count);
        Assert.Null(Archetype.Render(known, new ArchetypeModel("page", "제목", "a", null, [], null), diagnostics));
        Assert.Equal("template-unknown-name", Assert.Single(diagnostics.Sorted()).Rule);
    }

    [Fact]
    public void All_mistakes_of_all_templates_are_told_in_one_run_and_once_each() => AssertSame(
        [
            "list.sbn-html:1:12 template-missing-partial: The template `zebra` was not found; looked for in: "
                + "content/theme/partials/zebra.sbn-html, themes/bare/partials/zebra.sbn-html.",
            "post.sbn-html:2:9 template-unknown-member: There is no member `titel`. Did you mean `title`?",
            "x.sbn-html:1:9 template-unknown-member: There is no member `titel`. Did you mean `title`?",
            "x.sbn-html:1:25 template-unknown-member: There is no member `zebra`.",
            "x.sbn-html:1:37 template-unknown-member: There is no member `zebra`.",
            "y.sbn-html:1:7 template-syntax: The template can't be read here.",
        ],
        Found(Partial(
            "{{ site.titel }}{{ page.zebra; page.zebra }}{{ site_logo }}",
            "-- themes/bare/layouts/list.sbn-html --\n{{ partial \"zebra\" }}",
            "-- themes/bare/layouts/post.sbn-html --\n{{ partial \"x\" }}\n{{ page.titel }}{{ page?.titel }}",
            "-- themes/bare/partials/y.sbn-html --\n{{ if }}{{ x = 1 }}{{ end }}",
            TestSite.Post("a.md", "글", "2025-01-24"), TestSite.Post("b.md", "글", "2025-01-25"))));

    [Fact]
    public void They_are_told_in_Korean() => AssertSame(
        [
            "x.sbn-html:1:9 template-unknown-member: `titel`이라는 멤버가 없습니다. 혹시 `title`인가요?",
            "x.sbn-html:2:4 template-unknown-name: `asst`라는 함수가 없습니다. 혹시 `asset`인가요?",
            "x.sbn-html:3:4 template-arguments: `url`에 준 인수가 모자랍니다. 1개가 있어야 합니다. `url path`처럼 쓰세요.",
        ],
        Found(Partial("{{ site.titel }}\n{{ asst 1 }}\n{{ url }}"), MessageLanguage.Korean));

    [Fact]
    public void The_themes_have_no_mistakes() =>
        AssertSame([], Found(TestSite.Maru("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\ntheme: maru\n",
            TestSite.Post("a.md", "글", "2025-01-24")).Build()));

    /// <summary>Each object's members, as the object itself lists them, are the ones that the check knows.</summary>
    [Theory]
    [InlineData("site.author")]
    [InlineData("page.source")]
    [InlineData("page.interview")]
    [InlineData("page.people[0]?.person")]
    [InlineData("page.category_block")]
    public void Members_of_small_objects_are_those_that_they_have(string name)
    {
        const string layout = "-- themes/bare/layouts/post.sbn-html --\n";
        var post = TestSite.Post("a.md", "글", "2025-01-24",
            "categories: [가]\npeople: [마크]\nsource: {title: 원문, url: \"https://a.kr/\"}\ninterview:\n  speakers:\n"
                + "    - {name: 마크, role: guest}\n", "마크 - 말합니다.");
        string[] more = [TestSite.Post("b.md", "다른 글", "2025-01-25", "categories: [가]\n"),
            "-- content/data/people.yml --\n마크:\n  role: 대표\n"];
        var names = TestSite.Bare([layout + $"{{{{ if {name}; object.keys {name} | array.join ' '; end }}}}", post, .. more])
            .Built()["posts/a/index.html"].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(names);
        var known = name.Replace("page.people[0]?", "term");
        AssertSame([], Found(Partial(string.Concat(names.Select(member => $"{{{{ {known}.{member} }}}}")))));
    }
}
