using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Gives every address of a document, in Markdown and in raw HTML, the form that works on the site.</summary>
sealed partial class LinkPass(LinkResolver links, Permalink permalink)
{
    public void Run(Page page, MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is LinkInline { IsAutoLink: true } bare)
                TrimParticle(bare);
            if (node is LinkInline { Url: not null } link)
                link.Url = links.Resolve(page, link.Url, link.IsImage, link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start);
            else if (node is HtmlInline html)
                html.Tag = InTags(html.Tag);
            else if (node is HtmlBlock block)
                InLines(block);
        }
    }

    /// <summary>In <c>https://example.com에서</c> the particle is no part of the address. Hangul after a path's slash may well be.</summary>
    static void TrimParticle(LinkInline link)
    {
        if (link.FirstChild is not LiteralInline text)
            return;
        var shown = text.Content.ToString();
        var start = shown.IndexOf("://", StringComparison.Ordinal);
        var end = start < 0 ? 0 : start + 3;
        while (end < shown.Length && shown[end] < 0x1100 && !(shown[end] is '/' or '?' or '#'))
            end++;
        if (end == shown.Length || shown[end] is '/' or '?' or '#')
            return;
        link.InsertAfter(new LiteralInline(shown[end..]));
        link.Url = link.Url![..^(shown.Length - end)];
        text.Content = new Markdig.Helpers.StringSlice(shown[..end]);
    }

    void InLines(HtmlBlock block)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            ref var line = ref block.Lines.Lines[i];
            var text = line.Slice.ToString();
            var changed = InTags(text);
            if (!ReferenceEquals(text, changed))
                line.Slice = new Markdig.Helpers.StringSlice(changed, line.Slice.NewLine);
        }
    }

    /// <summary>Root-relative addresses in the tags of raw HTML get the base path like all others.</summary>
    string InTags(string html) => html.Contains("=\"/") || html.Contains("='/")
        ? TagPattern().Replace(html, tag => AddressPattern().Replace(tag.Value, match => match.Groups["before"].Value + permalink.HrefOf(match.Groups["path"].Value)))
        : html;

    [GeneratedRegex("<[a-zA-Z][^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagPattern();

    [GeneratedRegex("(?<before>\\s(?:href|src|poster|action|data)\\s*=\\s*[\"'])(?<path>/(?!/)[^\"'>]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
