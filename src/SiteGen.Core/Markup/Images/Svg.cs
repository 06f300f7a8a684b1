using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Core.Markup;

/// <summary>SVG: the root's width and height where they are pixels, else the proportions of its viewBox.</summary>
static partial class Svg
{
    /// <summary>The root stands behind at most a declaration, a licence and what editors write.</summary>
    const int MostText = 16 * 1024;

    const int MostRoot = 2 * 1024;

    public static ImageSize? Size(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, MostText)]);
        if (Root(text) is not { } root)
            return null;
        if (Pixels(Attribute(root, "width")) is { } width && Pixels(Attribute(root, "height")) is { } height)
            return new ImageSize(width, height);
        var box = Attribute(root, "viewBox").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 && Pixels(box[2]) is { } boxWidth && Pixels(box[3]) is { } boxHeight ? new ImageSize(boxWidth, boxHeight) : null;
    }

    /// <summary>The root's opening tag; null when the text begins with anything but a declaration, comments and it.</summary>
    static string? Root(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at))
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<svg", StringComparison.Ordinal) && rest.Length > 4 && !char.IsLetterOrDigit(rest[4]))
                return rest.IndexOf('>') is var end and >= 0 ? rest[..Math.Min(end, MostRoot)].ToString() : null;
            var skipped = rest.StartsWith("<!--", StringComparison.Ordinal) ? rest.IndexOf("-->") : rest.StartsWith("<?", StringComparison.Ordinal) || rest.StartsWith("<!", StringComparison.Ordinal) ? rest.IndexOf('>') : -1;
            if (skipped < 0)
                return null;
            at += skipped;
        }

        return null;
    }

    static string Attribute(string tag, string name)
    {
        foreach (Match match in AttributePattern().Matches(tag))
        {
            if (match.Groups["name"].Value == name)
                return match.Groups["value"].Value;
        }

        return "";
    }

    /// <summary>A number, perhaps with <c>px</c>; null for other units, which depend on the page.</summary>
    static int? Pixels(string length)
    {
        var number = length.Trim();
        if (number.EndsWith("px", StringComparison.Ordinal))
            number = number[..^2];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 0.5 and < 1_000_000 ? (int)Math.Round(pixels) : null;
    }

    [GeneratedRegex("""\s(?<name>[\w:-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AttributePattern();
}
