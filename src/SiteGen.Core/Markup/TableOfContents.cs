using System.Text;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

public static class TableOfContents
{
    /// <summary>Nested lists of links to the headings of the two highest levels of a page; empty without headings.</summary>
    public static string Html(IReadOnlyList<Heading> headings)
    {
        if (headings.Count == 0)
            return "";
        var top = headings.Min(heading => heading.Level);
        var html = new StringBuilder("<ol>");
        var open = false;
        var nested = false;
        foreach (var heading in headings)
        {
            if (heading.Level > top + 1)
                continue;
            var deeper = heading.Level > top && open;
            html.Append(deeper ? nested ? "</li>" : "<ol>" : nested ? "</li></ol></li>" : open ? "</li>" : "");
            var fragment = Permalink.EncodeFragment(heading.Id).Replace("&", "&amp;");
            html.Append($"<li><a href=\"#{fragment}\">{Escape(heading.Text)}</a>");
            nested = deeper;
            open = true;
        }

        return html.Append(nested ? "</li></ol></li></ol>" : "</li></ol>").ToString();
    }

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
