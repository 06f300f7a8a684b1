using System.ComponentModel;
using System.Diagnostics;

namespace SiteGen.Cli;

/// <summary>The editor that the author's environment names, as git uses it: <c>$VISUAL</c>, else <c>$EDITOR</c>, with arguments.</summary>
sealed class AuthorsEditor(string command)
{
    /// <summary>Null when the environment names none.</summary>
    public static AuthorsEditor? Of(ITerminal terminal)
    {
        foreach (var name in new[] { "VISUAL", "EDITOR" })
        {
            if (terminal.Environment(name) is { } command && !string.IsNullOrWhiteSpace(command))
                return new AuthorsEditor(command);
        }

        return null;
    }

    /// <summary>Opens a file and waits until the editor ends. Gives what went wrong; null when nothing did.</summary>
    public string? Open(string file, ITerminal terminal)
    {
        // The shell splits the command as the author wrote it, quotes and all, and the file's name stays one argument whatever it holds.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/d /c {command} \"{file}\"")
            : new ProcessStartInfo("/bin/sh", ["-c", command + " \"$1\"", "sitegen", file]);
        start.UseShellExecute = false;
        start.WorkingDirectory = terminal.CurrentFolder;
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : Messages.EditorFailed(command, process.ExitCode);
        }
        catch (Win32Exception e)
        {
            return Messages.EditorMissing(command, e.Message);
        }
    }
}
