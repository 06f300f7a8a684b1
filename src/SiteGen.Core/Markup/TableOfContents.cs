using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>The headings of a page as nested lists of links.</summary>
public static class TableOfContents
{
    /// <summary>HTML of second and third level headings (or whatever the two highest levels below the title are); empty when there are none.</summary>
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
            html.Append("<li><a href=\"#").Append(Model.Permalink.EncodeFragment(heading.Id).Replace("&", "&amp;")).Append("\">").Append(Escape(heading.Text)).Append("</a>");
            nested = deeper;
            open = true;
        }

        return html.Append(nested ? "</li></ol></li></ol>" : "</li></ol>").ToString();
    }

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
