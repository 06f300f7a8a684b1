using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>What the branch will hold: the built site and the kept files.</summary>
sealed record NextTree(PublishedBranch Branch, IReadOnlyDictionary<string, TreeFile> Files)
{
    const string DomainFile = "CNAME";

    /// <summary>Whether it differs from what the branch holds now.</summary>
    public bool IsOther => Files.Count != Branch.Files.Count || Files.Any(file => !IsInBranch(file.Key, file.Value));

    /// <summary>On top of the branch as the remote has it; null after reporting an error.</summary>
    public static NextTree? On(PublishRequest request, IReadOnlyDictionary<string, TreeFile> built, DiagnosticBag diagnostics)
    {
        if (!IsForPages(request, diagnostics)
            || PublishedBranch.Fetch(request.Repository, request.Remote, request.Branch, diagnostics) is not { } branch)
            return null;
        if (branch.Files.ContainsKey(SiteConfig.Path) && !built.ContainsKey(SiteConfig.Path))
        {
            diagnostics.Error("publish-branch",
                $"The branch `{branch.Name}` holds {SiteConfig.Path}: texts of a site, not its pages, and they would be replaced.",
                SourcePlace.Nowhere, "Publish to a branch of its own: --branch gh-pages.");
            return null;
        }

        var next = With(request, branch, built);
        var dropped = branch.Files.Keys.Where(path => !next.Files.ContainsKey(path)).ToList();
        if (!branch.IsOurs && dropped.Min(StringComparer.Ordinal) is { } example)
        {
            var what = dropped.Count == 1
                ? (Message)"a file that the site does not make goes"
                : $"{dropped.Count} files that the site does not make go";
            diagnostics.Warning("publish-strangers",
                $"The branch `{branch.Name}` was last changed by somebody else than SiteGen; {what}, such as {example}.",
                SourcePlace.Nowhere,
                $"To keep some, name them in {SiteConfig.Path}: `publish: {{keep: [{example}]}}`. " +
                $"What goes stays in the branch's history.");
        }

        return next;
    }

    /// <summary>The built files, the branch's files of the keep list, and its CNAME unless the site makes one.</summary>
    public static NextTree With(PublishRequest request, PublishedBranch branch, IReadOnlyDictionary<string, TreeFile> built)
    {
        var files = new Dictionary<string, TreeFile>(built, StringComparer.Ordinal);
        var folders = built.Keys.SelectMany(Folders).ToHashSet(StringComparer.Ordinal);
        var keep = new KeepList(request.Keep);
        foreach (var (path, file) in branch.Files)
        {
            // GitHub's settings write a custom domain into the branch.
            var isKept = path == DomainFile || keep.Holds(path);
            if (isKept && !built.ContainsKey(path) && !folders.Contains(path) && !Folders(path).Any(built.ContainsKey))
                files[path] = file;
        }

        return new NextTree(branch, files);
    }

    /// <summary>Fills an index of its own. False after reporting an error, also for paths that git leaves out in silence.</summary>
    public bool Index(Git git, string indexFile, DiagnosticBag diagnostics)
    {
        var entries = string.Concat(Files.Select(file => $"{file.Value.Mode} {file.Value.Id} 0\t{file.Key}\0"));
        var input = Encoding.UTF8.GetBytes(entries);
        var updated = git.Run(new GitCall("update-index", "-z", "--index-info") { IndexFile = indexFile, Input = input });
        var listed = updated.IsDone ? git.Run(new GitCall("ls-files", "-z", "--full-name", ":/") { IndexFile = indexFile }) : updated;
        if (!listed.IsDone)
        {
            GitError.Report(listed, "The repository", diagnostics);
            return false;
        }

        var refused = Files.Keys.Except(listed.Entries).Order(StringComparer.Ordinal).ToArray();
        if (refused is [])
            return true;
        diagnostics.Error("publish-path",
            refused.Length == 1
                ? (Message)$"Git refuses the path {refused[0]}, so it would be missing on the published site."
                : $"Git refuses {refused.Length} paths, which would be missing on the published site, such as {refused[0]}.",
            SourcePlace.Nowhere, "Give the file or folder another name. Git keeps names such as .git and git~1 for itself.");
        return false;
    }

    public Publication Publication(PublishRequest request)
    {
        var git = request.Repository.Git;
        // Kept files are the same before and after, so only built ones are read from disk.
        var before = new SiteState(Branch.Files, paths => PublishedBranch.Contents(git, [.. paths.Select(path => Branch.Files[path].Id)]));
        var after = new SiteState(Files, new FolderReader(request.Site.Folder).Read);
        return new Publication(PageChanges.Of(before, after, request.Site.Titles), Commit: null, Branch.Head is null, Domain(git, request));
    }

    string? Domain(Git git, PublishRequest request)
    {
        if (!Files.TryGetValue(DomainFile, out var file))
            return null;
        var contents = IsInBranch(DomainFile, file)
            ? PublishedBranch.Contents(git, [file.Id])
            : new FolderReader(request.Site.Folder).Read([DomainFile]);
        return Encoding.UTF8.GetString(contents.First()).Trim() is { Length: > 0 } domain ? domain : null;
    }

    bool IsInBranch(string path, TreeFile file) => Branch.Files.TryGetValue(path, out var there) && there == file;

    static bool IsForPages(PublishRequest request, DiagnosticBag diagnostics)
    {
        if (request.Repository.BranchProblem(request.Branch) is { } problem)
        {
            diagnostics.Error("publish-branch", $"A branch can't be called “{request.Branch}”. Git says: {problem}", SourcePlace.Nowhere,
                "Write it as --branch gh-pages.");
            return false;
        }

        if (request.Branch != request.Repository.Branch)
            return true;
        diagnostics.Error("publish-branch",
            $"`{request.Branch}` is the branch of your texts, which is checked out; the pages need one of their own.",
            SourcePlace.Nowhere, "Publish to another: --branch gh-pages.");
        return false;
    }

    /// <summary>Every folder that a path lies in.</summary>
    static IEnumerable<string> Folders(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }
}
