using System.CommandLine;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen new</c>: a document begun from the theme's archetype.</summary>
static class NewCommand
{
    /// <summary>The command line as written, not validated yet.</summary>
    sealed record NewOptions(
        string Title, string? Kind, string? Slug, string? Date, string? Speakers, string? Original, bool Bundle, bool Edit)
    {
        public string KindOrDefault => Kind ?? (Speakers is null ? "post" : "interview");
    }

    public static Command Create(ITerminal terminal)
    {
        var site = SiteArguments.WithOriginal();
        var title = new Argument<string>("title") { Description = "The title; in quotes when it holds spaces." };
        var kind = Arguments.Text("--kind",
            "post, interview or page (default: post, or interview when there are --speakers).", "KIND");
        kind.AcceptOnlyFromAmong("post", "interview", "page");
        var slug = Arguments.Text("--slug", "The address's last part (default: made of the title).");
        var date = Arguments.Text("--date", "The post's date (default: today in the site's zone).", "DATE");
        var speakers = Arguments.Text("--speakers",
            "Who speaks in an interview: \"진행자:host,마크 베니오프:guest\". On a terminal it is asked for.", "NAME:ROLE,…");
        var bundle = Arguments.Flag("--bundle", "Make a folder with an index.md, for pictures beside it.");
        var edit = Arguments.Flag("--edit", "Open the file in $VISUAL or $EDITOR.");
        var command = new Command("new", "Begin a post, an interview or a page.") { title, kind, slug, date, speakers, bundle, edit };
        return site.AddTo(command, terminal, (request, parsed) => Run(request, new NewOptions(
            parsed.GetValue(title)!, parsed.GetValue(kind), parsed.GetValue(slug), parsed.GetValue(date), parsed.GetValue(speakers),
            site.Original(parsed), parsed.GetValue(bundle), parsed.GetValue(edit)), terminal));
    }

    static int Run(SiteRequest request, NewOptions options, ITerminal terminal)
    {
        var editor = options.Edit ? AuthorsEditor.Of(terminal) : null;
        if (options.Edit && editor is null)
        {
            return terminal.Refuse("--edit: the environment names no editor. Set VISUAL or EDITOR, such as EDITOR=\"code --wait\", "
                + "or leave --edit out. Nothing was written.");
        }

        var ofSite = new DiagnosticBag();
        var site = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options with { Drafts = true, Future = true }, ofSite).Site;
        // Errors in other documents are left to a build; without a valid configuration the theme and the zone are unknown.
        if (DiagnosticOutput.ExitCodeOf(ofSite) == ExitCode.Usage)
            return DiagnosticOutput.Write(ofSite, request.Format, request.All, terminal);
        if (Validated(options, site, request, terminal) is not { } document)
            return ExitCode.Usage;
        var diagnostics = new DiagnosticBag { Language = ofSite.Language };
        return NewDocument.Make(site, document, request.Options, diagnostics) is { } made
            ? Write(request, made, editor, terminal)
            : DiagnosticOutput.Write(diagnostics, request.Format, request.All, terminal);
    }

    static int Write(SiteRequest request, NewDocument made, AuthorsEditor? editor, ITerminal terminal)
    {
        if (!NewFile.TryWrite(request.Source, made.Path, Encoding.UTF8.GetBytes(made.Text), out var problem))
        {
            terminal.Error(CannotWrite(made.Path, problem));
            return ExitCode.Content;
        }

        var full = Path.Combine(request.Source, made.Path);
        var relative = Path.GetRelativePath(terminal.CurrentFolder, full);
        terminal.Write(relative.StartsWith("..", StringComparison.Ordinal) ? full : relative);
        return editor?.Open(full, terminal) is { } failure ? terminal.Refuse(failure) : ExitCode.Done;
    }

    /// <summary>Null after reporting which option is wrong.</summary>
    static NewDocumentRequest? Validated(NewOptions options, Site site, SiteRequest request, ITerminal terminal)
    {
        var kind = options.KindOrDefault;
        if (NewDocument.TitleProblem(options.Title) is { } wrong)
            return Refuse(terminal, $"The title “{Shortened(options.Title)}” {wrong}.");
        if (options.Speakers is not null && kind != "interview")
            return Refuse(terminal, $"--speakers is for an interview, but --kind says {kind}. Leave one of the two out.");
        var title = Nfc.Normalize(options.Title.Trim());
        if (SlugOf(options.Slug, title, site.Config, out var slugProblem) is not { } slug)
            return Refuse(terminal, slugProblem);
        var now = site.Config.Zone.Local(site.Now);
        DateTimeOffset? date = kind == "page" ? null : now - now.TimeOfDay;
        if (options.Date is { } written)
        {
            if (!DateReader.TryRead(written, site.Config.Zone, out var read, out var problem))
                return Refuse(terminal, $"--date: {problem}. {DateReader.Hint}");
            date = read;
        }

        var document = new NewDocumentRequest(kind, title, slug, date, options.Bundle) { Source = options.Original };
        return kind == "interview" ? WithSpeakers(document, options.Speakers, site.Config, request.Quiet, terminal) : document;
    }

    static string? SlugOf(string? written, string title, SiteConfig config, out Message problem)
    {
        if (written is null)
        {
            var made = Slug.OfName(title, config, out var why);
            problem = $"No address can be made of the title “{Shortened(title)}”: {why}. Name one with --slug my-post.";
            return made;
        }

        var slug = Nfc.Normalize(written.Trim());
        var wrong = Slug.Problem(slug);
        var better = wrong is null ? null : Slug.OfName(slug, config, out _);
        problem = better is null
            ? (Message)$"--slug: “{Shortened(slug)}” {wrong}."
            : $"--slug: “{Shortened(slug)}” {wrong}. Write it as --slug {better}.";
        return wrong is null ? slug : null;
    }

    static NewDocumentRequest? WithSpeakers(
        NewDocumentRequest document, string? written, SiteConfig config, bool isQuiet, ITerminal terminal)
    {
        var asker = isQuiet ? null : terminal;
        var speakers = new List<Speaker>();
        var problem = written is not null
            ? ReadSpeakers(written, null, speakers)
            : NewDocument.UsualSpeakers(config).Select(usual => AskSpeakers(usual, speakers, asker)).OfType<Message>().FirstOrDefault();
        if (problem is not null)
            return Refuse(terminal, $"--speakers: {problem} Write it as --speakers \"진행자:host,마크 베니오프:guest\".");
        if (written is null && document.Source is null && asker is not null && !TryAskOriginal(asker, ref document))
            return null;
        return document with { Speakers = speakers };
    }

    /// <summary>Asks until the answer is valid. Returns the last problem when the input ends, or null.</summary>
    static Message? AskSpeakers(Speaker usual, List<Speaker> speakers, ITerminal? asker)
    {
        Message? problem = null;
        while (true)
        {
            Message question = usual.Role == "host"
                ? "Who asks? Separate several by commas."
                : "Who answers? Separate several by commas.";
            var answer = asker?.Ask(question, $" [{usual.Name}] ");
            if (answer is null && problem is not null)
                return problem;
            var before = speakers.Count;
            problem = ReadSpeakers(string.IsNullOrWhiteSpace(answer) ? usual.Name : answer, usual.Role, speakers);
            if (problem is null || asker is null)
                return problem;
            speakers.RemoveRange(before, speakers.Count - before);
            asker.Error($"That can't be: {problem}");
        }
    }

    /// <summary>Asks until the answer is an address or empty. False when the input ends after an invalid one.</summary>
    static bool TryAskOriginal(ITerminal asker, ref NewDocumentRequest document)
    {
        var isValid = true;
        while (asker.Ask("Address of the original, if there is one:", " ") is { } answer)
        {
            var address = answer.Trim();
            isValid = address.Length == 0 || SiteArguments.IsWebAddress(address);
            if (isValid)
            {
                document = document with { Source = address.Length == 0 ? null : address };
                break;
            }

            asker.Error($"“{Shortened(address)}” is no address of an original. Write it as https://example.com/interview.");
        }

        return isValid;
    }

    /// <summary>Adds the speakers of <c>이름:role,이름</c>. Returns what is wrong, or null.</summary>
    /// <param name="usualRole">The role of a name without one; null for a host first, then guests.</param>
    static Message? ReadSpeakers(string written, string? usualRole, List<Speaker> speakers)
    {
        foreach (var part in written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf(':');
            var name = Nfc.Normalize((colon < 0 ? part : part[..colon]).Trim());
            var role = colon < 0 ? usualRole ?? (speakers.Count == 0 ? "host" : "guest") : part[(colon + 1)..].Trim();
            if (NewDocument.TitleProblem(name) is { } problem)
                return $"the name “{Shortened(name)}” {problem}.";
            if (role is not ("host" or "guest"))
                return $"“{Shortened(role)}” is no role of {Shortened(name)}; who asks is host, who answers is guest.";
            if (speakers.Exists(known => known.Name == name))
                return $"{Shortened(name)} stands there twice.";
            speakers.Add(new Speaker(name, role));
        }

        return speakers.Count == 0 ? (Message)"nobody is named." : null;
    }

    static NewDocumentRequest? Refuse(ITerminal terminal, Message message)
    {
        terminal.Error(message);
        return null;
    }
}
