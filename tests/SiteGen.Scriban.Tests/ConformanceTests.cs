using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace SiteGen.Scriban.Tests;

/// <summary>The reference's own cases, where they lie beside the repository. They are not part of it.</summary>
public sealed class ConformanceTests(ITestOutputHelper log)
{
    [Fact]
    public void Every_conformance_case_gives_what_the_reference_gives()
    {
        if (SourceTree.FindConformanceCases() is not { } path)
        {
            log.WriteLine("Skipped: no shared/scriban-conformance/cases.jsonl above this folder, and SITEGEN_SHARED is not set.");
            return;
        }

        Dictionary<string, JsonElement> answers = Answer(path);
        var wrong = new List<string>();
        int count = 0;
        foreach (string line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using JsonDocument one = JsonDocument.Parse(line);
            string id = one.RootElement.GetProperty("id").GetString()!;
            count++;
            if (!answers.TryGetValue(id, out JsonElement answer) || !IsRight(one.RootElement.GetProperty("expected"), answer))
                wrong.Add(id);
        }

        log.WriteLine($"{count - wrong.Count} of {count} cases agree");
        Assert.Empty(wrong);
    }

    static Dictionary<string, JsonElement> Answer(string path)
    {
        using FileStream input = File.OpenRead(path);
        using var output = new MemoryStream();
        JsonLinesProtocol.Run(input, output);
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument answer = JsonDocument.Parse(line);
            answers[answer.RootElement.GetProperty("id").GetString()!] = answer.RootElement.Clone();
        }

        return answers;
    }

    static bool IsRight(JsonElement expected, JsonElement answer)
    {
        if (expected.TryGetProperty("output", out JsonElement output))
            return answer.TryGetProperty("output", out JsonElement got) && got.GetString() == output.GetString();
        JsonElement wanted = expected.GetProperty("error");
        return answer.TryGetProperty("error", out JsonElement error)
            && error.GetProperty("kind").GetString() == wanted.GetProperty("kind").GetString()
            && error.GetProperty("line").GetInt32() == wanted.GetProperty("line").GetInt32()
            && error.GetProperty("column").GetInt32() == wanted.GetProperty("column").GetInt32();
    }
}
