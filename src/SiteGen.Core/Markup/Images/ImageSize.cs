namespace SiteGen.Core.Markup;

/// <summary>The size in pixels at which a browser shows an image, orientation applied.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Bytes that hold the header of any format, even after Exif data and a color profile.</summary>
    public const int HeadLength = 256 * 1024;

    /// <summary>Detects the format by content, not by file name. Null for an unknown format; never throws.</summary>
    public static ImageSize? Of(ReadOnlySpan<byte> head)
    {
        var size = Png.Size(head) ?? Gif.Size(head) ?? WebP.Size(head) ?? Jpeg.Size(head) ?? Avif.Size(head) ?? Svg.Size(head);
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }
}
