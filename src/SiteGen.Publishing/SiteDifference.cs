using System.Collections.Concurrent;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <summary>Compares a built site with another state of it.</summary>
public static class SiteDifference
{
    /// <summary>Null after reporting an error.</summary>
    public static PageChanges? FromPublished(PublishRequest request, DiagnosticBag diagnostics)
    {
        var repository = request.Repository;
        if (request.Site.Hash(repository.Git, store: false, diagnostics) is not { } built
            || PublishedBranch.FetchOrLocal(repository, request.Remote, request.Branch, diagnostics) is not { } branch)
            return null;
        if (branch.Head is null)
        {
            diagnostics.Warning("publish-branch",
                $"The remote “{request.Remote}” has no branch `{request.Branch}` yet, so every page is new.", SourcePlace.Nowhere);
        }

        return NextTree.With(request, branch, built).Publication(request).Changes;
    }

    /// <summary>Null after reporting what can't be read.</summary>
    public static PageChanges? FromFolder(string folder, BuiltSite site, DiagnosticBag diagnostics) =>
        StateOf(folder, diagnostics) is { } before && StateOf(site.Folder, diagnostics) is { } after
            ? PageChanges.Of(before, after, site.Titles)
            : null;

    static SiteState? StateOf(string folder, DiagnosticBag diagnostics)
    {
        try
        {
            // Names that are not UTF-8 may look the same; none of them can be read.
            var paths = BuiltSite.Paths(folder).Distinct();
            var reader = new DiskFiles(folder);
            var files = new ConcurrentDictionary<string, TreeFile>(StringComparer.Ordinal);
            Parallel.ForEach(paths, path => files[path] = new TreeFile("", IdOf(reader, path, diagnostics)));
            return diagnostics.HasErrors ? null : new SiteState(files, new FolderReader(folder).Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error("folder-unreadable", $"The folder can't be read: {e.Message.TrimEnd('.')}.", SourcePlace.OfFile(folder));
            return null;
        }
    }

    static string IdOf(DiskFiles files, string path, DiagnosticBag diagnostics)
    {
        if (!files.TryRead(path, out var content, out var problem))
            diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", SourcePlace.OfFile(path));
        return ContentHash.Of(content).ToString();
    }
}
