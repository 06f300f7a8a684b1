using System.Text;
using SiteGen.Core.Markup;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

public sealed class ImageSizeTests
{
    static readonly Dictionary<string, byte[]> Samples = new()
    {
        ["png"] = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 3, 0x20, 0, 0, 2, 0x58, 8, 6, 0, 0, 0],
        ["gif"] = [.. "GIF89a"u8, 0x20, 3, 0x58, 2, 0, 0, 0],
        ["jpeg"] = [0xFF, 0xD8, .. App0, .. ListingPage],
        ["jpeg with filling bytes"] = [0xFF, 0xD8, 0xFF, .. App0, 0xFF, 0xFF, .. ListingPage],
        ["jpeg lying on its side"] = [0xFF, 0xD8, .. Exif(6), .. ListingPage],
        ["webp lossy"] = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x20, 3, 0x58, 2],
        ["webp lossless"] = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, .. BitConverter.GetBytes(799 | 599 << 14), 0, 0, 0,
            0, 0],
        ["webp extended"] = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0],
        ["avif"] = Avif([Ispe(100, 75), Ispe(800, 600)]),
        ["avif turned"] = Avif([Ispe(600, 800), Box("irot", [1])]),
        ["svg"] = [.. "<?xml version=\"1.0\"?>\n<!-- <svg width='1' height='1'> -->\n"u8,
            .. "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800px\" height='600.2'>"u8],
        ["svg of a viewBox"] = "\uFEFF<svg viewBox=\"0 0 800 600\" width=\"100%\">"u8.ToArray(),
    };

    static byte[] App0 => [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    static byte[] ListingPage => [0xFF, 0xC2, 0, 17, 8, 2, 0x58, 3, 0x20, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_header_tells_the_size(string name) =>
        Assert.Equal(name == "jpeg lying on its side" ? new ImageSize(600, 800) : new ImageSize(800, 600), ImageSize.Of(Samples[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_header_that_breaks_off_anywhere_or_is_spoilt_anywhere_never_throws(string name)
    {
        var sample = Samples[name];
        for (var length = 0; length < sample.Length; length++)
            ImageSize.Of(sample.AsSpan(0, length));
        for (var i = 0; i < sample.Length; i++)
        {
            foreach (var spoilt in (ReadOnlySpan<byte>)[0, 1, 0x7F, 0x80, 0xFF])
            {
                var copy = (byte[])sample.Clone();
                copy[i] = spoilt;
                Assert.False(ImageSize.Of(copy) is { Width: <= 0 } or { Height: <= 0 });
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><svg width=\"1\" height=\"1\">")]
    [InlineData("<svg width=\"10em\" height=\"5em\">")]
    [InlineData("<svg width=\"0\" height=\"0\">")]
    [InlineData("<svg width=\"1e99\" height=\"1e99\">")]
    [InlineData("그림이 아니다")]
    public void What_is_no_image_has_no_size(string text) => Assert.Null(ImageSize.Of(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("![점](점.gif)", "width=\"800\" height=\"600\"")]
    [InlineData("![점](/공용/점.gif)", "width=\"800\" height=\"600\"")]
    [InlineData("![점](%EC%A0%90.gif?v=1)", "width=\"800\" height=\"600\"")]
    [InlineData("![점](점.gif){width=400}", "width=\"400\" loading=\"lazy\" decoding=\"async\"")]
    public void An_image_of_the_site_gets_its_size(string markdown, string attributes)
    {
        var site = TestSite.Bare(TestSite.Post("a/index.md", "글", "2025-01-24", "", markdown));
        site.Files.Add("content/posts/a/점.gif", Samples["gif"]).Add("content/static/공용/점.gif", Samples["gif"]);
        Assert.Contains(attributes.Split(' ')[0], site.Built()["posts/a/index.html"]);
        Assert.Contains("loading=\"lazy\" decoding=\"async\"", site["posts/a/index.html"]);
    }

    static byte[] Avif(byte[][] properties) =>
        [.. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]), .. Box("meta",
            [0, 0, 0, 0, .. Box("hdlr", new byte[24]), .. Box("iprp", Box("ipco", [.. properties.SelectMany(bytes => bytes)]))])];

    static byte[] Ispe(int width, int height) =>
        Box("ispe", [0, 0, 0, 0, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height]);

    static byte[] Box(string type, byte[] data) => [0, 0, 0, (byte)(data.Length + 8), .. Encoding.ASCII.GetBytes(type), .. data];

    static byte[] Exif(byte orientation) => [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0,
        0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
}
