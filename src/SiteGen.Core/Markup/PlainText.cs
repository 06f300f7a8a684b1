using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Converts Markdown inlines to plain text.</summary>
static class PlainText
{
    static readonly object CacheKey = new();

    [ThreadStatic]
    static StringBuilder? builder;

    /// <summary>The text of inlines that no longer change, cached for summary, word count, terms and passages.</summary>
    public static string Of(ContainerInline? inline)
    {
        if (inline is null)
            return "";
        if (inline.GetData(CacheKey) is string known)
            return known;
        var text = Read(inline);
        inline.SetData(CacheKey, text);
        return text;
    }

    /// <summary>The text of inlines as shown: line breaks are spaces, images their alternative texts.</summary>
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
            text.Append(node switch
            {
                LiteralInline literal => literal.Content.AsSpan(),
                CodeInline code => code.ContentSpan,
                HtmlEntityInline entity => entity.Transcoded.AsSpan(),
                AutolinkInline link => link.Url,
                MathInline formula => formula.Content.AsSpan(),
                LineBreakInline => " ",
                DelimiterInline delimiter => delimiter.ToLiteral(),
                _ => default(ReadOnlySpan<char>),
            });
            if (node is ContainerInline inner)
                Append(inner, text);
        }
    }
}
