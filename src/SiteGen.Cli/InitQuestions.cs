using System.CommandLine;
using System.Text.RegularExpressions;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary>What an author says about a new blog.</summary>
/// <param name="Language">ko or en.</param>
/// <param name="Email">Empty for none.</param>
sealed record InitAnswers(string Language, string Title, string BaseUrl, string Author, string Email);

/// <summary>The questions of <c>init</c>. Each is an option, too; only what no option says is asked for, and only on a terminal.</summary>
sealed partial class InitQuestions
{
    /// <summary>The value of an answer; null with the reason, as a sentence.</summary>
    delegate string? Reader(string answer, out Message problem);

    readonly ITerminal terminal;
    readonly Option<string?> language, title, baseUrl, gitHub, author, email;
    bool isEnded;

    public InitQuestions(ITerminal terminal)
    {
        this.terminal = terminal;
        language = Option("--language", "Language of the blog: ko or en (default: ko).", "LANGUAGE", ReadLanguage);
        title = Option("--title", "Title of the blog.", "TITLE", ReadLine);
        baseUrl = Option("--base-url", "Address of the published blog.", "URL", ReadAddress);
        gitHub = Option("--github", "User and repository on GitHub; the address is made of them.", "NAME/REPOSITORY", ReadGitHub);
        author = Option("--author", "Name of the author.", "NAME", ReadLine);
        email = Option("--email", "E-mail address of the author, shown in feeds.", "EMAIL", ReadEmail);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new[] { title, baseUrl, gitHub, author, email, language })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(baseUrl) is not null && result.GetResult(gitHub) is not null)
                result.AddError("--base-url and --github both name the address; give one of them.");
        });
    }

    /// <param name="parsed">Null for a command without these options.</param>
    public InitAnswers Answers(ParseResult? parsed)
    {
        var tongue = Answer(parsed, language, "Language of the blog, ko (한국어) or en (English)", "ko", ReadLanguage, SpokenIn(null));
        var spoken = SpokenIn(tongue);
        var isKorean = tongue == "ko";
        var name = Answer(parsed, title, "Title of the blog", isKorean ? "나의 인터뷰 블로그" : "My Interview Blog", ReadLine, spoken);
        var address = parsed?.GetValue(gitHub) is { } repository
            ? ReadGitHub(repository, out _)!
            : Answer(parsed, baseUrl, "Address of the blog, or user and repository on GitHub (NAME/REPOSITORY)",
                "https://example.github.io/", ReadAddress, spoken);
        var writer = Answer(parsed, author, "Name of the author", isKorean ? "글쓴이" : "The author", ReadLine, spoken);
        var mail = Answer(parsed, email, "E-mail address for feeds (may stay empty)", "", ReadEmail, spoken);
        return new InitAnswers(tongue, name, address, writer, mail);
    }

    /// <summary>Asks until the answer is valid. The default at the end of input, and without a terminal.</summary>
    string Answer(ParseResult? parsed, Option<string?> option, Message question, string usual, Reader read, MessageLanguage spoken)
    {
        if (parsed?.GetValue(option) is { } given)
            return read(given, out _)!;
        var shown = usual.Length == 0 ? "" : $" [{usual}]";
        while (!isEnded)
        {
            var answer = terminal.Ask($"{question.In(spoken)}{shown}: ")?.Trim();
            isEnded = answer is null;
            if (string.IsNullOrEmpty(answer))
                break;
            if (read(answer, out var problem) is { } value)
                return value;
            terminal.Error(problem, spoken);
        }

        return usual;
    }

    Option<string?> Option(string name, string description, string helpName, Reader read)
    {
        var option = Arguments.Text(name, description, helpName);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var written }] && read(written, out var problem) is null)
                result.AddError($"{name}: {problem.In(SpokenIn(null))}");
        });
        return option;
    }

    MessageLanguage SpokenIn(string? tongue) =>
        DiagnosticOutput.Language(tongue is null ? null : MessageLanguages.Of(tongue), terminal);

    static string? ReadLine(string answer, out Message problem)
    {
        var line = Nfc.Normalize(answer.Trim());
        var wrong = NewDocument.TitleProblem(line);
        problem = $"“{Shortened(line)}” {wrong}.";
        return wrong is null ? line : null;
    }

    static string? ReadLanguage(string answer, out Message problem)
    {
        problem = $"“{Shortened(answer)}” is no language of the starter. Write ko or en.";
        return answer.Trim().ToLowerInvariant() is "ko" or "en" ? answer.Trim().ToLowerInvariant() : null;
    }

    static string? ReadAddress(string answer, out Message problem)
    {
        if (ReadGitHub(answer, out problem) is { } pages)
            return pages;
        if (ReadLine(answer, out problem) is not { } line)
            return null;
        var isValid = SiteAddress.TryParse(line, out _, out var wrong);
        problem = $"“{Shortened(line)}” is no address of a site: {wrong}. Write it as https://name.github.io/repository/.";
        return isValid ? line.TrimEnd('/') + "/" : null;
    }

    /// <summary>The address of GitHub Pages: of a user's own site, or of a repository below it.</summary>
    static string? ReadGitHub(string answer, out Message problem)
    {
        problem = $"“{Shortened(answer)}” is no repository on GitHub. Write it as NAME/REPOSITORY.";
        if (GitHubName().Match(answer.Trim()) is not { Success: true } match)
            return null;
        var host = match.Groups["name"].Value.ToLowerInvariant() + ".github.io";
        var repository = match.Groups["repository"].Value;
        return repository.Length == 0 || repository.Equals(host, StringComparison.OrdinalIgnoreCase)
            ? $"https://{host}/"
            : $"https://{host}/{repository}/";
    }

    static string? ReadEmail(string answer, out Message problem)
    {
        problem = $"“{Shortened(answer)}” is no e-mail address. Write it as name@example.com.";
        return Email().IsMatch(answer.Trim()) ? answer.Trim() : null;
    }

    [GeneratedRegex(
        @"^(https://github\.com/)?(?<name>[a-z0-9]([a-z0-9-]{0,37}[a-z0-9])?)(/(?<repository>[a-z0-9._-]{1,100}?))?(\.git)?/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GitHubName();

    [GeneratedRegex(@"^[^\s@\p{C}]+@[^\s@\p{C}]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();
}
