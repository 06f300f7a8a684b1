using System.Diagnostics;
using System.Text;

namespace SiteGen.Cli.Tests;

/// <summary>The program: in a process of its own, or with a terminal in memory.</summary>
static class Sitegen
{
    /// <summary>
    /// The published program of the variable SITEGEN_PROGRAM, which every test then runs that needs no keyboard; null for the program of
    /// this checkout.
    /// </summary>
    static readonly string? Published = Environment.GetEnvironmentVariable("SITEGEN_PROGRAM");

    /// <summary>The checkout's root: the nearest folder upwards that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    static ProcessStartInfo StartInfo(string program, params IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };

    /// <summary>Runs a command in the terminal's folder, and gives its exit code.</summary>
    public static int Run(TestTerminal terminal, params string[] arguments)
    {
        if (Published is null || terminal.HasPerson)
            return Program.Run(arguments, terminal);
        var start = StartInfo(Published, arguments);
        start.WorkingDirectory = terminal.CurrentFolder;
        foreach (var name in start.Environment.Keys.Where(name => name is "LANG" or "LANGUAGE" || name.StartsWith("LC_")).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in terminal.Variables)
            start.Environment[name] = value;
        var (code, output, error) = Finish(Process.Start(start)!);
        terminal.OutputWriter.Write(output);
        terminal.ErrorWriter.Write(error);
        return code;
    }

    public static Process Start(string arguments, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "sitegen.dll");
        var start = StartInfo(Published ?? "dotnet");
        start.Arguments = Published is null ? $"exec \"{own}\" {arguments}" : arguments;
        start.Environment["SITEGEN_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static (int ExitCode, string Output, string Error) Run(string arguments,
        params ReadOnlySpan<(string Name, string Value)> environment)
    {
        return Finish(Start(arguments, environment));
    }

    static (int ExitCode, string Output, string Error) Finish(Process started)
    {
        using var process = started;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>A new folder for one test, gone when it is disposed.</summary>
    public sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("sitegen-").FullName;

        public string this[string name] => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>Every file below a folder with its bytes, SiteGen's own bookkeeping left out.</summary>
    public static SortedDictionary<string, byte[]> Snapshot(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file);
            if (!name.StartsWith(".sitegen", StringComparison.Ordinal))
                files[name] = File.ReadAllBytes(file);
        }

        return files;
    }

    public static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, bytes) in expected)
            Assert.True(bytes.AsSpan().SequenceEqual(actual[name]), $"{name} differs");
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SiteGen.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds SiteGen.sln.");
    }
}
