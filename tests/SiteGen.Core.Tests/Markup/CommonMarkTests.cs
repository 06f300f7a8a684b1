using System.Text.Json;
using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Markup;

/// <summary>The specification's own examples. Where Korean needs something else, a row of the table says what and why.</summary>
public sealed partial class CommonMarkTests
{
    sealed record Example(int Number, string Section, string Markdown, string Html);

    static readonly Dictionary<int, Example> Examples =
        System.IO.File.ReadLines(Repository.PathOf("tests/SiteGen.Core.Tests/Markup/commonmark-0.31.2.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Example>(line, JsonSerializerOptions.Web)!).ToDictionary(example => example.Number);

    // Example: why it comes out otherwise.
    static readonly Dictionary<int, string> Differences = Table(
        ("A relative address is a file beside the document, and there is none here: an error.",
            [31, 484, 517, 531, 573, 576, 577, 578, 617]),
        ("An image alone in its paragraph with a title is a figure, and the title its caption.", [572, 584, 585, 586, 588, 589, 591]),
        ("Addresses without brackets are links, as on GitHub.", [602, 608, 611, 612]),
        ("An address in raw HTML is percent-encoded like all others; browsers read the same.", [630]),
        ("A Mac types a no-break space behind a list's mark when the option key is still down.", [353]),
        ("Labels of references are compared letter by letter in upper case, so ẞ is not SS.", [540]));

    static Dictionary<int, string> Table(params (string Reason, int[] Numbers)[] rows) =>
        rows.SelectMany(row => row.Numbers.Select(number => (number, row.Reason))).ToDictionary(row => row.number, row => row.Reason);

    public static TheoryData<int> Numbers => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_of_the_specification_comes_out_as_it_says_unless_the_table_says_why_not(int number)
    {
        var example = Examples[number];
        var html = Comparable(MarkdownCase.TryRender(example.Markdown, out var printed).Html) + printed;
        var expected = Comparable(example.Html);
        if (Differences.TryGetValue(number, out var reason))
            Assert.True(
                html != expected, $"Example {number} comes out as the specification says; take its row (“{reason}”) from the table.");
        else
            Assert.Equal(expected, html);
    }

    [Fact]
    public void All_examples_are_there() => Assert.Equal(652, Examples.Count);

    /// <summary>
    /// What SiteGen adds to every heading and image, and how addresses are written, is the same for all examples: it is taken off
    /// before they are compared. A line feed behind <c>&lt;li&gt;</c> is none to a browser.
    /// </summary>
    static string Comparable(string html) =>
        Address().Replace(Added().Replace(html, "$1"), match => match.Groups[1].Value + Uri.UnescapeDataString(match.Groups[2].Value))
            .Replace("<li>\n", "<li>").Trim();

    [GeneratedRegex("(<h[1-6]) id=\"[^\"]*\"| loading=\"lazy\" decoding=\"async\"")]
    private static partial Regex Added();

    [GeneratedRegex("((?:href|src)=\")([^\"]*)")]
    private static partial Regex Address();
}
