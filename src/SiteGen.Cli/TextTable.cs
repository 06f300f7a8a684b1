using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>Rows under named columns, for people in cells of a terminal, of which a syllable takes two, or for programs.</summary>
/// <param name="Numbers">How many columns from the left hold numbers, which stand at the right of theirs.</param>
sealed record TextTable(string[] Columns, IReadOnlyList<string[]> Rows, int Numbers)
{
    public void Write(ITerminal terminal)
    {
        var rows = Rows.Prepend(Columns).Select(row => Array.ConvertAll(row, DiagnosticPrinter.Printable)).ToArray();
        var widths = Enumerable.Range(0, Columns.Length).Select(column => rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                var space = widths[i] - DisplayWidth.Of(row[i]);
                if (i < Numbers)
                    line.Append(' ', space).Append(row[i]).Append("  ");
                else
                    line.Append(row[i]).Append(' ', space + 2);
            }

            terminal.Line(line.ToString().TrimEnd());
        }
    }

    /// <summary>An array of objects.</summary>
    public string Json() => JsonOutput.Of(json =>
    {
        json.WriteStartArray();
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
                json.WriteString(Columns[i], row[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

/// <summary>JSON for programs: indented, Hangul as it is, a line break at the end.</summary>
static class JsonOutput
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
