using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Themes;

namespace SiteGen.Cli;

/// <summary><c>sitegen theme diff</c>.</summary>
static class ThemeDiff
{
    /// <summary>A copy beside the program's file.</summary>
    /// <param name="State">same, changed, added (the author's own file), or removed (from the program's theme).</param>
    sealed record Compared(ThemeCopy Copy, string State, bool IsOutdated, byte[] Before, byte[] After);

    public static int Run(SiteTheme theme, SiteRequest request, string[] names)
    {
        if (theme.CopiesOf(names) is not { } copies)
            return ExitCode.Usage;
        foreach (var copy in copies)
        {
            if (!theme.Files.TryRead(copy.SitePath, out _, out var problem))
                return theme.Refuse($"{copy.SitePath} can't be read: {problem}.");
        }

        var compared = copies.Select(copy => Compare(copy, theme.Files)).ToArray();
        if (request.Format == "json")
            theme.Terminal.OutputWriter.Write(Json(compared));
        else
            WriteText(compared, request, theme);
        return ExitCode.Done;
    }

    static Compared Compare(ThemeCopy copy, DiskFiles files)
    {
        files.TryRead(copy.SitePath, out var after, out _);
        var before = BuiltInTheme.Read(copy.Path);
        var state = before is null ? copy.Original is null ? "added" : "removed"
            : ThemeOriginal.HashOf(before) == ThemeOriginal.HashOf(after) ? "same" : "changed";
        return new Compared(copy, state, copy.IsOutdated(files), before ?? [], after);
    }

    static void WriteText(Compared[] files, SiteRequest request, SiteTheme theme)
    {
        foreach (var file in files.Where(file => file.IsOutdated || file.State == "changed"))
        {
            if (file.State == "removed")
                theme.Line($"{file.Copy.SitePath}: the theme of SiteGen {BuiltInTheme.Version} has no such file any more.");
            else if (file.IsOutdated)
                theme.Line($"{file.Copy.SitePath}: copied from {file.Copy.Original!.Version}; the program's file has changed since.");
            if (file.State == "changed")
                WriteDiff(file, theme.Terminal);
        }

        if (!request.Quiet && files.All(file => file.State is "same" or "added"))
            theme.Line(files.Length == 0
                ? (Message)"The site has no theme files of its own: it uses the theme inside the program as it is."
                : "No copy differs from the theme inside the program.");
    }

    static void WriteDiff(Compared file, ITerminal terminal)
    {
        terminal.Write($"--- sitegen-{BuiltInTheme.Version}/{file.Copy.Path}\n+++ {file.Copy.SitePath}");
        foreach (var line in LineDiff.Unified(Encoding.UTF8.GetString(file.Before), Encoding.UTF8.GetString(file.After)))
            terminal.Write(string.Join('\n', line.Split('\n').Select(DiagnosticPrinter.Printable)));
    }

    static string Json(Compared[] files) => JsonOutput.Of(json => json.WriteObjects(files, file =>
    {
        json.WriteString("path", file.Copy.SitePath);
        json.WriteString("file", file.Copy.Path);
        json.WriteString("state", file.State);
        json.WriteBoolean("outdated", file.IsOutdated);
        json.WriteString("copied_from", file.Copy.Original?.Version);
    }));
}
