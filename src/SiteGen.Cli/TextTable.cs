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
        var rows = Rows.Prepend(Columns).Select(row => Array.ConvertAll(row, DiagnosticPrinter.Printable)).ToArray();
        var widths = Columns.Select((_, column) => rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
            terminal.Line(string.Join("  ", row.Select((text, column) => Padded(text, widths[column], column < Numbers))).TrimEnd());
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

/// <summary>JSON for other programs: indented, Hangul unescaped, ending in a line break.</summary>
static class JsonOutput
{
    static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(JsonWriting.Document(Options, write)) + "\n";
}
