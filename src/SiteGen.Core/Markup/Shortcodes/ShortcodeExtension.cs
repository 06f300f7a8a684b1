using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Adds shortcodes to the pipeline: two parsers for their tags, and what renders them.</summary>
sealed class ShortcodeExtension(IShortcodeRenderer shortcodes) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new ShortcodeBlockParser());
        pipeline.InlineParsers.Insert(0, new ShortcodeInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Add(new MarkBlockRenderer(shortcodes));
        html.ObjectRenderers.Add(new MarkInlineRenderer(shortcodes));
        html.ObjectRenderers.Add(new BlockRenderer(shortcodes));
        html.ObjectRenderers.Add(new InlineRenderer(shortcodes));
    }

    /// <summary>What <paramref name="write"/> would have printed, instead of printing it.</summary>
    static string Captured(HtmlRenderer renderer, Action write)
    {
        var outer = renderer.Writer;
        using var inner = new StringWriter { NewLine = "\n" };
        renderer.Writer = inner;
        write();
        renderer.Writer = outer;
        return inner.ToString();
    }

    sealed class MarkBlockRenderer(IShortcodeRenderer shortcodes) : HtmlObjectRenderer<ShortcodeMarkBlock>
    {
        protected override void Write(HtmlRenderer renderer, ShortcodeMarkBlock mark)
        {
            renderer.EnsureLine();
            if (mark.Call is { } call)
                renderer.WriteLine(shortcodes.Render(call, null).Trim());
            else
                renderer.Write("<p>").WriteEscape(mark.Tag.Text).WriteLine("</p>");
        }
    }

    sealed class MarkInlineRenderer(IShortcodeRenderer shortcodes) : HtmlObjectRenderer<ShortcodeMarkInline>
    {
        protected override void Write(HtmlRenderer renderer, ShortcodeMarkInline mark)
        {
            if (mark.Call is not { } call)
                renderer.WriteEscape(mark.Tag.Text);
            else if (renderer.EnableHtmlForInline)
                renderer.Write(shortcodes.Render(call, null).Trim());
        }
    }

    sealed class BlockRenderer(IShortcodeRenderer shortcodes) : HtmlObjectRenderer<ShortcodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, ShortcodeBlock block)
        {
            renderer.EnsureLine();
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = false;
            var content = Captured(renderer, () => renderer.WriteChildren(block));
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine(shortcodes.Render(block.Call, content).Trim());
        }
    }

    sealed class InlineRenderer(IShortcodeRenderer shortcodes) : HtmlObjectRenderer<ShortcodeInline>
    {
        protected override void Write(HtmlRenderer renderer, ShortcodeInline inline)
        {
            if (renderer.EnableHtmlForInline)
                renderer.Write(shortcodes.Render(inline.Call, Captured(renderer, () => renderer.WriteChildren(inline))).Trim());
            else
                renderer.WriteChildren(inline);
        }
    }
}

/// <summary>A tag that stands alone on its line.</summary>
sealed class ShortcodeBlockParser : BlockParser
{
    public ShortcodeBlockParser() => OpeningCharacters = ['{'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || ShortcodeTag.Read(processor.Line.AsSpan()) is not { } tag || !processor.Line.AsSpan()[tag.Text.Length..].IsWhiteSpace())
            return BlockState.None;
        processor.NewBlocks.Push(new ShortcodeMarkBlock(this, tag)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }
}

/// <summary>Tags among words. Other double braces are text, also where an attribute could stand in them.</summary>
sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("{{"))
            return false;
        var start = slice.Start;
        var span = new SourceSpan(processor.GetSourcePosition(start, out var line, out var column), 0);
        Inline node;
        int length;
        if (ShortcodeTag.Read(text) is { } tag)
        {
            (node, length) = (new ShortcodeMarkInline(tag), tag.Text.Length);
        }
        else
        {
            var shown = Escaped(text, out length);
            node = new LiteralInline(shown);
        }

        span.End = span.Start + length - 1;
        (node.Span, node.Line, node.Column) = (span, line, column);
        processor.Inline = node;
        slice.Start += length;
        return true;
    }

    /// <summary><c>{{&lt;/* x */&gt;}}</c> shows the tag without the comment's marks; all else is two braces.</summary>
    static string Escaped(ReadOnlySpan<char> text, out int length)
    {
        const string open = "{{</*", close = "*/>}}";
        length = 2;
        if (!text.StartsWith(open))
            return "{{";
        // No tag is longer, and a row of openings must not search the whole line each.
        var near = text[..Math.Min(text.Length, 1000)];
        var end = near.IndexOf(close);
        var lineEnd = near.IndexOf('\n');
        if (end < 0 || lineEnd >= 0 && lineEnd < end)
            return "{{";
        length = end + close.Length;
        return $"{{{{<{text[open.Length..end]}>}}}}";
    }
}
