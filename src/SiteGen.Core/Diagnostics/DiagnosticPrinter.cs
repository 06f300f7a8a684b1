using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteGen.Core.Diagnostics;

/// <summary>Prints diagnostics for the console, as JSON, and for GitHub workflows.</summary>
public static class DiagnosticPrinter
{
    public static string Text(Diagnostic diagnostic) => Text(diagnostic, MessageLanguage.English);

    /// <summary><c>path:line:col: error rule: text</c>, the line, a caret below the place, hint and notes; ends with a line feed.</summary>
    public static string Text(Diagnostic diagnostic, MessageLanguage language)
    {
        var text = new StringBuilder(Headline(diagnostic, language)).Append('\n');
        if (Excerpt.Of(diagnostic.Place) is { } excerpt)
            AppendExcerpt(text, excerpt);
        foreach (var line in Advice(diagnostic, language))
            text.Append("  ").Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary><c>path:line:col: error rule: text</c>.</summary>
    public static string Headline(Diagnostic diagnostic, MessageLanguage language) =>
        $"{Location(diagnostic.Place)}{Word(diagnostic.Severity)} {diagnostic.Rule}: {Printable(Sentence(diagnostic, language))}";

    static string Sentence(Diagnostic diagnostic, MessageLanguage language) =>
        diagnostic.Message.In(language) + (diagnostic.Count > 1 ? Times(diagnostic.Count).In(language) : "");

    /// <summary>The hint and the notes, a line each.</summary>
    public static IEnumerable<string> Advice(Diagnostic diagnostic, MessageLanguage language)
    {
        if (diagnostic.Hint is not null)
            yield return $"{Hint.In(language)}: {Printable(diagnostic.Hint.In(language))}";
        foreach (var note in Notes(diagnostic.Notes, language))
            yield return $"{Note.In(language)}: {note}";
    }

    /// <summary>A workflow annotation as GitHub Actions reads it from the log.</summary>
    public static string GitHub(Diagnostic diagnostic, MessageLanguage language)
    {
        var place = diagnostic.Place;
        var text = new StringBuilder("::").Append(Word(diagnostic.Severity)).Append(' ');
        if (place.Path.Length > 0)
            text.Append("file=").Append(EscapeProperty(place.Path)).Append(',');
        if (place.Line > 0)
            text.Append(CultureInfo.InvariantCulture, $"line={place.Line},col={place.Column},");
        text.Append("title=").Append(EscapeProperty(diagnostic.Rule)).Append("::");
        var message = Sentence(diagnostic, language);
        if (diagnostic.Hint is not null)
            message += $" ({diagnostic.Hint.In(language)})";
        return text.Append(EscapeData(message)).Append('\n').ToString();
    }

    /// <summary>
    /// All diagnostics as one JSON array, an object each: severity, rule, message, count, path, line, column, hint, notes.
    /// </summary>
    public static string Json(IEnumerable<Diagnostic> diagnostics, MessageLanguage language)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var diagnostic in diagnostics)
            {
                writer.WriteStartObject();
                writer.WriteString("severity", Word(diagnostic.Severity));
                writer.WriteString("rule", diagnostic.Rule);
                writer.WriteString("message", diagnostic.Message.In(language));
                writer.WriteNumber("count", diagnostic.Count);
                WritePlace(writer, diagnostic.Place);
                writer.WriteString("hint", diagnostic.Hint?.In(language));
                writer.WriteStartArray("notes");
                foreach (var note in diagnostic.Notes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("message", note.Message.In(language));
                    WritePlace(writer, note.Place);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static void WritePlace(Utf8JsonWriter writer, SourcePlace place)
    {
        writer.WriteString("path", place.Path);
        writer.WriteNumber("line", place.Line);
        writer.WriteNumber("column", place.Column);
    }

    static Message Hint => "hint";

    static Message Note => "note";

    static Message Times(int times) => $" ({times} times)";

    static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    static string Location(SourcePlace place) =>
        place.Path.Length == 0 ? ""
        : place.Line == 0 ? Printable(place.Path) + ": "
        : string.Create(CultureInfo.InvariantCulture, $"{Printable(place.Path)}:{place.Line}:{place.Column}: ");

    /// <summary>Merges equal notes: a template that includes itself has the same caller a hundred times.</summary>
    static IEnumerable<string> Notes(IReadOnlyList<DiagnosticNote> notes, MessageLanguage language)
    {
        for (int i = 0, times = 1; i < notes.Count; i++, times = 1)
        {
            var line = Location(notes[i].Place) + Printable(notes[i].Message.In(language));
            while (i + 1 < notes.Count && Location(notes[i + 1].Place) + Printable(notes[i + 1].Message.In(language)) == line)
                (i, times) = (i + 1, times + 1);
            yield return times > 1 ? line + Times(times).In(language) : line;
        }
    }

    static void AppendExcerpt(StringBuilder text, Excerpt excerpt)
    {
        var number = excerpt.Line.ToString(CultureInfo.InvariantCulture);
        text.Append("  ").Append(number).Append(" | ").Append(excerpt.Before).Append(excerpt.After).Append('\n');
        text.Append("  ").Append(' ', number.Length).Append(" | ");
        text.AppendJoin("", excerpt.Before.Select(c => c == '\t' ? "\t" : DisplayWidth.IsWide(c) ? "  " : " ")).Append("^\n");
    }

    /// <summary>Replaces control characters by pictures, because a file could control the terminal with them.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Select(c => c == '\t' || !char.IsControl(c) ? c : c < 0x20 ? (char)(0x2400 + c) : '\uFFFD'));

    static string EscapeData(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string EscapeProperty(string text) => EscapeData(text).Replace(":", "%3A").Replace(",", "%2C");
}
