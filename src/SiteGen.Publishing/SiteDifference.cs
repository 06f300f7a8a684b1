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

    public static PageChanges FromFolder(string folder, BuiltSite site) =>
        PageChanges.Of(StateOf(folder), StateOf(site.Folder), site.Titles);

    static SiteState StateOf(string folder)
    {
        var reader = new FolderReader(folder);
        var paths = BuiltSite.Paths(folder);
        var files = paths.AsParallel().ToDictionary(path => path, path => new TreeFile("", IdOf(reader.Read([path]).First())));
        return new SiteState(files, reader.Read);
    }

    static string IdOf(byte[] content) => ContentHash.Of(content).ToString();
}
