using System.Globalization;
using System.Text;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Diagnostics;

/// <summary>
/// Translates messages. <c>Korean/*.txt</c> has an English line, then a Korean one after <c>=</c> with the same arguments;
/// <c>{은/는}</c> becomes the particle for the word before it.
/// </summary>
public static class Translations
{
    static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal);

    /// <summary>Read when a message is translated, which most builds need not do. Also the lock of the rows.</summary>
    static readonly Queue<Func<string>> Unread = new([Files]);

    static string Files()
    {
        var assembly = typeof(Translations).Assembly;
        var texts = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".korean", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            texts.Append(reader.ReadToEnd()).Append('\n');
        }

        return texts.ToString();
    }

    /// <summary>A message without a translation stays English.</summary>
    public static string In(this Message message, MessageLanguage language) => language == MessageLanguage.Korean
        ? Filled(KoreanOf(message.Format) ?? message.Format, message.Arguments, language)
        : message.ToString();

    /// <summary>The translation of an English format; null for none.</summary>
    public static string? KoreanOf(string english)
    {
        lock (Unread)
            return Read().GetValueOrDefault(english);
    }

    /// <summary>All translations, English to Korean.</summary>
    public static IReadOnlyDictionary<string, string> All
    {
        get
        {
            lock (Unread)
                return new Dictionary<string, string>(Read(), StringComparer.Ordinal);
        }
    }

    /// <summary>Adds translations in the form of the files.</summary>
    internal static void Add(Func<string> words)
    {
        lock (Unread)
            Unread.Enqueue(words);
    }

    static Dictionary<string, string> Read()
    {
        while (Unread.TryDequeue(out var words))
        {
            var english = "";
            foreach (var line in words().Split('\n'))
            {
                if (line.StartsWith("= ", StringComparison.Ordinal))
                    Rows[english] = line[2..];
                english = line;
            }
        }

        return Rows;
    }

    static string Filled(string words, IReadOnlyList<object?> arguments, MessageLanguage language)
    {
        var text = new StringBuilder(words.Length + 32);
        for (var i = 0; i < words.Length; i++)
        {
            var close = words[i] == '{' ? words.IndexOf('}', i) : -1;
            var inside = close < 0 ? "" : words[(i + 1)..close];
            if (inside.Length == 1 && inside[0] - '0' is >= 0 and var place && place < arguments.Count)
                text.Append(arguments[place] is Message inner ? inner.In(language)
                    : Convert.ToString(arguments[place], CultureInfo.InvariantCulture));
            else if (inside.Contains('/') && Josa.IsPair(inside))
                text.Append(Josa.Pick(text.ToString(), inside));
            else
                close = -1;
            if (close < 0)
                text.Append(words[i]);
            else
                i = close;
        }

        return text.ToString();
    }
}
