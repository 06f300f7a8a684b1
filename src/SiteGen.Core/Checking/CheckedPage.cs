using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>An HTML page while its tree is in memory, its elements sorted by what rules ask for. One walk serves all rules.</summary>
sealed class CheckedPage
{
    public CheckedPage(FinishedFile file, string text, IHtmlDocument tree, IReadOnlyList<HtmlSyntaxError> mistakes)
    {
        (File, Text, Tree, Mistakes) = (file, text, tree, mistakes);
        Walk(tree);
    }

    /// <summary>Deeper than any page that people write; its elements are not asked for their texts, which would take as many steps downwards.</summary>
    const int MostDepth = 400;

    /// <summary>Elements are nested so deep that rules about their texts pass the page over.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>All elements in their order, without recursion: a damaged page may nest a hundred thousand.</summary>
    void Walk(IHtmlDocument tree)
    {
        INode? node = tree.FirstChild;
        for (var depth = 1; node is not null;)
        {
            if (node is IElement element)
                Sort(element);
            if (node.FirstChild is { } child)
            {
                node = child;
                IsTooDeep |= ++depth > MostDepth;
                continue;
            }

            while (node is not null && node.NextSibling is null)
                (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }
    }

    public FinishedFile File { get; }

    /// <summary>The site that the page belongs to.</summary>
    public required FinishedSite Site { get; init; }

    public required UnpublishedSearch Unpublished { get; init; }

    public string Text { get; }

    public IHtmlDocument Tree { get; }

    /// <summary>What the parser had to guess at.</summary>
    public IReadOnlyList<HtmlSyntaxError> Mistakes { get; }

    public string Title { get; private set; } = "";

    /// <summary>The address that relative ones begin at; null for the page's own.</summary>
    public string? Base { get; private set; }

    /// <summary>What the page calls its own address.</summary>
    public string? Canonical { get; private set; }

    public string Name => Title.Length > 0 ? Title : SiteFacts.AddressOf(File.Path);

    /// <summary>A page that only sends readers elsewhere.</summary>
    public string? RedirectsTo { get; private set; }

    public bool IsNoIndex { get; private set; }

    /// <summary>A piece of HTML for programs, or a search engine's code: no page that anybody reads.</summary>
    public bool IsFragment => RedirectsTo is not null || File.CopiedFrom is not null && !Array.Exists(Whole, tag => Text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    static readonly string[] Whole = ["<!doctype", "<html", "<head", "<body", "<title"];

    public List<IElement> Ids { get; } = [];
    public List<IElement> Links { get; } = [];
    public List<IElement> Images { get; } = [];
    public List<IElement> Buttons { get; } = [];
    public List<IElement> Headings { get; } = [];
    public List<IElement> Data { get; } = [];
    public List<IElement> Metas { get; } = [];

    /// <summary>Elements with an address, and the attributes that hold it.</summary>
    public List<(IElement Element, string Attribute)> Addresses { get; } = [];

    static readonly string[] AddressAttributes = ["href", "src", "srcset", "poster", "data", "action", "style", "imagesrcset"];

    /// <summary>Offset of an element in the text; negative for what the parser added.</summary>
    public static int PositionOf(IElement element) => element.SourceReference is { } reference ? Math.Max(0, reference.Position.Position - 1) : -1;

    void Sort(IElement element)
    {
        if (element.Id is { Length: > 0 })
            Ids.Add(element);
        foreach (var attribute in AddressAttributes)
        {
            if (element.HasAttribute(attribute))
                Addresses.Add((element, attribute));
        }

        switch (element.LocalName)
        {
            case "a" or "area":
                Links.Add(element);
                break;
            case "img":
                Images.Add(element);
                break;
            case "button":
                Buttons.Add(element);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Headings.Add(element);
                break;
            case "script" when element.GetAttribute("type") == "application/ld+json":
                Data.Add(element);
                break;
            case "title" when Title.Length == 0 && element is IHtmlTitleElement:
                Title = element.TextContent.Trim();
                break;
            case "base":
                Base ??= element.GetAttribute("href");
                break;
            case "link" when element.GetAttribute("rel") == "canonical":
                Canonical ??= element.GetAttribute("href");
                break;
            case "meta":
                Meta(element);
                break;
        }
    }

    void Meta(IElement meta)
    {
        Metas.Add(meta);
        var content = meta.GetAttribute("content") ?? "";
        if (meta.GetAttribute("http-equiv")?.Equals("refresh", StringComparison.OrdinalIgnoreCase) == true && content.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            RedirectsTo = content[(at + 4)..].Trim().Trim('\'', '"');
        else if (meta.GetAttribute("name")?.Equals("robots", StringComparison.OrdinalIgnoreCase) == true)
            IsNoIndex |= content.Contains("noindex", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reports an element: where the author wrote it, when that is known, else where it stands on the page.</summary>
    public void Report(Findings findings, Rule rule, IElement? element, SourcePlace? written, Message message, Message? hint)
    {
        if (written is { } place)
            findings.Add(rule, place, message, hint);
        else
            findings.Add(rule, File, Name, element is null ? -1 : PositionOf(element), message, hint);
    }

    public string? MetaContent(string name)
    {
        foreach (var meta in Metas)
        {
            if (name.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), StringComparison.OrdinalIgnoreCase))
                return meta.GetAttribute("content");
        }

        return null;
    }
}

/// <param name="Position">Offset in the page's text.</param>
readonly record struct HtmlSyntaxError(string What, int Position);

/// <summary>A text file that is no page.</summary>
sealed record CheckedFile(FinishedFile File, string Text, UnpublishedSearch Unpublished);
