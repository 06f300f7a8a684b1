using System.Diagnostics;

namespace SiteGen.Cli.Tests;

/// <summary>A test whose program may not read and write everything; skipped where it would run as root and can't become another.</summary>
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() => Skip = Unprivileged.Missing;
}

public sealed class UnprivilegedTheoryAttribute : TheoryAttribute
{
    public UnprivilegedTheoryAttribute() => Skip = Unprivileged.Missing;
}

/// <summary>The program run without the rights of root, in a folder that belongs to its user.</summary>
static class Unprivileged
{
    const string Nobody = "65534";

    public static string? Missing { get; } =
        OperatingSystem.IsWindows() ? "This test needs permissions of Unix."
        : Environment.IsPrivilegedProcess && !Ends("setpriv", "--version") ? "As root this test needs setpriv to become another user."
        : null;

    /// <summary>Runs a script of the shell, in which <c>sitegen</c> is the program; its exit code and all that it prints.</summary>
    public static (int ExitCode, string Printed) Run(string folder, string script)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sitegen.dll");
        string[] shell = ["sh", "-c", $"sitegen() {{ dotnet exec '{program}' \"$@\"; }}\n{script}"];
        if (Environment.IsPrivilegedProcess)
        {
            Assert.True(Ends("chown", "-R", $"{Nobody}:{Nobody}", folder) && Ends("chmod", "o+x", Path.GetDirectoryName(folder)!));
            shell = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. shell];
        }

        var start = new ProcessStartInfo(shell[0], shell[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = folder, ["SITEGEN_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    static bool Ends(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
