using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Korean;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Interviews;

/// <summary>Gives a parsed interview its numbers and ids, groups answers under their questions, and reads it as data.</summary>
static class InterviewPass
{
    /// <summary>Ids that turns, questions and notes take; headings must not.</summary>
    public static bool IsTaken(string id) =>
        id.Length > 1 && id[0] is 't' or 'q' or 'n' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The interview of a document; null when it has no turn.</summary>
    /// <param name="plainText">Reads inlines as text.</param>
    public static InterviewDigest? Run(MarkdownDocument document, IReadOnlyList<Speaker> speakers, Func<ContainerInline?, string> plainText)
    {
        var turns = document.OfType<TurnBlock>().ToArray();
        if (turns.Length == 0)
            return null;
        for (var i = 0; i < turns.Length; i++)
        {
            turns[i].Number = i + 1;
            turns[i].Id = OwnId(turns[i]) ?? "t" + turns[i].Number;
            Label(turns[i]);
        }

        var notes = document.OfType<NoteBlock>().ToArray();
        for (var i = 0; i < notes.Length; i++)
        {
            notes[i].Id = "n" + (i + 1);
            Mark(notes[i]);
        }

        var questions = Group(document);
        var said = Array.ConvertAll(turns, turn =>
        {
            var text = Text(turn, plainText);
            return new TurnDigest(turn.Number, turn.Id, turn.Speaker.Name, turn.IsHost, FirstSentence(text), ReadingTime.CountWords(text));
        });
        return new InterviewDigest(
            Speakers(turns, said, speakers),
            said,
            [.. from exchange in questions
                let first = exchange.OfType<TurnBlock>().First()
                select new QuestionDigest(exchange.Question, exchange.Id, said[first.Number - 1].Sentence)],
            [.. notes.Select(note => new NoteDigest(note.Id, Text(note, plainText)))]);
    }

    /// <summary>Wraps each run of host and guests into an exchange. Headings, breaks and other blocks end one.</summary>
    static List<ExchangeBlock> Group(MarkdownDocument document)
    {
        var blocks = document.ToArray();
        document.Clear();
        var questions = new List<ExchangeBlock>();
        ExchangeBlock? current = null;
        var isAnswered = false;
        foreach (var block in blocks)
        {
            if (block is not (TurnBlock or NoteBlock) || block is NoteBlock && current is null)
            {
                current = null;
                document.Add(block);
                continue;
            }

            if (current is null || isAnswered && block is TurnBlock { IsHost: true })
            {
                document.Add(current = new ExchangeBlock());
                isAnswered = false;
            }

            current.Add(block);
            isAnswered |= block is TurnBlock { IsHost: false };
            if (current.Question == 0 && block is TurnBlock { IsHost: false } && current.OfType<TurnBlock>().First().IsHost)
            {
                questions.Add(current);
                current.Question = questions.Count;
            }
        }

        return questions;
    }

    /// <summary>The author's own <c>{#id}</c> at the end of a turn's first paragraph.</summary>
    static string? OwnId(TurnBlock turn)
    {
        foreach (var node in turn.Take(1).OfType<ParagraphBlock>()
            .SelectMany(paragraph => paragraph.Inline!.Prepend<MarkdownObject>(paragraph)))
        {
            if (node.TryGetAttributes() is not { Id: { } id } attributes)
                continue;
            attributes.Id = null;
            return Nfc.Normalize(id);
        }

        return null;
    }

    /// <summary>The name is real text at the beginning of the turn's first paragraph.</summary>
    static void Label(TurnBlock turn)
    {
        if (turn.FirstOrDefault() is not ParagraphBlock { Inline: { } inline })
        {
            inline = new ContainerInline();
            turn.Insert(0, new ParagraphBlock { Inline = inline });
        }

        First(inline, new SpeakerInline(turn));
    }

    static void Mark(NoteBlock note)
    {
        if (note.FirstOrDefault() is ParagraphBlock { Inline: { } first })
            First(first, new MarkInline(note.Opening));
        if (note.Closing.Length > 0 && note.LastChild is ParagraphBlock { Inline: { } last })
            last.AppendChild(new MarkInline(note.Closing));
    }

    static void First(ContainerInline container, Inline inline)
    {
        if (container.FirstChild is { } first)
            first.InsertBefore(inline);
        else
            container.AppendChild(inline);
    }

    static List<SpeakerDigest> Speakers(TurnBlock[] turns, TurnDigest[] said, IReadOnlyList<Speaker> speakers)
    {
        var all = Math.Max(1, said.Sum(turn => turn.Words));
        return speakers.Select(speaker =>
        {
            var own = said.Where(turn => ReferenceEquals(turns[turn.Number - 1].Speaker, speaker)).ToArray();
            var words = own.Sum(turn => turn.Words);
            return new SpeakerDigest(speaker.Name, speaker.Role, speaker.Person, own.Length, words, Math.Round((double)words / all, 3));
        }).ToList();
    }

    static string Text(ContainerBlock block, Func<ContainerInline?, string> plainText) =>
        string.Join(' ', block.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null).Select(leaf => plainText(leaf.Inline))
            .Where(text => text.Length > 0));

    /// <summary>Up to the first mark that ends a sentence and is followed by a blank; the whole text when there is none.</summary>
    static string FirstSentence(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '?' or '!' or '…' && (i + 1 == text.Length || text[i + 1] == ' '))
                return text[..(i + 1)];
        }

        return text;
    }
}
