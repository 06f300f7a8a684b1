using System.IO.Compression;
using System.Text.RegularExpressions;
using SiteGen.Cli.Tests;
using SiteGen.Core.Configuration;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>The steps of <c>release.yml</c> that can run here. The compiler is pretended, and so is <c>gh</c>.</summary>
public sealed class ReleaseTests : IDisposable
{
    static readonly Workflow Release = Workflow.Read(Path.Combine(Sitegen.Repository, ".github/workflows/release.yml"));

    static readonly string Version = Regex.Match(
        File.ReadAllText(Path.Combine(Sitegen.Repository, "src/Directory.Build.props")), "<Version>(.+)</Version>").Groups[1].Value;

    const string Properties = "-p:RepositoryUrl=https://github.com/me/sitegen -p:SourceRevisionId=0123456789abcdef";

    readonly Sitegen.Folder folder = new();
    readonly Runner runner;

    public ReleaseTests()
    {
        Sitegen.Copy(Path.Combine(Sitegen.Repository, ".github"), folder["checkout/.github"]);
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "src/install"), folder["checkout/src/install"]);
        foreach (var file in new[] { "LICENSE", "src/Directory.Build.props", "src/CHANGELOG.md" })
            File.Copy(Path.Combine(Sitegen.Repository, file), folder["checkout/" + file]);
        runner = new Runner(folder["checkout"], folder["runner"]);
        runner.Environment["GITHUB_REF_NAME"] = "v" + Version;
        runner.Environment["GITHUB_SERVER_URL"] = "https://github.com";
        runner.Environment["GITHUB_REPOSITORY"] = "me/sitegen";
        runner.Environment["PATH"] = folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
        runner.Expressions["github.token"] = "secret";
        Shell.WriteProgram(folder["bin/git"], "echo 0123456789abcdef");
        Shell.WriteProgram(folder["bin/dotnet"], $$"""
            if [ "$1" = run ]; then exec '{{Shell.Find("dotnet")}}' "$@"; fi
            echo "$@" >> '{{folder["dotnet.log"]}}'
            if [ "$1" = publish ]; then
              while [ "$1" != -o ]; do shift; done
              mkdir -p "$2/sitegen.dSYM"
              printf '#!/bin/sh\necho sitegen {{Version}}\n' > "$2/sitegen"
              touch "$2/libpicture.so" "$2/sitegen.dbg" "$2/sitegen.pdb" "$2/SiteGen.Core.xml"
            fi
            """);
    }

    [FactWith("bash")]
    public void Only_the_last_job_may_write()
    {
        Assert.Equal(["version", "build", "release"], Release.Jobs);
        Assert.Equal(["release"], Release.Jobs.Where(job => Release.Job(job)["permissions"] is not null));
        var rights = Assert.Single(Assert.IsType<YamlMap>(Release.Job("release")["permissions"]).Entries);
        Assert.Equal("contents write", rights.Key + " " + Workflow.TextOf(rights.Value));
    }

    [FactWith("bash")]
    public void A_tag_must_be_the_version_and_the_changelog_must_have_its_section()
    {
        var step = Release.Step("version", "Compare tag, version and changelog");
        Assert.Equal(0, runner.Run(step).ExitCode);
        runner.Environment["GITHUB_REF_NAME"] = "v9.9.9";
        Assert.Equal((1, $"::error::The tag is v9.9.9, but src/Directory.Build.props says version {Version}.\n"), runner.Run(step));
        File.WriteAllText(folder["checkout/src/Directory.Build.props"], "<Version>9.9.9</Version>\n");
        var (code, said) = runner.Run(step);
        Assert.Equal(1, code);
        Assert.EndsWith("CHANGELOG.md has no section \"## 9.9.9\".\n", said);
    }

    [FactWith("bash")]
    public void Notes_are_the_section_of_the_version()
    {
        File.WriteAllText(folder["checkout/src/CHANGELOG.md"], """
            # Changelog

            ## Unreleased

            - Later.

            ## 1.2.0 - 2026-11-27

            ### Added

            - One `thing`.

            ## 1.2
            ## [1.1.0]
            - Old.
            """);
        Assert.Equal((0, "### Added\n\n- One `thing`.\n"), Notes("1.2.0"));
        Assert.Equal((0, "- Old.\n"), Notes("1.1.0"));
        Assert.Equal(1, Notes("1.2").ExitCode);
        Assert.Equal(1, Notes("1.1").ExitCode);

        (int ExitCode, string Said) Notes(string version) =>
            Shell.Run("bash", [".github/scripts/release-notes.sh", version], folder["checkout"], new Dictionary<string, string>());
    }

    [FactWith("bash")]
    [Trait("Category", "Slow")]
    public void Archives_hold_the_program_and_become_a_release_that_install_sh_installs()
    {
        Package("linux-x64");
        Package("win-x64");
        var archive = folder[$"runner/dist/sitegen-{Version}-linux-x64.tar.gz"];
        var before = File.ReadAllBytes(archive);
        Assert.Equal((0, $"""
            -rw-r--r-- 0/0 LICENSE
            -rw-r--r-- 0/0 README.md
            -rwxr-xr-x 0/0 libpicture.so
            -rwxr-xr-x 0/0 sitegen

            """), Bash($"tar -tvzf '{archive}' | awk '{{ print $1, $2, $6 }}'"));
        using (var zip = ZipFile.OpenRead(folder[$"runner/dist/sitegen-{Version}-win-x64.zip"]))
            Assert.Equal(["LICENSE", "README.md", "libpicture.so", "sitegen"], zip.Entries.Select(entry => entry.FullName));
        Package("linux-x64");
        Assert.Equal(before, File.ReadAllBytes(archive));
        var program = folder[$"runner/dist/sitegen-{Version}-linux-x64"];
        Assert.Contains($"publish src/SiteGen.Cli -c Release -r linux-x64 -o {program} {Properties}",
            File.ReadAllLines(folder["dotnet.log"]));
        Publish();
    }

    [FactWith("bash")]
    public void The_tool_is_packed_for_each_platform_for_any_and_as_a_pointer()
    {
        runner.Environment["RID"] = "linux-arm64";
        Succeed("build", "Pack the .NET tool");
        Succeed("build", "Pack what all platforms share");
        var pack = $"pack src/SiteGen.Cli -c Release -o {folder["runner/dist"]}";
        Assert.Equal([$"{pack} -r linux-arm64 {Properties}", $"{pack} -r any {Properties}", $"{pack} {Properties}"],
            File.ReadAllLines(folder["dotnet.log"]));
    }

    void Package(string platform)
    {
        runner.Environment["RID"] = platform;
        Succeed("build", "Package");
    }

    void Publish()
    {
        Shell.WriteProgram(folder["bin/gh"], $"""printf '%s\n' "$GH_TOKEN" "$@" > '{folder["gh.log"]}'""");
        Succeed("release", "Collect");
        Succeed("release", "Release");
        string[] names = ["SHA256SUMS", "install.ps1", "install.sh", $"sitegen-{Version}-linux-x64.tar.gz",
            $"sitegen-{Version}-win-x64.zip"];
        Assert.Equal(["secret", "release", "create", "v" + Version, .. names.Select(name => folder["runner/dist/" + name]), "--verify-tag",
            "--title", "SiteGen " + Version, "--notes-file", folder["runner/notes.md"], "--latest"], File.ReadAllLines(folder["gh.log"]));

        using var page = new ReleasePage();
        foreach (var name in names)
            page.Put(Version, name, File.ReadAllBytes(folder["runner/dist/" + name]));
        Assert.DoesNotContain("OWNER", File.ReadAllText(folder["runner/dist/install.ps1"]));
        var script = File.ReadAllText(folder["runner/dist/install.sh"]);
        Assert.Contains("https://github.com/me/sitegen/releases}", script);
        // GitHub is this machine.
        File.WriteAllText(folder["install.sh"], script.Replace("https://github.com/me/sitegen", page.Repository, StringComparison.Ordinal));
        Assert.StartsWith($"sitegen {Version} is in {folder["to"]}.\n", Bash($"sh '{folder["install.sh"]}' --to '{folder["to"]}'").Said);
        Assert.Equal([folder["to/libpicture.so"], folder["to/sitegen"]],
            Directory.EnumerateFileSystemEntries(folder["to"]).Order(StringComparer.Ordinal));
    }

    void Succeed(string job, string name)
    {
        var (code, said) = runner.Run(Release.Step(job, name));
        Assert.True(code == 0, $"The step {name} ended with {code}: {said}");
    }

    (int ExitCode, string Said) Bash(string script) =>
        Shell.Run("bash", ["-c", script], folder.Path, new Dictionary<string, string> { ["SITEGEN_RELEASES"] = "" });

    public void Dispose() => folder.Dispose();
}
