using Markdig.Renderers.Html;
using Markdig.Syntax;
using SiteGen.Core.Interviews;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Markup;

/// <summary>The headings of a document and their ids.</summary>
static class Headings
{
    /// <summary>
    /// Gives every heading an id made of its text, unique within the page; an author's own <c>{#id}</c> is kept. Headings of kramdown's
    /// class <c>no_toc</c> are left out of the result.
    /// </summary>
    public static List<Heading> Identify(MarkdownDocument document)
    {
        var headings = new List<Heading>();
        var ids = new UniqueIds();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is ContentsBlock contents)
                contents.Headings = headings;
            if (block is not HeadingBlock heading)
                continue;
            var attributes = heading.GetAttributes();
            var text = PlainText.Read(heading.Inline);
            attributes.Id = ids.Take(attributes.Id is { } own ? Nfc.Normalize(own) : Slugger.HeadingId(text));
            if (attributes.Classes?.Contains("no_toc") != true)
                headings.Add(new Heading(heading.Level, attributes.Id, text));
        }

        return headings;
    }

    /// <summary>Numbers ids that are taken: <c>소개</c>, <c>소개-1</c>, <c>소개-2</c>.</summary>
    sealed class UniqueIds
    {
        readonly Dictionary<string, int> lastNumbers = new(StringComparer.Ordinal);

        public string Take(string wanted)
        {
            if (wanted.Length == 0)
                wanted = "section";
            var id = wanted;
            // Counting on from the last number takes linear time.
            for (var n = lastNumbers.GetValueOrDefault(wanted) + 1; InterviewPass.IsTaken(id) || !lastNumbers.TryAdd(id, 0); n++)
            {
                id = $"{wanted}-{n}";
                lastNumbers[wanted] = n;
            }

            return id;
        }
    }
}
