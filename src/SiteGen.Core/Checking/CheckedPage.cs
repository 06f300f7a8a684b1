using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>An HTML page while its tree is in memory. One walk serves all rules.</summary>
sealed class CheckedPage
{
    /// <summary>Deeper than any hand-written page. The text of such an element takes as many steps down.</summary>
    const int MaxDepth = 400;

    static readonly string[] WholePageTags = ["<!doctype", "<html", "<head", "<body", "<title"];

    static readonly string[] AddressAttributes = ["href", "src", "srcset", "poster", "data", "action", "style", "imagesrcset"];

    public CheckedPage(FinishedFile file, string text, IHtmlDocument tree, IReadOnlyList<HtmlSyntaxError> errors)
    {
        (File, Text, Tree, Errors) = (file, text, tree, errors);
        Walk(tree);
        Title = Elements.OfType<IHtmlTitleElement>().Select(title => title.TextContent.Trim()).FirstOrDefault(text => text.Length > 0, "");
        Base = Named("base").Select(element => element.GetAttribute("href")).FirstOrDefault(href => href is not null);
        Canonical = Named("link").Where(link => link.GetAttribute("rel") == "canonical").Select(link => link.GetAttribute("href"))
            .FirstOrDefault(href => href is not null);
        RedirectsTo = Named("meta").Select(RedirectOf).LastOrDefault(target => target is not null);
        IsNoIndex = Named("meta").Any(meta => "robots".Equals(meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase)
            && meta.GetAttribute("content")?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true);
    }

    public FinishedFile File { get; }

    public required FinishedSite Site { get; init; }

    public required UnpublishedSearch Unpublished { get; init; }

    public string Text { get; }

    public IHtmlDocument Tree { get; }

    /// <summary>The parser's errors.</summary>
    public IReadOnlyList<HtmlSyntaxError> Errors { get; }

    /// <summary>In document order.</summary>
    public List<IElement> Elements { get; } = [];

    /// <summary>Nested so deeply that rules skip the page.</summary>
    public bool IsTooDeep { get; private set; }

    public string Title { get; }

    /// <summary>The base of relative addresses; null for the page's own address.</summary>
    public string? Base { get; }

    public string? Canonical { get; }

    public string Name => Title.Length > 0 ? Title : SiteFacts.AddressOf(File.Path);

    /// <summary>The target of a redirect; null for a page to read.</summary>
    public string? RedirectsTo { get; }

    public bool IsNoIndex { get; }

    /// <summary>A redirect, an HTML fragment for programs, or a search engine's verification file.</summary>
    public bool IsFragment => RedirectsTo is not null
        || File.CopiedFrom is not null && !Array.Exists(WholePageTags, tag => Text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>Elements with an address, and the attributes that hold it.</summary>
    public IEnumerable<(IElement Element, string Attribute)> Addresses =>
        from element in Elements
        from attribute in AddressAttributes
        where element.HasAttribute(attribute)
        select (element, attribute);

    public IEnumerable<IElement> Named(params string[] names) => Elements.Where(element => names.Contains(element.LocalName));

    /// <summary>Offset of an element in the text; negative for one that the parser added.</summary>
    public static int PositionOf(IElement? element) =>
        element?.SourceReference is { } reference ? Math.Max(0, reference.Position.Position - 1) : -1;

    public string? MetaContent(string name) =>
        Named("meta")
            .Where(meta => name.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault()?.GetAttribute("content");

    /// <summary>Reports an element: at its place in the document where that is known, else on the page.</summary>
    public void Report(Findings findings, Rule rule, IElement? element, SourcePlace? written, Message message, Message? hint) =>
        findings.Add(rule, written, File, Name, PositionOf(element), message, hint);

    /// <summary>Without recursion: a damaged page may nest a hundred thousand elements.</summary>
    void Walk(IHtmlDocument tree)
    {
        INode? node = tree.FirstChild;
        for (var depth = 1; node is not null;)
        {
            if (node is IElement element)
                Elements.Add(element);
            if (node.FirstChild is { } child)
            {
                node = child;
                IsTooDeep |= ++depth > MaxDepth;
                continue;
            }

            while (node is not null && node.NextSibling is null)
                (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }
    }

    static string? RedirectOf(IElement meta) =>
        "refresh".Equals(meta.GetAttribute("http-equiv"), StringComparison.OrdinalIgnoreCase)
        && meta.GetAttribute("content") is { } content && content.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? content[(at + 4)..].Trim().Trim('\'', '"')
            : null;
}

/// <param name="Position">Offset in the page's text.</param>
readonly record struct HtmlSyntaxError(string What, int Position)
{
    /// <summary><c>&lt;a id="x" /&gt;</c>: browsers leave the slash out, and the element open.</summary>
    public bool IsSelfClosed { get; init; }
}

/// <summary>A text file that is not a page.</summary>
sealed record CheckedFile(FinishedFile File, string Text, UnpublishedSearch Unpublished);
