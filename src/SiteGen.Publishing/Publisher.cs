using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <param name="Keep">Patterns of files to keep in the branch, see <see cref="KeepList"/>.</param>
public sealed record PublishRequest(SourceRepository Repository, BuiltSite Site, string Remote, string Branch, IReadOnlyList<string> Keep)
{
    /// <summary>Publish also when most posts would be deleted.</summary>
    public bool Force { get; init; }
}

/// <summary>What was published, or would be.</summary>
/// <param name="Commit">The new commit; null when nothing was pushed.</param>
/// <param name="IsFirst">Whether the branch is new.</param>
/// <param name="Domain">The CNAME in the branch, or null.</param>
public sealed record Publication(PageChanges Changes, string? Commit, bool IsFirst, string? Domain);

/// <summary>
/// Commits a built site on top of a remote's branch, with git's plumbing and a temporary index. The working tree, its index and the branch
/// that is checked out are never touched, and no push is forced.
/// </summary>
public static class Publisher
{
    /// <summary>A push that lost a race is retried once.</summary>
    const int Attempts = 2;

    /// <summary>Null after reporting an error, and then the branch is as it was.</summary>
    public static Publication? Publish(PublishRequest request, DiagnosticBag diagnostics)
    {
        var git = request.Repository.Git;
        if (request.Site.Hash(git, store: true, diagnostics) is not { } built)
            return null;
        using var folder = TemporaryFolder.Create("index");
        for (var attempt = 1; ; attempt++)
        {
            var index = folder[$"index-{attempt}"];
            if (Prepare(request, built, index, diagnostics) is not var (next, publication))
                return null;
            if (!next.IsOther)
                return publication;
            if (Commit(request, next, index, publication.Changes, diagnostics) is not { } commit)
                return null;
            var refSpec = $"{commit}:refs/heads/{request.Branch}";
            var call = new GitCall("push", "--porcelain", "--no-verify", "--no-follow-tags", request.Remote, refSpec);
            var push = git.Run(call with { Limit = GitCall.NetworkLimit });
            if (push.IsDone)
            {
                git.Run("update-ref", PublishedBranch.LocalName(request.Remote, request.Branch), commit);
                return publication with { Commit = commit };
            }

            if (IsOutrun(push) && attempt < Attempts)
                continue;
            Report(request, next.Branch, push, diagnostics);
            return null;
        }
    }

    /// <summary>What <see cref="Publish"/> would do. Fetches the branch, but pushes nothing.</summary>
    public static Publication? DryRun(PublishRequest request, DiagnosticBag diagnostics)
    {
        using var folder = TemporaryFolder.Create("index");
        return request.Site.Hash(request.Repository.Git, store: false, diagnostics) is { } built
            && Prepare(request, built, folder["index"], diagnostics) is var (_, publication) ? publication : null;
    }

    /// <summary>The next tree, in an index if it is another one. Null after reporting an error.</summary>
    static (NextTree Next, Publication Publication)? Prepare(
        PublishRequest request, IReadOnlyDictionary<string, TreeFile> built, string indexFile, DiagnosticBag diagnostics)
    {
        if (NextTree.On(request, built, diagnostics) is not { } next)
            return null;
        var publication = next.Publication(request);
        if (!request.Force && LosesMostPosts(next, publication.Changes, request.Site.Titles, diagnostics))
            return null;
        return !next.IsOther || next.Index(request.Repository.Git, indexFile, diagnostics) ? (next, publication) : null;
    }

    /// <summary>Whether most posts of the branch would go without as many new ones, as when a folder of texts is missing.</summary>
    static bool LosesMostPosts(NextTree next, PageChanges changes, PageTitles titles, DiagnosticBag diagnostics)
    {
        var (removed, added) = (changes.Posts(ChangeKind.Removed), changes.Posts(ChangeKind.New));
        var published = removed.Count + titles.OfPosts.Count(next.Branch.Files.ContainsKey);
        if (removed.Count < 2 || (removed.Count - added.Count) * 2 <= published)
            return false;
        diagnostics.Error("publish-posts",
            $"This would delete {removed.Count} of {published} published posts, such as {removed[0].Title} ({removed[0].Path}).",
            SourcePlace.Nowhere, "Are the texts where they were? If this is what you want, say --force.");
        return true;
    }

    static string? Commit(PublishRequest request, NextTree next, string indexFile, PageChanges changes, DiagnosticBag diagnostics)
    {
        var git = request.Repository.Git;
        var tree = git.Run(new GitCall("write-tree") { IndexFile = indexFile });
        if (!tree.IsDone)
        {
            GitError.Report(tree, "The repository", diagnostics);
            return null;
        }

        string[] parent = next.Branch.Head is { } head ? ["-p", head] : [];
        var commit = git.Run(new GitCall(["commit-tree", tree.Line, .. parent, "-F", "-"])
        {
            Input = Encoding.UTF8.GetBytes(Message(request, changes)),
            AsSiteGen = !git.Run("var", "GIT_COMMITTER_IDENT").IsDone || !git.Run("var", "GIT_AUTHOR_IDENT").IsDone,
        });
        if (commit.IsDone)
            return commit.Line;
        GitError.Report(commit, "The repository", diagnostics);
        return null;
    }

    /// <summary>Names the revision by its id only: its commit message may be about unpublished texts.</summary>
    static string Message(PublishRequest request, PageChanges changes)
    {
        var revision = request.Repository.Revision;
        var source = revision is null ? "texts that are in no commit"
            : request.Repository.Uncommitted() is null ? revision
            : revision + " with changes that are in no commit";
        var version = typeof(Publisher).Assembly.GetName().Version!.ToString(3);
        var (added, changed) = (changes.Count(ChangeKind.New), changes.Count(ChangeKind.Changed));
        return $"""
            Publish {revision?[..10] ?? "texts"}: {added} new, {changed} changed, {changes.Count(ChangeKind.Removed)} removed

            {PublishedBranch.SourceMark}{source}
            {PublishedBranch.Mark} {version}

            """;
    }

    /// <summary>Whether somebody else has pushed since the fetch, as git sees here or the server sees there.</summary>
    static bool IsOutrun(GitOutput push)
    {
        var text = push.Text + push.Error;
        return text.Contains("[rejected]") || text.Contains("[remote rejected]")
            && new[] { "failed to update ref", "cannot lock ref", "incorrect old value" }.Any(text.Contains);
    }

    static void Report(PublishRequest request, PublishedBranch branch, GitOutput push, DiagnosticBag diagnostics)
    {
        // Git rejects names, too, in the words of a lost race.
        if (!IsOutrun(push) || !branch.HasMoved(request.Repository.Git))
        {
            // With --porcelain the reason for a refused ref is on standard output.
            GitError.Report(push with { Error = push.Error + push.Text }, $"The remote “{request.Remote}”", diagnostics);
            return;
        }

        diagnostics.Error("publish-outrun",
            $"Somebody else keeps pushing to the branch `{request.Branch}` at this moment, so nothing was published.",
            SourcePlace.Nowhere, "Try again once they are done.");
    }
}
