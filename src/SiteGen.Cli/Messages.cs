using System.Globalization;
using SiteGen.Core;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Publishing;

namespace SiteGen.Cli;

/// <summary>Every sentence that commands say.</summary>
static class Messages
{
    public const string About = "SiteGen: a static site generator for Korean interview blogs.";

    public static string InternalFailure(Exception e) => $"Internal failure, a fault of SiteGen and not of your files:\n{e}";

    public static string SeeHelp(string command) => command == "sitegen" ? "See: sitegen --help" : $"See: sitegen {command} --help";

    public static string NoSite(string folder) => $"There is no site in {folder} or above it: no folder holds content/site.yml. Make one with: sitegen init DIR";

    public static string NotASite(string folder) => $"{folder} is no site: it has no content/site.yml.";

    public static string BadOutput(string folder, string problem) => $"The output can't be {folder}: it {problem}.";

    public static string BadBaseUrl(string text, Message problem) => $"“{text}” is no address of a site: {problem}. Write it as https://name.github.io/repository/.";

    public static string BadClock(string text, Message problem) => $"--clock: {problem} (“{text}”). Write it as 2025-01-24 or 2025-01-24T09:30+09:00.";

    public static string Built(BuildReport report, long milliseconds) => string.Create(CultureInfo.InvariantCulture,
        $"{Count(report.Pages, "page")}, {Count(report.Posts, "post")}: {Count(report.Counts!.Written, "file")} written, {report.Counts.Unchanged} unchanged, {report.Counts.Deleted} deleted in {milliseconds} ms");

    /// <summary>One line of <c>--timings</c>; columns, since one looks for the largest.</summary>
    public static string Timed(Timing timing) => string.Create(CultureInfo.InvariantCulture,
        $"{timing.Time.TotalMilliseconds,9:0.0} ms {timing.Allocated / 1048576.0,9:0.0} MiB  {timing.Work}{(timing.Count > 1 ? $" ({timing.Count})" : "")}");

    public static string NotBuilt(int errors, int warnings) =>
        $"{Count(errors, "error")}{(warnings > 0 ? ", " + Count(warnings, "warning") : "")}: the output was left as it was.";

    public static string Checked(CheckReport report, int errors, int warnings) =>
        $"{Many(report.Pages, "page")}, {Many(report.Links, "link")} checked{(report.ExternalLinks > 0 ? $", {Many(report.ExternalLinks, "address", "addresses")} elsewhere asked" : "")}: {Many(errors, "error")}, {Many(warnings, "warning")}";

    public static string NotChecked(int errors) => $"{Count(errors, "error")}: the finished site was not checked, since pages are missing until {(errors == 1 ? "it is" : "they are")} mended.";

    public static string CheckedAt(string folder, string? address) => address is null ? $"{folder} is checked as if it stood at the root of a host; name its address with --base-url." : $"{folder} is checked as the site at {address}.";

    public static string NoFolder(string folder) => $"There is no folder {folder}.";

    public const string FixNeedsSources = "--fix changes the Markdown files of a site; it can't be used with the folder of a built one.";

    public const string NothingToFix = "Nothing to fix.";

    public static string Fixed(string path, int line, string what) => DiagnosticPrinter.Printable(string.Create(CultureInfo.InvariantCulture, $"fixed {path}:{line}: {what}"));

    public static string FixedAll(int changes, int files) => $"{Many(changes, "place")} fixed in {Many(files, "file")}.";

    public static string NotFixed(string path, string problem) => $"{path} was left as it was: {problem}.";

    public static string RuleHeading(Rule rule) => $"{rule.Id} ({(rule.Severity == Severity.Error ? "error" : "warning")})";

    public static string RuleFix(string fix) => $"check --fix: {fix}";

    public static string RuleSetting(Rule rule) => $"In content/site.yml: check: {{rules: {{{rule.Id}: {(rule.Severity == Severity.Error ? "warning" : "error")}}}}} or off";

    public static string NoRule(string id, string? nearest) => nearest is null ? $"There is no rule “{id}”. See: sitegen rules" : $"There is no rule “{id}”. Did you mean {nearest}?";

    static string Many(int count, string one) => Many(count, one, one + "s");

    static string Many(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    public const string Keys = "Keys: o opens the browser, r reads everything again, d shows or hides drafts, q ends.";

    public const string Mended = "Mended: no errors or warnings.";

    public static string Serving(string address, int pages, long milliseconds) => string.Create(CultureInfo.InvariantCulture, $"Preview at {address} ({Count(pages, "page")}, ready in {milliseconds} ms). Ctrl+C ends it.");

    public static string OtherPort(int wanted, int taken) => $"Port {wanted} is taken by another program; this preview uses {taken}.";

    public static string OpenToOthers(string host) => $"Others in this network can read the preview, drafts too, since it listens on {host}.";

    public static string CannotListen(string host, int port, string problem) => $"The preview can't listen on {host}, port {port}: {problem}";

    public static string NoBrowser(string address) => $"No program to open a browser with was found; open {address} yourself.";

    public static string Rebuilt(int pages) => $"Read everything again: {Count(pages, "page")}.";

    public static string Drafts(bool shown) => shown ? "Drafts, posts of later dates and unlisted ones are shown." : "Drafts, posts of later dates and unlisted ones are hidden, as in a build.";

    public const string NoSearch = "Search is turned off for this site: content/site.yml says search: {enabled: false}.";

    public static string Found(int posts, int shown) => posts == 0 ? "Nothing found." : posts == shown ? Count(posts, "post") + " found." : $"{Count(posts, "post")} found, {shown} shown.";

    public static string FoundInstead(string query) => $"As typed on the other keyboard: {DiagnosticPrinter.Printable(query)}";

    /// <summary>Documents that are held back for one reason until one time.</summary>
    public static string Unpublished(IReadOnlyList<UnpublishedDocument> held)
    {
        var count = held.All(one => one.IsPost) ? Count(held.Count, "post") : held.Any(one => one.IsPost) ? Count(held.Count, "document") : Count(held.Count, "page");
        var (isOrAre, hasOrHave) = held.Count == 1 ? ("is", "has") : ("are", "have");
        return held[0].Reason switch
        {
            UnpublishedReason.Draft => $"{count} {isOrAre} not published: {(held.Count == 1 ? "a draft" : "drafts")}",
            UnpublishedReason.Expired => $"{count} {hasOrHave} expired",
            _ => $"{count} {isOrAre} held back until {Instant(held[0].Until)}",
        };
    }

    public static string HeldBackEntry(UnpublishedDocument held) => DiagnosticPrinter.Printable($"  {held.Title} ({held.Path})");

    public static string HeldBackMore(int count, string kind) => $"  and {count} more; see them with: sitegen list {kind}";

    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    public static string Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    public static string CannotRead(string file, string problem) => $"{file} can't be read: {problem}.";

    public static Message IncludeLeavesFolder => "includes are named from the folder of the rendered template, without `..`, as in \"parts/card.html\"";

    public static Message IncludeHasNul => "the name holds the character U+0000, which no file name has";

    public static Message IncludeIsLink => "it is a link that leads out of the folder of the rendered template; put a copy there instead";

    public static string NotEmpty(string folder, string file) => $"{folder} already holds {file}; a new site needs a new or empty folder.";

    public static string CannotWrite(string folder, string problem) => $"{folder} can't be written: {problem}";

    public static string Begun(string folder, int files) => $"{Count(files, "file")} written to {folder}. Next:\n  cd {folder}\n  sitegen build";

    public static string Counted(int posts, int words) => $"{Count(posts, "post")}, {Count(words, "word")}: {words / posts} a post";

    public const string PostsByYear = "Posts by year";

    public const string LongestPosts = "Longest posts";

    public static string People(int shown, int all) => shown == all ? $"People ({all})" : $"People ({shown} of {all})";

    public static string TagsUsedOnce(int count) => $"Tags used once ({count})";

    public static string SchemasWritten(int files, string folder) => $"{Count(files, "schema")} written to {folder}.";

    public static string BadTitle(string title, Message problem) => $"The title “{Shortened(title)}” {problem}.";

    public static string NoSlug(string title, Message? problem) => $"No address can be made of the title “{Shortened(title)}”: {problem}. Name one with --slug my-post.";

    public static string BadSlug(string slug, Message problem, string? better) => $"--slug: “{Shortened(slug)}” {problem}." + (better is null ? "" : $" Write it as --slug {better}.");

    public static string BadDate(string text, Message problem) => $"--date: {problem}. {DateReader.Hint}";

    public static string NoInterview(string kind) => $"--speakers is for an interview, but --kind says {kind}. Leave one of the two out.";

    public static string BadSpeakers(string problem) => $"--speakers: {problem} Write it as --speakers \"진행자:host,마크 베니오프:guest\".";

    public static string BadSpeakerName(string name, Message problem) => $"the name “{Shortened(name)}” {problem}.";

    public static string BadRole(string name, string role) => $"“{Shortened(role)}” is no role of {Shortened(name)}; who asks is host, who answers is guest.";

    public static string SpeakerTwice(string name) => $"{Shortened(name)} stands there twice.";

    public static string AskAgain(string problem) => $"That can't be: {problem}";

    public const string NobodySpeaks = "nobody is named.";

    public static string AskForSpeakers(Speaker usual) => $"Who {(usual.Role == "host" ? "asks" : "answers")}? Separate several by commas. [{usual.Name}] ";

    public const string AskForOriginal = "Address of the original, if there is one: ";

    public static string BadOriginal(string text) => $"“{Shortened(text)}” is no address of an original. Write it as https://example.com/interview.";

    public const string TwoSources = "--source names one original (https://…) and one folder at most.";

    public const string TwoFolders = "--source names one folder.";

    public const string NoEditor = "--edit: the environment names no editor. Set VISUAL or EDITOR, such as EDITOR=\"code --wait\", or leave --edit out. Nothing was written.";

    public static string EditorFailed(string command, int code) => $"The file is written, but the editor ended with {code}: {command}";

    public static string EditorMissing(string command, string problem) => $"The file is written, but the editor can't be started ({problem}): {command}";

    public static string NotPublished(int errors) => $"{Count(errors, "error")}: nothing was published.";

    public static string CheckWarnings(int count) => $"The check has {Count(count, "warning")}; see {(count == 1 ? "it" : "them")} with: sitegen check";

    public static string Published(Publication publication, PublishRequest to) =>
        publication.Commit is null ? $"Nothing has changed since the last time: {to.Remote}/{to.Branch} is as it was."
        : $"Published to {to.Remote}/{to.Branch} as {publication.Commit[..10]}: {Changes(publication.Changes)}." + (publication.IsFirst ? $" Now choose the branch {to.Branch} under Settings, Pages of the repository, if it is on GitHub." : "");

    public static string WouldPublish(Publication publication, PublishRequest to) =>
        publication.Changes.Any ? $"To {to.Remote}/{to.Branch}: {Changes(publication.Changes)}. Nothing was pushed." : $"Nothing would change in {to.Remote}/{to.Branch}.";

    public static string Different(PageChanges changes) => changes.Any ? Changes(changes) + "." : "No page is different.";

    public static string Change(PageChange page) =>
        DiagnosticPrinter.Printable($"{page.Kind switch { ChangeKind.New => '+', ChangeKind.Changed => '~', _ => '-' }} {page.Title}  {page.Path}");

    public static string MoreChanges(int count) => $"  and {Count(count, "more page")}; sitegen diff --format json shows all";

    static string Changes(PageChanges changes) =>
        $"{Count(changes.Count(ChangeKind.New), "page")} new, {changes.Count(ChangeKind.Changed)} changed, {changes.Count(ChangeKind.Removed)} removed; {Count(changes.OtherFiles, "other file")}";

    static string Shortened(string text) => DiagnosticPrinter.Printable(text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text);

    public static string Nothing(string kind) => $"There are no {(kind is "future" or "expired" ? kind + " posts" : kind)}.";
}
