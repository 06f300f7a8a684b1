using System.Diagnostics;
using System.Text;
using SiteGen.Cli;
using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests;

/// <summary>
/// A small blog in a repository of git, with a bare repository as its remote, in folders whose names hold spaces and Hangul.
/// </summary>
sealed class Blog : IDisposable
{
    const string Clock = "2026-01-01";

    static Blog()
    {
        // What the machine's own git is told elsewhere must not decide how tests end. This holds for programs that tests start, too. The
        // checkout may be somebody
        // else's, as in a container.
        var configuration = Path.Combine(AppContext.BaseDirectory, "git-configuration");
        File.WriteAllText(configuration, "[safe]\n\tdirectory = *\n");
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", configuration);
        Environment.SetEnvironmentVariable("GIT_CONFIG_NOSYSTEM", "1");
    }

    readonly Sitegen.Folder folder = new();

    public Blog()
    {
        GitIn(folder.Path, "init", "--quiet", "--bare", "--initial-branch=main", Hub);
        GitIn(folder.Path, "init", "--quiet", "--initial-branch=main", Root);
        Configure(Root);
        Git("remote", "add", "origin", "file://" + Hub);
        Write("content/site.yml", "title: 시험 블로그\nbase_url: https://example.com/\ntheme: bare\nsearch: {enabled: false}\ntaxonomies: []\n");
        Write("content/posts/a.md", "---\ntitle: 첫 글\ndate: 2025-01-24\n---\n첫 본문\n");
        Write("themes/bare/theme.yml", "name: bare\n");
        Write("themes/bare/layouts/base.sbn-html",
            "<!doctype html><html lang=\"ko\"><head><title>{{ page.title }} | {{ site.title }}</title></head><body>{{ page.content "
                + "}}</body></html>");
        Write(".gitignore", "output/\n");
        Commit("첫 커밋");
        Git("push", "--quiet", "origin", "main");
    }

    /// <summary>The folder that everything of the test lies in.</summary>
    public string Outside => folder.Path;

    public string Hub => folder["원격 저장소.git"];

    public string Root => folder["내 블로그 글"];

    public TestTerminal Terminal { get; private set; } = new("/");

    public string Output => Terminal.Output;

    public string Errors => Terminal.Errors;

    /// <summary>The branch's last commit on the remote; null for no branch.</summary>
    public string? Head => TryGit(Hub, "rev-parse", "--quiet", "--verify", "refs/heads/gh-pages") is (0, var id) ? id : null;

    public string[] PublishedFiles =>
        GitIn(Hub, "ls-tree", "-r", "-z", "--name-only", "gh-pages").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public string Published(string path) => GitIn(Hub, "cat-file", "blob", "gh-pages:" + path);

    /// <summary>From the newest commit to the first.</summary>
    public string[] History =>
        GitIn(Hub, "log", "--first-parent", "--format=%H", "gh-pages").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string this[string path] => Path.Combine(Root, path);

    public Blog Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    public void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
    }

    /// <summary>Somebody else's commit on the published branch, made from a clone of their own.</summary>
    public void CommitElsewhere(string path, string text)
    {
        var clone = folder[Path.GetRandomFileName()];
        GitIn(folder.Path, "clone", "--quiet", "file://" + Hub, clone);
        Configure(clone);
        GitIn(clone, "checkout", "--quiet", "-B", "gh-pages", Head is null ? "HEAD" : "origin/gh-pages");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(clone, path))!);
        File.WriteAllText(Path.Combine(clone, path), text);
        GitIn(clone, "add", "--all");
        GitIn(clone, "commit", "--quiet", "--message", "By hand");
        GitIn(clone, "push", "--quiet", "origin", "gh-pages");
    }

    /// <summary>Runs a command in the blog's folder, and gives its exit code.</summary>
    public int Run(params string[] arguments) => RunIn(Root, arguments);

    /// <summary>The same where the environment asks for no language, so that the site's own is spoken.</summary>
    public int RunInItsLanguage(params string[] arguments)
    {
        Terminal = new TestTerminal(Root) { Variables = { ["SITEGEN_LANGUAGE"] = "", ["LANG"] = "C" } };
        return Sitegen.Run(Terminal, [.. arguments, "--clock", Clock]);
    }

    public int RunIn(string currentFolder, params string[] arguments)
    {
        Terminal = new TestTerminal(currentFolder);
        return Sitegen.Run(Terminal, [.. arguments, "--clock", Clock]);
    }

    /// <summary>Publishes, and fails with what the command said if it does not end well.</summary>
    public Blog Publish(params string[] arguments)
    {
        var code = Run(["publish", .. arguments]);
        Assert.True(code == 0, $"publish ended with {code}: {Errors}");
        return this;
    }

    public string Git(params string[] arguments) => GitIn(Root, arguments);

    public static string GitIn(string folder, params string[] arguments)
    {
        var (code, output) = TryGit(folder, arguments);
        Assert.True(code == 0, $"git {string.Join(' ', arguments)} ended with {code}: {output}");
        return output;
    }

    public static (int ExitCode, string Output) TryGit(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8
        };
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, git.ExitCode == 0 ? output.TrimEnd('\n') : error.Result);
    }

    public static void Configure(string root)
    {
        GitIn(root, "config", "user.name", "글쓴이");
        GitIn(root, "config", "user.email", "author@example.com");
    }

    /// <summary>A program that others call.</summary>
    public static string Script(string path, string text)
    {
        File.WriteAllText(path, "#!/bin/sh\n" + text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose() => folder.Dispose();
}
