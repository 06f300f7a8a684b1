using System.ComponentModel;
using System.Diagnostics;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>The author's editor, found as git finds it: <c>$VISUAL</c>, else <c>$EDITOR</c>, with arguments.</summary>
sealed class AuthorsEditor(string command)
{
    /// <summary>Null when the environment names none.</summary>
    public static AuthorsEditor? Of(ITerminal terminal) =>
        new[] { "VISUAL", "EDITOR" }.Select(terminal.Environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } command
            ? new AuthorsEditor(command)
            : null;

    /// <summary>Opens a file and waits for the editor to end. Returns what went wrong, or null.</summary>
    public Message? Open(string file, ITerminal terminal)
    {
        // The shell splits the command as the author wrote it; the file name stays one argument.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/d /c {command} \"{file}\"")
            : new ProcessStartInfo("/bin/sh", ["-c", command + " \"$1\"", "sitegen", file]);
        start.UseShellExecute = false;
        start.WorkingDirectory = terminal.CurrentFolder;
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : (Message)$"The file is written, but the editor ended with {process.ExitCode}: {command}";
        }
        catch (Win32Exception e)
        {
            return $"The file is written, but the editor can't be started ({e.Message}): {command}";
        }
    }
}
