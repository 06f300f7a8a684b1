using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>The type of a value, which may also be empty.</summary>
public enum ValueKind
{
    Anything,
    /// <summary>A scalar; unquoted numbers and <c>true</c> are text too.</summary>
    Text,
    Date,
    Flag,
    Number,
    Choice,
    /// <summary>A scalar or a list of scalars.</summary>
    Words,
    Map,
    /// <summary>A list of mappings.</summary>
    Rows,
}

/// <summary>What a field's value may be. <paramref name="Words"/> describe it in messages, the other properties in schemas.</summary>
public sealed record FieldShape(ValueKind Kind, Message Words)
{
    public static readonly FieldShape Text = new(ValueKind.Text, "text");
    public static readonly FieldShape Address = Text with { Words = "an address" };
    public static readonly FieldShape Date = new(ValueKind.Date, "a date");
    public static readonly FieldShape Flag = new(ValueKind.Flag, "true or false");
    public static readonly FieldShape WordList = new(ValueKind.Words, "a list of words");
    public static readonly FieldShape FreeMap = new(ValueKind.Map, "a mapping") { Each = new(ValueKind.Anything, "a value") };

    public int Least { get; init; } = int.MinValue;

    public int Most { get; init; } = int.MaxValue;

    /// <summary>The texts of a <see cref="ValueKind.Choice"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The known keys of a mapping, or of each row; of a text, those of a mapping that may stand in its place.</summary>
    public IReadOnlyList<FieldDescription> Members { get; init; } = [];

    /// <summary>The shape of values with other keys; null when only known keys are allowed.</summary>
    public FieldShape? Each { get; init; }

    public static FieldShape Number(int least, int most) =>
        new(ValueKind.Number, $"a whole number from {least} to {most}") { Least = least, Most = most };

    public static FieldShape Choice(IReadOnlyList<string> values) => new(ValueKind.Choice, InWords(values)) { Values = values };

    public static FieldShape Map(IReadOnlyList<FieldDescription> members) => new(ValueKind.Map, "a mapping") { Members = members };

    public static FieldShape MapOf(FieldShape each) => new(ValueKind.Map, "a mapping") { Each = each };

    public static FieldShape Rows(IReadOnlyList<FieldDescription> members) => new(ValueKind.Rows, "a list") { Members = members };

    static Message InWords(IReadOnlyList<string> values) =>
        values.Count < 2 ? (Message)$"{string.Concat(values)}" : $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}";
}

/// <summary>A key of a mapping as schemas describe it.</summary>
public record FieldDescription(string Name, FieldShape Shape, string Description)
{
    public bool IsRequired { get; init; }
}
