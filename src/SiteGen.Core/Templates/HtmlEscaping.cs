using System.Buffers;

namespace SiteGen.Core.Templates;

/// <summary>Escapes text for HTML, including attribute values.</summary>
static class HtmlEscaping
{
    static readonly SearchValues<char> Unsafe = SearchValues.Create("&<>\"'");

    public static void Write(ReadOnlySpan<char> text, Utf8Buffer output)
    {
        for (var at = text.IndexOfAny(Unsafe); at >= 0; at = text.IndexOfAny(Unsafe))
        {
            output.Write(text[..at]);
            output.Write(EntityUtf8(text[at]));
            text = text[(at + 1)..];
        }

        output.Write(text);
    }

    public static string Escape(string text) => !text.AsSpan().ContainsAny(Unsafe) ? text
        : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

    public static ReadOnlySpan<byte> EntityUtf8(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
