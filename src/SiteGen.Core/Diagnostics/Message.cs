using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SiteGen.Core.Diagnostics;

/// <summary>A translatable sentence: an English format with <c>{0}</c> and the arguments. Interpolated strings convert to it.</summary>
[InterpolatedStringHandler]
public sealed class Message : IEquatable<Message>
{
    readonly StringBuilder? written;
    readonly List<object?> arguments;
    string? format;

    public Message(int literalLength, int formattedCount)
    {
        written = new StringBuilder(literalLength + formattedCount * 3);
        arguments = new List<object?>(formattedCount);
    }

    /// <summary>A message from its <see cref="Format"/> and <see cref="Arguments"/>.</summary>
    public Message(string format, IReadOnlyList<object?> arguments) => (this.format, this.arguments) = (format, [.. arguments]);

    /// <summary>In English, with <c>{0}</c> and so on for the arguments. Other braces are literal.</summary>
    public string Format => format ??= written!.ToString();

    /// <summary>Texts, numbers, and nested messages.</summary>
    public IReadOnlyList<object?> Arguments => arguments;

    public void AppendLiteral(string text) => written!.Append(text);

    public void AppendFormatted<T>(T value)
    {
        written!.Append('{').Append(arguments.Count.ToString(CultureInfo.InvariantCulture)).Append('}');
        arguments.Add(value);
    }

    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>A sentence without arguments; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Message?(string? text) => text is null ? null : new Message(text, []);

    /// <summary>In English.</summary>
    public override string ToString()
    {
        if (arguments.Count == 0)
            return Format;
        var words = Format;
        var text = new StringBuilder(words.Length + 32);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '{' && i + 2 < words.Length && words[i + 2] == '}' && words[i + 1] - '0' is >= 0 and var place
                && place < arguments.Count)
            {
                text.Append(Convert.ToString(arguments[place], CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                text.Append(words[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Compares the English text.</summary>
    public bool Equals(Message? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
