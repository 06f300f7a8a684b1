using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Markup;

/// <summary>HTML that works away from its page: in feed readers.</summary>
public static class AbsoluteHtml
{
    static readonly string[] Attributes = ["href", "src", "poster"];

    /// <summary>The same fragment with every address made absolute, and without what readers must not run.</summary>
    public static string Of(string html, string pageUrl)
    {
        var page = new Uri(pageUrl);
        return new TidyHtml(html, url => Absolute(page, url)).Copy()?.Trim() ?? Parsed(html, page);
    }

    /// <summary>The same for any HTML, by the rules that browsers follow.</summary>
    public static string Parsed(string html, Uri page)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in Attributes)
            {
                if (element.GetAttribute(name) is { } url)
                    element.SetAttribute(name, Absolute(page, url));
            }

            if (element.GetAttribute("srcset") is { } set)
                element.SetAttribute("srcset", string.Join(", ", set.Split(',', StringSplitOptions.TrimEntries).Select(part => AbsoluteCandidate(page, part))));
        }

        foreach (var script in body.QuerySelectorAll("script,style,iframe:not([src])").ToArray())
            script.Remove();
        return body.InnerHtml.Trim();
    }

    /// <summary>Whether an attribute holds one address.</summary>
    internal static bool IsAddress(string attribute) => Array.IndexOf(Attributes, attribute) >= 0;

    static string AbsoluteCandidate(Uri page, string candidate)
    {
        var space = candidate.IndexOf(' ');
        return space < 0 ? Absolute(page, candidate) : Absolute(page, candidate[..space]) + candidate[space..];
    }

    static string Absolute(Uri page, string url) => Uri.TryCreate(page, url, out var absolute) ? absolute.AbsoluteUri : url;
}
