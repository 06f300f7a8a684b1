using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary><c>install.ps1</c> where PowerShell is installed, as on all of GitHub's machines. Only Windows runs it to its end.</summary>
public sealed class PowerShellTests : IDisposable
{
    readonly Sitegen.Folder folder = new();
    readonly ReleasePage page = new();

    [FactWith("pwsh")]
    public void A_wrong_sum_a_missing_release_and_no_network_install_nothing()
    {
        page.Put("0.1.0", "SHA256SUMS", System.Text.Encoding.UTF8.GetBytes($"{new string('0', 64)}  sitegen-0.1.0-win-x64.zip\n"));
        page.Put("0.1.0", "sitegen-0.1.0-win-x64.zip", "something else"u8.ToArray());
        Fails("does not have the sum", page.Releases, "");
        Fails("could not be fetched", page.Releases, "9.9.9");
        Fails("could not be fetched", Shell.NobodysAddress, "");
    }

    void Fails(string message, string releases, string version)
    {
        var script = Path.Combine(Sitegen.Repository, "src/install/install.ps1");
        var (code, said) = Shell.Run("pwsh", ["-NoProfile", "-File", script], folder.Path,
            new Dictionary<string, string>
            {
                ["SITEGEN_RELEASES"] = releases,
                ["SITEGEN_VERSION"] = version,
                ["SITEGEN_TO"] = folder["bin"],
                ["NO_COLOR"] = "1",
            });
        Assert.Equal(1, code);
        Assert.Contains(message, said);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["bin"]));
    }

    public void Dispose()
    {
        page.Dispose();
        folder.Dispose();
    }
}
