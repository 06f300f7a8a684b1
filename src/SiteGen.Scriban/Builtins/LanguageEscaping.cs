using System.Buffers;
using System.Buffers.Text;
using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>What <c>html.escape</c> does: the five characters of HTML, and Latin-1 and characters beyond the BMP as numbers.</summary>
static class LanguageEscaping
{
    static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. "&<>\"'", .. Enumerable.Range(0xA0, 0x60).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static bool IsNeeded(string text) => text.AsSpan().ContainsAny(Escaped);

    public static void Write(ReadOnlySpan<char> text, Utf8Buffer output)
    {
        Span<byte> digits = stackalloc byte[12];
        while (true)
        {
            int at = text.IndexOfAny(Escaped);
            if (at < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..at]);
            text = text[at..];
            int length = 1;
            if (text[0] < 0xA0)
            {
                output.Write(HtmlEscaping.EntityUtf8(text[0]));
            }
            else
            {
                Rune.DecodeFromUtf16(text, out Rune rune, out length);
                output.Write("&#"u8);
                Utf8Formatter.TryFormat(rune.Value, digits, out int count);
                output.Write(digits[..count]);
                output.Write(";"u8);
            }

            text = text[length..];
        }
    }
}
