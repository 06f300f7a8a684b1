using System.Globalization;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>A YAML (or JSON) value and its offset in the source.</summary>
public abstract record YamlNode(int Offset)
{
    /// <summary>Describes the value in messages: "a mapping", "a list", "the text “x”".</summary>
    public abstract Message Describe();
}

/// <param name="IsPlain">Unquoted; only then can it be null, a number or a Boolean.</param>
public sealed record YamlScalar(int Offset, string Text, bool IsPlain) : YamlNode(Offset)
{
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool TryBool(out bool value)
    {
        value = Text is "true" or "True" or "TRUE";
        return IsPlain && (value || Text is "false" or "False" or "FALSE");
    }

    public bool TryInteger(out long value)
    {
        value = 0;
        return IsPlain && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public bool TryNumber(out double value)
    {
        value = 0;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return IsPlain && Text.Length > 0 && (char.IsAsciiDigit(Text[^1]) || Text[^1] == '.') &&
            double.TryParse(Text, styles, CultureInfo.InvariantCulture, out value);
    }

    public override Message Describe() =>
        IsNull ? (Message)"empty"
        : TryBool(out _) || TryNumber(out _) ? (Message)$"`{Text}`"
        : $"the text “{(Text.Length > 40 ? Text[..(char.IsHighSurrogate(Text[39]) ? 39 : 40)] + "…" : Text)}”";
}

public sealed record YamlList(int Offset, IReadOnlyList<YamlNode> Items) : YamlNode(Offset)
{
    public override Message Describe() => "a list";
}

public sealed record YamlEntry(string Key, int KeyOffset, YamlNode Value);

public sealed record YamlMap(int Offset, IReadOnlyList<YamlEntry> Entries) : YamlNode(Offset)
{
    public static readonly YamlMap Empty = new(0, []);

    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    public override Message Describe() => "a mapping";
}
