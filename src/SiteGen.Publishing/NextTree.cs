using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>What the branch will hold: the built site, and what stays of what is there.</summary>
sealed record NextTree(PublishedBranch Branch, IReadOnlyDictionary<string, TreeFile> Files)
{
    const string DomainFile = "CNAME";

    /// <summary>Whether it differs from what the branch holds now.</summary>
    public bool IsOther => Files.Count != Branch.Files.Count || Files.Any(file => !Branch.Files.TryGetValue(file.Key, out var there) || there != file.Value);

    /// <summary>On top of the branch as the remote has it; null after complaining.</summary>
    public static NextTree? On(PublishRequest request, IReadOnlyDictionary<string, TreeFile> built, DiagnosticBag diagnostics)
    {
        if (!IsForPages(request, diagnostics) || PublishedBranch.Fetch(request.Repository, request.Remote, request.Branch, diagnostics) is not { } branch)
            return null;
        if (branch.Files.ContainsKey(SiteConfig.Path) && !built.ContainsKey(SiteConfig.Path))
        {
            diagnostics.Error("publish-branch", $"The branch `{branch.Name}` holds {SiteConfig.Path}: texts of a site, not its pages, and they would be replaced.", SourcePlace.Nowhere, "Publish to a branch of its own: --branch gh-pages.");
            return null;
        }

        var next = With(request, branch, built);
        var dropped = branch.Files.Keys.Where(path => !next.Files.ContainsKey(path)).ToList();
        if (!branch.IsOurs && dropped.Min(StringComparer.Ordinal) is { } example)
        {
            diagnostics.Warning("publish-strangers", $"The branch `{branch.Name}` was last changed by somebody else than SiteGen; {(dropped.Count == 1 ? (Message)"a file that the site does not make goes" : $"{dropped.Count} files that the site does not make go")}, such as {example}.", SourcePlace.Nowhere,
                $"To keep some, name them in {SiteConfig.Path}: `publish: {{keep: [{example}]}}`. What goes stays in the branch's history.");
        }

        return next;
    }

    /// <summary>The built files, the files of the branch that the site's keep list names, and the branch's CNAME unless the site makes one.</summary>
    public static NextTree With(PublishRequest request, PublishedBranch branch, IReadOnlyDictionary<string, TreeFile> built)
    {
        var files = new Dictionary<string, TreeFile>(built, StringComparer.Ordinal);
        var folders = FoldersOf(built.Keys);
        var keep = new KeepList(request.Keep);
        foreach (var (path, file) in branch.Files)
        {
            // A domain that was set in the repository's settings lies in the branch; without it the site would lose its address.
            if (!built.ContainsKey(path) && (path == DomainFile || keep.Holds(path)) && !folders.Contains(path) && !IsBelowFile(path, built))
                files[path] = file;
        }

        return new NextTree(branch, files);
    }

    public Publication Publication(PublishRequest request, string? commit)
    {
        var git = request.Repository.Git;
        // What is kept is the same before and after, so only built files are ever read anew.
        var before = new SiteState(Branch.Files, paths => PublishedBranch.Contents(git, [.. paths.Select(path => Branch.Files[path].Id)]));
        var after = new SiteState(Files, new FolderReader(request.Site.Folder).Read);
        return new Publication(PageChanges.Of(before, after, request.Site.Titles), commit, Branch.Head is null, Domain(git, request));
    }

    string? Domain(Git git, PublishRequest request)
    {
        if (!Files.TryGetValue(DomainFile, out var file))
            return null;
        var isKept = Branch.Files.TryGetValue(DomainFile, out var there) && there == file;
        var bytes = (isKept ? PublishedBranch.Contents(git, [file.Id]) : new FolderReader(request.Site.Folder).Read([DomainFile])).First();
        return Encoding.UTF8.GetString(bytes).Trim() is { Length: > 0 } domain ? domain : null;
    }

    static bool IsForPages(PublishRequest request, DiagnosticBag diagnostics)
    {
        if (!request.Repository.IsBranchName(request.Branch))
            diagnostics.Error("publish-branch", $"A branch can't be called “{request.Branch}”.", SourcePlace.Nowhere, "Write it as --branch gh-pages.");
        else if (request.Branch == request.Repository.Branch)
            diagnostics.Error("publish-branch", $"`{request.Branch}` is the branch of your texts, which is checked out; the pages need one of their own.", SourcePlace.Nowhere, "Publish to another: --branch gh-pages.");
        else
            return true;
        return false;
    }

    static HashSet<string> FoldersOf(IEnumerable<string> paths)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }

        return folders;
    }

    static bool IsBelowFile(string path, IReadOnlyDictionary<string, TreeFile> built)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (built.ContainsKey(path[..slash]))
                return true;
        }

        return false;
    }
}
