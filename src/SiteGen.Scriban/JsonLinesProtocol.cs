using System.Text;
using System.Text.Json;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>Renders one JSON case a line, answers with one JSON line each: for checking the language against other engines.</summary>
public static class JsonLinesProtocol
{
    /// <summary>Reads cases until the input ends; every answer is flushed.</summary>
    public static void Run(Stream input, Stream output)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            using (var answer = new Utf8JsonWriter(output))
                WriteAnswer(answer, line);
            output.WriteByte((byte)'\n');
            output.Flush();
        }
    }

    static void WriteAnswer(Utf8JsonWriter answer, string line)
    {
        answer.WriteStartObject();
        try
        {
            using JsonDocument request = JsonDocument.Parse(line);
            if (request.RootElement.TryGetProperty("id", out JsonElement id))
            {
                answer.WritePropertyName("id");
                id.WriteTo(answer);
            }

            Render(answer, request.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            answer.WriteString("failure", e.Message);
        }

        answer.WriteEndObject();
    }

    static void Render(Utf8JsonWriter answer, JsonElement request)
    {
        JsonElement settings = request.TryGetProperty("options", out JsonElement given) ? given : default;
        bool isScript = settings.ValueKind is JsonValueKind.Object && settings.TryGetProperty("lang", out JsonElement lang) && lang.ValueEquals("script_only");
        Template template = Template.Parse(request.GetProperty("template").GetString() ?? "", scriptOnly: isScript);
        using var context = new RenderContext(OptionsOf(settings));
        if (request.TryGetProperty("model", out JsonElement model) && JsonValue.Parse(model.GetRawText()).Reference is ScriptObject globals)
            context.Globals = globals;
        if (request.TryGetProperty("includes", out JsonElement includes))
            context.Loader = new Includes(includes);
        if (template.Render(context) is not { } error)
        {
            answer.WriteString("output", context.Output.WrittenSpan);
            return;
        }

        answer.WriteStartObject("error");
        answer.WriteString("kind", error.Kind is TemplateErrorKind.Syntax ? "syntax" : "runtime");
        answer.WriteNumber("line", error.Line);
        answer.WriteNumber("column", error.Column);
        answer.WriteString("message", error.Message.ToString());
        answer.WriteString("file", error.Path);
        answer.WriteEndObject();
    }

    static TemplateOptions OptionsOf(JsonElement settings)
    {
        var options = new TemplateOptions();
        if (settings.ValueKind is not JsonValueKind.Object)
            return options;
        foreach (JsonProperty setting in settings.EnumerateObject())
            options = With(options, setting.Name, setting.Value);
        return options;
    }

    static TemplateOptions With(TemplateOptions options, string name, JsonElement value) => name switch
    {
        "loop_limit" => options with { LoopLimit = value.GetInt32() },
        "recursive_limit" => options with { RecursiveLimit = value.GetInt32() },
        "object_recursion_limit" => options with { ObjectRecursionLimit = value.GetInt32() },
        "limit_to_string" => options with { LimitToString = value.GetInt32() },
        "strict_variables" => options with { StrictVariables = value.GetBoolean() },
        "relaxed_target" => options with { RelaxedTarget = value.GetBoolean() },
        "relaxed_member" => options with { RelaxedMember = value.GetBoolean() },
        "relaxed_indexer" => options with { RelaxedIndexer = value.GetBoolean() },
        "relaxed_function" => options with { RelaxedFunction = value.GetBoolean() },
        "null_indexer" => options with { NullIndexer = value.GetBoolean() },
        "auto_indent" => options with { AutoIndent = value.GetBoolean() },
        "indent_on_empty_lines" => options with { IndentOnEmptyLines = value.GetBoolean() },
        "error_for_statement_function" => options with { ErrorForStatementFunction = value.GetBoolean() },
        "break_continue_as_return" => options with { BreakContinueAsReturn = value.GetBoolean() },
        _ => options,
    };

    sealed class Includes(JsonElement texts) : ITemplateLoader, ITemplateNames
    {
        public IEnumerable<string> Names => texts.EnumerateObject().Select(p => p.Name);

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = [];
            return texts.TryGetProperty(name, out JsonElement text) ? Template.Parse(text.GetString() ?? "", name) : null;
        }
    }
}
