using System.Text;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;
using SiteGen.Core.Themes;

namespace SiteGen.Core.Tests.Themes;

public sealed class ThemeCopiesTests
{
    const string Config = "-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\n";
    const string Footer = "partials/footer.sbn-html";
    const string Toc = "partials/toc.sbn-html";
    const string Warning = "These files were copied from another version of the theme than SiteGen ";

    /// <summary>A site with copies of two files, the first changed by its author.</summary>
    static TestSite Copied(string record, string folder = "content/theme")
    {
        var site = TestSite.Of(Config, TestSite.Post("a.md", "하나", "2025-01-01"));
        site.Files.Add($"{folder}/{Footer}", Encoding.UTF8.GetString(BuiltInTheme.Read(Footer)!) + "<!-- 내 것 -->\n");
        site.Files.Add($"{folder}/{Toc}", BuiltInTheme.Read(Toc)!);
        site.Files.Add($"{folder}/.ejected", record);
        return site;
    }

    static string Line(string path, string contents, string version)
    {
        var original = new ThemeOriginal(version, ThemeOriginal.HashOf(Encoding.UTF8.GetBytes(contents)));
        return CopyRecord.Text(new Dictionary<string, ThemeOriginal> { [path] = original });
    }

    [Fact]
    public void A_copy_whose_original_has_changed_since_is_outdated_in_every_build_until_it_is_accepted()
    {
        var site = Copied(Line(Footer, "옛것", "0.0.9")).Built();
        var expected = $"""
            content/theme/{Footer}: warning theme-outdated: {Warning}{BuiltInTheme.Version} has: content/theme/{Footer} (0.0.9).
              hint: See the differences with `sitegen theme diff`. When a file is up to date, say so with `sitegen theme accept FILE`.

            """;
        Assert.Equal(expected, site.Printed);
        Assert.Equal(0, site.Built().Report!.Counts!.Written);
        Assert.Equal(expected, site.Printed);
        site.Files.Add("content/theme/.ejected", Line(Footer, Encoding.UTF8.GetString(BuiltInTheme.Read(Footer)!), "0.1.0"));
        Assert.Equal("", site.Built().Printed);
    }

    [Fact]
    public void A_file_that_the_theme_has_no_more_is_outdated_too()
    {
        var site = Copied(Line("partials/gone.sbn-html", "옛것", "0.0.9"));
        Assert.Equal("", site.Built().Printed);
        site.Files.Add("content/theme/partials/gone.sbn-html", "<p>");
        Assert.Contains("content/theme/partials/gone.sbn-html (0.0.9)", site.Built().Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_is_cut_short()
    {
        var site = Copied("");
        var originals = Enumerable.Range(0, 7).ToDictionary(i => $"partials/p{i}.sbn-html", _ => new ThemeOriginal("0.0.9", default));
        foreach (var path in originals.Keys)
            site.Files.Add($"content/theme/{path}", "<p>");
        site.Files.Add("content/theme/.ejected", CopyRecord.Text(originals));
        Assert.Contains("content/theme/partials/p4.sbn-html (0.0.9) and 2 more.\n", site.Built().Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD\nnonsense\n0123456789abcdef0123456789abcdeg 0.0.9 partials/footer.sbn-html\n\u0000\n")]
    public void A_copy_without_a_line_is_the_authors_own(string record) => Assert.Equal("", Copied(record).Built().Printed);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_as_the_new_original_is_up_to_date_also_with_the_line_ends_of_Windows(bool isWindows)
    {
        var site = Copied(Line(Toc, "옛것", "0.0.9").Replace("\n", isWindows ? "\r\n" : "\n", StringComparison.Ordinal));
        var toc = Encoding.UTF8.GetString(BuiltInTheme.Read(Toc)!);
        site.Files.Add($"content/theme/{Toc}", isWindows ? toc.Replace("\n", "\r\n", StringComparison.Ordinal) : toc);
        Assert.Equal("", site.Built().Printed);
        site.Files.Add($"content/theme/{Toc}", toc + "<!-- 내 것 -->");
        Assert.Contains("theme-outdated", site.Built().Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maru")]
    [InlineData("mine")]
    public void The_record_of_a_whole_theme_is_kept_in_its_folder_whatever_that_is_called(string name)
    {
        var site = Copied(Line(Footer, "옛것", "0.0.9"), $"themes/{name}").Configured($"theme: {name}");
        foreach (var path in BuiltInTheme.Paths.Where(path => !site.Files.Exists($"themes/{name}/{path}")))
            site.Files.Add($"themes/{name}/{path}", BuiltInTheme.Read(path)!);
        Assert.Contains($"themes/{name}/{Footer} (0.0.9).", site.Built().Printed, StringComparison.Ordinal);
        // What an override hides is not used.
        site.Files.Add($"content/theme/{Footer}", "<footer></footer>");
        Assert.Equal("", site.Built().Printed);
    }
}
