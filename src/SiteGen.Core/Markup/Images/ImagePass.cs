using System.Collections.Concurrent;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Adds width and height to images, which avoids layout shifts, and lazy loading.</summary>
sealed class ImagePass(LinkResolver links)
{
    readonly ConcurrentDictionary<string, ImageSize?> sizes = new(StringComparer.Ordinal);

    /// <summary>Must run before the image's URL is resolved.</summary>
    public void Run(Page page, LinkInline image)
    {
        var attributes = image.GetAttributes();
        if (SizeOf(page, image.Url!) is { } size)
            SetSize(attributes, size);
        attributes.AddPropertyIfNotExist("loading", "lazy");
        attributes.AddPropertyIfNotExist("decoding", "async");
    }

    /// <summary>The size of an image of the site; null for others.</summary>
    public ImageSize? SizeOf(Page page, string written) =>
        links.FileOf(page, written) is { } file ? sizes.GetOrAdd(file.Source, Read) : null;

    ImageSize? Read(string path) => ImageSize.Of(links.Site.Sources.Files.ReadHead(path, ImageSize.HeadLength));

    /// <summary>Where the author sets one dimension, the other keeps the aspect ratio.</summary>
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
        if (width is not > 0 || height is not > 0)
            return;
        attributes.AddPropertyIfNotExist("width", width.Value.ToString("0"));
        attributes.AddPropertyIfNotExist("height", height.Value.ToString("0"));
    }

    /// <summary>Null when the author set none; 0 for anything that is not a number of pixels.</summary>
    static double? Given(HtmlAttributes attributes, string name)
    {
        if (attributes.Properties?.Find(property => property.Key == name) is not { Key: not null } given)
            return null;
        return double.TryParse(given.Value, out var pixels) && pixels < 1_000_000 ? pixels : 0;
    }
}
