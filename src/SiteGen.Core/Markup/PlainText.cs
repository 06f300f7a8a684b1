using System.Text;
using Markdig.Syntax;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Markdown's inlines as plain text.</summary>
static class PlainText
{
    static readonly object Kept = new();

    [ThreadStatic]
    static StringBuilder? builder;

    /// <summary>The text of inlines that don't change any more, read once: summary, words, terms and passages all ask for it.</summary>
    public static string Of(ContainerInline? inline)
    {
        if (inline is null)
            return "";
        if (inline.GetData(Kept) is string known)
            return known;
        var text = Read(inline);
        inline.SetData(Kept, text);
        return text;
    }

    /// <summary>The text of inlines as a reader sees it: line breaks as blanks, images as their descriptions.</summary>
    public static string Read(ContainerInline? inline)
    {
        if (inline is null)
            return "";
        var text = builder ??= new StringBuilder();
        text.Clear();
        Append(inline, text);
        return Nfc.Normalize(text.ToString().Trim());
    }

    static void Append(ContainerInline inline, StringBuilder text)
    {
        for (var node = inline.FirstChild; node is not null; node = node.NextSibling)
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

            if (node is ContainerInline inner)
                Append(inner, text);
        }
    }
}
