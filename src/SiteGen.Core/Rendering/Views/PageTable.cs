using SiteGen.Core.Configuration;
using SiteGen.Core.Interviews;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>page</c> in templates where it is a document, and every post in lists.</summary>
static class PageTable
{
    public static readonly MemberTable<Page, SiteViews> Table = new MemberTable<Page, SiteViews>()
        .Add("kind", (page, _) => page.IsPost ? "post" : "page")
        .Add("layout", (page, _) => page.FrontMatter.Layout ?? (page.IsPost ? "post" : "page"))
        .Add("title", (page, _) => page.Title)
        .Add("url", (page, views) => views.Permalink.Href(page.Path))
        .Add("permalink", (page, views) => views.Permalink.Absolute(page.Path))
        .Add("canonical", (page, views) => views.Permalink.Absolute(page.Path))
        .Add("description", (page, views) => views.Markup.Digest(page).Summary is { Length: > 0 } summary ? summary : null)
        .Add("date", (page, _) => SiteViews.Date(page.Date))
        .Add("updated", (page, _) => SiteViews.Date(page.FrontMatter.Updated))
        .Add("content", (page, views) => Html.Of(views.Markup.Html(page)))
        .Add("summary", (page, views) => views.Markup.Digest(page).Summary)
        .Add("summary_html", (page, views) => Html.Of(views.Markup.Digest(page).SummaryHtml))
        .Add("toc", (page, views) => page.FrontMatter.Toc == false || views.Markup.Digest(page).Headings.Count == 0
            ? null
            : Html.Of(TableOfContents.Html(views.Markup.Digest(page).Headings)))
        .Add("headings", (page, views) => SiteViews.Each(views.Markup.Digest(page).Headings, heading => SiteViews.Object(
            ("level", heading.Level), ("id", heading.Id), ("text", heading.Text))))
        .Add("reading_time", (page, views) => views.Markup.Digest(page).Minutes)
        .Add("words", (page, views) => views.Markup.Digest(page).Words)
        .Add("image", (page, views) => Image(page, views) is { } image ? views.Permalink.HrefOf(image) : null)
        .Add("image_permalink", (page, views) => Image(page, views) is { } image ? views.Permalink.AbsoluteOf(image) : null)
        .Add("image_alt", (page, _) => page.FrontMatter.ImageAlt)
        .Add(Taxonomies.Tags, (page, views) => Terms(page, views, Taxonomies.Tags))
        .Add(Taxonomies.Categories, (page, views) => Terms(page, views, Taxonomies.Categories))
        .Add(Taxonomies.People, (page, views) => Terms(page, views, Taxonomies.People))
        .Add("category", (page, views) => views.Site.CategoryOf(page) is { } category ? views.Term(category) : null)
        .Add("series", (page, _) => page.FrontMatter.Series)
        .Add("weight", (page, _) => page.FrontMatter.Weight)
        .Add("params", (page, _) => YamlView.ValueOf(page.FrontMatter.Params))
        .Add("source", (page, _) => Source(page.FrontMatter.Source))
        .Add("interview", (page, views) => page.FrontMatter.Speakers.Count == 0
            ? null
            : InterviewView.Of(views.Markup.Digest(page).Interview, views.Site))
        .Add("comments", (page, _) => page.FrontMatter.Comments ?? true)
        .Add("prev", (page, views) => Neighbour(views.Site.PositionOf(page), views.Site.Posts, views, 1))
        .Add("next", (page, views) => Neighbour(views.Site.PositionOf(page), views.Site.Posts, views, -1))
        .Add("prev_in_category", (page, views) => InCategory(page, views, 1))
        .Add("next_in_category", (page, views) => InCategory(page, views, -1))
        .Add("category_block", Block)
        .Add("breadcrumbs", (page, views) => Breadcrumbs.Value(Breadcrumbs.Of(page, views), views))
        .Add("feeds", (page, views) => SiteViews.Each(Feeds.OfSite(views.Site), feed => feed))
        .Add("draft", (page, _) => page.IsDraft)
        .Add("future", (page, _) => page.IsFuture)
        .Add("unlisted", (page, _) => page.FrontMatter.Unlisted)
        .Add("json_ld", (page, views) => JsonLd.Of(page, views))
        .Add("og_type", (page, _) => page.IsPost ? "article" : "website")
        .Add("robots", (page, _) => page.FrontMatter.Unlisted || page.IsDraft ? "noindex" : null)
        .Add("source_path", (page, _) => page.Document.File.Path);

    /// <summary>The image's address from the root: a file beside a bundle is found there.</summary>
    public static string? Image(Page page, SiteViews views) =>
        page.FrontMatter.Image is not { Length: > 0 } image ? views.Site.Config.Image
        : image.StartsWith('/') || image.Contains("://") ? image
        : page.Path.Child(image).Value;

    static object? Terms(Page page, SiteViews views, string taxonomy) => views.Terms(views.Site.TermsOf(page, taxonomy));

    static object? Source(SourceCredit? source) => source is null ? null
        : SiteViews.Object(("title", source.Title), ("url", source.Url), ("publisher", source.Publisher),
            ("date", SiteViews.Date(source.Date)));

    /// <summary>The page <paramref name="step"/> places on in a list; null beyond its ends and for a page that is not in it.</summary>
    static object? Neighbour(int at, IReadOnlyList<Page> pages, SiteViews views, int step) =>
        at < 0 || at + step < 0 || at + step >= pages.Count ? null : views.Of(pages[at + step]);

    static object? InCategory(Page page, SiteViews views, int step) =>
        views.Site.CategoryOf(page) is { } category ? Neighbour(category.IndexOf(page), category.Pages, views, step) : null;

    static object? Block(Page page, SiteViews views)
    {
        var count = views.Site.Config.CategoryBlockCount;
        if (count == 0 || views.Site.CategoryOf(page) is not { } category || category.IndexOf(page) < 0)
            return null;
        var links = views.Site.CategoryLinks.GetValueOrDefault(category.Key, []);
        var entries = CategoryBlock.Around(page, category, links, count);
        return SiteViews.Object(("category", views.Term(category)), ("entries", SiteViews.Each(entries, entry => Entry(entry, views))));
    }

    static object? Entry(BlockEntry entry, SiteViews views) => entry.Page is { } page
        ? SiteViews.Object(("title", page.Title), ("url", views.Permalink.Href(page.Path)), ("date", SiteViews.Date(page.Date)),
            ("comments", null), ("current", false))
        : ListTables.Link(entry.Link!, views);
}
