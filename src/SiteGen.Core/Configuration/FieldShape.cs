using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>What a value is made of. Every kind may also be left empty.</summary>
public enum ValueKind
{
    Anything,
    /// <summary>One scalar: an unquoted number or <c>true</c> is read as the text that it is.</summary>
    Text,
    /// <summary>Text that is never a number: a date.</summary>
    Date,
    Flag,
    Number,
    /// <summary>One of a few texts.</summary>
    Choice,
    /// <summary>A scalar, or a list of scalars.</summary>
    Words,
    Map,
    /// <summary>A list of mappings.</summary>
    Rows,
}

/// <summary>What a field's value may be: for messages in words, for schemas in parts.</summary>
public sealed record FieldShape(ValueKind Kind, Message Words)
{
    public static readonly FieldShape Text = new(ValueKind.Text, "text");
    public static readonly FieldShape Date = new(ValueKind.Date, "a date");
    public static readonly FieldShape Flag = new(ValueKind.Flag, "true or false");
    public static readonly FieldShape WordList = new(ValueKind.Words, "a list of words");
    public static readonly FieldShape FreeMap = new(ValueKind.Map, "a mapping") { Each = new(ValueKind.Anything, "a value") };

    public int Least { get; init; } = int.MinValue;

    public int Most { get; init; } = int.MaxValue;

    /// <summary>The texts of a <see cref="ValueKind.Choice"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The known keys of a mapping, or of each row.</summary>
    public IReadOnlyList<IField> Members { get; init; } = [];

    /// <summary>What stands under keys that are not known; null when there may be none.</summary>
    public FieldShape? Each { get; init; }

    public static FieldShape Number(int least, int most) => new(ValueKind.Number, $"a whole number from {least} to {most}") { Least = least, Most = most };

    public static FieldShape Choice(IReadOnlyList<string> values) => new(ValueKind.Choice, InWords(values)) { Values = values };

    public static FieldShape Map(IReadOnlyList<IField> members) => new(ValueKind.Map, "a mapping") { Members = members };

    public static FieldShape MapOf(FieldShape each) => new(ValueKind.Map, "a mapping") { Each = each };

    public static FieldShape Rows(IReadOnlyList<IField> members) => new(ValueKind.Rows, "a list") { Members = members };

    static Message InWords(IReadOnlyList<string> values) =>
        values.Count < 2 ? (Message)$"{string.Concat(values)}" : $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}";
}

/// <summary>What a field is, without how it is read.</summary>
public interface IField
{
    string Name { get; }

    FieldShape Shape { get; }

    string Description { get; }

    /// <summary>Its mapping is complained of without it.</summary>
    bool IsRequired { get; }
}

/// <summary>A field that is only described: a theme's option.</summary>
public sealed record DescribedField(string Name, FieldShape Shape, string Description) : IField
{
    public bool IsRequired => false;
}
