using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Glossary;
using SiteGen.Core.Korean;
using SiteGen.Core.People;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>Which documents are published.</summary>
/// <param name="Future">Documents dated after <paramref name="Now"/> too.</param>
/// <param name="Unlisted">Lists show unlisted documents too.</param>
public sealed record Visibility(bool Drafts, bool Future, bool Unlisted, DateTimeOffset Now)
{
    public bool Lists(Page page) => Unlisted || !page.FrontMatter.Unlisted;
}

/// <summary>Documents to pages, lists and addresses.</summary>
public static class SiteModeler
{
    public static Site Model(DocumentSet documents, SiteConfig config, Visibility visibility, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("model");
        var people = PeopleReader.Read(documents.Data, diagnostics);
        var addresses = PostAddress.Of(config, diagnostics);
        var pages = new Page?[documents.Documents.Count];
        Batches.For(pages.Length, i => pages[i] = PageOf(documents.Documents[i], addresses, config, people, visibility, diagnostics));
        var unpublished = pages.OfType<Page>().Select(page => Unpublished(page, visibility)).OfType<UnpublishedPage>().ToArray();
        var all = pages.OfType<Page>().Except(unpublished.Select(held => held.Page)).ToList();
        all.Sort((a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        var posts = all.Where(page => page.IsPost && visibility.Lists(page)).Order(PageOrder.NewestFirst).ToArray();
        var (lists, groupings) = new ListModeler(config, posts, diagnostics).Model();
        return new Site(config, documents.Theme, documents.Data.Values, new Permalink(config.Address), documents.Sources)
        {
            Bodies = documents.Bodies,
            Posts = posts,
            StandalonePages = all.Where(page => !page.IsPost && visibility.Lists(page)).ToArray(),
            All = all,
            Now = visibility.Now,
            People = people,
            Glossary = GlossaryReader.Read(documents.Data, diagnostics),
            Unpublished = unpublished.OrderBy(held => held.Until ?? DateTimeOffset.MinValue)
                .ThenBy(held => held.Page.Path.Value, StringComparer.Ordinal).ToArray(),
            Lists = lists,
            Groupings = groupings,
            CategoryLinks = documents.CategoryLinks.GroupBy(links => Taxonomies.KeyOf(links.Key), StringComparer.Ordinal)
                .ToDictionary(same => same.Key, IReadOnlyList<CategoryLink> (same) => [.. same.SelectMany(links => links.Value)]),
            BySource = all.ToDictionary(page => page.Document.File.Path, StringComparer.Ordinal),
            StaticFiles = StaticFiles(documents, all, visibility),
            Assets = AssetModeler.Model(documents.Assets),
        };
    }

    /// <summary>The document's page, if its front matter is enough to publish it.</summary>
    static Page? PageOf(Document document, PostAddress posts, SiteConfig config, PeopleIndex people, Visibility visibility,
        DiagnosticBag diagnostics)
    {
        var matter = document.FrontMatter;
        var date = matter.Date ?? document.NameDate;
        var title = Nfc.Normalize((matter.Title ?? "").Trim());
        if (title.Length == 0 && !matter.Mistaken.Contains("title"))
            diagnostics.Error("front-matter-required", "There is no title.", document.PlaceOf("title"),
                "Add a line `title: 제목` to the front matter.");
        else if (title.AsSpan().ContainsAny('\n', '\r', '\t'))
            diagnostics.Error("front-matter-control", "The title holds a line break or tab.", document.PlaceOf("title"),
                "Write it on one line.");
        // Other generators keep drafts without a date in _drafts.
        var needsDate = document.Kind == DocumentKind.Post && (visibility.Drafts || !document.File.IsInDrafts);
        if (date is null && needsDate && !matter.Mistaken.Contains("date"))
            diagnostics.Error("front-matter-required", "The post has no date.", document.PlaceOf("date"),
                "Add a line `date: 2025-01-24`, or begin the file's name with 2025-01-24-.");
        var path = Address(document, posts, config, date, diagnostics);
        var aliases = matter.Aliases.Select(alias => Slug.CheckedPath("aliases", alias, document.PlaceOf("aliases"), diagnostics))
            .OfType<UrlPath>().Distinct().ToArray();
        if (title.Length == 0 || path is null || date is null && needsDate)
            return null;
        var page = new Page(document, title, path.Value, date, aliases, people.Of(matter));
        return page with { IsFuture = page.PublishedFrom > visibility.Now };
    }

    static UnpublishedPage? Unpublished(Page page, Visibility visibility) =>
        page.IsDraft && !visibility.Drafts ? new UnpublishedPage(page, UnpublishedReason.Draft, null)
        : page.IsFuture && !visibility.Future ? new UnpublishedPage(page, UnpublishedReason.Future, page.PublishedFrom)
        : page.FrontMatter.ExpiryDate <= visibility.Now ? new UnpublishedPage(page, UnpublishedReason.Expired, page.FrontMatter.ExpiryDate)
        : null;

    static UrlPath? Address(Document document, PostAddress posts, SiteConfig config, DateTimeOffset? date, DiagnosticBag diagnostics)
    {
        var matter = document.FrontMatter;
        if (matter.Permalink is not null)
            return Slug.CheckedPath("permalink", matter.Permalink, document.PlaceOf("permalink"), diagnostics);
        var slug = matter.Slug is not null
            ? Slug.Checked(matter.Slug, document.PlaceOf("slug"), diagnostics)
            : NameSlug(isFile: true, document.Name, document, config, diagnostics);
        if (slug is null)
            return null;
        return document.Kind == DocumentKind.Post
            ? posts.Expand(document, slug, date ?? default, diagnostics)
            : BelowFolders(document, slug, config, diagnostics);
    }

    /// <summary>A page keeps its folders: pages/help/print.md is /help/print/.</summary>
    static UrlPath? BelowFolders(Document document, string slug, SiteConfig config, DiagnosticBag diagnostics)
    {
        var folders = document.File.Folder["content/pages".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var segments = (document.IsBundle ? folders[..^1] : folders)
            .Select(folder => NameSlug(isFile: false, folder, document, config, diagnostics)).ToArray();
        return segments.Contains(null) ? null : new UrlPath("/" + string.Join('/', segments.Append(slug)) + "/");
    }

    static string? NameSlug(bool isFile, string name, Document document, SiteConfig config, DiagnosticBag diagnostics)
    {
        if (Slug.OfName(name, config, out var problem) is { } slug)
            return slug;
        if (isFile)
            diagnostics.Error("slug", $"No address can be made of the file's name “{name}”: {problem}.", document.PlaceOf("slug"),
                "Rename the file, or add a line `slug: my-post` to the front matter.");
        else
            diagnostics.Error("slug", $"No address can be made of the folder's name “{name}”: {problem}.", document.PlaceOf("slug"),
                "Rename the folder, or add a line such as `permalink: /my-page/` to the front matter.");
        return null;
    }

    /// <summary>The static folder, files beside documents, and the theme's static folder.</summary>
    static List<StaticFile> StaticFiles(DocumentSet documents, List<Page> pages, Visibility visibility)
    {
        var sources = documents.Sources;
        var bundles = documents.Documents.Where(document => document.IsBundle)
            .ToDictionary(document => document.File.Folder, _ => (UrlPath?)null, StringComparer.Ordinal);
        foreach (var page in pages.Where(page => page.Document.IsBundle))
            bundles[page.Document.File.Folder] = page.Path;
        var files = sources.Static
            .Select(file => new StaticFile(file.DiskPath, file.Path, new UrlPath(file.Path["content/static".Length..]))).ToList();
        files.AddRange(
            from file in sources.BundleFiles
            where visibility.Drafts || !file.IsInDrafts
            let path = BesidePath(file, bundles)
            where path is not null
            select new StaticFile(file.DiskPath, file.Path, path.Value));
        foreach (var (inTheme, source) in sources.ThemeFiles)
        {
            var path = inTheme.StartsWith("static/", StringComparison.Ordinal) ? new UrlPath(inTheme["static".Length..]) : default;
            // The site's own static file replaces the theme's.
            if (path.Value is not null && !files.Exists(file => file.Path == path))
                files.Add(new StaticFile(source, source, path));
        }

        return files;
    }

    /// <summary>Below its bundle, else its path in content/ or content/pages/. Null in an unpublished bundle.</summary>
    static UrlPath? BesidePath(SourceFile file, Dictionary<string, UrlPath?> bundles)
    {
        for (var folder = file.Folder; folder.Count(c => c == '/') >= 2; folder = folder[..folder.LastIndexOf('/')])
        {
            if (bundles.TryGetValue(folder, out var path))
                return path?.Child(file.Path[(folder.Length + 1)..]);
        }

        var root = file.Path.StartsWith("content/pages/", StringComparison.Ordinal) ? "content/pages" : "content";
        return new UrlPath(file.Path[root.Length..]);
    }
}
