using System.Buffers.Binary;

namespace SiteGen.Core.Markup;

/// <summary>JPEG (ITU T.81): segments up to the start of frame. Phones store images rotated and record the orientation in Exif.</summary>
static class Jpeg
{
    public static ImageSize? Size(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return null;
        var isRotated = false;
        for (var at = 2; at + 9 <= head.Length;)
        {
            if (head[at] != 0xFF)
                return null;
            var marker = head[at + 1];
            // Any number of FF bytes may precede a marker; some markers have no segment.
            if (marker == 0xFF || marker is 0x01 or >= 0xD0 and <= 0xD7)
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (IsFrame(marker))
                return FrameSize(head[(at + 4)..], isRotated);
            if (length < 2 || marker is 0xD8 or 0xD9 or 0xDA)
                return null;
            if (marker == 0xE1 && at + 2 + length <= head.Length)
                isRotated = IsRotated(head.Slice(at + 4, length - 2));
            at += 2 + length;
        }

        return null;
    }

    static ImageSize FrameSize(ReadOnlySpan<byte> frame, bool isRotated)
    {
        int height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return isRotated ? new ImageSize(height, width) : new ImageSize(width, height);
    }

    /// <summary>SOF0 to SOF15; three of these numbers mark tables instead.</summary>
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Whether the Exif orientation (tag 0x0112) swaps width and height.</summary>
    static bool IsRotated(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
            return false;
        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var first = Number(tiff, 4, 4, isLittle);
        if (first < 0 || first + 2 > tiff.Length)
            return false;
        var entries = Number(tiff, (int)first, 2, isLittle);
        for (var i = 0; i < entries && first + 2 + i * 12 + 12 <= tiff.Length; i++)
        {
            var entry = (int)first + 2 + i * 12;
            if (Number(tiff, entry, 2, isLittle) == 0x0112)
                return Number(tiff, entry + 8, 2, isLittle) is >= 5 and <= 8;
        }

        return false;
    }

    /// <summary>Reads two or four bytes; -1 beyond the end.</summary>
    static long Number(ReadOnlySpan<byte> bytes, int at, int size, bool isLittle)
    {
        if (at < 0 || at + size > bytes.Length)
            return -1;
        var number = bytes.Slice(at, size);
        return size == 2
            ? isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(number) : BinaryPrimitives.ReadUInt16BigEndian(number)
            : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(number) : BinaryPrimitives.ReadUInt32BigEndian(number);
    }
}
