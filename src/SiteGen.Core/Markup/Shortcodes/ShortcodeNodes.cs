using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>A tag in the tree, whether it stands alone on its line or in a text.</summary>
interface IShortcodeMark
{
    ShortcodeTag Tag { get; }

    /// <summary>The call that the tag is, once the page is known; null for a tag that is printed as it is written.</summary>
    Shortcode? Call { get; set; }

    /// <summary>Where it begins in the document's body.</summary>
    int Offset { get; }
}

/// <summary>A tag alone on its line.</summary>
sealed class ShortcodeMarkBlock(BlockParser parser, ShortcodeTag tag) : LeafBlock(parser), IShortcodeMark
{
    public ShortcodeTag Tag { get; } = tag;

    public Shortcode? Call { get; set; }

    public int Offset => Span.Start;
}

/// <summary>A tag among words.</summary>
sealed class ShortcodeMarkInline(ShortcodeTag tag) : LeafInline, IShortcodeMark
{
    public ShortcodeTag Tag { get; } = tag;

    public Shortcode? Call { get; set; }

    public int Offset => Span.Start;
}

/// <summary>The blocks between the two halves of a paired shortcode.</summary>
sealed class ShortcodeBlock(Shortcode call) : ContainerBlock(null)
{
    public Shortcode Call { get; } = call;
}

/// <summary>The words between the two halves of a paired shortcode.</summary>
sealed class ShortcodeInline(Shortcode call) : ContainerInline
{
    public Shortcode Call { get; } = call;
}
