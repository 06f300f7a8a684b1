using System.Diagnostics;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>Programs of the system.</summary>
static class Shell
{
    /// <summary>An address where nothing answers: no program listens on port 1.</summary>
    public const string NobodysAddress = "http://127.0.0.1:1";

    /// <summary>Exit code, and everything that was said on both streams.</summary>
    public static (int ExitCode, string Said) Run(string program, IEnumerable<string> arguments, string folder,
        IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Where a program of PATH is, or null.</summary>
    public static string? Find(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)).FirstOrDefault(File.Exists);

    /// <summary>Writes a script that can be run as a program.</summary>
    public static void WriteProgram(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("755", 8));
    }
}

/// <summary>A test that runs these programs; skipped where one is not installed.</summary>
sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(params string[] programs) => Skip = WhatIsMissing(programs);

    static string? WhatIsMissing(string[] programs)
    {
        if (Array.Find(programs, program => Shell.Find(program) is null) is { } missing)
            return $"This test needs {missing}.";
        // Git brings a shell to Windows, but neither its paths nor its permissions are those of a POSIX system.
        return OperatingSystem.IsWindows() && programs is not ["pwsh"] ? "This test needs a POSIX system." : null;
    }
}
