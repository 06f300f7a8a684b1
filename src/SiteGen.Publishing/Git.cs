using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SiteGen.Publishing;

/// <summary>One call of git.</summary>
/// <param name="Arguments">The command and its arguments, each as it is: no shell reads them.</param>
public sealed record GitCall(params string[] Arguments)
{
    /// <summary>What git reads from its standard input.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>An index of our own, so that the author's is never written; null for commands that need none.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Who commits where the author's configuration names nobody.</summary>
    public bool AsSiteGen { get; init; }

    /// <summary>How long it may take. What goes over the network may take longer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>What a call of git gave.</summary>
/// <param name="Bytes">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record GitOutput(int ExitCode, byte[] Bytes, string Error)
{
    /// <summary>The exit code where there is no git to call.</summary>
    public const int NotInstalled = -1;

    /// <summary>The exit code where git was ended because it took too long.</summary>
    public const int TooLong = -2;

    public bool IsDone => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>An answer of one line, without its end.</summary>
    public string Line => Text.TrimEnd('\n', '\r');

    /// <summary>Entries that end in NUL, as <c>-z</c> gives them.</summary>
    public string[] Entries => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The system's git, called in a folder. The only place that starts it.</summary>
/// <param name="folder">A folder in the working tree.</param>
public sealed class Git(string folder)
{
    /// <summary>
    /// Publishing must do the same on every machine: no hooks of the author's, no house-keeping in the background, no tags or submodules that go along, and no
    /// shapes of the index that a sparse checkout asks for.
    /// </summary>
    static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null", "core.quotePath=false", "core.fsmonitor=false", "core.sparseCheckout=false", "core.splitIndex=false", "index.sparse=false",
        "gc.auto=0", "maintenance.auto=false", "push.followTags=false", "push.recurseSubmodules=no", "fetch.recurseSubmodules=false", "fetch.prune=false", "color.ui=false",
    ];

    /// <summary>Set when a hook of git calls us; they would lead to another repository or to another index than the folder's own.</summary>
    static readonly string[] Foreign =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH", "GIT_TRACE", "LANGUAGE"];

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
            return new GitOutput(GitOutput.TooLong, [], $"git {call.Arguments[0]} did not end within {call.Limit.TotalMinutes:0} minutes");
        }

        input.GetAwaiter().GetResult();
        return new GitOutput(process.ExitCode, output.GetAwaiter().GetResult(), error.Text);
    }

    ProcessStartInfo StartOf(GitCall call)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var setting in Settings)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        foreach (var argument in call.Arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in Foreign)
            start.Environment.Remove(name);
        // Messages are read here, so they must be English; nobody answers a question; and looking at the state of a tree must not write its index.
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        if (call.IndexFile is { } index)
            start.Environment["GIT_INDEX_FILE"] = index;
        if (call.AsSiteGen)
        {
            foreach (var who in new[] { "AUTHOR", "COMMITTER" })
            {
                start.Environment[$"GIT_{who}_NAME"] = "SiteGen";
                start.Environment[$"GIT_{who}_EMAIL"] = "sitegen@localhost";
            }
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
            // Git has ended before it read everything; its exit code and its words say why.
        }
    }

    /// <summary>Standard error, line by line. A connection that git leaves open for later (ssh's ControlPersist) holds it open, so its end is not waited for.</summary>
    sealed class ErrorText
    {
        readonly StringBuilder text = new();
        readonly TaskCompletionSource ended = new();

        public ErrorText(Process process) => process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ended.SetResult();
                return;
            }

            lock (text)
                text.Append(line.Data).Append('\n');
        };

        public string Text
        {
            get
            {
                ended.Task.Wait(TimeSpan.FromSeconds(2));
                lock (text)
                    return text.ToString();
            }
        }
    }
}
