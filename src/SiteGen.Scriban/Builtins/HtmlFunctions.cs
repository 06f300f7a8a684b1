using System.Buffers;
using System.Globalization;
using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>html</c>.</summary>
static class HtmlFunctions
{
    static readonly SearchValues<char> KeptInUrls =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    static readonly SearchValues<char> KeptInWholeUrls =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=");

    public static ScriptObject Make() => new FunctionTable("html")
        .Add("strip", "text", call => StringFunctions.Map(call, HtmlStripping.Strip))
        .Add("escape", "text", Escape, PrintEscaped)
        .Add("newline_to_br", "text", NewlineToBr)
        .Add("url_encode", "text", call => Encode(call, KeptInUrls))
        .Add("url_escape", "text", call => Encode(call, KeptInWholeUrls))
        .Finish();

    static Value Escape(NativeCall call)
    {
        if (call.Context.IsMarkup(call[0]) || call.Text(0) is not { } text)
            return call[0];
        string escaped = Escape(text);
        return call.Context.EscapesHtml ? Value.Html(escaped) : Value.Of(escaped);
    }

    static void PrintEscaped(NativeCall call)
    {
        RenderContext context = call.Context;
        if (context.IsMarkup(call[0]) || context.Indent is not null || call.Text(0) is not { } text)
            context.Print(Escape(call));
        else
            LanguageEscaping.Write(text, context.Out);
    }

    static string Escape(string text)
    {
        if (!LanguageEscaping.IsNeeded(text))
            return text;
        using var buffer = new Utf8Buffer(text.Length * 2);
        LanguageEscaping.Write(text, buffer);
        return buffer.ToString();
    }

    static Value NewlineToBr(NativeCall call)
    {
        if (call.Text(0) is not { } text)
            return default;
        if (call.Context.EscapesHtml && !call.Context.IsMarkup(call[0]))
            text = HtmlEscaping.Escape(text);
        var broken = new StringBuilder(text.Length + 32);
        for (int i = 0; i < text.Length; i++)
        {
            bool isSecondHalf = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
            if ((text[i] == '\n' && !isSecondHalf) || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                broken.Append("<br />");
            broken.Append(text[i]);
        }

        return call.Context.EscapesHtml ? Value.Html(broken.ToString()) : Value.Of(broken.ToString());
    }

    static Value Encode(NativeCall call, SearchValues<char> kept)
    {
        if (call.Text(0) is not { } text)
            return default;
        if (!text.AsSpan().ContainsAnyExcept(kept))
            return text;
        var encoded = new StringBuilder(text.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && kept.Contains((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            int length = rune.EncodeToUtf8(utf8);
            foreach (byte b in utf8[..length])
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
