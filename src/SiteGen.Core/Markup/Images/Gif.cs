using System.Buffers.Binary;

namespace SiteGen.Core.Markup;

/// <summary>GIF: the logical screen descriptor follows the signature.</summary>
static class Gif
{
    public static ImageSize? Size(ReadOnlySpan<byte> head) =>
        head.Length >= 10 && (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            ? new ImageSize(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null;
}
