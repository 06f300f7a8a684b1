using System.Buffers;
using System.Text;

namespace SiteGen.Core.Templates;

/// <summary>Makes text safe inside HTML, attribute values included.</summary>
static class HtmlEscaping
{
    static readonly SearchValues<char> Unsafe = SearchValues.Create("&<>\"'");

    public static void Write(ReadOnlySpan<char> text, Utf8Buffer output)
    {
        while (true)
        {
            int at = text.IndexOfAny(Unsafe);
            if (at < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..at]);
            output.Write(EntityUtf8(text[at]));
            text = text[(at + 1)..];
        }
    }

    public static string Escape(string text)
    {
        int at = text.AsSpan().IndexOfAny(Unsafe);
        if (at < 0)
            return text;
        var escaped = new StringBuilder(text, 0, at, text.Length + 16);
        for (; at < text.Length; at++)
        {
            if (Unsafe.Contains(text[at]))
                escaped.Append(Encoding.UTF8.GetString(EntityUtf8(text[at])));
            else
                escaped.Append(text[at]);
        }

        return escaped.ToString();
    }

    public static ReadOnlySpan<byte> EntityUtf8(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
