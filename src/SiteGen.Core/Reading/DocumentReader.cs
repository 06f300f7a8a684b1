using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Reading;

/// <summary>Reads all documents and data of a site.</summary>
public static class DocumentReader
{
    public static DocumentSet ReadAll(SourceTree sources, SiteConfig config, DocumentCache cache, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("read");
        var data = DataReader.ReadAll(sources, diagnostics);
        var defaults = ReadDefaults(sources, diagnostics);
        var own = config.OwnKeys();
        cache.Begin(config.Zone, own, defaults.Values);
        var frontMatter = new FrontMatterReader(config.Zone, own);
        var posts = sources.Posts.Count;
        var read = new DocumentCache.ReadResult[posts + sources.Pages.Count];
        Batches.For(read.Length, i =>
        {
            var (file, kind) = i < posts ? (sources.Posts[i], DocumentKind.Post) : (sources.Pages[i - posts], DocumentKind.Page);
            read[i] = cache.Get(file, diagnostics, found => InternalFault.Caught(
                () => Read(sources, file, kind, config, frontMatter, defaults, found), found, () => file.Place));
        });
        FreeKeys.Check(read.Select(result => result.Document).OfType<Document>(), frontMatter, own, sources, diagnostics);
        var bodies = read.Where(result => result.Document is not null).ToDictionary(result => result.Document!, result => result.Body!);
        return new DocumentSet(
            [.. read.Select(result => result.Document).OfType<Document>()],
            bodies,
            data,
            CategoryLinksReader.Read(data, config.Zone, diagnostics),
            sources.IsThemeWhole ? ThemeReader.Read(sources.Files, sources.ThemeFiles, config, diagnostics) : new Theme(config.Theme),
            AssetReader.Read(sources, diagnostics),
            sources);
    }

    static DocumentCache.ReadResult Read(SourceTree sources, SourceFile file, DocumentKind kind, SiteConfig config,
        FrontMatterReader frontMatter, Dictionary<string, FrontMatterSource> defaults, DiagnosticBag diagnostics)
    {
        if (!TextFile.TryRead(sources.Files, file.DiskPath, file.Path, diagnostics, out var source))
            return default;
        if (source.Text.AsSpan().Trim("\uFEFF \t\r\n").IsEmpty)
        {
            diagnostics.Error("document-empty", "The file is empty.", new SourcePlace(source, 0),
                "Begin it with `---`, title and date, `---`; or delete it.");
            return default;
        }

        var parts = FrontMatterSplitter.Split(source.Text);
        if (!CheckParts(parts, source, diagnostics) || YamlText.Read(source, parts.Start, parts.Length, diagnostics) is not { } node)
            return default;
        if (node is not YamlMap own)
        {
            if (node is not YamlScalar { IsNull: true })
            {
                diagnostics.Error("front-matter-type", $"Front matter is `key: value` lines, but this is {node.Describe()}.",
                    new SourcePlace(source, node.Offset));
                return default;
            }

            own = YamlMap.Empty;
        }

        var matter = frontMatter.Read(WithDefaults(new FrontMatterSource(own, source), file.Folder, defaults), diagnostics);
        if (file.IsInDrafts)
            matter = matter with { Draft = true };
        var name = Document.IsBundleFile(file)
            ? file.Folder[(file.Folder.LastIndexOf('/') + 1)..]
            : System.IO.Path.GetFileNameWithoutExtension(file.Name);
        DateTimeOffset? nameDate = DateReader.TryReadFileName(name, config.Zone, out var date, out var rest) ? date : null;
        return new(new Document(file, kind, source, matter, rest, nameDate, parts.BodyStart), new DocumentBody(source, parts.BodyStart));
    }

    static bool CheckParts(FrontMatterSplitter.Parts parts, SourceText source, DiagnosticBag diagnostics)
    {
        if (!parts.HasFrontMatter)
            diagnostics.Error("front-matter-missing", "The file has no front matter.", new SourcePlace(source, 0),
                "Begin it with a line `---`, then title and date, then a line `---`.");
        else if (!parts.IsClosed)
            diagnostics.Error("front-matter-open", "The front matter is never closed.", new SourcePlace(source, 0),
                "Put a line `---` below its last key.");
        return parts is { HasFrontMatter: true, IsClosed: true };
    }

    /// <summary>Every <c>_defaults.yml</c> by its folder.</summary>
    static Dictionary<string, FrontMatterSource> ReadDefaults(SourceTree sources, DiagnosticBag diagnostics)
    {
        var defaults = new Dictionary<string, FrontMatterSource>(StringComparer.Ordinal);
        foreach (var file in sources.Defaults)
        {
            if (!TextFile.TryRead(sources.Files, file.DiskPath, file.Path, diagnostics, out var source))
                continue;
            if (YamlText.Read(source, diagnostics) is { } node
                && new FieldScope(source, diagnostics, "front-matter").File(node, out var map))
                defaults[file.Folder] = new FrontMatterSource(map, source);
        }

        return defaults;
    }

    static List<FrontMatterSource> WithDefaults(FrontMatterSource own, string folder, Dictionary<string, FrontMatterSource> defaults)
    {
        var sources = new List<FrontMatterSource> { own };
        for (var at = folder; ; at = at[..at.LastIndexOf('/')])
        {
            if (defaults.TryGetValue(at, out var found))
                sources.Add(found);
            if (!at.Contains('/'))
                return sources;
        }
    }
}
