using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Core.Markup;

/// <summary>SVG: width and height of the root element when they are pixels, else its viewBox.</summary>
static partial class Svg
{
    // A declaration, a license and editor comments may precede the root.
    const int MaxText = 16 * 1024;
    const int MaxRoot = 2 * 1024;

    public static ImageSize? Size(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, MaxText)]);
        if (Root(text) is not { } root)
            return null;
        if (Pixels(Attribute(root, "width")) is { } width && Pixels(Attribute(root, "height")) is { } height)
            return new ImageSize(width, height);
        var box = Attribute(root, "viewBox").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (box.Length != 4 || Pixels(box[2]) is not { } boxWidth || Pixels(box[3]) is not { } boxHeight)
            return null;
        return new ImageSize(boxWidth, boxHeight);
    }

    /// <summary>The root's start tag; null when anything but declarations and comments precedes it.</summary>
    static string? Root(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at))
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<svg", StringComparison.Ordinal) && rest.Length > 4 && !char.IsLetterOrDigit(rest[4]))
                return rest.IndexOf('>') is var end and >= 0 ? rest[..Math.Min(end, MaxRoot)].ToString() : null;
            var skipped = rest.StartsWith("<!--") ? rest.IndexOf("-->")
                : rest.StartsWith("<?") || rest.StartsWith("<!") ? rest.IndexOf('>')
                : -1;
            if (skipped < 0)
                return null;
            at += skipped;
        }

        return null;
    }

    static string Attribute(string tag, string name)
    {
        var attribute = AttributePattern().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value == name);
        return attribute?.Groups["value"].Value ?? "";
    }

    /// <summary>A number, perhaps with <c>px</c>; null for other units.</summary>
    static int? Pixels(string length)
    {
        var number = length.Trim();
        if (number.EndsWith("px", StringComparison.Ordinal))
            number = number[..^2];
        var isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels);
        return isNumber && pixels is >= 0.5 and < 1_000_000 ? (int)Math.Round(pixels) : null;
    }

    [GeneratedRegex("""\s(?<name>[\w:-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributePattern();
}
