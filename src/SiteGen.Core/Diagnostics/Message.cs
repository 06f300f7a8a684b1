using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SiteGen.Core.Diagnostics;

/// <summary>
/// A sentence for a person, as data: its English words with <c>{0}</c>, <c>{1}</c> where the arguments go, and the arguments. It is written as an interpolated
/// string wherever a message is wanted, <c>$"There is no key `{name}` here."</c>, so that whoever prints it may say it in another language.
/// </summary>
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

    /// <summary>A message that was taken apart into <see cref="Format"/> and <see cref="Arguments"/>, put together again.</summary>
    public Message(string format, IReadOnlyList<object?> arguments) => (this.format, this.arguments) = (format, [.. arguments]);

    /// <summary>The English words, with <c>{0}</c> and so on for the arguments. Other braces stand for themselves.</summary>
    public string Format => format ??= written!.ToString();

    /// <summary>What goes into the places: texts, numbers, and messages in turn.</summary>
    public IReadOnlyList<object?> Arguments => arguments;

    public void AppendLiteral(string text) => written!.Append(text);

    public void AppendFormatted<T>(T value)
    {
        written!.Append('{').Append(arguments.Count.ToString(CultureInfo.InvariantCulture)).Append('}');
        arguments.Add(value);
    }

    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>A sentence without places. Null stays null, as where there is no hint.</summary>
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
            if (words[i] == '{' && i + 2 < words.Length && words[i + 2] == '}' && words[i + 1] - '0' is >= 0 and var place && place < arguments.Count)
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

    /// <summary>Whether it says the same in English.</summary>
    public bool Equals(Message? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
