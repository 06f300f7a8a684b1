using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>Rows under named columns, aligned by display width, or as JSON.</summary>
sealed record TextTable(string[] Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>How many columns from the left are numbers, which are aligned right.</summary>
    public int Numbers { get; init; }

    public void Write(ITerminal terminal)
    {
        var columns = Array.ConvertAll(Columns, column => ColumnNames.In(column, terminal.Language));
        var rows = Rows.Prepend(columns).Select(row => Array.ConvertAll(row, DiagnosticPrinter.Printable)).ToArray();
        var widths = Columns.Select((_, column) => rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
            terminal.Write(string.Join("  ", row.Select((text, column) => Padded(text, widths[column], column < Numbers))).TrimEnd());
    }

    static string Padded(string text, int width, bool isNumber)
    {
        var space = new string(' ', width - DisplayWidth.Of(text));
        return isNumber ? space + text : text + space;
    }

    public string Json() => JsonOutput.Of(json => json.WriteObjects(Rows, row =>
    {
        foreach (var (column, text) in Columns.Zip(row))
            json.WriteString(column, text);
    }));
}

/// <summary>The headings of columns, whose English names are the keys of JSON.</summary>
static class ColumnNames
{
    static readonly Message[] Known =
    [
        "date", "title", "path", "source", "file", "kind", "until", "year", "words", "posts", "words said", "name", "rule", "level", "what",
    ];

    public static string In(string name, MessageLanguage language) =>
        Array.Find(Known, known => known.Format == name)?.In(language) ?? name;
}

/// <summary>JSON for other programs: indented, Hangul unescaped, ending in a line break.</summary>
static class JsonOutput
{
    static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(JsonWriting.Document(Options, write)) + "\n";
}
