using System.Diagnostics;

namespace SiteGen.Cli.Tests;

/// <summary>A test of the published program (SITEGEN_PROGRAM) or of its tool packages (SITEGEN_PACKAGES); skipped without.</summary>
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute(string variable) => Skip = Environment.GetEnvironmentVariable(variable) is null
        ? $"The variable {variable} names no published program; `.ci/run` sets it."
        : null;
}

/// <summary>The native program does what the one of the tests does, which the JIT compiles.</summary>
public sealed class PublishedProgramTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    [PublishedFact("SITEGEN_PROGRAM")]
    public void The_site_of_this_repository_is_the_same_to_the_byte()
    {
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "content"), folder["site/content"]);
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "themes"), folder["site/themes"]);
        AssertSameBuild(folder["site"]);
    }

    [PublishedFact("SITEGEN_PROGRAM")]
    public void A_site_of_sixty_posts_is_the_same_to_the_byte()
    {
        Write("content/site.yml", "title: 예순 편\nbase_url: https://example.github.io/blog/\ntheme: maru\npaginate: 5\n"
            + "search: {shard_above: 1000}\nlists: {by_year: {title: 해별, path: /해/:group/, group_by: year}}\n");
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "themes"), folder["site/themes"]);
        for (var i = 0; i < 60; i++)
        {
            Write($"content/posts/post-{i}.md",
                $"---\ntitle: '글 {i}: “따옴표”와 <이야기>'\ndate: 2024-{i % 12 + 1:00}-{i % 28 + 1:00} 09:30\ntags: [태그{i % 7}, C#]\n"
                + $"categories: [AI 인터뷰, 갈래{i % 3}]\npeople: [마크 저커버그, 사람{i % 5}]\n"
                + "interview: {speakers: [{name: 진행자, role: host}, {name: 마크 저커버그, role: guest}]}\n---\n\n"
                + $"진행자 - {i}번째 질문입니까?\n\n마크 저커버그 - **마크다운(Markdown)**은 2~3년 전부터 `코드`와 [링크](/tags/)를 압니다.\n\n"
                + $"| 표 | 수 |\n|---|---|\n| 값 | {i / 7.0} |\n\n## 절\n\n각주[^1]와 수식 $x^{i}$.\n\n[^1]: 각주.\n");
        }

        AssertSameBuild(folder["site"]);
    }

    [PublishedFact("SITEGEN_PROGRAM")]
    public async Task A_preview_answers_and_shows_what_is_saved()
    {
        Write("content/site.yml", "title: 미리보기\nbase_url: https://example.com/\ntheme: bare\n");
        Write("themes/bare/theme.yml", "name: bare\n");
        Write("themes/bare/layouts/base.sbn-html", "<!doctype html><title>{{ page.title }}</title>{{ page.content }}");
        Write("content/posts/a.md", "---\ntitle: 글\ndate: 2025-01-24\n---\n처음 본문\n");
        using var preview = Sitegen.Start($"serve --port 0 --source \"{folder["site"]}\"");
        try
        {
            var line = await preview.StandardOutput.ReadLineAsync();
            Assert.StartsWith("Preview at http://", line);
            using var http = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[2]) };
            Assert.Contains("처음 본문", await http.GetStringAsync(new Uri("posts/a/", UriKind.Relative)));
            Write("content/posts/a.md", "---\ntitle: 글\ndate: 2025-01-24\n---\n나중 본문\n");
            var watch = Stopwatch.StartNew();
            while (!(await http.GetStringAsync(new Uri("posts/a/", UriKind.Relative))).Contains("나중 본문"))
            {
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "The saved text is not shown.");
                await Task.Delay(50);
            }
        }
        finally
        {
            preview.Kill();
        }
    }

    [PublishedFact("SITEGEN_PACKAGES")]
    public void The_tool_packages_install_and_run_with_and_without_a_runtime_identifier_and_once_with_dnx()
    {
        var packages = Environment.GetEnvironmentVariable("SITEGEN_PACKAGES");
        var version = typeof(Program).Assembly.GetName().Version!.ToString(3);
        foreach (var package in new[] { "sitegen", "sitegen.any" })
        {
            Run("dotnet", "tool", "install", package, "--tool-path", folder[package], "--source", packages!);
            Assert.StartsWith(version, Run(folder[package + "/sitegen"], "--version").Replace("sitegen ", "", StringComparison.Ordinal));
        }

        var once = Run("dotnet", "tool", "exec", "sitegen", "--source", packages!, "--yes", "--", "--version");
        Assert.Contains(version, once);
    }

    void AssertSameBuild(string site)
    {
        var native = Sitegen.Run($"build --source \"{site}\" --output \"{folder["native"]}\" --clock 2026-01-01");
        var terminal = new TestTerminal(site);
        Assert.Equal(native.ExitCode, Program.Run(["build", "--output", folder["jit"], "--clock", "2026-01-01"], terminal));
        Assert.Equal(terminal.Errors, native.Error);
        Assert.Equal(0, native.ExitCode);
        Sitegen.AssertSame(Sitegen.Snapshot(folder["jit"]), Sitegen.Snapshot(folder["native"]));
        // A program made elsewhere does not trust this one's cache, and finds the same.
        var again = Sitegen.Run($"build --source \"{site}\" --output \"{folder["jit"]}\" --clock 2026-01-01");
        Assert.Contains(": 0 files written, ", again.Output);
    }

    void Write(string path, string text)
    {
        var file = Path.Combine(folder["site"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        // Packages of the same version from an earlier run must not answer.
        start.Environment["NUGET_PACKAGES"] = folder["packages"];
        start.Environment["DOTNET_CLI_HOME"] = folder["home"];
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}");
        return output;
    }

    public void Dispose() => folder.Dispose();
}
