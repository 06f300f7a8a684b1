using System.Globalization;
using System.Text.Json;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class JsonLdInvalid() : Rule("json-ld-invalid", Severity.Error, "Structured data (JSON-LD) can't be read, or lacks what its type needs.")
{
    public override string Why => "Search engines show author, date and breadcrumbs from it, and pass over what they can't read. Mostly a template writes text without `json.encode`, or a date in another form.";

    public override string Bad => "{\"@type\": \"BlogPosting\", \"datePublished\": \"2025. 1. 24.\"}";

    public override string Good => "{\"@context\": \"https://schema.org\", \"@type\": \"BlogPosting\", \"headline\": \"글\", \"datePublished\": \"2025-01-24\"}";

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var script in page.Data)
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                foreach (var problem in Problems(json.RootElement, isOutermost: true))
                    page.Report(findings, this, script, null, problem, "See https://schema.org and the theme's template that writes it.");
            }
            catch (JsonException e)
            {
                page.Report(findings, this, script, null, $"The structured data is no JSON: {e.Message.Split(" LineNumber:")[0].Split(". Path:")[0].TrimEnd('.')}.", "In templates write texts with json.encode, which quotes them.");
            }
        }
    }

    static IEnumerable<Message> Problems(JsonElement element, bool isOutermost)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(inner => Problems(inner, isOutermost)).ToArray();
        return element.ValueKind == JsonValueKind.Object ? OfObject(element, isOutermost) : [];
    }

    static List<Message> OfObject(JsonElement item, bool isOutermost)
    {
        var problems = new List<Message>();
        if (isOutermost && !item.TryGetProperty("@context", out _))
            problems.Add("The structured data has no @context.");
        if (item.TryGetProperty("@graph", out var graph))
            problems.AddRange(Problems(graph, isOutermost: false));
        else if (isOutermost && !item.TryGetProperty("@type", out _))
            problems.Add("The structured data has no @type.");
        var type = Text(item, "@type") ?? "";
        foreach (var needed in Needed(type))
        {
            if (!item.TryGetProperty(needed, out var value) || value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
                problems.Add($"The structured data of type {type} has no “{needed}”.");
        }

        foreach (var property in item.EnumerateObject())
        {
            if (property.Name.StartsWith("date", StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.String && !IsDate(property.Value.GetString()!))
                problems.Add($"“{property.Value.GetString()}” ({property.Name}) is no date as ISO 8601 writes it (2025-01-24).");
            problems.AddRange(property.Name == "@graph" ? [] : Problems(property.Value, isOutermost: false));
        }

        if (type == "BreadcrumbList" && item.TryGetProperty("itemListElement", out var steps) && steps.ValueKind == JsonValueKind.Array && !IsCounted(steps))
            problems.Add("The positions of the breadcrumbs are not 1, 2, 3 …");
        return problems;
    }

    static string[] Needed(string type) => type switch
    {
        "BlogPosting" or "Article" or "NewsArticle" => ["headline", "datePublished"],
        "BreadcrumbList" => ["itemListElement"],
        "ListItem" => ["position"],
        "Person" or "Organization" or "WebSite" => ["name"],
        _ => [],
    };

    static bool IsCounted(JsonElement steps)
    {
        var expected = 0;
        foreach (var step in steps.EnumerateArray())
        {
            expected++;
            if (step.ValueKind == JsonValueKind.Object && step.TryGetProperty("position", out var position) && !(position.ValueKind == JsonValueKind.Number && position.TryGetInt32(out var number) && number == expected))
                return false;
        }

        return true;
    }

    static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool IsDate(string text) => text.Length >= 4 && char.IsAsciiDigit(text[0]) && (text.Length is 4 or 7 || text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
