using System.Buffers;
using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Model;

/// <summary>An address inside the site: decoded, NFC, beginning with '/', without the base path. A page's ends with '/'.</summary>
public readonly record struct UrlPath(string Value)
{
    public const string HtmlExtension = ".html";

    public static readonly UrlPath Root = new("/");

    /// <summary>The file of this address, relative to the output folder.</summary>
    public string OutputFile => Value.EndsWith('/') ? Value[1..] + "index.html" : Value[1..];

    /// <summary>A key that two files may not share, since some file systems fold case and compose Hangul.</summary>
    public static string Fold(string outputFile) => Nfc.Normalize(outputFile).ToLowerInvariant();

    /// <summary>A file beside this page: in its folder, of <c>/2025/a.html</c> in <c>/2025/a/</c>.</summary>
    public UrlPath Child(string name) =>
        new((IsHtmlFile ? Value[..^HtmlExtension.Length] + "/" : Value[..(Value.LastIndexOf('/') + 1)]) + name);

    bool IsHtmlFile => Value.EndsWith(HtmlExtension, StringComparison.Ordinal);

    /// <summary>A further page of a list: <c>page/2/</c> below its first.</summary>
    public UrlPath Paged(int number) => number == 1 ? this : new UrlPath($"{Value}page/{number}/");

    public override string ToString() => Value;
}

/// <summary>Turns paths into addresses for readers. The only place where the base path is put in front.</summary>
public sealed class Permalink(SiteAddress address)
{
    const string Hex = "0123456789ABCDEF";
    const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Characters that are not encoded.</summary>
    static readonly SearchValues<char> OfPath = SearchValues.Create(Plain + "-._~!$&()*+,;=:@/");
    static readonly SearchValues<char> OfAddress = SearchValues.Create(Plain + "-._~!$&'()*+,;=:@/?#[]%");

    readonly string basePath = Encode(address.BasePath);

    /// <summary>Root-relative, percent-encoded, with the base path: for <c>href</c>.</summary>
    public string Href(UrlPath path) => basePath + Encode(path.Value.AsSpan(1));

    /// <summary>With scheme and host: for feeds, sitemap, canonical links.</summary>
    public string Absolute(UrlPath path) => address.Origin + Href(path);

    /// <summary>An author's address: <c>/about/</c> gets the base path; full and relative addresses and fragments stay.</summary>
    public string HrefOf(string written)
    {
        if (!written.StartsWith('/') || written.StartsWith("//", StringComparison.Ordinal))
            return EncodeForeign(written);
        var end = written.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? written : written[..end];
        return Href(new UrlPath(Nfc.Normalize(Decode(path)))) + (end < 0 ? "" : EncodeForeign(written[end..]));
    }

    /// <summary>The same with scheme and host in front where the author's address is root-relative.</summary>
    public string AbsoluteOf(string written) =>
        written.StartsWith('/') && !written.StartsWith("//", StringComparison.Ordinal)
            ? address.Origin + HrefOf(written)
            : EncodeForeign(written);

    /// <summary>Decodes valid UTF-8 escapes, so that both spellings of an address are one.</summary>
    public static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    public static string EncodeFragment(string id) => Encode(id);

    static string Encode(ReadOnlySpan<char> path) => Encode(path, OfPath);

    /// <summary>A full address: escapes stay; spaces and letters outside ASCII are encoded.</summary>
    static string EncodeForeign(string url) => Encode(WithAsciiHost(url), OfAddress);

    /// <summary>한글.kr is xn--bj0bj06e.kr: browsers know both, feed readers and checkers often only the second.</summary>
    static string WithAsciiHost(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        if (start < 2 || url.AsSpan(0, start).IndexOfAny("?#") >= 0)
            return url;
        var length = url.AsSpan(start).IndexOfAny("/?#:@");
        var host = length < 0 ? url[start..] : url.Substring(start, length);
        if (System.Text.Ascii.IsValid(host))
            return url;
        try
        {
            return url[..start] + new System.Globalization.IdnMapping().GetAscii(Nfc.Normalize(host)) + url[(start + host.Length)..];
        }
        catch (ArgumentException)
        {
            return url;
        }
    }

    static string Encode(ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        if (text.IndexOfAnyExcept(kept) < 0)
            return text.ToString();
        // A character has up to three bytes of UTF-8, and a byte three characters.
        var encoded = text.Length <= 64 ? stackalloc char[64 * 9] : new char[text.Length * 9];
        Span<byte> utf8 = stackalloc byte[4];
        var length = 0;
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var used);
            text = text[used..];
            if (rune.IsAscii && kept.Contains((char)rune.Value))
            {
                encoded[length++] = (char)rune.Value;
                continue;
            }

            foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)])
                (encoded[length++], encoded[length++], encoded[length++]) = ('%', Hex[unit >> 4], Hex[unit & 15]);
        }

        return encoded[..length].ToString();
    }
}
