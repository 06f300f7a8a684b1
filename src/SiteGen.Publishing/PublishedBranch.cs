using System.Globalization;
using System.Text;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>A file in a tree of git.</summary>
/// <param name="Mode">As git writes it: 100644 for a regular file.</param>
/// <param name="Id">The object id of its content.</param>
public readonly record struct TreeFile(string Mode, string Id);

/// <summary>The branch that Pages serves, as it is on the remote.</summary>
/// <param name="Head">Its last commit; null when there is no such branch.</param>
/// <param name="Message">The last commit's message.</param>
public sealed record PublishedBranch(string Remote, string Name, string? Head, IReadOnlyDictionary<string, TreeFile> Files, string Message)
{
    /// <summary>Lines of SiteGen's commit messages.</summary>
    public const string Mark = "Generator: SiteGen", SourceMark = "Source: ";

    /// <summary>Whether the last commit is SiteGen's, so that all its files were published or kept on purpose.</summary>
    public bool IsOurs => Message.Contains("\n" + Mark, StringComparison.Ordinal);

    public static string LocalName(string remote, string branch) => $"refs/remotes/{remote}/{branch}";

    /// <summary>Fetches what is new; null after reporting an error.</summary>
    public static PublishedBranch? Fetch(SourceRepository repository, string remote, string branch, DiagnosticBag diagnostics)
    {
        var git = repository.Git;
        var (listed, head) = RemoteHead(git, remote, branch);
        if (!listed.IsDone)
            return Report(listed);
        if (head is null)
            return new PublishedBranch(remote, branch, null, new Dictionary<string, TreeFile>(), "");
        var local = LocalName(remote, branch);
        if (git.Run("rev-parse", "--quiet", "--verify", local) is not { IsDone: true } known || known.Line != head)
        {
            // A shallow clone stays shallow.
            string[] depth = repository.IsShallow ? ["--depth=1"] : [];
            string[] fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", .. depth];
            var fetched = git.Run(new GitCall([.. fetch, remote, $"+refs/heads/{branch}:{local}"]) { Limit = GitCall.NetworkLimit });
            if (!fetched.IsDone)
                return Report(fetched);
        }

        return Local(repository, remote, branch) ?? throw new InvalidOperationException($"{local} was fetched and is not there.");

        PublishedBranch? Report(GitOutput output)
        {
            GitError.Report(output, $"The remote “{remote}”", diagnostics);
            return null;
        }
    }

    /// <summary>Whether the remote's branch is another one now.</summary>
    public bool HasMoved(Git git) => RemoteHead(git, Remote, Name) is ({ IsDone: true }, var head) && head != Head;

    static (GitOutput Listed, string? Head) RemoteHead(Git git, string remote, string branch)
    {
        var listed = git.Run(new GitCall("ls-remote", "--heads", remote, "refs/heads/" + branch) { Limit = GitCall.NetworkLimit });
        // "ID<tab>refs/heads/BRANCH"
        return (listed, listed.Text.Split('\n').Select(line => line.Split('\t'))
            .FirstOrDefault(line => line is [_, var name] && name == "refs/heads/" + branch)?[0]);
    }

    /// <summary>The branch as last fetched, without using the network; null when it never was.</summary>
    public static PublishedBranch? Local(SourceRepository repository, string remote, string branch)
    {
        var git = repository.Git;
        var head = git.Run("rev-parse", "--quiet", "--verify", LocalName(remote, branch) + "^{commit}");
        if (!head.IsDone)
            return null;
        var tree = git.Run("ls-tree", "-r", "-z", "--full-tree", head.Line);
        var message = git.Run("log", "-1", "--no-show-signature", "--format=%B", head.Line);
        return tree.IsDone && message.IsDone ? new PublishedBranch(remote, branch, head.Line, Read(tree.Entries), message.Text) : null;
    }

    /// <summary>Warns and falls back to the last fetch when the remote can't be reached. Null after reporting another error.</summary>
    public static PublishedBranch? FetchOrLocal(SourceRepository repository, string remote, string branch, DiagnosticBag diagnostics)
    {
        var failed = new DiagnosticBag();
        if (Fetch(repository, remote, branch, failed) is { } fetched)
            return fetched;
        var isOffline = failed.Sorted().All(diagnostic => diagnostic.Rule == "publish-offline");
        if (isOffline && Local(repository, remote, branch) is { } local)
        {
            diagnostics.Warning("publish-offline",
                $"The remote “{remote}” can't be reached; this is the difference from what was fetched last.", SourcePlace.Nowhere);
            return local;
        }

        foreach (var diagnostic in failed.Sorted())
            diagnostics.Add(diagnostic);
        return null;
    }

    /// <summary>The contents of files, in the order of their ids.</summary>
    public static IEnumerable<byte[]> Contents(Git git, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            yield break;
        var input = Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n");
        var all = git.Run(new GitCall("cat-file", "--batch") { Input = input, Limit = GitCall.NetworkLimit }).Bytes;
        for (var at = 0; at < all.Length;)
        {
            // "ID blob SIZE", the content, a line feed; or "ID missing".
            var end = at + all.AsSpan(at).IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(all, at, end - at).Split(' ');
            var size = header.Length == 3 ? int.Parse(header[2], CultureInfo.InvariantCulture) : 0;
            yield return all[(end + 1)..(end + 1 + size)];
            at = end + 1 + (header.Length == 3 ? size + 1 : 0);
        }
    }

    static Dictionary<string, TreeFile> Read(string[] entries)
    {
        var files = new Dictionary<string, TreeFile>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // "100644 blob ID<tab>path"
            var tab = entry.IndexOf('\t');
            var parts = entry[..tab].Split(' ');
            files[entry[(tab + 1)..]] = new TreeFile(parts[0], parts[2]);
        }

        return files;
    }
}
