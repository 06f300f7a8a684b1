using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace SiteGen.Cli;

/// <summary>Which SiteGen this is. MSBuild writes it into the assembly; only a release knows its commit and repository.</summary>
public static class ProgramVersion
{
    public static string Number { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The commit's full hash, or null for a program built by hand.</summary>
    public static string? Commit { get; } = Metadata("Commit");

    /// <summary>The repository's web address without a slash at its end, or null for a program built by hand.</summary>
    public static string? Repository { get; } = Metadata("RepositoryUrl");

    /// <summary>What <c>sitegen --version</c> prints.</summary>
    public static string Line { get; } = LineOf(Number, Commit, Repository);

    public static string LineOf(string number, string? commit, string? repository)
    {
        var inBrackets = commit is null ? "" : $" ({commit[..Math.Min(7, commit.Length)]})";
        return $"sitegen {number}{inBrackets}{(repository is null ? "" : " " + repository)}";
    }

    /// <summary>Prints <see cref="Line"/>.</summary>
    public sealed class Print : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Line);
            return ExitCode.Done;
        }
    }

    static string? Metadata(string key) =>
        typeof(ProgramVersion).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == key)?.Value;
}
