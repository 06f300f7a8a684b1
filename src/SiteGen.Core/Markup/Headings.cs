using Markdig.Renderers.Html;
using Markdig.Syntax;
using SiteGen.Core.Interviews;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>The headings of a document and their ids.</summary>
static class Headings
{
    /// <summary>Gives every heading an id made of its text, unique within the page; an author's own <c>{#id}</c> is kept.</summary>
    public static List<Heading> Identify(MarkdownDocument document)
    {
        var headings = new List<Heading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var attributes = block.GetAttributes();
            var text = PlainText.Read(block.Inline);
            var wanted = attributes.Id is { } own ? Nfc.Normalize(own) : Slugger.FromText(text);
            var id = wanted.Length == 0 ? "section" : wanted;
            for (var n = 1; InterviewPass.IsTaken(id) || !taken.Add(id); n++)
                id = $"{wanted}-{n}";
            attributes.Id = id;
            headings.Add(new Heading(block.Level, id, text));
        }

        return headings;
    }
}
