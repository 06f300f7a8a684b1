using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Interviews;

/// <summary>What one speaker says until the next one begins.</summary>
/// <param name="label">The name as the text has it.</param>
/// <param name="mark">The separator of name and words, with its blanks.</param>
sealed class TurnBlock(BlockParser parser, Speaker speaker, string label, string mark) : ContainerBlock(parser)
{
    public Speaker Speaker { get; } = speaker;

    public string Label { get; } = label;

    public string Mark { get; } = mark;

    public bool IsHost => Speaker.Role == "host";

    public string Id { get; set; } = "";

    public int Number { get; set; }
}

/// <summary>An editor's note between turns: <c>(* …)</c>.</summary>
/// <param name="opening">The mark that began it, blanks included.</param>
sealed class NoteBlock(BlockParser parser, string opening) : ContainerBlock(parser)
{
    public string Opening { get; } = opening;

    /// <summary>The mark that ended it; empty when the author left it open.</summary>
    public string Closing { get; set; } = "";

    public string Id { get; set; } = "";
}

/// <summary>A labelled break such as <c>-- 인터뷰 시작 --</c>.</summary>
sealed class BreakBlock : LeafBlock
{
    public BreakBlock(BlockParser parser, string opening, string closing)
        : base(parser)
    {
        (Opening, Closing) = (opening, closing);
        ProcessInlines = true;
    }

    public string Opening { get; }

    public string Closing { get; }
}

/// <summary>A question with its answers; or answers to nothing that was asked.</summary>
sealed class ExchangeBlock() : ContainerBlock(null)
{
    /// <summary>From 1; 0 without a question or without an answer.</summary>
    public int Question { get; set; }

    public string Id => "q" + Question;
}

/// <summary>The speaker's name at the beginning of a turn.</summary>
sealed class SpeakerInline(TurnBlock turn) : LeafInline
{
    public TurnBlock Turn { get; } = turn;
}

/// <summary>A separator of the author's, which style sheets show small or hide.</summary>
sealed class MarkInline(string text) : LeafInline
{
    public string Text { get; } = text;
}
