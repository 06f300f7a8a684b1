using System.Text;

namespace SiteGen.Cli.Tests;

public sealed class NewTests : IDisposable
{
    readonly SiteFolder site = new();

    public NewTests()
    {
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\ntheme: maru\n");
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "themes/maru"), site["themes/maru"]);
    }

    string Read(string path) => File.ReadAllText(site[path]);

    [Fact]
    public void A_post_begins_as_a_draft_of_today_in_the_sites_zone_and_its_path_is_printed()
    {
        // It is still the last day of 2025 in UTC, but the new year has begun in Seoul.
        Assert.Equal(0, site.RunAt("2025-12-31T15:30:00Z", "new", "AI의 미래: \"다보스\" #1"));
        Assert.Equal("content/posts/2026-01-01-ai의-미래-다보스-1.md\n", site.Output);
        Assert.Equal("", site.Errors);
        Assert.StartsWith(
            "---\ntitle: \"AI의 미래: \\\"다보스\\\" #1\"\ndate: 2026-01-01\nslug: \"ai의-미래-다보스-1\"\ndraft: true\ncategories: []\ntags: []\n",
            Read("content/posts/2026-01-01-ai의-미래-다보스-1.md"), StringComparison.Ordinal);
        Assert.Equal(0, site.Run("build", "--drafts"));
        Assert.True(File.Exists(site["output/posts/ai의-미래-다보스-1/index.html"]));
        Assert.Equal("", site.Errors);
    }

    [Fact]
    public void The_path_is_one_to_use_from_the_folder_that_one_stands_in()
    {
        Assert.Equal(0, site.RunIn(site["content"], [], "new", "하나"));
        Assert.StartsWith("posts/", site.Output, StringComparison.Ordinal);
        Assert.Equal(0, site.RunIn(site["../"], [], "new", "둘", "--source", "site"));
        Assert.StartsWith("site/content/posts/", site.Output, StringComparison.Ordinal);
        Assert.Equal(0, site.RunIn(site["themes"], [], "new", "셋"));
        Assert.True(File.Exists(site.Output.TrimEnd('\n')));
    }

    [Fact]
    public void Known_categories_stand_in_the_file_as_a_comment_those_of_drafts_too()
    {
        site.Write("content/posts/b.md", "---\ntitle: 글\ndate: 2025-01-01\ndraft: true\ncategories: [\"여행\\n일기\"]\n---\n")
            .Write("content/posts/c.md", "---\ntitle: 글 둘\ndate: 2025-01-01\ncategories: [AI 인터뷰 및 최신 동향]\n---\n");
        Assert.Equal(0, site.Run("new", "새 글"));
        Assert.Contains("categories: []\n# 지금까지 쓴 카테고리: 여행 일기, AI 인터뷰 및 최신 동향\ntags: []\n", Read("content/posts/2026-01-01-새-글.md"));
    }

    [Fact]
    public void An_interview_has_the_speakers_and_the_original_that_were_named()
    {
        Assert.Equal(0, site.Run("new", "다보스에서", "--speakers", "진행자:host, 마크 베니오프:guest ,\"줌\": 팀:guest", "--source",
            "https://example.com/a?b=1&c=\"2\"", "--date", "2025. 1. 24."));
        var text = Read("content/posts/2025-01-24-다보스에서.md");
        Assert.Contains("""
            interview:
              speakers:
                - {name: "진행자", role: host}
                - {name: "마크 베니오프", role: guest}
                - {name: "\"줌\": 팀", role: guest}

            """, text);
        Assert.Contains("source: {url: \"https://example.com/a?b=1&c=\\\"2\\\"\"}\n", text);
        Assert.Contains("\n\n진행자 - 첫 질문을 적습니다.\n\n마크 베니오프 - 대답을 적습니다.\n\n", text);
        Assert.Equal(0, site.Run("build", "--drafts"));
        Assert.Equal("", site.Errors);
        Assert.Contains("data-speaker=\"마크 베니오프\"", File.ReadAllText(site["output/posts/다보스에서/index.html"]));
    }

    [Fact]
    public void On_a_terminal_an_interview_asks_who_speaks_and_an_empty_answer_takes_the_usual_name()
    {
        var asked = new TestTerminal(site.Root) { Answers = new(["", "마크 베니오프, 래리 엘리슨", "https://example.com/x"]) };
        Assert.Equal(0, Program.Run(["new", "대담", "--kind", "interview", "--clock", "2026-01-01"], asked));
        Assert.Equal(["Who asks? Separate several by commas. [진행자] ", "Who answers? Separate several by commas. [인터뷰이] ",
            "Address of the original, if there is one: "], asked.Questions);
        var text = Read("content/posts/2026-01-01-대담.md");
        Assert.Contains("{name: \"진행자\", role: host}\n    - {name: \"마크 베니오프\", role: guest}\n    - {name: \"래리 엘리슨\", role: guest}\n",
            text);
        Assert.Contains("source: {url: \"https://example.com/x\"}", text);

        var silent = new TestTerminal(site.Root) { Answers = new() };
        Assert.Equal(0, Program.Run(["new", "대담 둘", "--kind", "interview", "--quiet", "--clock", "2026-01-01"], silent));
        Assert.Empty(silent.Questions);
        Assert.Contains("{name: \"진행자\", role: host}\n    - {name: \"인터뷰이\", role: guest}\n", Read("content/posts/2026-01-01-대담-둘.md"));
    }

    [Fact]
    public void A_wrong_answer_is_told_and_asked_for_again()
    {
        var asked = new TestTerminal(site.Root) { Answers = new(["가:hots", "가", "가", "나", "example", "https://example.com/x"]) };
        Assert.Equal(0, Program.Run(["new", "대담", "--kind", "interview", "--clock", "2026-01-01"], asked));
        Assert.Equal(6, asked.Questions.Count);
        Assert.Equal(
            "That can't be: “hots” is no role of 가; who asks is host, who answers is guest.\nThat can't be: 가 stands there twice.\n"
                + "“example” is no address of an original. Write it as https://example.com/interview.\n", asked.Errors);
        Assert.Contains("{name: \"가\", role: host}\n    - {name: \"나\", role: guest}\n", Read("content/posts/2026-01-01-대담.md"));

        var gone = new TestTerminal(site.Root) { Answers = new(["가:hots"]) };
        Assert.Equal(2, Program.Run(["new", "대담 둘", "--kind", "interview", "--clock", "2026-01-01"], gone));
        Assert.False(File.Exists(site["content/posts/2026-01-01-대담-둘.md"]));
    }

    [Fact]
    public void A_page_has_no_date_unless_one_is_named_and_a_bundle_is_a_folder()
    {
        Assert.Equal(0, site.Run("new", "도움말", "--kind", "page", "--bundle"));
        Assert.Equal("content/pages/도움말/index.md\n", site.Output);
        Assert.DoesNotContain("date:", Read("content/pages/도움말/index.md"));
        Assert.Equal(0, site.Run("new", "연혁", "--kind", "page", "--date", "2025-01-24 09:30"));
        Assert.Contains("date: 2025-01-24 09:30 +0900\n", Read("content/pages/연혁.md"));
        Assert.Equal(0, site.Run("new", "사진", "--bundle", "--slug", "photos"));
        Assert.Equal("content/posts/2026-01-01-photos/index.md\n", site.Output);
        Assert.Equal(0, site.Run("build", "--drafts"));
        Assert.True(File.Exists(site["output/도움말/index.html"]));
        Assert.True(File.Exists(site["output/posts/photos/index.html"]));
    }

    [Theory]
    [InlineData("@twitter 이야기", "twitter-이야기")]
    [InlineData("[공지] 쉽니다", "공지-쉽니다")]
    [InlineData("--", "-5도의 겨울", "5도의-겨울")]
    [InlineData("a=b:c", "a-b-c")]
    public void Titles_that_look_like_arguments_are_titles(params string[] words)
    {
        Assert.Equal(0, site.RunIn(site.Root, [], ["new", "--date", "2026-01-01", .. words[..^1]]));
        Assert.Equal($"content/posts/2026-01-01-{words[^1]}.md\n", site.Output);
        Assert.StartsWith($"---\ntitle: \"{words[^2]}\"\n", Read($"content/posts/2026-01-01-{words[^1]}.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Slugs_are_romanised_where_the_site_says_so()
    {
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\npermalinks: {romanize: true}\n");
        Assert.Equal(0, site.Run("new", "신라 이야기"));
        Assert.Equal("content/posts/2026-01-01-silla-iyagi.md\n", site.Output);
    }

    [Theory]
    [InlineData("content/posts/2026-01-01-새-글.md", "새 글", 1)]
    [InlineData("content/posts/2026-01-01-\u1109\u1162-\u1100\u1173\u11AF.md", "새 글", 1)]
    [InlineData("content/posts/2026-01-01-ABC.md", "abc", 1)]
    public void Nothing_is_written_over(string there, string title, int exitCode)
    {
        site.Write(there, "mine");
        var before = Sitegen.Snapshot(site["content"]);
        Assert.Equal(exitCode, site.Run("new", title));
        Assert.Contains("error document-exists: There is such a file already; it was left as it is.", site.Errors);
        Assert.Contains("--slug", site.Errors);
        Assert.Equal("", site.Output);
        Sitegen.AssertSame(before, Sitegen.Snapshot(site["content"]));
    }

    [Fact]
    public void An_address_that_is_taken_is_told_before_anything_is_written()
    {
        Assert.Equal(1, site.Run("new", "A", "--slug", "a"));
        Assert.Contains("error address-duplicate: ", site.Errors);
        Assert.Contains("content/posts/a.md", site.Errors);
        Assert.Equal(1, site.Run("new", "A", "--kind", "page", "--slug", "archives"));
        Assert.Contains("/archives/", site.Errors);
        Assert.False(File.Exists(site["content/posts/2026-01-01-a.md"]));
        Assert.False(Directory.Exists(site["content/pages"]));
    }

    [Fact]
    public void Mistakes_in_other_posts_do_not_stop_it_but_those_of_the_configuration_do()
    {
        site.Write("content/posts/wrong.md", "no front matter");
        Assert.Equal(0, site.Run("new", "새 글"));
        Assert.Equal("", site.Errors);
        site.Write("content/site.yml", "title: 시험\ntheme: maruu\n");
        Assert.Equal(2, site.Run("new", "다른 글"));
        Assert.Contains("There is no theme “maruu”", site.Errors);
    }

    [Theory]
    [InlineData("The title “   ” is empty.", "   ")]
    [InlineData("holds a line break; a title stands on one line.", "두\n줄")]
    [InlineData("holds a line break; a title stands on one line.", "두\u2028줄")]
    [InlineData("holds a tab.", "두\t칸")]
    [InlineData("holds U+0007, which is no character to read.", "종\u0007")]
    [InlineData("No address can be made of the title “🎉”: it holds no letter or digit. Name one with --slug my-post.", "🎉")]
    [InlineData("--slug: “a b” holds a space; letters, digits, - _ . ~ can stand there. Write it as --slug a-b.", "글", "--slug", "a b")]
    [InlineData("--slug: “../x” begins with a dot. Write it as --slug x.", "글", "--slug", "../x")]
    [InlineData("--date: there is no such day or time as “2025-02-30”.", "글", "--date", "2025-02-30")]
    [InlineData("--speakers is for an interview, but --kind says post.", "글", "--kind", "post", "--speakers", "가:host")]
    [InlineData("--speakers: “hots” is no role of 가; who asks is host, who answers is guest.", "글", "--speakers", "가:hots")]
    [InlineData("--speakers: 가 stands there twice.", "글", "--speakers", "가:host,가:guest")]
    [InlineData("--speakers: nobody is named.", "글", "--speakers", " , ")]
    [InlineData("--speakers: the name “” is empty.", "글", "--speakers", ":host")]
    [InlineData("--source names one original (https://…) and one folder at most.", "글", "--source", "https://a.example/", "--source",
        "https://b.example/")]
    [InlineData("--edit: the environment names no editor. Set VISUAL or EDITOR", "글", "--edit")]
    [InlineData("essay", "글", "--kind", "essay")]
    public void What_can_not_be_made_is_wrong_usage_and_writes_nothing(string message, params string[] arguments)
    {
        var before = Sitegen.Snapshot(site["content"]);
        Assert.Equal(2, site.Run(["new", .. arguments]));
        Assert.Contains(message, site.Errors);
        Assert.Equal("", site.Output);
        Sitegen.AssertSame(before, Sitegen.Snapshot(site["content"]));
    }

    [Fact]
    public void Source_may_name_the_original_and_the_folder_but_for_other_commands_one_folder_alone()
    {
        Assert.Equal(0,
            site.RunIn(site["../"], [], "new", "글", "--source", "https://example.com/x", "--source", "site", "--date", "2026-01-01"));
        Assert.Contains("source: {url: \"https://example.com/x\"}", Read("content/posts/2026-01-01-글.md"));
        Assert.Equal(2, site.Run("list", "--source", "https://example.com/x"));
        Assert.Contains("https://example.com/x is no site", site.Errors);
        Assert.Equal(2, site.Run("list", "--source", ".", "--source", "."));
        Assert.Equal("--source names one folder.\n", site.Errors);
        Assert.Equal(2, site.Run("new", "글 둘", "--source", ".", "--source", "."));
    }

    [Fact]
    public void The_sites_own_archetype_wins_and_sees_every_documented_name()
    {
        site.Write("content/theme/archetypes/post.sbn-md",
            "---\ntitle: {{ title | string.literal }}\ndate: {{ date }}\nslug: {{ slug }}\nby: {{ site.author ?? site.title }}\n---\n"
                + "{{ kind }} {{ site.language }} {{ speakers.size }} {{ source ?? \"-\" }} {{ known.tags.size }} {{ known.categories | "
                + "array.join \",\" }}\n\n\n");
        Assert.Equal(0, site.Run("new", "새 글"));
        Assert.Equal("---\ntitle: \"새 글\"\ndate: 2026-01-01\nslug: 새-글\nby: 시험\n---\npost ko 0 - 0\n",
            Read("content/posts/2026-01-01-새-글.md"));
    }

    [Theory]
    [InlineData("---\ntitle: {{ titel }\n---\n", "content/theme/archetypes/post.sbn-md:2:")]
    [InlineData("---\ntitle: {{ title }}\ndate: {{ date }}\nweight: much\n---\n",
        "content/posts/2026-01-01-새-글.md:4:9: error front-matter-type: `weight` must be a whole number")]
    [InlineData("본문", "error front-matter-missing")]
    public void An_archetype_whose_document_would_not_build_is_an_error_and_nothing_is_written(string archetype, string message)
    {
        site.Write("content/theme/archetypes/post.sbn-md", archetype);
        Assert.Equal(1, site.Run("new", "새 글"));
        Assert.Contains(message, site.Errors);
        Assert.False(File.Exists(site["content/posts/2026-01-01-새-글.md"]));
    }

    [Fact]
    public void A_theme_without_the_archetype_is_an_error_that_says_where_it_was_looked_for()
    {
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\ntheme: bare\n");
        Assert.Equal(1, site.Run("new", "새 글"));
        Assert.Contains(
            "There is no archetype “post”; looked for content/theme/archetypes/post.sbn-md and themes/bare/archetypes/post.sbn-md.",
            site.Errors);
    }

    [UnixFact]
    public void The_editor_of_the_environment_is_opened_with_its_arguments_and_VISUAL_wins()
    {
        site.Write("editor.sh", "#!/bin/sh\nprintf '%s|' \"$@\" >> \"$(dirname \"$0\")/seen\"\nprintf '더한 글' >> \"$2\"\n");
        var editor = $"sh '{site["editor.sh"]}' '--wait now'";
        Assert.Equal(0, site.RunIn(site.Root, new() { ["VISUAL"] = editor, ["EDITOR"] = "false" }, "new", "그 \"글\" $HOME", "--edit",
            "--date", "2026-01-01"));
        Assert.Equal($"--wait now|{site["content/posts/2026-01-01-그-글-home.md"]}|", Read("seen"));
        Assert.EndsWith("더한 글", Read("content/posts/2026-01-01-그-글-home.md"), StringComparison.Ordinal);
        Assert.Equal(2, site.RunIn(site.Root, new() { ["EDITOR"] = "exit 7 #" }, "new", "다음 글", "--edit", "--date", "2026-01-01"));
        Assert.Equal("The file is written, but the editor ended with 7: exit 7 #\n", site.Errors);
        Assert.True(File.Exists(site["content/posts/2026-01-01-다음-글.md"]));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_an_error()
    {
        site.Write("content/pages", "a file where the folder must stand");
        Assert.Equal(1, site.Run("new", "소개 둘", "--kind", "page"));
        Assert.StartsWith("content/pages/소개-둘.md can't be written: ", site.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_makes_a_name_that_every_disk_can_hold_cut_at_a_syllable()
    {
        Assert.Equal(0, site.Run("new", new string('가', 10_000)));
        var name = Path.GetFileName(site.Output.TrimEnd('\n'));
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 200, 255);
        Assert.Matches("^2026-01-01-가+\\.md$", name);
        Assert.Equal(0, site.Run("new", "짧은 글", "--slug", new string('나', 80)));
        Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(site.Output.TrimEnd('\n'))), 250, 255);
    }

    public void Dispose() => site.Dispose();
}
