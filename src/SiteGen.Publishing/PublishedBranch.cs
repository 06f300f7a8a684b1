using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>A file in a tree of git.</summary>
/// <param name="Mode">As git writes it: 100644 for a usual file.</param>
/// <param name="Id">The name of its content.</param>
public readonly record struct TreeFile(string Mode, string Id);

/// <summary>The branch that Pages serves, as it stands on the remote.</summary>
/// <param name="Head">Its last commit; null when there is no such branch.</param>
/// <param name="Files">Everything in it, by path.</param>
/// <param name="Message">The last commit's message.</param>
public sealed record PublishedBranch(string Remote, string Name, string? Head, IReadOnlyDictionary<string, TreeFile> Files, string Message)
{
    /// <summary>How a commit of ours ends.</summary>
    public const string Mark = "Generator: SiteGen";

    /// <summary>How a commit of ours names the revision of the texts.</summary>
    public const string SourceMark = "Source: ";

    /// <summary>Whether the last commit is SiteGen's: all that stands in it was published or kept on purpose.</summary>
    public bool IsOurs => Message.Contains("\n" + Mark, StringComparison.Ordinal);

    public static string LocalName(string remote, string branch) => $"refs/remotes/{remote}/{branch}";

    static readonly TimeSpan NetworkLimit = TimeSpan.FromMinutes(15);

    /// <summary>Asks the remote, and fetches what is new; null after complaining.</summary>
    public static PublishedBranch? Fetch(SourceRepository repository, string remote, string branch, DiagnosticBag diagnostics)
    {
        var git = repository.Git;
        var listed = git.Run(new GitCall("ls-remote", "--heads", remote, "refs/heads/" + branch) { Limit = NetworkLimit });
        if (!listed.IsDone)
            return Complain(listed);
        var head = HeadOf(listed.Text, branch);
        if (head is null)
            return new PublishedBranch(remote, branch, null, new Dictionary<string, TreeFile>(), "");
        var local = LocalName(remote, branch);
        if (!IsThere(git, local, head))
        {
            // A clone that has only the last commits stays one; in a whole clone the branch comes whole.
            string[] depth = repository.IsShallow ? ["--depth=1"] : [];
            var fetched = git.Run(new GitCall(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", .. depth, remote, $"+refs/heads/{branch}:{local}"]) { Limit = NetworkLimit });
            if (!fetched.IsDone)
                return Complain(fetched);
        }

        return Local(repository, remote, branch) ?? throw new InvalidOperationException($"{local} was fetched and is not there.");

        PublishedBranch? Complain(GitOutput output)
        {
            GitError.Report(output, $"The remote “{remote}”", diagnostics);
            return null;
        }
    }

    /// <summary>As this computer saw it last, without a word over the network; null when it never did.</summary>
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

    /// <summary>The same where the remote can't be reached, with a warning; null after complaining of anything else.</summary>
    public static PublishedBranch? FetchOrLocal(SourceRepository repository, string remote, string branch, DiagnosticBag diagnostics)
    {
        var failed = new DiagnosticBag();
        if (Fetch(repository, remote, branch, failed) is { } fetched)
            return fetched;
        var isOffline = failed.Sorted().All(complaint => complaint.Rule == "publish-offline");
        if (isOffline && Local(repository, remote, branch) is { } local)
        {
            diagnostics.Warning("publish-offline", $"The remote “{remote}” can't be reached; this is the difference from what was fetched last.", SourcePlace.Nowhere);
            return local;
        }

        foreach (var complaint in failed.Sorted())
            diagnostics.Add(complaint);
        return null;
    }

    /// <summary>The contents of files, in the order of their ids.</summary>
    public static IEnumerable<byte[]> Contents(Git git, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            yield break;
        var all = git.Run(new GitCall("cat-file", "--batch") { Input = System.Text.Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), Limit = NetworkLimit }).Bytes;
        for (var at = 0; at < all.Length;)
        {
            // "ID blob SIZE", the content, a line feed; "ID missing" alone for what is not there.
            var end = at + all.AsSpan(at).IndexOf((byte)'\n');
            var header = System.Text.Encoding.ASCII.GetString(all, at, end - at).Split(' ');
            var size = header.Length == 3 ? int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture) : 0;
            yield return all[(end + 1)..(end + 1 + size)];
            at = end + 1 + (header.Length == 3 ? size + 1 : 0);
        }
    }

    static bool IsThere(Git git, string local, string head) => git.Run("rev-parse", "--quiet", "--verify", local) is { IsDone: true } known && known.Line == head;

    static string? HeadOf(string listed, string branch)
    {
        foreach (var line in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var id, var name] && name == "refs/heads/" + branch)
                return id;
        }

        return null;
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
