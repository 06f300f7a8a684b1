using System.CommandLine;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;

namespace SiteGen.Cli;

/// <summary><c>sitegen new</c>: a document begun from the theme's archetype.</summary>
static class NewCommand
{
    /// <summary>What was written on the command line, still to be checked.</summary>
    sealed record NewOptions(string Title, string? Kind, string? Slug, string? Date, string? Speakers, string? Original, bool Bundle, bool Edit)
    {
        /// <summary>Who names speakers means an interview.</summary>
        public string KindOrUsual => Kind ?? (Speakers is null ? "post" : "interview");
    }

    public static Command Create(ITerminal terminal)
    {
        var site = SiteArguments.WithOriginal();
        var title = new Argument<string>("title") { Description = "The title; in quotes when it holds spaces." };
        var kind = new Option<string?>("--kind") { Description = "post, interview or page (default: post, or interview when there are --speakers).", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("post", "interview", "page");
        var slug = new Option<string?>("--slug") { Description = "The address's last part (default: made of the title)." };
        var date = new Option<string?>("--date") { Description = "The post's date (default: today in the site's zone).", HelpName = "DATE" };
        var speakers = new Option<string?>("--speakers") { Description = "Who speaks in an interview: \"진행자:host,마크 베니오프:guest\". On a terminal it is asked for.", HelpName = "NAME:ROLE,…" };
        var bundle = new Option<bool>("--bundle") { Description = "Make a folder with an index.md, for pictures beside it." };
        var edit = new Option<bool>("--edit") { Description = "Open the file in $VISUAL or $EDITOR." };
        var command = new Command("new", "Begin a post, an interview or a page.") { title, kind, slug, date, speakers, bundle, edit };
        site.AddTo(command);
        command.SetAction(parsed =>
        {
            return site.Read(parsed, terminal) is not { } request ? ExitCode.Usage : Run(request, new NewOptions(parsed.GetValue(title)!, parsed.GetValue(kind), parsed.GetValue(slug), parsed.GetValue(date), parsed.GetValue(speakers), site.Original(parsed), parsed.GetValue(bundle), parsed.GetValue(edit)), terminal);
        });
        return command;
    }

    static int Run(SiteRequest request, NewOptions options, ITerminal terminal)
    {
        var editor = options.Edit ? AuthorsEditor.Of(terminal) : null;
        if (options.Edit && editor is null)
            return Wrong(terminal, Messages.NoEditor);
        var found = new DiagnosticBag();
        var site = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options with { Drafts = true, Future = true }, found).Site;
        // Mistakes in other texts are for the next build; without its configuration nobody knows the site's theme and zone.
        if (DiagnosticOutput.ExitCodeOf(found) == ExitCode.Usage)
        {
            DiagnosticOutput.Write(found, request.Format, terminal);
            return ExitCode.Usage;
        }

        if (Checked(options, site, request, terminal) is not { } document)
            return ExitCode.Usage;
        var diagnostics = new DiagnosticBag { Language = found.Language };
        if (NewDocument.Make(site, document, request.Options, diagnostics) is not { } made)
        {
            DiagnosticOutput.Write(diagnostics, request.Format, terminal);
            return DiagnosticOutput.ExitCodeOf(diagnostics);
        }

        return Write(request, made, editor, terminal);
    }

    static int Write(SiteRequest request, NewDocument made, AuthorsEditor? editor, ITerminal terminal)
    {
        if (!NewFile.TryWrite(request.Source, made.Path, Encoding.UTF8.GetBytes(made.Text), out var problem))
        {
            terminal.Error(Messages.CannotWrite(made.Path, problem));
            return ExitCode.Content;
        }

        var full = Path.Combine(request.Source, made.Path);
        var fromHere = Path.GetRelativePath(terminal.CurrentFolder, full);
        terminal.Line(fromHere.StartsWith("..", StringComparison.Ordinal) ? full : fromHere);
        return editor?.Open(full, terminal) is { } failure ? Wrong(terminal, failure) : ExitCode.Done;
    }

    /// <summary>What was asked for, each part right; null after saying what is wrong with it.</summary>
    static NewDocumentRequest? Checked(NewOptions options, Site site, SiteRequest request, ITerminal terminal)
    {
        var kind = options.KindOrUsual;
        if (NewDocument.TitleProblem(options.Title) is { } wrong)
            return Refuse(terminal, Messages.BadTitle(options.Title, wrong));
        var title = Nfc.Normalize(options.Title.Trim());
        if (options.Speakers is not null && kind != "interview")
            return Refuse(terminal, Messages.NoInterview(kind));
        if (SlugOf(options, title, site.Config, terminal) is not { } slug)
            return null;
        DateTimeOffset? date = kind == "page" ? null : Today(site);
        if (options.Date is { } written)
        {
            if (!DateReader.TryRead(written, site.Config.Zone, out var read, out var problem))
                return Refuse(terminal, Messages.BadDate(written, problem));
            date = read;
        }

        var document = new NewDocumentRequest(kind, title, slug, date, options.Bundle) { Source = options.Original };
        return kind != "interview" ? document : WithSpeakers(document, options, site.Config, request.Quiet ? null : terminal, terminal);
    }

    static DateTimeOffset Today(Site site)
    {
        var now = site.Config.Zone.Local(site.Now);
        return now - now.TimeOfDay;
    }

    static string? SlugOf(NewOptions options, string title, SiteConfig config, ITerminal terminal)
    {
        if (options.Slug is null)
        {
            if (Slug.OfName(title, config, out var problem) is { } made)
                return made;
            terminal.Error(Messages.NoSlug(title, problem));
            return null;
        }

        var slug = Nfc.Normalize(options.Slug.Trim());
        if (Slug.Problem(slug) is not { } wrong)
            return slug;
        terminal.Error(Messages.BadSlug(slug, wrong, Slug.OfName(slug, config, out _)));
        return null;
    }

    /// <param name="asker">Who may be asked; null when nobody is there.</param>
    static NewDocumentRequest? WithSpeakers(NewDocumentRequest document, NewOptions options, SiteConfig config, ITerminal? asker, ITerminal terminal)
    {
        var usual = NewDocument.UsualSpeakers(config);
        var speakers = new List<Speaker>();
        if (options.Speakers is { } written)
        {
            if (Read(written, null, speakers) is { } problem)
                return Refuse(terminal, Messages.BadSpeakers(problem));
            return document with { Speakers = speakers };
        }

        foreach (var one in usual)
        {
            if (AskedSpeakers(one, speakers, asker) is { } problem)
                return Refuse(terminal, Messages.BadSpeakers(problem));
        }

        if (document.Source is null && asker is not null && !TryAskOriginal(asker, ref document))
            return null;
        return document with { Speakers = speakers };
    }

    /// <summary>Asks until the answer is right. Gives what is wrong with the last one where nothing more can be read; null when all is well.</summary>
    static string? AskedSpeakers(Speaker usual, List<Speaker> speakers, ITerminal? asker)
    {
        string? wrong = null;
        while (true)
        {
            var answer = asker?.Ask(Messages.AskForSpeakers(usual));
            if (answer is null && wrong is not null)
                return wrong;
            var before = speakers.Count;
            wrong = Read(string.IsNullOrWhiteSpace(answer) ? usual.Name : answer, usual.Role, speakers);
            if (wrong is null || asker is null)
                return wrong;
            speakers.RemoveRange(before, speakers.Count - before);
            asker.Error(Messages.AskAgain(wrong));
        }
    }

    /// <summary>Asks until the answer is an address or nothing; false where a wrong one was the last that could be read.</summary>
    static bool TryAskOriginal(ITerminal asker, ref NewDocumentRequest document)
    {
        var isRight = true;
        while (asker.Ask(Messages.AskForOriginal) is { } answer)
        {
            var address = answer.Trim();
            isRight = address.Length == 0 || SiteArguments.IsWebAddress(address);
            if (isRight)
            {
                document = document with { Source = address.Length == 0 ? null : address };
                break;
            }

            asker.Error(Messages.BadOriginal(address));
        }

        return isRight;
    }

    /// <summary>Reads <c>이름:role,이름</c>. Gives what is wrong with it; null when nothing is.</summary>
    /// <param name="usualRole">The role of a name without one; null for a host first, then guests.</param>
    static string? Read(string written, string? usualRole, List<Speaker> speakers)
    {
        foreach (var part in written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf(':');
            var name = Nfc.Normalize((colon < 0 ? part : part[..colon]).Trim());
            var role = colon < 0 ? usualRole ?? (speakers.Count == 0 ? "host" : "guest") : part[(colon + 1)..].Trim();
            if (NewDocument.TitleProblem(name) is { } problem)
                return Messages.BadSpeakerName(name, problem);
            if (role is not ("host" or "guest"))
                return Messages.BadRole(name, role);
            if (speakers.Exists(known => known.Name == name))
                return Messages.SpeakerTwice(name);
            speakers.Add(new Speaker(name, role));
        }

        return speakers.Count == 0 ? Messages.NobodySpeaks : null;
    }

    static NewDocumentRequest? Refuse(ITerminal terminal, string message)
    {
        terminal.Error(message);
        return null;
    }

    static int Wrong(ITerminal terminal, string message)
    {
        terminal.Error(message);
        return ExitCode.Usage;
    }
}
