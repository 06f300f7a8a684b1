using System.Text;
using Markdig.Syntax;
using Markdig.Extensions.Mathematics;
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
        foreach (var node in inline?.Descendants() ?? [])
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
                case MathInline formula:
                    text.Append(formula.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case DelimiterInline delimiter:
                    // A bracket that opens nothing, as in “[속보 새 소식”, is text.
                    text.Append(delimiter.ToLiteral());
                    break;
            }
        }

        return Nfc.Normalize(text.ToString().Trim());
    }
}
