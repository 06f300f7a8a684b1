using System.Text;

namespace SiteGen.Cli;

/// <summary>
/// The workflow that <c>init</c> writes. It downloads the release that made the site; a program built by hand has no release, so its
/// workflow installs the package that the site carries in tools/.
/// </summary>
public static class StarterWorkflow
{
    const string FilePath = ".github/workflows/pages.yml";

    // What differs lies between these lines of the starter's file.
    const string First = "      # The release of SiteGen", Behind = "      - uses: actions/cache@";

    // One package that runs on a runtime: a native one would have to be made on Linux.
    const string Pack =
        "dotnet pack src/SiteGen.Cli -c Release -p:PublishAot=false -p:ToolPackageRuntimeIdentifiers= -o THIS-FOLDER/tools";

    const string Carried = $"""
              # The folder tools/ holds the program. In a checkout of SiteGen:
              # {Pack}
              - uses: actions/setup-dotnet@v6
                with:
                  dotnet-version: 10.0.x
              - name: Install SiteGen
                env:
                  DOTNET_CLI_TELEMETRY_OPTOUT: 1
                  DOTNET_NOLOGO: 1
                run: |
                  if ! ls tools/sitegen.*.nupkg > /dev/null 2>&1; then
                    echo "::error title=SiteGen is missing::Put the program into tools/ and commit it. In a checkout of SiteGen: {Pack}"
                    exit 1
                  fi
                  dotnet tool install sitegen --tool-path "$RUNNER_TEMP/sitegen" --source "$PWD/tools"

        """;

    /// <summary>Fills in this program's version and repository.</summary>
    public static void Complete(IDictionary<string, byte[]> starter) => starter[FilePath] = Encoding.UTF8.GetBytes(
        TextOf(Encoding.UTF8.GetString(starter[FilePath]), ProgramVersion.Number, ProgramVersion.Repository));

    /// <param name="repository">Its web address, or null for a program built by hand.</param>
    public static string TextOf(string starter, string version, string? repository)
    {
        if (repository is not null)
            return starter.Replace("0.0.0", version, StringComparison.Ordinal)
                .Replace("https://github.com/OWNER/REPO", repository, StringComparison.Ordinal);
        var (first, behind) = (starter.IndexOf(First, StringComparison.Ordinal), starter.IndexOf(Behind, StringComparison.Ordinal));
        return starter[..first] + Carried + starter[behind..];
    }
}
