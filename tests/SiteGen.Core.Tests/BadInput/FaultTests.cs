using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>An exception that no code expects is an error of the file that it met, and the other files are still judged.</summary>
public sealed class FaultTests
{
    const string Theme = "-- themes/bare/shortcodes/now.sbn-html --\n지금\n";

    static TestSite Sound() => TestSite.Bare(Theme,
        TestSite.Post("a.md", "하나", "2025-01-01", body: "![그림](a.png)\n\n{{< now >}}"),
        TestSite.Post("b.md", "둘", "2025-01-02"),
        "-- content/pages/about.md --\n---\ntitle: 소개\n---\n본문\n", "-- content/posts/a.png --\nx\n",
        "-- content/data/things.yml --\na: 1\n", "-- content/data/other.json --\n{}\n", "-- content/static/x.txt --\nx\n");

    [Theory]
    [InlineData("content/posts/a.md", "content/posts/a.md")]
    [InlineData("content/pages/about.md", "content/pages/about.md")]
    [InlineData("content/data/things.yml", "content/data/things.yml")]
    [InlineData("content/data/other.json", "content/data/other.json")]
    [InlineData("content/static/x.txt", "x.txt")]
    [InlineData("themes/bare/layouts/taxonomy.sbn-html", "themes/bare/layouts/taxonomy.sbn-html")]
    [InlineData("themes/bare/shortcodes/now.sbn-html", "themes/bare/shortcodes/now.sbn-html")]
    public void A_fault_is_told_at_its_file_the_others_are_judged_and_the_output_stays(string failing, string place)
    {
        var site = Sound().Built();
        var before = site.Output.Files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        site.Add(TestSite.Post("b.md", "둘", "2025-01-02", body: "[어디](nowhere.md)"));
        var diagnostics = new DiagnosticBag();
        // With other options, so that the cache does not read the files first.
        var options = site.Options with { Future = true };
        var report = SiteBuilder.Build(new FailingFiles(site.Files, failing), site.Output, options, diagnostics);
        Assert.Null(report.Counts);
        var fault = Assert.Single(diagnostics.Sorted(), found => found.Rule == InternalFault.Rule);
        AssertTold(fault, place);
        Assert.Contains(diagnostics.Sorted(), found => found.Place.Path == "content/posts/b.md" && found.Rule.StartsWith("link-"));
        Assert.Equal(before, site.Output.Files);
    }

    [Fact]
    public void A_fault_in_a_text_is_told_at_the_document_by_build_and_check()
    {
        var site = Sound();
        var files = new FailingFiles(site.Files, "content/posts/a.png", failsOnRead: false);
        var (built, found) = (new DiagnosticBag(), new DiagnosticBag());
        SiteBuilder.Build(files, site.Output, site.Options, built);
        Assert.NotNull(SiteCheck.Run(files, site.Options, found));
        foreach (var diagnostics in (DiagnosticBag[])[built, found])
            AssertTold(Assert.Single(diagnostics.Sorted(), one => one.Severity == Severity.Error), "content/posts/a.md");
        Assert.Empty(site.Output.Files);
    }

    [Theory]
    [InlineData("{{ broken }}")]
    [InlineData("{{ '가' | broken }}")]
    [InlineData("{{ if broken 1 }}가{{ end }}")]
    [InlineData("{{ for x in broken 1 }}가{{ end }}")]
    public void A_function_of_ours_that_fails_is_no_mistake_of_the_template(string template)
    {
        var broken = new TemplateFunction("broken", [new("x", true)], _ => ((int[])[])[1]);
        var (_, error) = new Templates.Rendering().With("broken", broken).Run(template);
        Assert.NotNull(error);
        AssertTold(error, "page", "IndexOutOfRangeException");
    }

    static void AssertTold(Diagnostic fault, string place, string type = "InvalidCastException")
    {
        Assert.Equal((InternalFault.Rule, Severity.Error, place), (fault.Rule, fault.Severity, fault.Place.Path));
        Assert.Contains(type, fault.Message.ToString());
        Assert.Contains("report", fault.Hint!.ToString());
        Assert.StartsWith($"System.{type}: ", fault.Notes[0].Message.ToString());
        Assert.StartsWith("at SiteGen.", fault.Notes[1].Message.ToString());
        Assert.Contains("제보", DiagnosticPrinter.Text(fault, MessageLanguage.Korean));
    }

    /// <summary>A site of which one file makes the program fail.</summary>
    sealed class FailingFiles(MemoryFiles files, string failing, bool failsOnRead = true) : ISiteFiles
    {
        public IReadOnlyList<SiteFile> List(string folder) => files.List(folder);

        public bool Exists(string path) => files.Exists(path);

        public bool TryRead(string path, out byte[] bytes, out string problem) =>
            path == failing && failsOnRead ? throw new InvalidCastException("가짜") : files.TryRead(path, out bytes, out problem);

        public byte[] ReadHead(string path, int length) =>
            path == failing ? throw new InvalidCastException("가짜") : files.ReadHead(path, length);
    }
}
