using System.Security.Cryptography;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>A built site beside another state of it.</summary>
public static class SiteDifference
{
    /// <summary>From what is published; null after complaining.</summary>
    public static PageChanges? FromPublished(PublishRequest request, DiagnosticBag diagnostics)
    {
        var repository = request.Repository;
        if (request.Site.Hash(repository.Git, store: false, diagnostics) is not { } built || PublishedBranch.FetchOrLocal(repository, request.Remote, request.Branch, diagnostics) is not { } branch)
            return null;
        if (branch.Head is null)
            diagnostics.Warning("publish-branch", $"The remote “{request.Remote}” has no branch `{request.Branch}` yet, so every page is new.", SourcePlace.Nowhere);
        // What publishing would keep is no difference.
        var next = NextTree.With(request, branch, built);
        return next.Publication(request, null).Changes;
    }

    /// <summary>From the files of a folder.</summary>
    public static PageChanges FromFolder(string folder, BuiltSite site) => PageChanges.Of(StateOf(folder), StateOf(site.Folder), site.Titles);

    static SiteState StateOf(string folder)
    {
        var reader = new FolderReader(folder);
        var paths = BuiltSite.Paths(folder);
        var ids = new string[paths.Count];
        Parallel.For(0, paths.Count, i => ids[i] = Convert.ToHexString(SHA256.HashData(reader.Read([paths[i]]).First())));
        return new SiteState(paths.Zip(ids).ToDictionary(file => file.First, file => new TreeFile("", file.Second), StringComparer.Ordinal), reader.Read);
    }
}
