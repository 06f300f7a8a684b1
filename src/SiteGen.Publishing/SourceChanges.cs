namespace SiteGen.Publishing;

/// <param name="Path">Relative to the site's folder.</param>
public sealed record SourceChange(ChangeKind Kind, string Path);

/// <summary>What an author has changed since the last publication, found without a build or the network.</summary>
public static class SourceChanges
{
    static readonly string[] Folders = ["--", "content", "themes"];

    /// <summary>The changed files below <c>content</c> and <c>themes</c>; null while it is unknown what was published last.</summary>
    public static IReadOnlyList<SourceChange>? SinceLast(string folder, string remote, string branch)
    {
        var git = new Git(folder);
        if (Revision(git, remote, branch) is not { } revision)
            return null;
        var changed = git.Run(["diff", "--no-ext-diff", "--no-renames", "--name-status", "--relative", "-z", revision, .. Folders]);
        var untracked = git.Run(["ls-files", "--others", "--exclude-standard", "-z", .. Folders]);
        if (!changed.IsDone || !untracked.IsDone)
            return null;
        // Entries alternate between status letter and path.
        return
        [
            .. changed.Entries.Chunk(2).Select(pair => new SourceChange(KindOf(pair[0]), pair[1])),
            .. untracked.Entries.Select(path => new SourceChange(ChangeKind.New, path)),
        ];
    }

    static ChangeKind KindOf(string letter) => letter switch { "A" => ChangeKind.New, "D" => ChangeKind.Removed, _ => ChangeKind.Changed };

    /// <summary>The revision that the published branch names; without such a branch, what was pushed for a workflow to build.</summary>
    static string? Revision(Git git, string remote, string branch)
    {
        var message = git.Run("log", "-1", "--no-show-signature", "--format=%B", PublishedBranch.LocalName(remote, branch));
        if (!message.IsDone)
            return git.Run("rev-parse", "--quiet", "--verify", "@{upstream}^{commit}") is { IsDone: true } pushed ? pushed.Line : null;
        var mark = PublishedBranch.SourceMark;
        return message.Text.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal))
            .Select(line => line[mark.Length..].Split(' ')[0])
            .FirstOrDefault(named => git.Run("cat-file", "-e", named + "^{commit}").IsDone);
    }
}
