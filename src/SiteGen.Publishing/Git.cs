using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SiteGen.Publishing;

/// <param name="Arguments">The command and its arguments; no shell reads them.</param>
public sealed record GitCall(params string[] Arguments)
{
    public byte[] Input { get; init; } = [];

    /// <summary>A temporary index, so that the author's is never written.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Whether SiteGen is the author and committer, because git's configuration names none.</summary>
    public bool AsSiteGen { get; init; }

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan NetworkLimit = TimeSpan.FromMinutes(15);
}

/// <param name="Bytes">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record GitOutput(int ExitCode, byte[] Bytes, string Error)
{
    /// <summary>Exit codes without one of git: there is no git, or it was killed after its limit.</summary>
    public const int NotInstalled = -1, TooLong = -2;

    public bool IsDone => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Output of one line, without its end.</summary>
    public string Line => Text.TrimEnd('\n', '\r');

    /// <summary>Entries of <c>-z</c> output.</summary>
    public string[] Entries => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The system's git, run in a folder of the working tree.</summary>
public sealed class Git(string folder)
{
    /// <summary>Make publishing the same on every machine: no hooks, no maintenance, no tags or submodules, a plain index.</summary>
    static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null", "core.quotePath=false", "core.fsmonitor=false", "core.sparseCheckout=false", "core.splitIndex=false",
        "index.sparse=false", "gc.auto=0", "maintenance.auto=false", "push.followTags=false", "push.recurseSubmodules=no",
        "fetch.recurseSubmodules=false", "fetch.prune=false", "color.ui=false",
    ];

    /// <summary>Set when a git hook calls us; they point to another repository or index.</summary>
    static readonly string[] HookVariables =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH", "GIT_TRACE", "LANGUAGE",
    ];

    public GitOutput Run(params string[] arguments) => Run(new GitCall(arguments));

    public GitOutput Run(GitCall call)
    {
        using var process = new Process { StartInfo = StartOf(call) };
        var error = new ErrorText(process);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new GitOutput(GitOutput.NotInstalled, [], e.Message);
        }

        process.BeginErrorReadLine();
        var output = Task.Run(() => ReadAll(process.StandardOutput.BaseStream));
        var input = Task.Run(() => WriteAll(process, call.Input));
        if (!process.WaitForExit(call.Limit))
        {
            process.Kill(entireProcessTree: true);
            var problem = $"git {call.Arguments[0]} did not end within {call.Limit.TotalMinutes:0} minutes";
            return new GitOutput(GitOutput.TooLong, [], problem);
        }

        input.GetAwaiter().GetResult();
        return new GitOutput(process.ExitCode, output.GetAwaiter().GetResult(), error.Read());
    }

    ProcessStartInfo StartOf(GitCall call)
    {
        var start = new ProcessStartInfo("git", [.. Settings.SelectMany(setting => new[] { "-c", setting }), .. call.Arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in HookVariables)
            start.Environment.Remove(name);
        // Messages are parsed, so they must be English; no prompts; `git status` must not write the index.
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        if (call.IndexFile is { } index)
            start.Environment["GIT_INDEX_FILE"] = index;
        if (call.AsSiteGen)
        {
            start.Environment["GIT_AUTHOR_NAME"] = start.Environment["GIT_COMMITTER_NAME"] = "SiteGen";
            start.Environment["GIT_AUTHOR_EMAIL"] = start.Environment["GIT_COMMITTER_EMAIL"] = "sitegen@localhost";
        }

        return start;
    }

    static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    static void WriteAll(Process process, byte[] input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git has exited early; its exit code and error say why.
        }
    }

    /// <summary>Standard error, line by line. Its end may not come: a shared ssh connection (ControlPersist) keeps it open.</summary>
    sealed class ErrorText
    {
        readonly StringBuilder text = new();
        readonly TaskCompletionSource ended = new();

        public ErrorText(Process process) => process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ended.SetResult();
            else
            {
                lock (text)
                    text.Append(line.Data).Append('\n');
            }
        };

        public string Read()
        {
            ended.Task.Wait(TimeSpan.FromSeconds(2));
            lock (text)
                return text.ToString();
        }
    }
}
