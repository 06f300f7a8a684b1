using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests;

/// <summary>Mistakes are reported, and nothing has changed then.</summary>
public sealed class MistakeTests : IDisposable
{
    readonly Blog blog = new();

    [Fact]
    public void Without_git_on_the_computer()
    {
        var run = Sitegen.Run($"publish --source \"{blog.Root}\"", ("PATH", "/nonexistent"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "error publish-git: There is no git on this computer.\n  hint: Install it from https://git-scm.com/ (Debian, Ubuntu: apt "
                + "install git).\n1 error: nothing was published.\n", run.Error);
    }

    [Fact]
    public void Outside_of_any_repository()
    {
        Directory.Delete(blog[".git"], recursive: true);
        Refused("publish-repository", "lies in no git repository", "git init");
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("diff")]
    public void The_author_of_a_Korean_site_is_told_in_Korean_even_before_it_is_read(string command)
    {
        var korean = (string[])[command, "--remote", "orign"];
        Assert.Equal(2, blog.RunInItsLanguage(korean));
        Assert.StartsWith("error publish-remote: 저장소에 “orign”이라는 원격 저장소가 없습니다.\n  도움말: 혹시 `origin`인가요?\n", blog.Errors,
            StringComparison.Ordinal);
        Directory.Delete(blog.Hub, recursive: true);
        Assert.Equal(2, blog.RunInItsLanguage(command));
        Assert.StartsWith("error publish-remote: 원격 저장소 “origin”을 찾을 수 없습니다. git의 말: fatal: ", blog.Errors, StringComparison.Ordinal);
        Directory.Delete(blog[".git"], recursive: true);
        Assert.Equal(2, blog.RunInItsLanguage(command));
        Assert.StartsWith("error publish-repository: 사이트가 git 저장소 안에 있지 않아서 올릴 수 없습니다.\n  도움말: 저장소를 만들고", blog.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_remote()
    {
        Refused("publish-remote", "no remote “orign”", "Did you mean `origin`?", "--remote", "orign");
        blog.Git("remote", "remove", "origin");
        Refused("publish-remote", "no remote “origin”", "git remote add origin https://github.com/NAME/REPOSITORY.git");
    }

    [Fact]
    public void Where_the_remote_is_gone()
    {
        Directory.Delete(blog.Hub, recursive: true);
        Refused("publish-remote", "The remote “origin” is not there", "git remote -v");
    }

    [Fact]
    public void Without_the_right_to_write()
    {
        Blog.Script(Path.Combine(blog.Hub, "hooks/pre-receive"), "echo 'you may not write here' >&2; exit 1\n");
        Refused("publish-rights", "does not let you in, or does not let you write", "Sign in again");
        Assert.Contains("you may not write here", blog.Errors);
        Assert.Null(blog.Head);
    }

    [Fact]
    public void Offline()
    {
        blog.Git("remote", "set-url", "origin", "git://127.0.0.1:1/blog.git");
        Refused("publish-offline", "The remote “origin” can't be reached", "Is this computer online?");
    }

    [Fact]
    public async Task Over_the_network_with_and_without_the_right_to_write()
    {
        await using var daemon = await GitDaemon.Start(blog.Outside);
        blog.Git("remote", "set-url", "origin", daemon.Url + Uri.EscapeDataString(Path.GetFileName(blog.Hub)));
        Refused("publish-rights", "does not let you in", "Sign in again");
        Blog.GitIn(blog.Hub, "config", "daemon.receivepack", "true");
        blog.Publish();
        Assert.Single(blog.History);
        blog.CommitElsewhere("CNAME", "blog.example.kr\n");
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 2025-01-25\n---\n").Publish();
        Assert.Equal(3, blog.History.Length);
        Assert.Equal("blog.example.kr", blog.Published("CNAME"));
    }

    [Theory]
    [InlineData("content/posts/a-b.md", "slug: same", "content/posts/b-c.md", "slug: same")]
    [InlineData("content/posts/about.md", "permalink: /about/", "content/pages/about.md", "toc: false")]
    [InlineData("content/posts/a-b.md", "aliases: [/old/]", "content/posts/b-c.md", "permalink: /old/")]
    public void Two_documents_with_one_address(string path, string line, string otherPath, string otherLine)
    {
        blog.Write(path, $"---\ntitle: 하나\ndate: 2025-01-25\n{line}\n---\n")
            .Write(otherPath, $"---\ntitle: 둘\ndate: 2025-01-26\n{otherLine}\n---\n");
        foreach (var command in (string[][])[["publish"], ["publish", "--dry-run"], ["diff"]])
        {
            Assert.Equal(1, blog.Run(command));
            Assert.Contains("error address-duplicate: ", blog.Errors);
            Assert.Null(blog.Head);
        }
    }

    [Fact]
    public void To_the_branch_of_the_texts()
    {
        Refused("publish-branch", "`main` is the branch of your texts", "--branch gh-pages", "--branch", "main");
        blog.Git("checkout", "--quiet", "-b", "elsewhere");
        Refused("publish-branch", "The branch `main` holds content/site.yml", "--branch gh-pages", "--branch", "main");
        Refused("publish-branch", "can't be called “a..b”", "gh-pages", "--branch", "a..b");
        Assert.Equal(blog.Git("rev-parse", "main"), Blog.GitIn(blog.Hub, "rev-parse", "main"));
    }

    [Fact]
    public void Remote_branch_and_keep_list_may_stand_in_the_configuration()
    {
        blog.Git("remote", "rename", "origin", "github");
        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"]) + "publish: {remote: github, branch: pages/live}\n")
            .Commit("publish");
        blog.Publish();
        Assert.Contains("Published to github/pages/live", blog.Output);
        Assert.Null(blog.Head);
        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"]).Replace("branch:", "brunch:", StringComparison.Ordinal));
        Assert.Equal(2, blog.Run("publish"));
        Assert.Contains("Did you mean `branch`?", blog.Errors);
    }

    [Theory]
    [InlineData("https://github.com/name/blog.git", "base_url: https://name.github.io/blog/", "")]
    [InlineData("git@github.com:Name/Blog.git", "base_url: https://name.github.io/blog", "")]
    [InlineData("ssh://git@github.com/name/name.github.io", "base_url: https://name.github.io/", "")]
    [InlineData("https://github.com/name/blog", "domain: blog.example.kr", "")]
    [InlineData("https://gitlab.com/name/blog", "base_url: https://example.com/", "")]
    [InlineData("https://github.com/name/blog", "base_url: https://name.github.io/",
        "serve this site at https://name.github.io/blog/, since it is the repository blog, but its pages are made for "
            + "https://name.github.io/:")]
    [InlineData("https://token@github.com/name/name.github.io.git", "base_url: https://name.github.io/blog/",
        "serve this site at https://name.github.io/, since it is the repository of a user or an organization,")]
    [InlineData("https://github.com/name/blog", "domain: blog.example.kr\nbase_url: https://name.github.io/blog/",
        "serve this site at https://blog.example.kr/, since CNAME says blog.example.kr,")]
    public void Remote_domain_and_base_url_have_to_agree(string remote, string configuration, string warning)
    {
        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"])
            .Replace("base_url: https://example.com/", configuration, StringComparison.Ordinal)).Commit("address");
        // The configuration holds the address as an author writes it; git's own settings map it to a folder.
        blog.Git("config", "remote.origin.url", remote);
        blog.Git("config", $"url.file://{blog.Hub}.insteadOf", remote);
        blog.Publish("--dry-run");
        if (warning.Length == 0)
            Assert.Equal("", blog.Errors);
        else
            Assert.Matches(@"^content/site\.yml:\d+:\d+: warning publish-address: GitHub Pages would "
                + System.Text.RegularExpressions.Regex.Escape(warning), blog.Errors);
    }

    void Refused(string rule, string message, string hint, params string[] arguments)
    {
        Assert.Equal(2, blog.Run(["publish", .. arguments]));
        Assert.Contains($"error {rule}: ", blog.Errors);
        Assert.Contains(message, blog.Errors);
        Assert.Contains(hint, blog.Errors[blog.Errors.IndexOf("hint: ", StringComparison.Ordinal)..]);
        Assert.EndsWith("1 error: nothing was published.\n", blog.Errors);
    }

    public void Dispose() => blog.Dispose();
}

/// <summary>Git's own server on this machine; each repository says who may push.</summary>
sealed class GitDaemon : IAsyncDisposable
{
    readonly Process process;

    GitDaemon(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    /// <summary>Another program may take the port before git does: then git ends, and another port is tried.</summary>
    public static async Task<GitDaemon> Start(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var start = new ProcessStartInfo("git", ["daemon", "--export-all", "--reuseaddr", "--informative-errors",
                "--listen=127.0.0.1", $"--port={port}", $"--base-path={folder}"])
            { RedirectStandardError = true, UseShellExecute = false };
            var daemon = new GitDaemon(Process.Start(start)!, $"git://127.0.0.1:{port}/");
            if (await daemon.Answers(port))
                return daemon;
            var errors = daemon.process.StandardError.ReadToEndAsync();
            await daemon.DisposeAsync();
            if (attempt == 5)
                throw new InvalidOperationException("git daemon does not answer: " + await errors);
        }
    }

    async Task<bool> Answers(int port)
    {
        for (var i = 0; i < 100 && !process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                await Task.Delay(50);
                return !process.HasExited;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        return false;
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
