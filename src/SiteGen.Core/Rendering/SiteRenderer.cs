using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering.Views;
using SiteGen.Core.Search;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary>Renders the routes of a plan, one at a time, from any number of threads. Build and preview both use it.</summary>
public sealed class SiteRenderer
{
    const int MostLayouts = 20;

    readonly ISiteFiles files;
    readonly TemplateStore templates;
    readonly SiteViews views;
    readonly FeedRenderer feeds;
    readonly Lazy<SearchIndex> search;
    readonly Lazy<SearchFiles> searchFiles;
    readonly RenderContexts contexts;

    public SiteRenderer(RoutePlan plan, DiagnosticBag diagnostics)
    {
        var site = plan.Site;
        (Plan, Diagnostics) = (plan, diagnostics);
        files = site.Sources.Files;
        templates = new TemplateStore(files, site.Theme, diagnostics);
        SiteFunctions functions = null!;
        contexts = new RenderContexts(templates, () => functions.Names(), new SiteClock(site));
        var links = new LinkResolver(site, diagnostics) { Addresses = plan.Addresses };
        // Shortcodes are templates, which see the pages, whose texts hold shortcodes.
        var shortcodes = new ShortcodeRenderer(templates, diagnostics, contexts, page => views!.Of(page));
        var shards = plan.Routes.OfType<SearchRoute>().FirstOrDefault()?.Shards;
        var words = new WordCollector(isSmall: shards is not > 0);
        var markdown = new MarkdownRenderer(site, site.Config.Markdown, links, shortcodes);
        var markup = new ContentCache(markdown, FeedPages(plan), shards is null ? (_, _) => { } : words.Collect);
        views = new SiteViews(site, markup);
        search = new(() => SearchIndex.Of(site, markup, words, shards ?? 0));
        searchFiles = new(() => new SearchFiles(search.Value));
        feeds = new FeedRenderer(views);
        functions = new SiteFunctions(views, new PartialCache(contexts));
        templates.ParseAll(KnownNames.Of(site, functions));
    }

    static IEnumerable<Page> FeedPages(RoutePlan plan) =>
        plan.Site.Config.Feed.FullText ? plan.Routes.OfType<FeedRoute>().SelectMany(feed => feed.Pages) : [];

    public RoutePlan Plan { get; }

    public IReadOnlyList<Route> Routes => Plan.Routes;

    public ContentCache Markup => views.Markup;

    public DiagnosticBag Diagnostics { get; }

    /// <summary>For a site with search only.</summary>
    public SearchIndex Search => search.Value;

    /// <summary>Posts that mention a person without being listed under them.</summary>
    public IReadOnlyList<Page> MentionsOf(PageList person) => views.MentionsOf(person);

    /// <summary>Words, headings and speakers of a page.</summary>
    public PageDigest DigestOf(Page page) => views.Markup.Digest(page);

    public IReadOnlyList<Passage> PassagesOf(Page page) => views.Markup.Passages(page);

    /// <summary>The bytes of a route's file; null on error.</summary>
    public byte[]? Render(Route route) => InternalFault.Caught(() => Bytes(route), Diagnostics,
        () => SourcePlace.OfFile(route is PageRoute own ? own.Page.Document.File.Path : route.OutputFile));

    byte[]? Bytes(Route route) => route switch
    {
        PageRoute page => RenderPage(page),
        ListRoute list => RenderList(list),
        IndexRoute index => RenderIndex(index),
        LayoutRoute layout => RenderListing(new ListingPage(layout.Layout, LayoutTitle(layout.Layout), route, null, null, null),
            [layout.Layout, "page", "base"]),
        FeedRoute feed => feeds.Render(feed),
        SearchRoute file => RenderSearch(file),
        SitemapRoute sitemap => SitemapRenderer.Render(sitemap, Plan.Site.Permalink),
        RedirectRoute redirect => RedirectRenderer.Render(redirect, Plan.Site),
        TextRoute text => Encoding.UTF8.GetBytes(text.Text),
        AssetRoute asset => asset.Asset.Bytes,
        StaticRoute file => Copy(file.File),
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    byte[] RenderSearch(SearchRoute route)
    {
        RenderDependencies.NoteAll();
        return searchFiles.Value.Render(route);
    }

    byte[]? RenderPage(PageRoute route)
    {
        var page = route.Page;
        string[] names = page.FrontMatter.Layout is { } own ? [own] : page.IsPost ? ["post", "page", "base"] : ["page", "post", "base"];
        return RenderLayout(names, page.Document.PlaceOf("layout"), names => names.Set("page", views.Of(page)));
    }

    byte[]? RenderList(ListRoute route)
    {
        var list = route.List;
        var row = list.Definition;
        var grouping = row.GroupBy is null ? null : Plan.Site.GroupingOf(row.Name);
        var name = list.Path == UrlPath.Root ? ListTable.Home : row.Layout;
        string[] layouts = row.Kind == ListKind.Custom ? [row.Layout] : [row.Layout, "list", "base"];
        return RenderListing(new ListingPage(name, views.Titles.Of(list), route, list, grouping, route.Paginator), layouts);
    }

    byte[]? RenderIndex(IndexRoute route) =>
        RenderListing(new ListingPage("taxonomy", views.Titles.Of(route.Grouping), route, null, route.Grouping, null),
            [route.Grouping.Definition.IndexLayout!]);

    string LayoutTitle(string layout) =>
        Plan.Site.Theme.Words.GetValueOrDefault(layout == "404" ? "not_found_title" : layout, layout);

    byte[]? RenderListing(ListingPage frame, string[] layouts) => RenderLayout(layouts, frame.Route.Place, names =>
    {
        names.Set("page", views.Of(frame));
        if (frame.Paginator is not null)
            names.Set("paginator", views.Of(frame.Paginator));
        if (frame.Grouping is not null)
            names.Set("taxonomy", views.Of(frame.Grouping));
        if (frame is { List: { } term, Grouping: not null })
            names.Set("term", views.Term(term));
        if (frame.List is { Kind: ListKind.Archive } archive)
            names.Set("archive", views.Archive(archive));
    });

    /// <summary>Renders a layout, then its parent around the result, and so on.</summary>
    byte[]? RenderLayout(string[] names, SourcePlace place, Action<RenderContext> setUp)
    {
        var context = contexts.Rent();
        setUp(context);
        for (var depth = 0; ; depth++)
        {
            if (FindLayout(names, place, depth) is not { } layout || layout.Template.Mistakes.Count > 0)
                return null;
            if (context.Render(layout.Template) is { } error)
            {
                Diagnostics.Add(error);
                return null;
            }

            if (layout.Parent is not { } parent)
                break;
            context.Set("content", context.Take());
            (names, place) = ([parent], new SourcePlace(layout.Template.Source, 0));
        }

        var page = context.Printed.WrittenSpan.ToArray();
        contexts.Return(context);
        return page;
    }

    ThemeTemplate? FindLayout(string[] names, SourcePlace place, int depth)
    {
        if (depth > MostLayouts)
        {
            Diagnostics.Error("layout-circle", "These layouts stand in each other without end.", place);
            return null;
        }

        var layout = templates.Layout(names, out var searched);
        if (layout is not null)
            return layout;
        var nearest = NearestName.Of(names[0], templates.LayoutNames);
        Diagnostics.Error("layout-missing", $"There is no layout “{names[0]}”; looked for {string.Join(", ", searched)}.", place,
            nearest is null ? (Message)$"Layouts are {string.Join(", ", templates.LayoutNames)}." : $"Did you mean “{nearest}”?");
        return null;
    }

    byte[]? Copy(StaticFile file)
    {
        if (files.TryRead(file.Source, out var bytes, out var problem))
            return bytes;
        Diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", SourcePlace.OfFile(file.ShownPath));
        return null;
    }
}
