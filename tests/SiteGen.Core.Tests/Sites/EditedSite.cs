using System.Text;
using SiteGen.Core.Files;

namespace SiteGen.Core.Tests.Sites;

/// <summary>
/// A small site in which texts show up in many places, and an author, a clock and an intruder who change whatever can be changed, at random
/// but the same in every run.
/// </summary>
sealed class EditedSite
{
    const string Build = "build";

    const string Theme = """
        -- themes/t/theme.yml --
        name: t
        -- themes/t/i18n/ko.yml --
        posts: 글
        -- themes/t/assets/style.css --
        body {}
        -- themes/t/layouts/base.sbn-html --
        <html><link href="{{ asset "style.css" }}">{{ content }}<footer>{{ site.title }} {{ site.data.motto?.text }}</footer></html>
        -- themes/t/layouts/post.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1><p>{{ page.reading_time }}</p>{{ page.content }}{{
        if page.next }}<a href="{{ page.next.url }}">{{ page.next.description }}</a>{{ end }}{{ page.json_ld }}
        -- themes/t/layouts/silent.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>
        -- themes/t/layouts/list.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>{{ for p in paginator.pages }}{{ partial_cached "card" post: p }}{{ end }}
        -- themes/t/partials/card.sbn-html --
        <p><a href="{{ $.post.url }}">{{ $.post.title }}</a>{{ $.post.summary }}</p>
        -- themes/t/layouts/term.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ term.name }}</h1>{{ for p in paginator.pages }}<a href="{{ p.url }}">{{ p.title }}</a>{{ end }}{{
        for p in term.mentions }}<i>{{ p.title }}</i>{{ end }}
        -- themes/t/layouts/taxonomy.sbn-html --
        ---
        layout: base
        ---
        {{ for t in taxonomy.terms }}<a href="{{ t.url }}">{{ t.name }}</a> {{ t.count }};{{ end }}
        -- themes/t/layouts/glossary.sbn-html --
        ---
        layout: base
        ---
        {{ for group in site.glossary }}{{
        for term in group.terms }}<dt>{{ term.term }} {{ term.original }}</dt><dd>{{ term.sentence }}</dd>{{ end }}{{ end }}
        -- themes/t/layouts/404.sbn-html --
        ---
        layout: base
        ---
        <p>{{ date.now }}</p>
        -- themes/t/shortcodes/oldest.sbn-html --
        <q>{{ site.posts[site.posts.size - 1].summary }}</q>
        -- themes/t/shortcodes/now.sbn-html --
        <time>{{ date.now }}</time>
        """;

    static readonly string[] Sentences =
    [
        "오늘은 세일즈포스(Salesforce)의 소식입니다.", "마크 주커버그가 오픈소스(Open Source)를 말합니다.", "주커버크는 다르게 생각합니다.", "## 작은 제목", "[소개](/about/)를 보세요.",
        "진행자 - 어떻게 생각하십니까?", "마크 - 좋은 질문입니다.", "![그림](/picture.png)", "{{< oldest >}}", "다보스(Davos)에서 만났습니다.", "- 하나\n- 둘",
        "**굵은** 글씨와 `코드`.", "메타 이야기입니다.", "{{< now >}}",
        "영업군단(SALESFORCE)이라고도 하고 다보스 맨(Davos)이라고도 합니다.", "마크 - 저는 공개 소스(open source)라고 부릅니다. 누구나 봅니다.",
        "{{< oldest >}} 다음의 말은 인공지능(AI)입니다.", Long,
    ];

    /// <summary>
    /// Enough words for more than one part of a large site's index; how many parts there are depends on how often it stands somewhere.
    /// </summary>
    static string Long =>
        string.Join(' ', Enumerable.Range(0, 9_000).Select(i => $"{(char)('가' + i * 37 % 11_172)}{(char)('가' + i * 101 % 11_172)}"));

    readonly Random random;
    readonly string search;
    readonly SortedDictionary<string, (string Matter, string Body)> posts = new(StringComparer.Ordinal);
    int made;

    public EditedSite(int seed)
    {
        random = new Random(seed);
        search = (seed % 3) switch { 0 => "{enabled: false}", 1 => "{shard_above: 0}", _ => "{}" };
        Site = TestSite.Of(Theme);
        Configure("시험");
        Site.Add("-- content/pages/about.md --\n---\ntitle: 소개\n---\n\n안녕하세요.\n");
        Site.Add(
            "-- content/posts/talks/_defaults.yml --\ncategory: 대담\ninterview: {speakers: [{name: 진행자, role: host}, {name: 마크, role: "
                + "guest, person: 마크 주커버그}]}\n");
        Site.Add("-- content/data/people.yml --\n마크 주커버그: {aliases: [주커버그]}\n");
        Site.Files.Add("content/static/picture.png", Picture(1));
        for (var i = 0; i < 9; i++)
            NewPost();
    }

    public TestSite Site { get; }

    /// <summary>One edit; what it was, for messages.</summary>
    public string Edit() => random.Next(20) switch
    {
        < 7 => "a text: " + Change(post => (post.Matter, Body())),
        7 => "front matter: " + Change(post => (Matter(), post.Body)),
        8 => "a new post: " + NewPost(),
        9 => "no more: " + Take(),
        10 => "another name: " + Rename(),
        11 => ThemeFile(),
        12 => Data(),
        13 => Static(),
        14 => Intrude(),
        15 => Intrude(),
        16 => Clock(),
        17 => Options(),
        18 => "a mistake: " + Change(post => random.Next(3) switch
        {
            0 => (post.Matter, "[그](/nowhere/)\n"),
            1 => ("title: 하나: 둘\n", post.Body),
            _ => (post.Matter, "{{< nothing >}}\n")
        }),
        _ => "nothing",
    };

    string Change(Func<(string Matter, string Body), (string Matter, string Body)> change)
    {
        var path = posts.Keys.ElementAt(random.Next(posts.Count));
        Write(path, change(posts[path]));
        return path;
    }

    void Write(string path, (string Matter, string Body) post)
    {
        posts[path] = post;
        Site.Files.Add(path, Encoding.UTF8.GetBytes($"---\n{post.Matter}---\n\n{post.Body}"));
    }

    string NewPost()
    {
        var path = $"content/posts/{(random.Next(3) == 0 ? "talks/" : "")}글-{++made}.md";
        Write(path, (Matter(), Body()));
        return path;
    }

    string Take()
    {
        if (posts.Count < 5)
            return NewPost();
        var path = posts.Keys.ElementAt(random.Next(posts.Count));
        posts.Remove(path);
        Site.Files.Remove(path);
        return path;
    }

    string Rename()
    {
        var path = posts.Keys.ElementAt(random.Next(posts.Count));
        var post = posts[path];
        posts.Remove(path);
        Site.Files.Remove(path);
        path = $"content/posts/이름-{++made}.md";
        Write(path, post);
        return path;
    }

    string Matter()
    {
        var more = random.Next(9) switch
        {
            0 => "draft: true\n",
            1 => $"publish_date: 2026-01-{random.Next(1, 9):00}\n",
            2 => $"expiry_date: 2026-01-{random.Next(1, 9):00}\n",
            3 => "unlisted: true\n",
            4 => "people: [마크 주커버그]\n",
            5 => "summary: 손으로 쓴 요약\n",
            6 => "layout: silent\n",
            _ => "",
        };
        return $"title: 제목 {random.Next(100)}\ndate: 2025-{random.Next(1, 13):00}-{random.Next(1, 28):00}\n"
            + $"tags: [{(random.Next(2) == 0 ? "하나" : "둘")}, 모두]\n{more}";
    }

    string Body() => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Sentences[random.Next(Sentences.Length)] + "\n\n"));

    void Configure(string title) =>
        Site.Add($"-- content/site.yml --\ntitle: {title}\nbase_url: https://example.com/\ntheme: t\npaginate: 3\nsearch: {search}\n"
            + $"feed: {{full_text: {(random.Next(2) == 0 ? "true" : "false")}}}\n");

    string ThemeFile()
    {
        switch (random.Next(4))
        {
            case 0:
                Site.Add($"-- content/theme/assets/style.css --\np {{ margin: {random.Next(9)}px }}");
                return "a style";
            case 1:
                Site.Add($"-- themes/t/layouts/404.sbn-html --\n---\nlayout: base\n---\n<b>{random.Next(9)}</b><p>{{{{ date.now }}}}</p>");
                return "a layout";
            case 2:
                Site.Add($"-- themes/t/readme-{random.Next(3)}.txt --\n{random.Next(9)}");
                return "a theme file that is not read";
            default:
                Configure("시험 " + random.Next(9));
                return "the configuration";
        }
    }

    string Data()
    {
        Site.Add(random.Next(3) switch
        {
            0 => $"-- content/data/motto.yml --\ntext: 좌우명 {random.Next(9)}",
            1 => $"-- content/data/people.yml --\n마크 주커버그: {{aliases: [{(random.Next(2) == 0 ? "주커버그" : "메타")}]}}",
            _ => $"-- content/data/glossary.yml --\nDavos: {{hidden: {(random.Next(2) == 0 ? "true" : "false")}}}",
        });
        return "data";
    }

    string Static()
    {
        if (random.Next(2) == 0)
            Site.Files.Add("content/static/picture.png", Picture((byte)random.Next(1, 9)));
        else
            Site.Add($"-- content/static/file-{random.Next(3)}.txt --\n{random.Next(9)}");
        return "a static file";
    }

    string Intrude()
    {
        var files = Site.Output.Files.Keys.ToArray();
        if (files.Length == 0)
            return "nothing";
        var file = random.Next(3) == 0 ? null : files[random.Next(files.Length)];
        var bytes = file is null ? Site.Output.Cache.Read(Build) : Site.Output.Files[file];
        if (bytes is null)
            return "nothing";
        byte[] damaged = [.. bytes.Select((value, i) => i == bytes.Length / 2 ? (byte)(value ^ 1) : value)];
        if (file is null && random.Next(2) == 0)
            Site.Output.Cache.Delete(Build);
        else if (file is null)
            Site.Output.Cache.Write(Build, damaged);
        else if (random.Next(2) == 0)
            Site.Output.Delete(file);
        else
            Site.Output.Add(file, damaged);
        return "the output: " + (file ?? "cache");
    }

    string Clock()
    {
        Site.Options = Site.Options with { Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(10 * 24)) };
        return "the clock";
    }

    string Options()
    {
        if (random.Next(2) == 0)
            Site.Options = Site.Options with { Drafts = !Site.Options.Drafts };
        else
            Site.WithBaseUrl(random.Next(2) == 0 ? "https://example.com/" : "https://example.com/blog/");
        return "the command line";
    }

    /// <summary>The head of a PNG, so many pixels wide.</summary>
    static byte[] Picture(byte width) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, width, 0, 0, 0, 1, 8, 2, 0, 0, 0];
}
