using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <summary>What goes where.</summary>
/// <param name="Keep">Patterns of files in the branch that stay though SiteGen does not make them, see <see cref="KeepList"/>.</param>
public sealed record PublishRequest(SourceRepository Repository, BuiltSite Site, string Remote, string Branch, IReadOnlyList<string> Keep);

/// <summary>What was published, or would be.</summary>
/// <param name="Commit">The new commit; null when nothing was pushed, because nothing changed or because it was only asked.</param>
/// <param name="IsFirst">There was no such branch before.</param>
/// <param name="Domain">What the CNAME says that is, or would be, in the branch; null for none.</param>
public sealed record Publication(PageChanges Changes, string? Commit, bool IsFirst, string? Domain);

/// <summary>
/// Puts a built site on a branch of a remote: as one commit on top of what is there, by git's plumbing in an index of its own. The working tree, its index
/// and the branch that is checked out are never touched, and a push that would take something away from somebody is not forced.
/// </summary>
public static class Publisher
{
    /// <summary>A push that lost a race is tried once more.</summary>
    const int Attempts = 2;

    static readonly TimeSpan NetworkLimit = TimeSpan.FromMinutes(15);

    /// <summary>Publishes; null after complaining, and then the branch is as it was.</summary>
    public static Publication? Publish(PublishRequest request, DiagnosticBag diagnostics)
    {
        if (request.Site.Hash(request.Repository.Git, store: true, diagnostics) is not { } built)
            return null;
        for (var attempt = 1; ; attempt++)
        {
            if (NextTree.On(request, built, diagnostics) is not { } next)
                return null;
            if (!next.IsOther)
                return next.Publication(request, commit: null);
            var publication = next.Publication(request, null);
            if (Commit(request, next, publication.Changes, diagnostics) is not { } commit)
                return null;
            var push = request.Repository.Git.Run(new GitCall("push", "--porcelain", "--no-verify", "--no-follow-tags", request.Remote, $"{commit}:refs/heads/{request.Branch}") { Limit = NetworkLimit });
            if (push.IsDone)
            {
                request.Repository.Git.Run("update-ref", PublishedBranch.LocalName(request.Remote, request.Branch), commit);
                return publication with { Commit = commit };
            }

            if (WasOutrun(push) && attempt < Attempts)
                continue;
            Complain(request, push, diagnostics);
            return null;
        }
    }

    /// <summary>What <see cref="Publish"/> would do. Only what the remote has is fetched; nothing is written.</summary>
    public static Publication? DryRun(PublishRequest request, DiagnosticBag diagnostics) =>
        request.Site.Hash(request.Repository.Git, store: false, diagnostics) is { } built && NextTree.On(request, built, diagnostics) is { } next ? next.Publication(request, null) : null;

    static string? Commit(PublishRequest request, NextTree next, PageChanges changes, DiagnosticBag diagnostics)
    {
        var git = request.Repository.Git;
        using var folder = TemporaryFolder.Create("sitegen-index-");
        var entries = new StringBuilder();
        foreach (var (path, file) in next.Files)
            entries.Append(file.Mode).Append(' ').Append(file.Id).Append(" 0\t").Append(path).Append('\0');
        var index = folder["index"];
        var filled = git.Run(new GitCall("update-index", "-z", "--index-info") { IndexFile = index, Input = Encoding.UTF8.GetBytes(entries.ToString()) });
        var tree = filled.IsDone ? git.Run(new GitCall("write-tree") { IndexFile = index }) : filled;
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

    /// <summary>
    /// The revision is named by its id alone: what its author wrote about it may be about texts that are not published yet.
    /// </summary>
    static string Message(PublishRequest request, PageChanges changes)
    {
        var revision = request.Repository.Revision;
        var source = revision is null ? "texts that are in no commit" : request.Repository.Uncommitted() is null ? revision : revision + " with changes that are in no commit";
        var version = typeof(Publisher).Assembly.GetName().Version!.ToString(3);
        return $"""
            Publish {revision?[..10] ?? "texts"}: {changes.Count(ChangeKind.New)} new, {changes.Count(ChangeKind.Changed)} changed, {changes.Count(ChangeKind.Removed)} removed

            {PublishedBranch.SourceMark}{source}
            {PublishedBranch.Mark} {version}

            """;
    }

    /// <summary>Somebody else pushed between our look at the branch and our push, seen by git here or over there.</summary>
    static bool WasOutrun(GitOutput push)
    {
        var said = push.Text + push.Error;
        return said.Contains("[rejected]", StringComparison.Ordinal)
            || said.Contains("[remote rejected]", StringComparison.Ordinal) && (said.Contains("failed to update ref", StringComparison.Ordinal) || said.Contains("cannot lock ref", StringComparison.Ordinal) || said.Contains("incorrect old value", StringComparison.Ordinal));
    }

    static void Complain(PublishRequest request, GitOutput push, DiagnosticBag diagnostics)
    {
        if (WasOutrun(push))
        {
            diagnostics.Error("publish-outrun", $"Somebody else keeps pushing to the branch `{request.Branch}` at this moment, so nothing was published.", SourcePlace.Nowhere, "Try again once they are done.");
            return;
        }

        // The reason why a ref was refused stands among the results.
        GitError.Report(push with { Error = push.Error + push.Text }, $"The remote “{request.Remote}”", diagnostics);
    }
}
