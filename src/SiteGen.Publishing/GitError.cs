using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>Turns git's error messages into diagnostics.</summary>
static class GitError
{
    /// <param name="Signs">Parts of git's messages that identify the failure.</param>
    sealed record FailureKind(string Rule, Func<Message, Message> Describe, Message Hint, params string[] Signs);

    static readonly FailureKind[] Kinds =
    [
        new("publish-rights", whom => $"{whom} does not let you in, or does not let you write.",
            "Sign in again (GitHub: gh auth login, a token with the right to write contents, or an SSH key), " +
            "and see that the branch is not protected.",
            "Authentication failed", "could not read Username", "could not read Password", "Permission denied", "permission denied",
            "denied to ", "access denied", "service not enabled", "error: 403", "error: 401", "insufficient permission",
            "unable to create temporary object directory", "protected branch", "hook declined", "Host key verification failed",
            "not allowed to push", "terminal prompts disabled"),
        new("publish-remote", whom => $"{whom} is not there.", "Look at its address with: git remote -v",
            "does not appear to be a git repository", "Repository not found", "repository not found", "does not exist", "' not found",
            "No such remote", "not valid: is this a git repository"),
        new("publish-offline", whom => $"{whom} can't be reached.", "Is this computer online? Nothing was published; try again later.",
            "Could not resolve host", "Couldn't resolve host", "unable to access", "unable to connect", "Connection refused",
            "Connection timed out", "Network is unreachable", "Operation timed out", "No route to host",
            "Could not read from remote repository"),
        new("publish-disk", _ => "Git can't write to the repository.", "Is the disk full, or the repository somebody else's?",
            "No space left on device", "Read-only file system"),
    ];

    /// <param name="subject">The repository or remote, as the subject of a sentence.</param>
    public static void Report(GitOutput output, Message subject, DiagnosticBag diagnostics)
    {
        if (output.ExitCode == GitOutput.NotInstalled)
        {
            diagnostics.Error("publish-git", "There is no git on this computer.", SourcePlace.Nowhere,
                "Install it from https://git-scm.com/ (Debian, Ubuntu: apt install git).");
            return;
        }

        var kind = Array.Find(Kinds, kind => kind.Signs.Any(output.Error.Contains));
        var headline = kind is null ? "Git could not do it." : kind.Describe(subject);
        diagnostics.Error(kind?.Rule ?? "publish-git", $"{headline} It says: {Summary(output)}", SourcePlace.Nowhere, kind?.Hint);
    }

    /// <summary>Git's errors on one line, without hints for people who typed the command themselves.</summary>
    public static string Summary(GitOutput output)
    {
        var lines = output.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("hint:", StringComparison.Ordinal)).ToArray();
        var errors = lines.Where(line => line.Contains("rejected]") || line.Split(' ')[0] is "fatal:" or "error:" or "remote:").ToArray();
        var text = string.Join("; ", (errors.Length > 0 ? errors : lines).Take(3).Select(line => line.TrimEnd('.')));
        return text.Length > 0 ? text : $"exit code {output.ExitCode}";
    }
}
