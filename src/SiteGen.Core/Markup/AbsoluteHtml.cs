using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Markup;

/// <summary>HTML for feeds, which must work away from its page.</summary>
public static class AbsoluteHtml
{
    static readonly string[] Attributes = ["href", "src", "poster"];

    /// <summary>Makes URLs absolute and removes scripts, styles and comments.</summary>
    public static string Of(string html, string pageUrl)
    {
        var page = new Uri(pageUrl);
        return new WellFormedHtmlCopier(html, url => Absolute(page, url)).Copy()?.Trim() ?? Parsed(html, page);
    }

    /// <summary>The slow path for any HTML, which parses it as browsers do.</summary>
    public static string Parsed(string html, Uri page)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>").Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in Attributes)
            {
                if (element.GetAttribute(name) is { } url)
                    element.SetAttribute(name, Absolute(page, url));
            }

            if (element.GetAttribute("srcset") is { } set)
            {
                var candidates = set.Split(',', StringSplitOptions.TrimEntries).Select(part => AbsoluteCandidate(page, part));
                element.SetAttribute("srcset", string.Join(", ", candidates));
            }
        }

        foreach (var node in body.Descendants().Where(IsLeftOut).ToArray())
            node.Parent?.RemoveChild(node);
        return body.InnerHtml.Trim();
    }

    /// <summary>A comment is the author's note to himself.</summary>
    static bool IsLeftOut(INode node) => node is IComment || node is IElement element && element.Matches("script,style,iframe:not([src])");

    internal static bool IsAddress(string attribute) => Array.IndexOf(Attributes, attribute) >= 0;

    static string AbsoluteCandidate(Uri page, string candidate)
    {
        var space = candidate.IndexOf(' ');
        return space < 0 ? Absolute(page, candidate) : Absolute(page, candidate[..space]) + candidate[space..];
    }

    static string Absolute(Uri page, string url) => Uri.TryCreate(page, url, out var absolute) ? absolute.AbsoluteUri : url;
}
