using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SiteGen.Core.Interviews;

/// <summary>Finds turns, notes and breaks in documents that declare speakers. Each may interrupt a paragraph.</summary>
sealed class InterviewParser : BlockParser
{
    /// <summary>The key under which a parser's context holds the document's <see cref="InterviewSyntax"/>.</summary>
    public static readonly object ScopeKey = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.IsBlankLine || !IsAtTop(processor) || Scope(processor) is not { } scope)
            return BlockState.None;
        var line = processor.Line.AsSpan();
        if (scope.IsTurn(line, out var speaker, out var name, out var mark))
        {
            var turn = new TurnBlock(this, speaker!, line[..name].ToString(), line.Slice(name, mark).ToString());
            return Begin(processor, turn, name + mark);
        }

        if (InterviewSyntax.IsNote(line))
        {
            var opening = line.Length > 2 && line[2] == ' ' ? 3 : 2;
            return Begin(processor, new NoteBlock(this, line[..opening].ToString()), opening);
        }

        return InterviewSyntax.IsBreak(line, out var before, out var after) ? Break(processor, before, after) : BlockState.None;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is NoteBlock note)
            return processor.IsBlankLine || IsClosed(note) ? BlockState.None : BlockState.Continue;
        if (processor.IsBlankLine || InFence((TurnBlock)block))
            return BlockState.Continue;
        return !processor.IsCodeIndent && EndsTurn(processor.Line.AsSpan(), Scope(processor)!) ? BlockState.None : BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is NoteBlock note && IsClosed(note))
        {
            ref var line = ref LastLine(note).Slice;
            note.Closing = ")";
            line.TrimEnd();
            line.End--;
        }

        return true;
    }

    /// <summary>Not inside a list or quote. Containers that the line does not continue are closed, though still current.</summary>
    static bool IsAtTop(BlockProcessor processor)
    {
        var container = processor.CurrentContainer;
        while (container is not (null or MarkdownDocument) && !container.IsOpen)
            container = container.Parent;
        return container is MarkdownDocument;
    }

    static InterviewSyntax? Scope(BlockProcessor processor) => processor.Context?.Properties.GetValueOrDefault(ScopeKey) as InterviewSyntax;

    /// <summary>The rest of the line is a paragraph whatever it looks like: "진행자 - 2025. 1. 24. 발표" is no numbered list.</summary>
    static BlockState Begin(BlockProcessor processor, ContainerBlock block, int markLength)
    {
        var start = processor.Start;
        processor.GoToColumn(processor.Column + markLength);
        processor.NewBlocks.Push(new ParagraphBlock(processor.Parsers.Find<ParagraphBlockParser>())
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        block.Column = 0;
        block.Span = new SourceSpan(start, processor.Line.End);
        processor.NewBlocks.Push(block);
        return BlockState.Continue;
    }

    BlockState Break(BlockProcessor processor, int before, int after)
    {
        var line = processor.Line.AsSpan();
        processor.NewBlocks.Push(new BreakBlock(this, line[..before].ToString(), line[^after..].TrimEnd().ToString())
        {
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        processor.Line.Start += before;
        processor.Line.End -= after;
        return BlockState.Break;
    }

    static bool EndsTurn(ReadOnlySpan<char> line, InterviewSyntax scope) =>
        scope.IsTurn(line, out _, out _, out _) || InterviewSyntax.IsNote(line) || InterviewSyntax.IsBreak(line, out _, out _)
            || IsHeading(line) || IsRule(line);

    static bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] is ' ' or '\t';
    }

    /// <summary>Three or more of the same mark: a thematic break divides an interview as a heading does.</summary>
    static bool IsRule(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        return text.Length >= 3 && text[0] is '*' or '-' or '_' && text.IndexOfAnyExcept(text[0], ' ') < 0;
    }

    static bool InFence(TurnBlock turn) => turn.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 };

    static bool IsClosed(NoteBlock note) =>
        note.LastChild is ParagraphBlock { Lines.Count: > 0 } && LastLine(note).Slice.AsSpan().TrimEnd() is [.., ')'];

    static ref StringLine LastLine(NoteBlock note)
    {
        var paragraph = (ParagraphBlock)note.LastChild!;
        return ref paragraph.Lines.Lines[paragraph.Lines.Count - 1];
    }
}
