using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What an author reads after a mistake, word for word; SITEGEN_UPDATE=1 writes the expectations anew.</summary>
public sealed class PrintedTests
{
    static readonly Lazy<Dictionary<string, PrintedCase>> Cases = new(() => PrintedCase.All("tests/SiteGen.Core.Tests/BadInput/Cases/")
        .ToDictionary(found => found.ToString(), StringComparer.Ordinal));

    internal static readonly bool Updates = Environment.GetEnvironmentVariable("SITEGEN_UPDATE") == "1"
        && Environment.GetEnvironmentVariable("CI") is null;

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_prints_what_is_wrong_where_and_how_to_mend_it_and_leaves_the_output_as_it_was(string name)
    {
        var found = Cases.Value[name];
        var site = TestSite.Bare(TestSite.Post("before.md", "전에 있던 글", "2025-01-01")).Built();
        var before = site.Output.Files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        site.Files.Remove("content/posts/before.md");
        found.AddTo(site);
        site.Build();
        if (Updates)
            found.Update(site.Printed);
        else
            Assert.Equal(found.Expected.TrimEnd('\n'), site.Printed.TrimEnd('\n'));
        Assert.Equal(site.Diagnostics.HasErrors, site.Report!.Counts is null);
        if (!site.Diagnostics.HasErrors)
            return;
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), site.Output.Files.Keys);
        Assert.All(site.Output.Files, file => Assert.Same(before[file.Key], file.Value));
    }
}
