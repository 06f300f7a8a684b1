using System.Buffers;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Markup;

/// <summary>One kind of foreign markup.</summary>
/// <param name="Sign">Texts without it are not searched.</param>
/// <param name="Words">What to say of a match, or null when it is none.</param>
sealed partial record ForeignKind(string Sign, Regex Pattern, Func<Match, (Message Text, Message Hint)?> Words)
{
    const int Timeout = 1000;

    /// <summary>A closer look at texts with the sign; null when there is none.</summary>
    public Func<ReadOnlySpan<char>, bool>? MayOccur { get; init; }

    public static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    public static readonly ForeignKind[] All =
    [
        new("{%", Tag(), match => (
            $"`{match.Value}` looks like a tag of Jekyll, Hexo or Hugo; readers see it as it stands.", TagHint(match))),
        new("{{", Output(), match => ($"`{match.Value}` looks like a variable of Jekyll or Hugo; readers see it as it stands.",
            "Texts have no variables: write the value, and links as /about/ or other.md.")),
        new(":::", Container(), match => ($"`{match.Value.Trim(' ', '>')}` is no callout here; readers see it as it stands.",
            "Write `> [!NOTE]`, and `> ` before each line of the callout.")),
        new("!!!", Admonition(), match => ($"`{match.Value.Trim(' ', '>')}` is no callout here; readers see it as it stands.",
            "Write `> [!NOTE]`, and `> ` before each line of the callout.")),
        new("[[", Wiki(), Wiki),
        new("]", Contents(), match => ($"`{match.Value.Trim()}` is no table of contents here; readers see it as it stands.",
            "The theme shows one; to have it within the text, write a list item and below it {:toc}.")),
        new("@[", Embed(), match => ($"`{match.Value}` embeds nothing here; readers see it as it stands.",
            "Call a shortcode of the theme, such as {{< youtube ID >}}.")),
        new("](", SpacedLink(), SpacedLink) { MayOccur = HasSpacedAddress },
    ];

    static Message TagHint(Match match) => match.Groups["name"].Value.TrimStart('/') switch
    {
        "highlight" or "endhighlight" or "codeblock" or "endcodeblock" or "code" =>
            (Message)"Write the code between two lines of ```.",
        "raw" or "endraw" or "verbatim" or "endverbatim" => "Take it away: texts have no tags, so nothing needs to be protected from them.",
        "post_url" or "post_link" or "post_path" or "link" or "asset_link" or "asset_path" or "ref" or "relref" =>
            "Link to the document by its file: [글](other.md).",
        "img" or "asset_img" or "image" or "figure" => "Write ![설명](사진.jpg) for a picture.",
        "note" or "endnote" or "notice" or "alert" or "info" or "tip" or "warning" or "hint" or "callout" =>
            "Write `> [!NOTE]`, and `> ` before each line of the callout.",
        _ => "Write what it stands for, or call a shortcode of the theme: {{< name >}}. To show the tag itself, put it between backquotes.",
    };

    static (Message, Message)? Wiki(Match match)
    {
        var name = match.Groups["name"].Value.Trim();
        if (name.Equals("toc", StringComparison.OrdinalIgnoreCase) || name.Equals("_toc_", StringComparison.OrdinalIgnoreCase))
            return null;
        return match.Groups["mark"].Length > 0
            ? ((Message)$"`{match.Value}` is no picture here; readers see it as it stands.",
                (Message)"Write ![설명](사진.jpg) for a picture.")
            : ((Message)$"`{match.Value}` is no link here; readers see it as it stands.",
                (Message)"Link to the document by its file: [글](other.md).");
    }

    static (Message, Message)? SpacedLink(Match match)
    {
        var address = match.Groups["address"].Value;
        var isImage = match.Groups["mark"].Length > 0;
        if (!address.Contains(' ') || Title().IsMatch(address))
            return null;
        if (isImage && Size().Match(address) is { Success: true } size)
            return ((Message)$"`{match.Value}` is no picture: a space ends the address.",
                (Message)$"Write the size behind it: {match.Value.Replace(size.Value, "")}{{width={size.Groups["width"].Value}}}.");
        if (address[0] is not ('/' or '.') && !address.Contains("://") && !FileName().IsMatch(address))
            return null;
        var corrected = match.Value[..(match.Groups["address"].Index - match.Index)] + "<" + address + ">)";
        return isImage
            ? ((Message)$"`{match.Value}` is no picture: a space ends the address.", (Message)$"Write {corrected}.")
            : ((Message)$"`{match.Value}` is no link: a space ends the address.", (Message)$"Write {corrected}.");
    }

    /// <summary>Whether a space stands between the parentheses behind some text in brackets.</summary>
    static bool HasSpacedAddress(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf("]("); at >= 0; at = text.IndexOf("]("))
        {
            text = text[(at + 2)..];
            if (text.IndexOfAny(" \n)") is >= 0 and var end && text[end] == ' ')
                return true;
        }

        return false;
    }

    /// <summary>Whether a block of HTML shows or runs code.</summary>
    public static bool IsCode(string html) =>
        html.Contains("<pre", StringComparison.OrdinalIgnoreCase) || html.Contains("<code", StringComparison.OrdinalIgnoreCase)
        || html.Contains("<script", StringComparison.OrdinalIgnoreCase) || html.Contains("<style", StringComparison.OrdinalIgnoreCase);

    /// <summary>SVG and MathML have elements of their own.</summary>
    public static bool BeginsDrawing(string html) =>
        html.Contains("<svg", StringComparison.OrdinalIgnoreCase) || html.Contains("<math", StringComparison.OrdinalIgnoreCase);

    public static bool EndsDrawing(string html) =>
        html.Contains("</svg", StringComparison.OrdinalIgnoreCase) || html.Contains("</math", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name in a start tag of an element that HTML does not know; else null.</summary>
    public static string? UnknownElement(string html) =>
        StartTag().Match(html) is not { Success: true } tag || HtmlNames.Contains(tag.Groups["name"].Value)
            ? null
            : tag.Groups["name"].Value;

    [GeneratedRegex(@"(?<!\{)\{%-?\s*(?<name>\w+)[^%\n]{0,300}%\}|\{\{%\s*(?<name>/?[\w./-]+)[^%\n]{0,300}%\}\}",
        RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"\{\{-?\s*(((site|page|post|include|layout|paginator|jekyll|theme|config|forloop)\.|\.[A-Z]|url_for\()[^{}\n]{0,200}|content\s*"
            + @"|[^{}\n|]{1,200}\|\s*(relative_url|absolute_url|url_for|markdownify|relURL|absURL)\s*)\}\}",
        RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Output();

    [GeneratedRegex(@"^[ >]{0,8}:::+[ \t]*[\p{L}{][^\n]{0,100}", RegexOptions.ExplicitCapture | RegexOptions.Multiline, Timeout)]
    private static partial Regex Container();

    [GeneratedRegex(@"^[ >]{0,8}!!!\+?[ \t]+[a-z]+\b[^\n]{0,100}", RegexOptions.ExplicitCapture | RegexOptions.Multiline, Timeout)]
    private static partial Regex Admonition();

    [GeneratedRegex(@"(?<mark>!?)(?<!\[)\[\[(?<name>[\p{L}_/][^\[\]\n]{0,200})\]\](?![\[(:])", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Wiki();

    [GeneratedRegex(@"^[ ]{0,3}(\[toc\]|\[\[_?toc_?\]\]|@\[toc\](\([^)\n]{0,100}\))?|\$\{toc\})[ \t]*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Contents();

    [GeneratedRegex(@"@\[(?!toc)[a-z]{2,20}\]\([^)\n]{1,200}\)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Embed();

    [GeneratedRegex(@"(?<mark>!?)\[[^\[\]\n]{0,300}\]\((?<address>[^\s()<>](?:[^()<>\n]|\([^()<>\n]{0,100}\)){0,500})\)",
        RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex SpacedLink();

    [GeneratedRegex(@"\s(?:""[^""]*""|'[^']*'|\([^()]*\))\s*$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+=(?<width>\d+)(?:x\d*)?\s*$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Size();

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]{1,4}(?:[?#]\S*)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex FileName();

    /// <summary>The names of all end tags.</summary>
    public static IEnumerable<string> EndTags(string html) =>
        html.Contains("</", StringComparison.Ordinal) ? EndTag().Matches(html).Select(match => match.Groups["name"].Value) : [];

    [GeneratedRegex(@"</(?<name>[A-Za-z][A-Za-z0-9]*)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex EndTag();

    [GeneratedRegex(@"<(?<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>])", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex StartTag();
}
