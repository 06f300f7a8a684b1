using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Templates;

/// <summary>What the README of the theme maru says of objects and functions, as data.</summary>
static partial class ThemeReadme
{
    public static readonly string Text = Repository.Read("themes/maru/README.md");

    /// <summary>Objects by name, each with its documented members.</summary>
    public static readonly IReadOnlyDictionary<string, Shape> Objects = ObjectHeading().Matches(Text)
        .ToDictionary(match => match.Groups[1].Value, match => ShapeOf(RowsOf(match.Value)), StringComparer.Ordinal);

    /// <summary>The text below a heading line, up to the next heading.</summary>
    public static string Section(string heading)
    {
        var start = Text.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no heading “{heading}”.");
        var end = Text.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    /// <summary>The rows of the first table below a heading, without its head; a bar inside a cell is written <c>\|</c>.</summary>
    public static IReadOnlyList<string[]> RowsOf(string heading) =>
    [
        .. Section(heading).Split('\n').SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => Bar().Split(line)[1..^1].Select(cell => cell.Trim().Replace("\\|", "|")).ToArray()),
    ];

    public static string[] Codes(string text) => [.. Code().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>Code blocks of a language that hold a text.</summary>
    public static string Block(string language, string containing) =>
        Regex.Matches(Text, $"(?ms)^```{language}\n(.*?)^```$").Select(match => match.Groups[1].Value)
            .Single(block => block.Contains(containing, StringComparison.Ordinal));

    static Shape ShapeOf(IReadOnlyList<string[]> rows)
    {
        var all = new Shape();
        foreach (var row in rows)
        {
            foreach (var path in Codes(row[0]))
            {
                var steps = path.Split('.');
                var parent = steps[..^1].Aggregate(all, (shape, step) => shape.Members[step]);
                parent.Members[steps[^1]] = ValueOf(row[1], parent.Members.GetValueOrDefault(steps[^1]));
            }
        }

        return all;
    }

    static Shape ValueOf(string cell, Shape? known)
    {
        var shape = known ?? new Shape();
        if (Braces().Match(cell) is { Success: true } braces)
        {
            shape.IsList = braces.Groups[1].Length > 0;
            foreach (var name in Codes(braces.Groups[2].Value))
                shape.Members.TryAdd(name, new Shape());
        }
        else if (ObjectType().Match(cell) is { Success: true } type)
        {
            shape.IsList = type.Groups[1].Length > 0;
            shape.Type = type.Groups[2].Value;
        }

        return shape;
    }

    /// <summary>A documented value.</summary>
    public sealed class Shape
    {
        public bool IsList { get; set; }

        /// <summary>The object that it is, or that the items of the list are; null for others.</summary>
        public string? Type { get; set; }

        public SortedDictionary<string, Shape> Members { get; } = new(StringComparer.Ordinal);

        /// <summary>All members below it as paths.</summary>
        public IEnumerable<string> Paths(string path) =>
            Members.SelectMany(member => member.Value.Paths($"{path}.{member.Key}").Prepend($"{path}.{member.Key}"));
    }

    [GeneratedRegex("(?m)^### `([a-z]+)`$")]
    private static partial Regex ObjectHeading();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(\[)?\{((?:`[a-z_]+`(?:, )?)+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(\[)?`(page|term|taxonomy)`")]
    private static partial Regex ObjectType();
}
