namespace SiteGen.Core.Markup;

/// <summary>What a browser makes of an image: pixels, turned as the file asks.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Enough for the headers of all six formats, also behind a camera's notes and colour profile.</summary>
    public const int HeadLength = 256 * 1024;

    /// <summary>
    /// The size that a file's first bytes tell; null when they tell none. The bytes decide, not the name, since people rename files.
    /// Never throws, whatever they are.
    /// </summary>
    public static ImageSize? Of(ReadOnlySpan<byte> head)
    {
        var size = Png.Size(head) ?? Gif.Size(head) ?? WebP.Size(head) ?? Jpeg.Size(head) ?? Avif.Size(head) ?? Svg.Size(head);
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }
}
