using System.Buffers.Binary;

namespace SiteGen.Core.Markup;

/// <summary>AVIF (ISO 14496-12): the box meta/iprp/ipco has an ispe box with the size of each item.</summary>
static class Avif
{
    public static ImageSize? Size(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..].StartsWith("ftyp"u8))
            return null;
        var brands = Box(head, "ftyp"u8);
        if (brands.IndexOf("avif"u8) < 0 && brands.IndexOf("avis"u8) < 0)
            return null;
        var meta = Box(head, "meta"u8);
        if (meta.Length < 4)
            return null;
        var properties = Box(Box(meta[4..], "iprp"u8), "ipco"u8);
        ImageSize? largest = null;
        var isRotated = false;
        // Thumbnails, alpha planes and tiles have sizes too; the image is the largest.
        while (Next(ref properties, out var type, out var data))
        {
            if (type.SequenceEqual("irot"u8) && data.Length > 0)
                isRotated |= (data[0] & 1) != 0;
            if (!type.SequenceEqual("ispe"u8) || data.Length < 12)
                continue;
            var size = new ImageSize(BinaryPrimitives.ReadInt32BigEndian(data[4..]), BinaryPrimitives.ReadInt32BigEndian(data[8..]));
            if (largest is not { } known || (long)size.Width * size.Height > (long)known.Width * known.Height)
                largest = size;
        }

        return largest is { } found && isRotated ? new ImageSize(found.Height, found.Width) : largest;
    }

    /// <summary>The content of the first box of a type; empty when there is none.</summary>
    static ReadOnlySpan<byte> Box(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> wanted)
    {
        while (Next(ref boxes, out var type, out var data))
        {
            if (type.SequenceEqual(wanted))
                return data;
        }

        return [];
    }

    /// <summary>Takes one box from the front, perhaps truncated.</summary>
    static bool Next(scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = [];
        if (boxes.Length < 8)
            return false;
        type = boxes[4..8];
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        var header = 8;
        if (size == 1 && boxes.Length >= 16)
            (size, header) = (BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]), 16);
        if (size == 0)
            size = (ulong)boxes.Length;
        if (size < (ulong)header)
            return false;
        var length = (int)Math.Min(size, (ulong)boxes.Length);
        data = boxes[header..length];
        boxes = boxes[length..];
        return true;
    }
}
