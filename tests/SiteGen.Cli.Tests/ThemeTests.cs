using System.Text.Json;
using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

public sealed class ThemeTests : IDisposable
{
    const string Footer = "content/theme/partials/footer.sbn-html";

    readonly SiteFolder site = new();

    public ThemeTests()
    {
        Directory.Delete(site["themes"], recursive: true);
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\n");
    }

    [Fact]
    public void The_whole_theme_is_copied_once_and_makes_the_same_site()
    {
        Run("build", "--output", "../builtin");
        Run("theme", "eject");
        Assert.Matches(@"^\d+ files written to themes/maru/, which is now the theme of this site\.", site.Output);
        Run("build", "--output", "../ejected");
        Assert.Equal("", site.Errors);
        Sitegen.AssertSame(Sitegen.Snapshot(site["../builtin"]), Sitegen.Snapshot(site["../ejected"]));
        Run("theme", "diff");
        Assert.Equal("No copy differs from the theme inside the program.\n", site.Output);

        File.WriteAllText(site["themes/maru/layouts/base.sbn-html"], "mine");
        Assert.Equal(2, site.Run("theme", "eject"));
        Assert.Equal(2, site.Run("theme", "eject", "footer"));
        Assert.Equal("The theme is in the site already: change the files in themes/maru/.\n", site.Errors);
        Assert.Equal("mine", File.ReadAllText(site["themes/maru/layouts/base.sbn-html"]));
        Assert.False(Directory.Exists(site["content/theme"]));
    }

    [Fact]
    public void Files_are_copied_by_path_or_name_and_what_is_there_stays()
    {
        Run("theme", "eject", "footer", "layouts/post.sbn-html", "themes/maru/partials/toc.sbn-html", "footer.sbn-html");
        Assert.StartsWith($"{Footer}\ncontent/theme/layouts/post.sbn-html\ncontent/theme/partials/toc.sbn-html\nChange these files",
            site.Output, StringComparison.Ordinal);
        var original = Path.Combine(Sitegen.Repository, "themes/maru/partials/footer.sbn-html");
        Assert.Equal(File.ReadAllText(original), File.ReadAllText(site[Footer]));
        Assert.EndsWith("See what you have changed with: sitegen theme diff\n", site.Output, StringComparison.Ordinal);
        site.Write(Footer, "mine");
        Assert.Equal(2, site.Run("theme", "eject", "head", "footer"));
        Assert.Equal($"Nothing was copied, because the site has: {Footer}\n", site.Errors);
        Assert.Equal("mine", File.ReadAllText(site[Footer]));
        Assert.False(File.Exists(site["content/theme/partials/head.sbn-html"]));
        Run("theme", "eject", "head", "--quiet");
        Assert.Equal("content/theme/partials/head.sbn-html\n", site.Output);
        Assert.Equal(4, File.ReadAllLines(site["content/theme/.ejected"]).Count(line => !line.StartsWith('#')));
    }

    [Theory]
    [InlineData("foter", "The theme has no file “foter”. Did you mean footer?\n")]
    [InlineData("layouts/psot.sbn-html", "The theme has no file “layouts/psot.sbn-html”. Did you mean layouts/post.sbn-html?\n")]
    [InlineData("post", "“post” is several files: archetypes/post.sbn-md, layouts/post.sbn-html. Write the path.\n")]
    [InlineData("../site.yml",
        "The theme has no file “../site.yml”. Its folders: archetypes, assets, i18n, layouts, partials, shortcodes, static.\n")]
    public void A_name_that_is_no_file_of_the_theme_is_refused(string name, string expected)
    {
        Assert.Equal(2, site.Run("theme", "eject", "footer", name));
        Assert.Equal(expected, site.Errors);
        Assert.False(Directory.Exists(site["content/theme"]));
    }

    [Fact]
    public void The_theme_of_another_name_is_not_the_programs()
    {
        Run("theme", "eject");
        Directory.Move(site["themes/maru"], site["themes/mine"]);
        site.Write("content/site.yml", "title: 시험\ntheme: mine\n").Write("themes/mine/partials/footer.sbn-html", "<footer></footer>");
        Assert.Equal(2, site.Run("theme", "eject", "head"));
        Assert.StartsWith("The theme of this site is “mine”. To copy", site.Errors, StringComparison.Ordinal);
        Run("theme", "diff");
        Assert.Contains("+++ themes/mine/partials/footer.sbn-html\n", site.Output, StringComparison.Ordinal);
        site.Write("content/site.yml", "title: 시험\ntheme: nime\n");
        Assert.Equal(2, site.Run("theme", "diff"));
        Assert.Contains("error config-theme", site.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_warns_of_an_outdated_copy_until_it_is_accepted()
    {
        Run("theme", "eject", "footer", "head");
        site.Write(Footer, "<footer></footer>\n");
        Run("build");
        Assert.Equal("", site.Errors);
        // The program was older when the file was copied.
        var record = File.ReadAllText(site["content/theme/.ejected"]);
        site.Write("content/theme/.ejected", Regex.Replace(record, @"(?m)^\w{32} \S+ (.*footer.*)$", $"{new string('0', 32)} 0.0.9 $1"));
        foreach (var command in new[] { "build", "build", "check" })
        {
            Run(command);
            Assert.Contains($"{Footer}: warning theme-outdated: ", site.Errors, StringComparison.Ordinal);
        }

        Run("theme", "diff", "--format", "json");
        using var json = JsonDocument.Parse(site.Output);
        Assert.Equal([(Footer, "changed", true, "0.0.9"), ("content/theme/partials/head.sbn-html", "same", false, Version(record))],
            json.RootElement.EnumerateArray().Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("state").GetString()!,
                file.GetProperty("outdated").GetBoolean(), file.GetProperty("copied_from").GetString()!)));
        Run("theme", "diff");
        Assert.StartsWith($"{Footer}: copied from 0.0.9; the program's file has changed since.\n--- ", site.Output,
            StringComparison.Ordinal);

        Run("theme", "accept");
        Assert.StartsWith($"{Footer} is up to date", site.Output, StringComparison.Ordinal);
        Assert.Equal(record, File.ReadAllText(site["content/theme/.ejected"]));
        Run("build");
        Assert.Equal("", site.Errors);
        Assert.Equal("<footer></footer>\n", File.ReadAllText(site[Footer]));
    }

    [Fact]
    public void The_differences_are_a_patch_of_the_programs_file()
    {
        Run("theme", "diff");
        Assert.Equal("The site has no theme files of its own: it uses the theme inside the program as it is.\n", site.Output);
        Assert.Equal(2, site.Run("theme", "diff", "search.js"));
        Assert.Equal("The site has no copy of assets/js/search.js. Make one with: sitegen theme eject assets/js/search.js\n", site.Errors);
        Run("theme", "eject", "search.js");
        var path = site["content/theme/assets/js/search.js"];
        var original = File.ReadAllLines(path);
        var random = new Random(2026);
        for (var i = 0; i < 40; i++)
        {
            var lines = original.ToList();
            for (var edits = random.Next(1, 12); edits > 0; edits--)
                Edit(lines, random);
            File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
            Run("theme", "diff", "assets/js/search.js");
            Assert.Equal(lines, Patched(original, site.Output.Split('\n')[2..^1]));
        }

        File.WriteAllText(path, string.Join('\n', original));
        Run("theme", "diff");
        Assert.EndsWith($"-{original[^1]}\n+{original[^1]}\n\\ No newline at end of file\n", site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Theme_alone_shows_its_help()
    {
        using var folder = new Sitegen.Folder();
        var terminal = new TestTerminal(folder.Path);
        Assert.Equal(0, Sitegen.Run(terminal, "theme"));
        Assert.Contains("eject <file>", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(2, Sitegen.Run(terminal, "theme", "ejct"));
        Assert.EndsWith("See: sitegen theme --help\n", terminal.Errors, StringComparison.Ordinal);
    }

    static void Edit(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        if (random.Next(3) is var kind && kind > 0)
            lines.RemoveAt(at);
        if (kind < 2)
            lines.Insert(at, lines[random.Next(lines.Count)] + (random.Next(2) == 0 ? "" : "x"));
    }

    /// <summary>Applies hunks as strictly as they can be.</summary>
    static List<string> Patched(string[] original, string[] diff)
    {
        var (result, at) = (new List<string>(), 0);
        foreach (var line in diff)
        {
            if (Regex.Match(line, @"^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$") is { Success: true } hunk)
            {
                var start = int.Parse(hunk.Groups[1].Value) - (hunk.Groups[2].Value == "0" ? 0 : 1);
                result.AddRange(original[at..start]);
                at = start;
                Assert.Equal(int.Parse(hunk.Groups[3].Value) - (hunk.Groups[4].Value == "0" ? 0 : 1), result.Count);
                continue;
            }

            if (line[0] != '+')
                Assert.Equal(original[at++], line[1..]);
            if (line[0] != '-')
                result.Add(line[1..]);
        }

        return [.. result, .. original[at..]];
    }

    static string Version(string record) => Regex.Match(record, @"(?m)^\w{32} (\S+) ").Groups[1].Value;

    void Run(params string[] arguments) => Assert.True(site.Run(arguments) == 0, site.Errors);

    public void Dispose() => site.Dispose();
}
