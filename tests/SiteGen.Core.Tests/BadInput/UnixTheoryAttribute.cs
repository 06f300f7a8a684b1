using System.Diagnostics;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>A test that needs pipes, names that are not UTF-8 or long paths, as a POSIX shell makes them; skipped on Windows.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "This test needs a POSIX shell." : null;
}

static class Shell
{
    public static void Run(string folder, string script)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-ec", script]) { WorkingDirectory = folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
