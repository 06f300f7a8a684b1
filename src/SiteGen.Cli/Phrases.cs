using System.Globalization;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>What the messages of several commands are made of.</summary>
static class Phrases
{
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>With thousands separators.</summary>
    public static string Many(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";

    public static string Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    public static string Shortened(string text) =>
        DiagnosticPrinter.Printable(text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text);

    /// <summary>A path as one argument of a shell.</summary>
    public static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || "/\\:._-~".Contains(c, StringComparison.Ordinal)) ? path : $"\"{path}\"";

    public static string CannotWrite(string folder, string problem) => $"{folder} can't be written: {problem}";
}
