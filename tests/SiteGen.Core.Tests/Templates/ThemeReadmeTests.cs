using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Every object, member and function of the theme's README is what templates see, and all that they see.</summary>
public sealed class ThemeReadmeTests
{
    /// <summary>A site on which every documented member has a value somewhere.</summary>
    const string Whole = """
        -- content/site.yml --
        title: 시험
        description: 모두 있는 사이트
        base_url: https://example.com/blog/
        theme: maru
        author: {name: 글쓴이, url: https://example.com/, email: a@example.com}
        license: CC BY 4.0
        image: /site.png
        paginate: 1
        menu: [{title: 인물, url: /people/}]
        social: {github: https://github.com/x}
        verification: {naver: n, google: g, bing: b}
        comments: {provider: utterances, repo: a/b}
        lists:
          davos: {title: 다보스에서, path: /davos/, where: {tags: 다보스}, feed: true}
          by_company: {title: 회사별, path: "/companies/:group/", group_by: params.company}
        -- content/data/people.yml --
        마크 베니오프:
          original_name: Marc Benioff
          role: CEO
          organisation: 세일즈포스
          description: 세일즈포스를 세운 사람
          aliases: [베니오프]
          links: {wikipedia: https://ko.wikipedia.org/}
        -- content/data/glossary.yml --
        Davos Man: {note: 다보스에 모이는 사람}
        -- content/data/category_links.yml --
        인터뷰:
          - {title: 옛 글, url: https://example.com/123, date: 2025.01.22, comments: 3}
        -- content/pages/about.md --
        ---
        title: 소개
        ---
        소개합니다.
        -- content/posts/interview.md --
        ---
        title: 베니오프 인터뷰
        date: 2025-01-24
        updated: 2025-01-25
        summary: 요약입니다.
        image: /post.png
        image_alt: 사진
        tags: [다보스]
        categories: [인터뷰]
        people: [마크 베니오프]
        series: 다보스
        weight: 3
        company: 세일즈포스
        source: {title: 원문, url: https://example.com/o, publisher: 신문, date: 2025-01-20}
        interview: {speakers: [{name: 진행자, role: host}, {name: 마크 베니오프, role: guest, person: 마크 베니오프}]}
        ---

        ## 첫 절

        진행자 - 첫 질문입니다.

        마크 베니오프 - 다보스 맨(Davos Man)과 마크 베니오프(Marc Benioff)입니다.

        (* 옮긴이의 말)
        -- content/posts/older.md --
        ---
        title: 앞 글
        date: 2024-05-02
        categories: [인터뷰]
        tags: [다보스]
        ---
        마크 베니오프를 만났습니다.
        -- content/posts/newer.md --
        ---
        title: 뒤 글
        date: 2025-03-02
        categories: [인터뷰]
        ---
        본문입니다.
        -- content/posts/hidden.md --
        ---
        title: 숨은 글
        date: 2025-03-03
        unlisted: true
        ---
        본문입니다.
        """;

    static readonly string[] Layouts = ["home", "post", "page", "taxonomy", "term", "archive", "list", "glossary", "search", "404"];

    static readonly Lazy<IReadOnlyList<Probe>> Probes = new(ProbeWholeSite);

    /// <summary>What one page's template saw: its kind, the paths with a value, and the names of each object's members.</summary>
    sealed record Probe(string Kind, HashSet<string> Values, IReadOnlyList<(string Path, string Names)> Keys);

    [Fact]
    public void Every_documented_member_has_a_value_on_some_page()
    {
        var seen = Probes.Value.SelectMany(probe => probe.Values).ToHashSet(StringComparer.Ordinal);
        Repository.AssertNone(
            from one in ThemeReadme.Objects
            from path in one.Value.Paths(one.Key)
            where !seen.Contains(path)
            select $"themes/maru/README.md:1: `{path}` is documented, and no page has it");
    }

    [Fact]
    public void Every_member_that_templates_see_is_documented()
    {
        var shapes = ThemeReadme.Objects.SelectMany(one => Shapes(one.Key, one.Value)).ToDictionary(StringComparer.Ordinal);
        var keys = Probes.Value.SelectMany(probe => probe.Keys).Distinct().ToArray();
        Assert.Contains(keys, key => key.Path == "page.interview.turns");
        Assert.Contains(keys, key => key.Path == "page");
        Repository.AssertNone(
            from key in keys
            let documented = string.Join(',', shapes[key.Path].Members.Keys)
            where key.Names != documented
            select $"themes/maru/README.md:1: `{key.Path}` has {key.Names}, and documented are {documented}");
    }

    [Fact]
    public void A_page_that_is_no_document_has_all_members_and_null_for_what_only_documents_have()
    {
        var search = Probes.Value.Single(probe => probe.Kind == "search");
        Assert.Contains(search.Keys, key => key.Path == "page" && key.Names == string.Join(',', ThemeReadme.Objects["page"].Members.Keys));
        Assert.Contains("page.title", search.Values);
        Assert.DoesNotContain("page.content", search.Values);
        Assert.DoesNotContain("page.interview", search.Values);
    }

    [Fact]
    public void Every_kind_of_page_is_documented_and_has_the_objects_of_its_layout()
    {
        var kinds = Probes.Value.ToLookup(probe => probe.Kind);
        var documented = ThemeReadme.Codes(ThemeReadme.RowsOf("### `page`").Single(row => row[0] == "`kind`")[1]).Single().Split(' ');
        Assert.Equal(documented.Order(StringComparer.Ordinal), kinds.Select(kind => kind.Key).Order(StringComparer.Ordinal));
        foreach (var row in ThemeReadme.RowsOf("## Layouts").Where(row => row[0] != "`base`"))
        {
            foreach (var name in ThemeReadme.Codes(row[2]))
                Assert.All(kinds[ThemeReadme.Codes(row[0]).Single()], probe => Assert.Contains(name, probe.Values));
        }

        Assert.DoesNotContain(kinds["list"], probe => probe.Values.Contains("term"));
    }

    [Fact]
    public void Every_example_prints_what_its_row_says()
    {
        var examples = ThemeReadme.RowsOf("## The language")
            .Select(row => (Template: ThemeReadme.Codes(row[0]).Single(), Result: ThemeReadme.Codes(row[1]).Single()))
            .Concat(ThemeReadme.RowsOf("## Functions").Select(row => (Template: $"{{{{ {ThemeReadme.Codes(row[0]).Single()} }}}}",
                Result: ThemeReadme.Codes(row[1]).Single()))).ToArray();
        var printed = Example(string.Concat(examples.Select(example => $"§{example.Template}")))["posts/rd/index.html"].Split('§')[1..];
        Assert.Equal(examples.Length, printed.Length);
        Repository.AssertNone(
            from example in examples.Zip(printed)
            where !Regex.IsMatch(example.Second.Trim(), $"^{Regex.Escape(example.First.Result).Replace("HASH", "[0-9a-f]{10}")}$")
            select $"themes/maru/README.md:1: {example.First.Template} prints {example.Second.Trim()}");
    }

    [Fact]
    public void Every_function_is_documented()
    {
        var functions = Regex.Matches(Repository.Read("src/SiteGen.Core/Rendering/SiteFunctions.cs"), """new\("([a-z_]+)", \[new\(""")
            .Select(match => match.Groups[1].Value).Append("partial").ToArray();
        Assert.Contains("date_format", functions);
        var documented = ThemeReadme.RowsOf("## Functions").Select(row => ThemeReadme.Codes(row[0])[0].Split(' ')[0])
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(functions.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{{ site.titel }}", "`titel`")]
    [InlineData("{{ for post in site.posts; post.titel; end }}", "`titel`")]
    [InlineData("{{ page.source.title }}", null)]
    [InlineData("{{ site.title = 1 }}", null)]
    [InlineData("{{ site.posts[0] = 1 }}", null)]
    [InlineData("{{ page.params.key = 1 }}", null)]
    [InlineData("{{ nothing_of_this_name 1 }}", null)]
    [InlineData("{{ page.title | string.nothing_of_this_name }}", null)]
    [InlineData("{{ partial \"nothing\" }}", null)]
    [InlineData("{{ url }}", null)]
    [InlineData("{{ url \"/a/\" \"/b/\" }}", null)]
    [InlineData("{{ partial \"both\" x: !page.updated y: 2 }}", null)]
    [InlineData("{{ partial_cached \"greeting\" name: site.menu }}", "`partial_cached` can't remember `name`")]
    public void What_is_an_error_says_so(string template, string? message)
    {
        var site = ExampleSite(template).Build();
        Assert.Contains(site.Diagnostics.Sorted(),
            one => one is { Severity: Severity.Error, Place.Path: "content/theme/layouts/post.sbn-html" }
                && (message is null || one.Message.ToString().Contains(message, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{{ site?.titel }}|{{ page.params.none }}|{{ site.data.none }}|{{ site.theme.none }}", "|||")]
    [InlineData("{{ if 0 }}0{{ end }}{{ if \"\" }}text{{ end }}{{ if [] }}list{{ end }}{{ if false || null }}no{{ end }}", "0textlist")]
    [InlineData("{{ partial \"both\" x: (!page.updated) y: 2 }}", "true true 2")]
    [InlineData("{{ partial \"both\" x: (-1) y: 2 }}", "-1 -1 2")]
    [InlineData("{{ mine = \"seen\" }}{{ partial \"mine\" }}{{ include \"mine\" }}", "seen\nseen")]
    [InlineData("{{ page.title | string.upcase }}{{ html.newline_to_br \"<\" }}", "R&amp;D&lt;")]
    [InlineData("{{ page.content | string.upcase }}", "&lt;P&gt;본문입니다.&lt;/P&gt;")]
    [InlineData("a{{ capture x; ret 1; end }}b{{ x }}", "a")]
    [InlineData("{{ page.date | date.to_string \"%F %H:%M %Z\" }}", "2025-01-24 00:00 +09:00")]
    public void What_the_language_section_says_is_so(string template, string expected) =>
        Assert.Equal(expected, Example(template)["posts/rd/index.html"].Trim());

    [Fact]
    public void The_limits_are_those_of_the_program()
    {
        var code = Repository.Read("src/SiteGen.Core/Templates/RenderState.cs");
        string[] expected = ["3,000,000", "100", "256 MB", "16 Mi characters", "64 MB", "2 s", "60 s"];
        string[] sources = ["MostSteps = 3_000_000;", "MostDepth = 100;", "MostBuilt = 256L << 20;", "LongestText = 16 << 20;",
            "LongestOutput = 64 << 20;", "MostRegexTime = TimeSpan.FromSeconds(2);", "MostTime = TimeSpan.FromSeconds(60);"];
        Assert.All(sources, source => Assert.Contains(source, code));
        var section = ThemeReadme.Section("## The language");
        Assert.All(expected, limit => Assert.Contains($" | {limit} |", section));
    }

    [Fact]
    public void The_templates_of_the_document_render()
    {
        var site = TestSite.Maru(
            Whole.Replace("title: 베니오프 인터뷰\n", "title: 베니오프 인터뷰\nlayout: wide\n")
                .Replace("(* 옮긴이의 말)", "(* 옮긴이의 말)\n\n{{< note \"참고\" lang=ko >}}\n본문 **굵게**\n{{< /note >}}"),
            "-- content/theme/partials/footer.sbn-html --\n" + ThemeReadme.Block("html", "site-foot"),
            "-- content/theme/layouts/wide.sbn-html --\n" + ThemeReadme.Block("html", "특별한 쪽") + ThemeReadme.Block("html", "원문: ")
                + ThemeReadme.Block("html", "for item in site.menu") + ThemeReadme.Block("html", "partial \"post-list\""),
            "-- content/theme/layouts/archive.sbn-html --\n" + ThemeReadme.Block("html", "for y in archive.years"),
            "-- content/theme/shortcodes/note.sbn-html --\n" + ThemeReadme.Block("html", "args[0]")).Built();
        var page = site["posts/interview/index.html"];
        Assert.Contains("<title>특별한 쪽", page);
        Assert.Contains("<link rel=\"preload\" href=\"/blog/cover.jpg\" as=\"image\">", page);
        Assert.Contains("<p>시험: 글 3개</p>", page);
        Assert.Contains("원문: <a href=\"https://example.com/o\">원문</a>", page);
        Assert.Contains("<a href=\"/blog/people/\">인물</a>", page);
        Assert.Contains("<aside lang=\"ko\"><b>참고</b><p>본문 <strong>굵게</strong></p>", page);
        Assert.Contains("<a href=\"/blog/archives/2025/\">2025년</a> 2", site["archives/index.html"]);
    }

    [Fact]
    public void Archetypes_see_the_documented_names()
    {
        var rows = ThemeReadme.RowsOf("## Archetypes");
        var names = rows.SelectMany(row => ThemeReadme.Codes(row[0])).ToArray();
        var seen = Regex.Matches(Repository.Read("src/SiteGen.Core/Rendering/Archetype.cs"), """\["([a-z]+)"\] =""")
            .Select(match => match.Groups[1].Value);
        Assert.Equal(seen.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        var paths = names.Concat(["speakers[0].name", "speakers[0].role", "known.categories", "known.tags", "known.people", "site.title",
            "site.language", "site.author"]);
        var template = string.Concat(paths.Select(path => $"{path}: {{{{ if {path} == null }}}}missing{{{{ else }}}}there{{{{ end }}}}\n"));
        var printed = NewDocument("post", template);
        Assert.DoesNotContain("missing", printed);
        Assert.Equal(paths.Count(), printed.Split(": there\n").Length - 1);
    }

    [Fact]
    public void The_archetype_of_the_document_begins_a_document() => Assert.Equal(
        "---\ntitle: \"“새” 글: \\\"하나\\\"\"\ndate: 2025-01-24\nslug: \"new\"\ndraft: true\ncategories: []\n# 인터뷰\n---\n\n여기에 글을 씁니다.\n",
        NewDocument("post", ThemeReadme.Block("", "known.categories.size")));

    static string NewDocument(string kind, string archetype)
    {
        var site = TestSite.Maru(Whole, $"-- content/theme/archetypes/{kind}.sbn-md --\n{archetype}");
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(site.Files, site.Options, diagnostics);
        var text = Archetype.Render(plan.Site, new ArchetypeModel(kind, "“새” 글: \"하나\"", "new", "2025-01-24", [new Speaker("진행자", "host")],
            "https://example.com/"), diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return text!;
    }

    /// <summary>The site of the README's examples with a template for its post.</summary>
    static TestSite ExampleSite(string template) => TestSite.Maru(
        "-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/blog/\ntheme: maru\nmenu: [{title: 인물, url: /people/}]\n",
        "-- content/theme/layouts/post.sbn-html --\n" + template,
        "-- content/theme/partials/greeting.sbn-html --\n안녕, {{ $.name }}!",
        "-- content/theme/partials/both.sbn-html --\n{{ $.x }} {{ $x }} {{ $.y }}",
        "-- content/theme/partials/mine.sbn-html --\n{{ if mine; mine; end }}",
        TestSite.Post("rd.md", "R&D", "2025-01-24"));

    static TestSite Example(string template) => ExampleSite(template).Built();

    static IEnumerable<KeyValuePair<string, ThemeReadme.Shape>> Shapes(string path, ThemeReadme.Shape shape) =>
        shape.Members.SelectMany(member => Shapes($"{path}.{member.Key}",
            member.Value.Type is { } type ? new ThemeReadme.Shape() : member.Value)).Prepend(new(path, shape));

    static IReadOnlyList<Probe> ProbeWholeSite()
    {
        var template = new StringBuilder("§kind {{ page.kind }}\n");
        foreach (var (name, shape) in ThemeReadme.Objects)
        {
            template.Append($"{{{{ if {name} }}}}§value {name}\n");
            Add(template, name, name, shape, 0);
            template.Append("{{ end }}");
        }

        var site = TestSite.Maru([Whole, .. Layouts.Select(layout => $"-- content/theme/layouts/{layout}.sbn-html --\n{template}\n")])
            .Built();
        Assert.Empty(site.Diagnostics.Sorted());
        return [.. site.Output.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).Select(file => site[file])
            .Where(text => text.Contains("§kind")).Select(Read)];
    }

    /// <summary>Code that prints which members of a value are there, and the names of all.</summary>
    static void Add(StringBuilder template, string expression, string path, ThemeReadme.Shape shape, int depth)
    {
        template.Append($"{{{{ \"§keys {path} \" + (object.keys {expression} | array.join \",\") + \"\\n\" }}}}");
        foreach (var (name, member) in shape.Members)
        {
            var (inner, innerPath) = ($"{expression}.{name}", $"{path}.{name}");
            var item = $"item{depth}";
            template.Append(member.IsList ? $"{{{{ for {item} in {inner} }}}}" : $"{{{{ if {inner} != null }}}}")
                .Append($"§value {innerPath}\n");
            if (member.Type is { } type)
                template.Append($"{{{{ \"§keys {type} \" + (object.keys {(member.IsList ? item : inner)} | array.join \",\") + \"\\n"
                    + $"\" }}}}");
            else if (member.Members.Count > 0)
                Add(template, member.IsList ? item : inner, innerPath, member, depth + 1);
            template.Append("{{ end }}");
        }
    }

    static Probe Read(string printed)
    {
        var lines = printed.Split('\n').Where(line => line.StartsWith('§')).Select(line => line[1..].Split(' '))
            .ToLookup(words => words[0]);
        return new Probe(lines["kind"].Single()[1], lines["value"].Select(words => words[1]).ToHashSet(StringComparer.Ordinal),
            [.. lines["keys"].Select(words => (words[1], string.Join(',', words[2].Split(',').Order(StringComparer.Ordinal))))]);
    }
}
