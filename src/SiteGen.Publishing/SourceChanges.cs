namespace SiteGen.Publishing;

/// <summary>A file of the site that is other than it was when the site was published last.</summary>
/// <param name="Path">Relative to the site's folder.</param>
public sealed record SourceChange(ChangeKind Kind, string Path);

/// <summary>What an author has changed since the last publication, from what this computer knows: nothing is asked over the network, nothing built.</summary>
public static class SourceChanges
{
    /// <summary>The files below <c>content</c> and <c>themes</c>; null where it is not known what was published last.</summary>
    public static IReadOnlyList<SourceChange>? SinceLast(string folder, string remote, string branch)
    {
        var git = new Git(folder);
        if (Revision(git, remote, branch) is not { } revision)
            return null;
        var changed = git.Run("diff", "--no-ext-diff", "--no-renames", "--name-status", "--relative", "-z", revision, "--", "content", "themes");
        var untracked = git.Run("ls-files", "--others", "--exclude-standard", "-z", "--", "content", "themes");
        if (!changed.IsDone || !untracked.IsDone)
            return null;
        var changes = new List<SourceChange>();
        // A letter and a path take turns.
        foreach (var pair in changed.Entries.Chunk(2))
            changes.Add(new SourceChange(pair[0] switch { "A" => ChangeKind.New, "D" => ChangeKind.Removed, _ => ChangeKind.Changed }, pair[1]));
        foreach (var path in untracked.Entries)
            changes.Add(new SourceChange(ChangeKind.New, path));
        return changes;
    }

    /// <summary>The one that the published branch names; without such a branch what is published is what was pushed, for a workflow to build.</summary>
    static string? Revision(Git git, string remote, string branch)
    {
        var message = git.Run("log", "-1", "--no-show-signature", "--format=%B", PublishedBranch.LocalName(remote, branch));
        foreach (var line in message.IsDone ? message.Text.Split('\n') : [])
        {
            if (line.StartsWith(PublishedBranch.SourceMark, StringComparison.Ordinal) && line[PublishedBranch.SourceMark.Length..].Split(' ')[0] is var named && git.Run("cat-file", "-e", named + "^{commit}").IsDone)
                return named;
        }

        var pushed = git.Run("rev-parse", "--quiet", "--verify", "@{upstream}^{commit}");
        return !message.IsDone && pushed.IsDone ? pushed.Line : null;
    }
}
