using Markdig.Renderers.Html;
using Markdig.Syntax;
using SiteGen.Core.Interviews;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>Reads a parsed document as passages of plain text, each with the place to link to.</summary>
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

    /// <param name="inside">The turn or note around it, nearer than any heading.</param>
    void Read(ContainerBlock container, string? inside)
    {
        inside = container switch { TurnBlock turn => turn.Id, NoteBlock note => note.Id, _ => inside };
        foreach (var block in container)
        {
            if (block is ContainerBlock inner)
            {
                Read(inner, inside);
                continue;
            }

            if (block is HeadingBlock)
                heading = block.TryGetAttributes()?.Id ?? heading;
            if (TextOf((LeafBlock)block) is { Length: > 0 } text)
                passages.Add(new Passage(inside ?? heading, block is HeadingBlock, text));
        }
    }

    static string TextOf(LeafBlock leaf) => leaf switch
    {
        FigureBlock figure => $"{PlainText.Of(figure.Inline)} {figure.Caption}".Trim(),
        { Inline: { } inline } => PlainText.Of(inline),
        CodeBlock code => Nfc.Normalize(code.Lines.ToString().ReplaceLineEndings(" ").Trim()),
        _ => "",
    };
}
