using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary><c>install.sh</c> with a release page on this machine.</summary>
public sealed class InstallTests : IDisposable
{
    static readonly string Script = Path.Combine(Sitegen.Repository, "src/install/install.sh");

    readonly Sitegen.Folder folder = new();
    readonly ReleasePage page = new();
    readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);

    public InstallTests()
    {
        environment["HOME"] = folder["home"];
        environment["SHELL"] = "/usr/bin/zsh";
        environment["SITEGEN_RELEASES"] = page.Releases;
        Pretend("uname", "[ \"$1\" = -s ] && echo Linux || echo x86_64");
        page.Add("0.1.0", Program("0.1.0"), "linux-arm64", "linux-x64", "osx-arm64");
    }

    string Installed => folder["home/.local/bin/sitegen"];

    [FactWith("sh", "curl")]
    public void The_latest_release_is_installed_and_what_to_do_next_is_said()
    {
        var bin = folder["home/.local/bin"];
        Assert.Equal((0, $"""
            sitegen 0.1.0 is in {bin}.
            {bin} is not in your PATH yet. Run this, and open a new terminal:
              echo 'export PATH="{bin}:$PATH"' >> ~/.zshrc
            Next: sitegen init my-blog

            """), Install());
        Assert.Equal((0, "sitegen 0.1.0\n"), Shell.Run(Installed, [], folder.Path, environment));
        AssertOnlyTheProgramIsThere();
    }

    [FactWith("sh", "curl")]
    public void A_second_run_replaces_the_program_and_a_version_can_be_chosen()
    {
        environment["PATH"] += $":{folder["home/.local/bin"]}";
        Assert.Equal(0, Install().ExitCode);
        page.Add("0.2.0", Program("0.2.0"), "linux-x64");
        Assert.Equal((0, $"sitegen 0.2.0 is in {Path.GetDirectoryName(Installed)}.\nNext: sitegen init my-blog\n"), Install());
        Assert.Equal(Program("0.2.0"), File.ReadAllText(Installed));
        Assert.Equal(0, Install("--version", "0.1.0").ExitCode);
        Assert.Equal(Program("0.1.0"), File.ReadAllText(Installed));
        Assert.Equal(0, Install("--version", "v0.2.0", "--to", "나의 bin").ExitCode);
        Assert.Equal(Program("0.2.0"), File.ReadAllText(folder["나의 bin/sitegen"]));
        AssertOnlyTheProgramIsThere();
    }

    [FactWith("sh", "curl")]
    public void An_archive_with_a_wrong_sum_is_not_installed()
    {
        Assert.Equal(0, Install().ExitCode);
        page.Put("0.1.0", "sitegen-0.1.0-linux-x64.tar.gz", "something else"u8.ToArray());
        Fails("sitegen-0.1.0-linux-x64.tar.gz does not have the sum that SHA256SUMS names. Nothing was installed; try again later.");
        Assert.Equal(Program("0.1.0"), File.ReadAllText(Installed));
        AssertOnlyTheProgramIsThere();
    }

    [FactWith("sh", "curl")]
    public void A_program_that_does_not_run_here_does_not_replace_the_old_one()
    {
        Assert.Equal(0, Install().ExitCode);
        page.Add("0.2.0", "#!/bin/sh\nexit 127\n", "linux-x64");
        Fails("The program of sitegen-0.2.0-linux-x64.tar.gz does not run on this system. Nothing was installed.");
        Assert.Equal(Program("0.1.0"), File.ReadAllText(Installed));
        AssertOnlyTheProgramIsThere();
    }

    [FactWith("sh", "curl")]
    public void An_interrupted_download_and_no_network_leave_nothing()
    {
        page.Server.Broken[$"{page.Releases}/latest/download/sitegen-0.1.0-linux-x64.tar.gz"] = true;
        Fails("sitegen-0.1.0-linux-x64.tar.gz could not be fetched. Is there a network connection?");
        environment["SITEGEN_RELEASES"] = Shell.NobodysAddress;
        Fails("/latest/download/SHA256SUMS could not be fetched. Is there a network connection?");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["home/.local/bin"]));
    }

    [FactWith("sh", "curl")]
    public void A_release_that_does_not_exist_or_lacks_the_platform_is_named()
    {
        Fails($"There is no {page.Releases}/download/v9.9.9/SHA256SUMS.", "--version", "9.9.9");
        page.Add("0.2.0", Program("0.2.0"), "linux-arm64");
        Fails("SHA256SUMS names no archive for linux-x64.");
        Fails("unknown option --prefix", "--prefix", "/usr");
        Fails("--to needs a value.", "--to");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["home/.local/bin"]));
    }

    [FactWith("sh", "curl")]
    public void Each_system_gets_its_archive_and_others_are_told_where_it_runs()
    {
        Is("Linux", "aarch64");
        Assert.Equal(0, Install().ExitCode);
        Is("Darwin", "arm64");
        Assert.Equal(0, Install().ExitCode);
        Is("FreeBSD", "amd64");
        Fails("There is no program for FreeBSD amd64: only for Linux x64 and arm64, macOS arm64 and Windows x64.");
        Is("Linux", "riscv64");
        Fails("There is no program for Linux riscv64");
        Is("Darwin", "x86_64");
        Fails("There is no program for Darwin x86_64");
        Pretend("sysctl", "echo 1");
        Assert.Equal(0, Install().ExitCode);
        Is("MINGW64_NT-10.0", "x86_64");
        Fails($"irm {page.Releases}/latest/download/install.ps1 | iex");
        Is("Linux", "x86_64");
        Pretend("ldd", "echo 'musl libc (x86_64)' >&2; exit 1");
        Fails("The program needs glibc; this system has musl");
    }

    [FactWith("sh", "curl")]
    public void A_folder_that_can_not_be_written_is_named()
    {
        File.WriteAllText(folder["file"], "x");
        Fails($"{folder["file"]}/bin can't be written. Choose another folder: --to FOLDER", "--to", folder["file"] + "/bin");
        Assert.Equal("x", File.ReadAllText(folder["file"]));
    }

    [FactWith("sh", "wget", "shasum", "perl")]
    public void Wget_and_shasum_do_as_well()
    {
        foreach (var tool in "sh wget shasum perl grep mktemp rm mkdir mv tar gzip cut cat ldd".Split(' '))
            File.CreateSymbolicLink(folder["bin/" + tool], Shell.Find(tool)!);
        environment["PATH"] = folder["bin"];
        Assert.Equal(0, Install().ExitCode);
        Assert.Equal(Program("0.1.0"), File.ReadAllText(Installed));
        Fails($"There is no {page.Releases}/download/v9.9.9/SHA256SUMS.", "--version", "9.9.9");
        File.Delete(folder["bin/wget"]);
        Fails("Neither curl nor wget is here.");
        AssertOnlyTheProgramIsThere();
    }

    [FactWith("sh", "curl")]
    public void Half_a_script_does_nothing()
    {
        var whole = File.ReadAllText(Script);
        for (var length = 0; length < whole.TrimEnd().Length - "main \"$@\"".Length; length += 97)
        {
            File.WriteAllText(folder["half.sh"], whole[..length]);
            Shell.Run("sh", [folder["half.sh"]], folder.Path, environment);
            Assert.False(Directory.Exists(folder["home"]), $"The first {length} bytes of the script do something.");
        }
    }

    static string Program(string version) => $"#!/bin/sh\necho sitegen {version}\n";

    void Is(string system, string processor) => Pretend("uname", $"[ \"$1\" = -s ] && echo {system} || echo {processor}");

    /// <summary>Puts a program before all others.</summary>
    void Pretend(string name, string script)
    {
        Shell.WriteProgram(folder["bin/" + name], script);
        environment["PATH"] = folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
    }

    (int ExitCode, string Said) Install(params string[] arguments) => Shell.Run("sh", [Script, .. arguments], folder.Path, environment);

    void Fails(string message, params string[] arguments)
    {
        var (code, said) = Install(arguments);
        Assert.Equal(1, code);
        Assert.Contains(message, said);
        Assert.Contains("install.sh: ", said);
    }

    void AssertOnlyTheProgramIsThere() =>
        Assert.Equal([Installed], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Installed)!));

    public void Dispose()
    {
        page.Dispose();
        folder.Dispose();
    }
}
