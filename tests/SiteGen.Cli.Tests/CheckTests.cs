using System.Text;
using System.Text.Json;

namespace SiteGen.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    readonly SiteFolder site = new SiteFolder()
        .Write("content/site.yml",
            "title: 시험\ndescription: 시험하는 블로그\nbase_url: https://example.com/\ntheme: bare\nsearch: {enabled: false}\ntaxonomies: [tags]\n")
        .Write("themes/bare/layouts/base.sbn-html",
            "<!doctype html><html lang=\"ko\"><head><title>{{ page.title }}</title><meta name=\"description\" content=\"{{ "
                + "page.description ?? page.title }}\"></head><body><a href=\"/archives/2025/\">2025</a> <a "
                + "href=\"/archives/2025/01/\">1월</a> <a href=\"/archives/\">글</a> <a href=\"/tags/\">태그</a>{{ content }}{{ page.content "
                + "}}{{ for p in paginator?.pages }}<a href=\"{{ p.url }}\">{{ p.title }}</a>{{ end }}</body></html>")
        .Write("themes/bare/layouts/taxonomy.sbn-html", "---\nlayout: base\n---\n<h1>{{ page.title }}</h1>");

    public void Dispose() => site.Dispose();

    SiteFolder Post(string body) => site.Write("content/posts/a.md", $"---\ntitle: 지난 글\ndate: 2025-01-24\n---\n{body}\n");

    [Fact]
    public void A_clean_site_hears_how_much_was_looked_at_and_nothing_is_written()
    {
        Assert.Equal(0, site.Run("check"));
        Assert.Equal("", site.Errors);
        Assert.Matches("^[1-9][0-9]* pages, [1-9][0-9]* links checked: 0 errors, 0 warnings\n$", site.Output);
        Assert.False(Directory.Exists(site["output"]));
    }

    [Fact]
    public void Errors_end_with_1_and_warnings_alone_with_0()
    {
        Assert.Equal(0, Post("하나  둘").Run("check"));
        Assert.StartsWith("content/posts/a.md:5:3: warning text-double-space: Two spaces stand between words.\n", site.Errors,
            StringComparison.Ordinal);
        Assert.EndsWith(": 0 errors, 1 warning\n", site.Output, StringComparison.Ordinal);
        Assert.Equal(1, Post("[절](#없는-절)").Run("check"));
        Assert.StartsWith("content/posts/a.md:5:5: error link-fragment: ", site.Errors, StringComparison.Ordinal);
        Assert.EndsWith(": 1 error, 0 warnings\n", site.Output, StringComparison.Ordinal);
        Assert.Equal(1, site.Run("check", "--quiet"));
        Assert.Equal("", site.Output);
    }

    [Fact]
    public void A_mistake_in_the_configuration_ends_with_2()
    {
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\ntheme: bare\ncheck: {rules: {link-brokn: off}}\n");
        Assert.Equal(2, site.Run("check"));
        Assert.Contains("Did you mean `link-broken`?", site.Errors);
        Assert.Contains("1 error: the finished site was not checked, since pages are missing until it is mended.\n", site.Errors);
    }

    [Fact]
    public void Programs_read_findings_as_json_and_workflows_as_annotations()
    {
        Post("[절](#없는-절)").Run("check", "--format", "json");
        using var json = JsonDocument.Parse(site.Errors);
        Assert.Equal(("link-fragment", 5),
            (json.RootElement[0].GetProperty("rule").GetString(), json.RootElement[0].GetProperty("line").GetInt32()));
        site.Run("check", "--format", "github");
        Assert.StartsWith("::error file=content/posts/a.md,line=5,col=5,title=link-fragment::", site.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_folder_is_checked_as_it_stands()
    {
        Assert.Equal(0, site.Run("build"));
        Assert.Equal(0, site.Run("check", "output"));
        File.WriteAllText(site["output/posts/a/index.html"],
            File.ReadAllText(site["output/posts/a/index.html"]).Replace("</body>", "<a href=\"/nowhere/\">없는 곳</a></body>"));
        Assert.Equal(1, site.Run("check", "output"));
        Assert.Matches("^posts/a/index.html:[0-9]+:[0-9]+: error link-broken: The link “/nowhere/” leads nowhere", site.Errors);
        Assert.Equal(2, site.Run("check", "nowhere"));
        Assert.Equal("There is no folder nowhere.\n", site.Errors);
    }

    [Fact]
    public void A_Korean_site_and_a_folder_built_from_it_are_told_in_Korean_what_is_wrong()
    {
        Assert.Equal(0, Post("하나  둘").Run("build"));
        var ofSite = new Dictionary<string, string> { ["SITEGEN_LANGUAGE"] = "", ["LANG"] = "C" };
        Assert.Equal(0, site.RunIn(site.Root, ofSite, "check", "--clock", "2026-01-01"));
        Assert.StartsWith("content/posts/a.md:5:3: warning text-double-space: 낱말 사이가 두 칸 떨어져 있습니다.\n", site.Errors,
            StringComparison.Ordinal);
        File.WriteAllText(site["output/posts/a/index.html"],
            File.ReadAllText(site["output/posts/a/index.html"]).Replace("</body>", "<a href=\"/nowhere/\">없는 곳</a></body>"));
        Assert.Equal(1, site.RunIn(site.Root, ofSite, "check", "output"));
        Assert.Matches("^posts/a/index.html:[0-9]+:[0-9]+: error link-broken: “/nowhere/” 링크는 갈 곳이 없습니다. 사이트에 /nowhere/ 주소가 없습니다.",
            site.Errors);
    }

    [Fact]
    public void A_folder_of_another_program_may_lie_anywhere()
    {
        using var folder = new Sitegen.Folder();
        File.WriteAllText(folder["index.html"],
            "<!doctype html><html lang=en><head><title>Home</title><meta name=description content=Home></head><body><a "
                + "href=/blog/a.html>A</a></body></html>");
        File.WriteAllBytes(folder["a.html"], [0xFF, 0xD8, 0x00, 0x3C, 0x3C]);
        Assert.Equal(0, site.RunIn(folder.Path, [], "check", ".", "--base-url", "https://example.org/blog/"));
        Assert.Equal("2 pages, 1 link checked: 0 errors, 0 warnings\n", site.Output);
    }

    [Fact]
    public void Fix_mends_what_is_certain_and_says_what_it_changed()
    {
        byte[] written = [.. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes("---\r\ntitle: 지난 글\r\ndate: 2025-01-24\r\n---\r\n하나  둘 `셋  넷`\r\n\r\n\u1112\u1161\u11AB 글\r\n")];
        File.WriteAllBytes(site["content/posts/a.md"], written);
        Assert.Equal(0, site.Run("check", "--fix"));
        Assert.Equal("", site.Errors);
        Assert.StartsWith(
            "fixed content/posts/a.md:5: 2 spaces became one\nfixed content/posts/a.md:7: “한” composed (NFC)\n2 places fixed in 1 file.\n",
            site.Output, StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(
            "---\r\ntitle: 지난 글\r\ndate: 2025-01-24\r\n---\r\n하나 둘 `셋  넷`\r\n\r\n한 글\r\n")], File.ReadAllBytes(site["content/posts/a.md"]));
        Assert.Equal(["a.md", "draft.md", "gone.md", "later.md"],
            Directory.GetFiles(site["content/posts"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, site.Run("check", "--fix"));
        Assert.StartsWith("Nothing to fix.\n", site.Output, StringComparison.Ordinal);
        Assert.Equal(2, site.Run("check", "output", "--fix"));
    }

    [Fact]
    public void Links_to_other_sites_are_asked_only_when_that_is_wanted()
    {
        Post("[없는 곳](http://127.0.0.1:1/x)");
        Assert.Equal(0, site.Run("check"));
        Assert.Equal("", site.Errors);
        Assert.Equal(0, site.Run("check", "--external"));
        Assert.Contains("content/posts/a.md:5:8: warning external-unreachable: “http://127.0.0.1:1/x” is unreachable", site.Errors);
        Assert.Contains(" links checked, 1 address elsewhere asked: 0 errors, 1 warning\n", site.Output);
    }

    [Fact]
    public void Rules_are_listed_and_explained()
    {
        Assert.Equal(0, site.RunIn(site.Root, new(StringComparer.Ordinal) { ["SITEGEN_LANGUAGE"] = "ko" }, "rules"));
        Assert.Contains("\nimage-alt              warning  설명이 없는 그림.\n", site.Output);
        Assert.Equal(0, site.RunIn(Path.GetTempPath(), [], "rules"));
        Assert.Contains("\nimage-alt              warning  A picture has no description (alt).\n", site.Output);
        Assert.Equal(0, site.RunIn(site.Root, [], "rules", "image-alt"));
        Assert.Contains("\nBad:\n    ![](사진.jpg)\n\nGood:\n    ![해 질 녘의 다보스](사진.jpg)\n", site.Output);
        Assert.Equal(2, site.RunIn(site.Root, [], "rules", "image-atl"));
        Assert.Equal("There is no rule “image-atl”. Did you mean image-alt?\n", site.Errors);
        site.RunIn(site.Root, [], "rules", "--format", "json");
        using var json = JsonDocument.Parse(site.Output);
        Assert.Contains(json.RootElement.EnumerateArray(), rule => rule.GetProperty("rule").GetString() == "text-nfd"
            && rule.GetProperty("fix").GetString() is not null);
    }
}
