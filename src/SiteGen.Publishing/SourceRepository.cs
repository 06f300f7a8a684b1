using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>The repository that contains a site.</summary>
/// <param name="Folder">The site's folder.</param>
/// <param name="Revision">The commit that is checked out; null before the first one.</param>
/// <param name="Branch">The branch that is checked out, or null.</param>
/// <param name="IsShallow">Whether it has only the last commits, as in most workflows.</param>
public sealed record SourceRepository(Git Git, string Folder, string? Revision, string? Branch, bool IsShallow)
{
    /// <summary>Null after reporting that there is no repository, or no git.</summary>
    public static SourceRepository? Open(string folder, DiagnosticBag diagnostics)
    {
        var git = new Git(folder);
        var found = git.Run("rev-parse", "--is-inside-work-tree", "--is-shallow-repository");
        if (found.IsDone && found.Text.Split('\n') is ["true", var shallow, ..])
        {
            var head = git.Run("rev-parse", "--quiet", "--verify", "HEAD^{commit}");
            var branch = git.Run("symbolic-ref", "--quiet", "--short", "HEAD");
            return new SourceRepository(git, folder, head.IsDone ? head.Line : null, branch.IsDone ? branch.Line : null, shallow == "true");
        }

        if (found.IsDone || found.Error.Contains("not a git repository", StringComparison.Ordinal))
        {
            diagnostics.Error("publish-repository", "The site lies in no git repository, so there is nowhere to publish from.",
                SourcePlace.Nowhere, "Make one with: git init && git add . && git commit -m \"First post\", " +
                "and a remote with: git remote add origin https://github.com/NAME/REPOSITORY.git");
        }
        else
        {
            GitError.Report(found, "The repository", diagnostics);
        }

        return null;
    }

    /// <summary>The address of a remote; null after reporting that there is no such remote.</summary>
    public RemoteAddress? AddressOf(string remote, DiagnosticBag diagnostics)
    {
        var names = Git.Run("remote").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (Array.IndexOf(names, remote) >= 0)
        {
            var written = Git.Run("config", "--get", $"remote.{remote}.url").Line;
            return new RemoteAddress(written, Git.Run("remote", "get-url", "--push", remote).Line);
        }

        var nearest = NearestName.Of(remote, names);
        diagnostics.Error("publish-remote", $"The repository has no remote “{remote}”.", SourcePlace.Nowhere,
            nearest is not null ? (Message)$"Did you mean `{nearest}`?"
            : names.Length > 0 ? (Message)$"It has {string.Join(", ", names)}; choose one with --remote."
            : $"Add it with: git remote add {remote} https://github.com/NAME/REPOSITORY.git");
        return null;
    }

    /// <summary>A file of the site with uncommitted changes, or null.</summary>
    public string? Uncommitted()
    {
        string[] options = ["--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=all"];
        var status = Git.Run(["status", .. options, "--", "content", "themes"]);
        return status.Entries is [var first, ..] && first.Length > 3 ? first[3..] : null;
    }

    /// <summary>Why git takes a name for none of a branch, in its words; null when it takes it.</summary>
    public string? BranchProblem(string name)
    {
        var asked = Git.Run("check-ref-format", "--branch", name);
        return !asked.IsDone ? GitError.Summary(asked) : asked.Line == name ? null : $"it stands for {asked.Line}";
    }
}

/// <param name="Written">As in the configuration.</param>
/// <param name="Used">With <c>insteadOf</c> abbreviations expanded.</param>
public sealed record RemoteAddress(string Written, string Used);
