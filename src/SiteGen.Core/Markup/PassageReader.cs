using Markdig.Renderers.Html;
using Markdig.Syntax;
using SiteGen.Core.Interviews;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Splits a parsed document into passages of plain text, each with the anchor to link to.</summary>
sealed class PassageReader
{
    readonly List<Passage> passages = [];
    string heading = "";

    public static List<Passage> Read(MarkdownDocument document)
    {
        var reader = new PassageReader();
        reader.Read(document, null);
        return reader.passages;
    }

    /// <param name="anchor">The id of the enclosing turn or note, which is nearer than any heading.</param>
    void Read(ContainerBlock container, string? anchor)
    {
        anchor = container switch { TurnBlock turn => turn.Id, NoteBlock note => note.Id, _ => anchor };
        foreach (var block in container)
        {
            if (block is ContainerBlock inner)
            {
                Read(inner, anchor);
                continue;
            }

            if (block is HeadingBlock)
                heading = block.TryGetAttributes()?.Id ?? heading;
            if (TextOf(block) is { Length: > 0 } text)
                passages.Add(new Passage(anchor ?? heading, block is HeadingBlock, text));
        }
    }

    static string TextOf(Block block) => block switch
    {
        FigureBlock figure => $"{PlainText.Of(figure.Inline)} {figure.Caption}".Trim(),
        LeafBlock { Inline: { } inline } => PlainText.Of(inline),
        CodeBlock code => Nfc.Normalize(code.Lines.ToString().ReplaceLineEndings(" ").Trim()),
        _ => "",
    };
}
