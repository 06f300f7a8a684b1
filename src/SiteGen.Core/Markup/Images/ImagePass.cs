using System.Collections.Concurrent;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Tells browsers how large an image will be, so that the text does not jump when it comes, and that it may come late.</summary>
sealed class ImagePass(LinkResolver links)
{
    readonly ConcurrentDictionary<string, ImageSize?> sizes = new(StringComparer.Ordinal);

    /// <summary>For an image whose address is still the author's.</summary>
    public void Run(Page page, LinkInline image)
    {
        var attributes = image.GetAttributes();
        if (SizeOf(page, image.Url!) is { } size)
            SetSize(attributes, size);
        attributes.AddPropertyIfNotExist("loading", "lazy");
        attributes.AddPropertyIfNotExist("decoding", "async");
    }

    /// <summary>The size of one of the site's own images; null for others.</summary>
    public ImageSize? SizeOf(Page page, string written) => links.FileOf(page, written) is { } file ? sizes.GetOrAdd(file.Source, Read) : null;

    ImageSize? Read(string path) => ImageSize.Of(links.Site.Sources.Files.ReadHead(path, ImageSize.HeadLength));

    /// <summary>Where the author gives one measure, the other follows from the picture's proportions.</summary>
    static void SetSize(HtmlAttributes attributes, ImageSize size)
    {
        var width = Given(attributes, "width");
        var height = Given(attributes, "height");
        if (width is null && height is null)
            (width, height) = (size.Width, size.Height);
        else if (width is > 0 && height is null)
            height = Math.Max(1, Math.Round(width.Value * size.Height / size.Width));
        else if (height is > 0 && width is null)
            width = Math.Max(1, Math.Round(height.Value * size.Width / size.Height));
        if (width is > 0 && height is > 0)
        {
            attributes.AddPropertyIfNotExist("width", width.Value.ToString("0"));
            attributes.AddPropertyIfNotExist("height", height.Value.ToString("0"));
        }
    }

    /// <summary>Null when the author gave none; 0 for what is no number of pixels.</summary>
    static double? Given(HtmlAttributes attributes, string name) =>
        attributes.Properties?.Find(property => property.Key == name) is { Key: not null } given ? double.TryParse(given.Value, out var pixels) && pixels < 1_000_000 ? pixels : 0 : null;
}
