using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>Parses and renders shortcodes; <see cref="ShortcodePass"/> binds tags to calls in between.</summary>
sealed class ShortcodeExtension(IShortcodeRenderer shortcodes) : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new ShortcodeBlockParser());
        pipeline.InlineParsers.Insert(0, new ShortcodeInlineParser());
    }

    protected override void Setup(ObjectRendererCollection renderers)
    {
        renderers.Add(new NodeRenderer<ShortcodeMarkBlock>(Write));
        renderers.Add(new NodeRenderer<ShortcodeMarkInline>(Write));
        renderers.Add(new NodeRenderer<ShortcodeBlock>(Write));
        renderers.Add(new NodeRenderer<ShortcodeInline>(Write));
    }

    void Write(HtmlRenderer renderer, ShortcodeMarkBlock mark)
    {
        renderer.EnsureLine();
        if (mark.Call is { } call)
            renderer.WriteLine(shortcodes.Render(call, null).Trim());
        else
            renderer.Write("<p>").WriteEscape(mark.Tag.Text).WriteLine("</p>");
    }

    void Write(HtmlRenderer renderer, ShortcodeMarkInline mark)
    {
        if (mark.Call is not { } call)
            renderer.WriteEscape(mark.Tag.Text);
        else if (renderer.EnableHtmlForInline)
            renderer.Write(shortcodes.Render(call, null).Trim());
    }

    void Write(HtmlRenderer renderer, ShortcodeBlock block)
    {
        renderer.EnsureLine();
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        var content = Capture(renderer, () => renderer.WriteChildren(block));
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine(shortcodes.Render(block.Call, content).Trim());
    }

    void Write(HtmlRenderer renderer, ShortcodeInline inline)
    {
        if (renderer.EnableHtmlForInline)
            renderer.Write(shortcodes.Render(inline.Call, Capture(renderer, () => renderer.WriteChildren(inline))).Trim());
        else
            renderer.WriteChildren(inline);
    }

    /// <summary>Returns what <paramref name="write"/> writes to the renderer.</summary>
    static string Capture(HtmlRenderer renderer, Action write)
    {
        var outer = renderer.Writer;
        using var inner = new StringWriter { NewLine = "\n" };
        renderer.Writer = inner;
        write();
        renderer.Writer = outer;
        return inner.ToString();
    }
}

/// <summary>A tag alone on its line.</summary>
sealed class ShortcodeBlockParser : BlockParser
{
    public ShortcodeBlockParser() => OpeningCharacters = ['{'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || ShortcodeTag.Read(line) is not { } tag || !line[tag.Text.Length..].IsWhiteSpace())
            return BlockState.None;
        var span = new SourceSpan(processor.Start, processor.Line.End);
        processor.NewBlocks.Push(new ShortcodeMarkBlock(this, tag) { Column = processor.Column, Span = span });
        return BlockState.BreakDiscard;
    }
}

/// <summary>Tags within text. Other double braces are text, even where Markdig would see attributes.</summary>
sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("{{"))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        Inline node;
        int length;
        if (ShortcodeTag.Read(text) is { } tag)
            (node, length) = (new ShortcodeMarkInline(tag), tag.Text.Length);
        else
            node = new LiteralInline(Escaped(text, out length));
        (node.Span, node.Line, node.Column) = (new SourceSpan(start, start + length - 1), line, column);
        processor.Inline = node;
        slice.Start += length;
        return true;
    }

    /// <summary><c>{{&lt;/* x */&gt;}}</c> shows the tag without the comment delimiters; anything else is two braces.</summary>
    static string Escaped(ReadOnlySpan<char> text, out int length)
    {
        const string open = "{{</*", close = "*/>}}";
        length = 2;
        if (!text.StartsWith(open))
            return "{{";
        // The limit keeps rows of opening delimiters linear.
        var near = text[..Math.Min(text.Length, 1000)];
        var end = near.IndexOf(close);
        var lineEnd = near.IndexOf('\n');
        if (end < 0 || lineEnd >= 0 && lineEnd < end)
            return "{{";
        length = end + close.Length;
        return $"{{{{<{text[open.Length..end]}>}}}}";
    }
}
