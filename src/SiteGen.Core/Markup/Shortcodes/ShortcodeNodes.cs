using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>A shortcode tag in the tree, as a block or inline.</summary>
interface IShortcodeMark
{
    ShortcodeTag Tag { get; }

    /// <summary>Set by <see cref="ShortcodePass"/>; null for a tag that is printed as text.</summary>
    Shortcode? Call { get; set; }

    /// <summary>Offset in the document's body.</summary>
    int Offset { get; }
}

/// <summary>A tag alone on its line.</summary>
sealed class ShortcodeMarkBlock(BlockParser parser, ShortcodeTag tag) : LeafBlock(parser), IShortcodeMark
{
    public ShortcodeTag Tag => tag;

    public Shortcode? Call { get; set; }

    public int Offset => Span.Start;
}

/// <summary>A tag within text.</summary>
sealed class ShortcodeMarkInline(ShortcodeTag tag) : LeafInline, IShortcodeMark
{
    public ShortcodeTag Tag => tag;

    public Shortcode? Call { get; set; }

    public int Offset => Span.Start;
}

/// <summary>The blocks between the tags of a paired shortcode.</summary>
sealed class ShortcodeBlock(Shortcode call) : ContainerBlock(null)
{
    public Shortcode Call => call;
}

/// <summary>The inlines between the tags of a paired shortcode.</summary>
sealed class ShortcodeInline(Shortcode call) : ContainerInline
{
    public Shortcode Call => call;
}
