using System.Buffers.Binary;

namespace SiteGen.Core.Markup;

/// <summary>WebP (RFC 9649): lossy (VP8), lossless (VP8L) or extended (VP8X), which has the size of the canvas.</summary>
static class WebP
{
    public static ImageSize? Size(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30 || !head.StartsWith("RIFF"u8) || !head[8..].StartsWith("WEBP"u8))
            return null;
        var chunk = head[12..16];
        var data = head[20..];
        if (chunk.SequenceEqual("VP8X"u8))
            return new ImageSize(1 + UInt24(data[4..]), 1 + UInt24(data[7..]));
        if (chunk.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return new ImageSize(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return chunk.SequenceEqual("VP8 "u8) && data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new ImageSize(UInt14(data[6..]), UInt14(data[8..]))
            : null;
    }

    static int UInt14(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;

    static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
