using System.Buffers.Binary;

namespace SiteGen.Core.Markup;

/// <summary>PNG (ISO 15948): the first chunk is IHDR.</summary>
static class Png
{
    public static ImageSize? Size(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && head[0] == 0x89 && head[1..].StartsWith("PNG\r\n\u001a\n"u8) && head[12..].StartsWith("IHDR"u8)
            ? new ImageSize(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : null;
}
