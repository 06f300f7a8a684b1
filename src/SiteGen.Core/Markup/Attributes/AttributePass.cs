using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Gives attributes in braces to the element directly before them, or to the block that they end; others are text again.</summary>
static class AttributePass
{
    /// <summary>Set in the data of a document that has attributes.</summary>
    public static readonly object Key = new();

    public static void Run(MarkdownDocument document)
    {
        if (!document.ContainsData(Key))
            return;
        foreach (var line in document.Descendants<AttributeLineBlock>().ToArray())
            Apply(line);
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is { } inline)
                Apply(leaf, inline);
            if (leaf is ParagraphBlock { Parent: ListItemBlock { Parent: ListBlock { IsLoose: false } } item }
                && leaf.TryGetAttributes() is { } own)
                Move(own, leaf, item);
        }
    }

    /// <summary>The block that shows the attributes of a block; null when it can't have any.</summary>
    public static Block? Target(Block? block) => block switch
    {
        ParagraphBlock { Parent: TableCell } => null,
        ParagraphBlock { Parent: DefinitionItem item } => item,
        ParagraphBlock or HeadingBlock or CodeBlock or QuoteBlock or ListBlock or Table or DefinitionList or DefinitionTerm => block,
        _ => null,
    };

    static void Apply(AttributeLineBlock line)
    {
        var container = line.Parent!;
        var at = container.IndexOf(line);
        var above = at > 0 ? container[at - 1] : null;
        if (line.Attributes is { } attributes && Target(above) is { } target)
        {
            Add(attributes, target);
            container.RemoveAt(at);
        }
        else if (line.Attributes is null && above is ListBlock)
        {
            container.RemoveAt(at);
            container[at - 1] = new ContentsBlock { Span = above.Span, Line = above.Line };
        }
        else
        {
            var text = new ContainerInline().AppendChild(Text(line.Source, line));
            container[at] = new ParagraphBlock { Inline = text, Span = line.Span, Line = line.Line };
        }
    }

    static void Apply(LeafBlock leaf, ContainerInline root)
    {
        var all = root.Descendants<AttributeInline>().ToArray();
        foreach (var inline in all)
        {
            if (inline.PreviousSibling is EmphasisInline or CodeInline or AutolinkInline or LinkInline { IsAutoLink: false })
                Take(inline, inline.PreviousSibling);
        }

        if (Target(leaf) is { } block)
            End(root, block, leaf is HeadingBlock);
        foreach (var inline in all.Where(inline => inline.Parent is not null))
            inline.ReplaceBy(Text(inline.Source, inline));
    }

    static void End(ContainerInline root, Block block, bool isHeading)
    {
        for (var node = root.LastChild; node is AttributeInline || IsBlank(node);)
        {
            var previous = node!.PreviousSibling;
            if (node is AttributeInline attributes && previous is not null && (isHeading || MayPrecede(previous)))
                Take(attributes, block);
            node = previous;
        }

        if (isHeading && root.LastChild is LiteralInline last)
            last.Content.TrimEnd();
    }

    static bool IsBlank(Inline? node) => node is LiteralInline literal && literal.Content.IsEmptyOrWhitespace();

    /// <summary>Attributes follow a blank, a word or the end of a sentence; <c>/users/{id=1}</c> and <c>${a=b}</c> are text.</summary>
    static bool MayPrecede(Inline node) =>
        node is LineBreakInline or AttributeInline || node is LiteralInline { Content: { IsEmpty: false } text }
            && text[text.End] is var last && (char.IsWhiteSpace(last) || char.IsLetterOrDigit(last) || ".?!…,)”’\"'」』》〉".Contains(last));

    static void Take(AttributeInline inline, MarkdownObject target)
    {
        Add(inline.Attributes, target);
        inline.Remove();
    }

    static void Add(HtmlAttributes attributes, MarkdownObject target) =>
        attributes.CopyTo(target.GetAttributes(), mergeIdAndProperties: true, shared: false);

    /// <summary>The paragraph of a tight list's item has no element of its own.</summary>
    static void Move(HtmlAttributes attributes, LeafBlock paragraph, ListItemBlock item)
    {
        Add(attributes, item);
        paragraph.SetAttributes(new HtmlAttributes());
    }

    static LiteralInline Text(StringSlice source, MarkdownObject place) =>
        new(source) { Span = place.Span, Line = place.Line, Column = place.Column, IsClosed = true };
}
