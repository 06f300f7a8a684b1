using System.Text;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Markdown's inlines as plain text.</summary>
static class PlainText
{
    /// <summary>The text of inlines as a reader sees it: line breaks as blanks, images as their descriptions.</summary>
    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Append(inline);
        return Nfc.Normalize(text.ToString().Trim());

        void Append(Inline? node)
        {
            switch (node)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline container:
                    foreach (var child in container)
                        Append(child);
                    break;
            }
        }
    }
}
