namespace SiteGen.Cli.Tests;

/// <summary>A test that needs a POSIX shell; skipped on Windows.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "This test needs a POSIX shell." : null;
}
