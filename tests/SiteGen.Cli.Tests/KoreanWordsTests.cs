using System.Reflection;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Checking;
using SiteGen.Core.Korean;

namespace SiteGen.Cli.Tests;

/// <summary>Every message has Korean words.</summary>
public sealed partial class KoreanWordsTests
{
    const string HowTo =
        "Write the English words, and below them, behind `= `, the Korean ones with the same {0} places, into "
            + "src/SiteGen.Core/Diagnostics/Korean/*.txt. " +
        "{은/는} behind a place becomes the particle that its word asks for.\n";

    static readonly Lazy<MessageScanner.Found[]> All = new(() =>
        [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(IsOwn).Select(Assembly.LoadFrom).SelectMany(MessageScanner.In)]);

    /// <summary>With the words of rules, which the table of rules adds.</summary>
    static IReadOnlyDictionary<string, string> Rows => RuleTable.All.Count > 0 ? Translations.All : throw new InvalidOperationException();

    static bool IsOwn(string path) =>
        Path.GetFileNameWithoutExtension(path) is var name && (name.StartsWith("SiteGen.", StringComparison.Ordinal) || name == "sitegen")
            && !name.EndsWith("Tests", StringComparison.Ordinal);

    static string[] Places(string words) =>
        [.. Place().Matches(words).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_message_is_written_where_it_is_said_so_that_it_can_be_translated() => AssertNone(
        "These texts become messages as a whole. Where the parts of a condition are texts, make the first a message: a ? (Message)\"x\" : "
            + "$\"y {z}\".\n",
        All.Value.Where(found => found.Format is null).Select(found => found.Method).Distinct());

    [Fact]
    public void Every_message_has_Korean_words() => AssertNone(
        HowTo,
        from found in All.Value
        where found.Format is { } format && Letter().IsMatch(Code().Replace(Place().Replace(format, ""), ""))
            && !Rows.ContainsKey(format)
        group found by found.Format into same
        select $"{same.Key}\n    said by {same.First().Method}");

    static string[] Descriptions => [.. CommandLineWords.Symbols(Program.Root(new TestTerminal(Sitegen.Repository)))
        .Select(symbol => symbol.Description ?? "").Where(text => text.Length > 0).Distinct()];

    static IEnumerable<string> RuleTexts => RuleTable.All.SelectMany(rule => (string[])[rule.What, rule.Why, rule.Fix ?? rule.What]);

    [Fact]
    public void Every_command_option_argument_and_rule_is_described_in_Korean() =>
        AssertNone(HowTo, Descriptions.Concat(RuleTexts).Where(text => !Rows.ContainsKey(text)));

    [Fact]
    public void Korean_words_have_the_places_of_the_English_ones_and_particles_that_are_ones() => AssertNone(
        HowTo,
        from row in Rows
        where !Places(row.Key).SequenceEqual(Places(row.Value))
            || Particle().Matches(row.Value).Any(match => !Josa.IsPair(match.Groups[1].Value))
        select $"{row.Key}\n    {row.Value}");

    [Fact]
    public void No_translation_is_unused() => AssertNone(
        "",
        Rows.Keys.Except(RuleTexts).Except(All.Value.Select(found => found.Format ?? ""))
            .Except(Descriptions));

    static void AssertNone(string advice, IEnumerable<string> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, $"{advice}{all.Length}:\n{string.Join('\n', all)}");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{([^{}\d]*/[^{}]*)\}")]
    private static partial Regex Particle();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Letter();
}
