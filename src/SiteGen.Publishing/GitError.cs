using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>Says in plain words what git says in its own.</summary>
static class GitError
{
    /// <param name="Says">The sentence about what was talked to.</param>
    sealed record FailureKind(string Rule, Func<Message, Message> Says, Message Hint, params string[] Signs);

    // The first kind of which a sign stands in git's words.
    static readonly FailureKind[] Kinds =
    [
        new("publish-rights", whom => $"{whom} does not let you in, or does not let you write.",
            "Sign in again (GitHub: gh auth login, a token with the right to write contents, or an SSH key), and see that the branch is not protected.",
            "Authentication failed", "could not read Username", "could not read Password", "Permission denied", "permission denied", "denied to ", "access denied", "service not enabled", "error: 403", "error: 401", "insufficient permission",
            "unable to create temporary object directory", "protected branch", "hook declined", "Host key verification failed", "not allowed to push", "terminal prompts disabled"),
        new("publish-remote", whom => $"{whom} is not there.", "Look at its address with: git remote -v",
            "does not appear to be a git repository", "Repository not found", "repository not found", "does not exist", "' not found", "No such remote", "not valid: is this a git repository"),
        new("publish-offline", whom => $"{whom} can't be reached.", "Is this computer online? Nothing was published; try again later.",
            "Could not resolve host", "Couldn't resolve host", "unable to access", "unable to connect", "Connection refused", "Connection timed out", "Network is unreachable", "Operation timed out", "No route to host", "Could not read from remote repository"),
        new("publish-disk", _ => "Git can't write to the repository.", "Is the disk full, or the repository somebody else's?", "No space left on device", "Read-only file system"),
    ];

    /// <summary>Complains of a call that failed.</summary>
    /// <param name="whom">What git talked to, as the beginning of a sentence.</param>
    public static void Report(GitOutput output, Message whom, DiagnosticBag diagnostics)
    {
        if (output.ExitCode == GitOutput.NotInstalled)
        {
            diagnostics.Error("publish-git", "There is no git on this computer.", SourcePlace.Nowhere, "Install it from https://git-scm.com/ (Debian, Ubuntu: apt install git).");
            return;
        }

        var kind = Array.Find(Kinds, kind => Array.Exists(kind.Signs, sign => output.Error.Contains(sign, StringComparison.Ordinal)));
        var mistake = kind is null ? "Git could not do it." : kind.Says(whom);
        diagnostics.Error(kind?.Rule ?? "publish-git", $"{mistake} It says: {Words(output)}", SourcePlace.Nowhere, kind?.Hint);
    }

    public static bool IsOffline(GitOutput output) => !output.IsDone && Array.Find(Kinds, kind => Array.Exists(kind.Signs, sign => output.Error.Contains(sign, StringComparison.Ordinal)))?.Rule == "publish-offline";

    /// <summary>What git complained of, on one line, without the advice that it adds for people who typed the command themselves.</summary>
    static string Words(GitOutput output)
    {
        var lines = output.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("hint:", StringComparison.Ordinal)).ToArray();
        var worst = lines.Where(line => line.StartsWith("fatal:", StringComparison.Ordinal) || line.StartsWith("error:", StringComparison.Ordinal) || line.StartsWith("remote:", StringComparison.Ordinal) || line.Contains("rejected]", StringComparison.Ordinal)).ToArray();
        var words = string.Join("; ", (worst.Length > 0 ? worst : lines).Take(3).Select(line => line.TrimEnd('.')));
        return words.Length > 0 ? words : $"exit code {output.ExitCode}";
    }
}
