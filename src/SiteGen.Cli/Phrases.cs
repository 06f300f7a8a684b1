using System.Globalization;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>What the messages of several commands are made of.</summary>
static class Phrases
{
    public static Message Pages(int count) => count == 1 ? (Message)"1 page" : $"{count:N0} pages";

    public static Message Posts(int count) => count == 1 ? (Message)"1 post" : $"{count:N0} posts";

    public static Message Files(int count) => count == 1 ? (Message)"1 file" : $"{count:N0} files";

    public static Message Links(int count) => count == 1 ? (Message)"1 link" : $"{count:N0} links";

    public static Message Errors(int count) => count == 1 ? (Message)"1 error" : $"{count:N0} errors";

    public static Message Warnings(int count) => count == 1 ? (Message)"1 warning" : $"{count:N0} warnings";

    public static string Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    public static string Shortened(string text) =>
        DiagnosticPrinter.Printable(text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text);

    /// <summary>A path as one argument of a shell.</summary>
    public static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || "/\\:._-~".Contains(c, StringComparison.Ordinal)) ? path : $"\"{path}\"";

    public static Message CannotWrite(string folder, string problem) => $"{folder} can't be written: {problem}";
}
