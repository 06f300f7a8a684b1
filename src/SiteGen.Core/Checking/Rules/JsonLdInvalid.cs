using System.Globalization;
using System.Text.Json;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class JsonLdInvalid() : Rule("json-ld-invalid", Severity.Error,
    "Structured data (JSON-LD) can't be read, or lacks what its type needs.",
    why: "Search engines read author, date and breadcrumbs from it, and skip what they can't read. Usually a template writes text without "
        + "`json.encode`, or a date in another format.",
    bad: "{\"@type\": \"BlogPosting\", \"datePublished\": \"2025. 1. 24.\"}",
    good: "{\"@context\": \"https://schema.org\", \"@type\": \"BlogPosting\", \"headline\": \"글\", \"datePublished\": \"2025-01-24\"}")
{
    protected internal override string Korean => """
        Structured data (JSON-LD) can't be read, or lacks what its type needs.
        = 읽을 수 없거나 빠진 것이 있는 구조화 데이터.
        The structured data is no JSON: {0}.
        = 구조화 데이터가 JSON이 아닙니다: {0}.
        In templates write texts with json.encode, which quotes them.
        = 템플릿에서는 글자를 json.encode로 쓰세요. 따옴표를 알맞게 붙여 줍니다.
        See https://schema.org and the theme's template that writes it.
        = https://schema.org와, 이것을 쓰는 테마의 템플릿을 살펴보세요.
        The structured data has no @context.
        = 구조화 데이터에 @context가 없습니다.
        The structured data has no @type.
        = 구조화 데이터에 @type이 없습니다.
        The structured data of type {0} has no “{1}”.
        = {0} 구조화 데이터에 “{1}”{이/가} 없습니다.
        “{0}” ({1}) is no date as ISO 8601 writes it (2025-01-24).
        = “{0}”({1}){은/는} ISO 8601의 날짜(2025-01-24)가 아닙니다.
        The positions of the breadcrumbs are not 1, 2, 3 …
        = BreadcrumbList의 position이 1, 2, 3 … 차례가 아닙니다.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var script in page.Named("script").Where(script => script.GetAttribute("type") == "application/ld+json"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                foreach (var problem in Problems(json.RootElement, isOutermost: true))
                    page.Report(findings, this, script, null, problem, "See https://schema.org and the theme's template that writes it.");
            }
            catch (JsonException e)
            {
                var error = e.Message.Split(" LineNumber:")[0].Split(". Path:")[0].TrimEnd('.');
                page.Report(findings, this, script, null, $"The structured data is no JSON: {error}.",
                    "In templates write texts with json.encode, which quotes them.");
            }
        }
    }

    static IEnumerable<Message> Problems(JsonElement element, bool isOutermost) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(inner => Problems(inner, isOutermost)),
        JsonValueKind.Object => ObjectProblems(element, isOutermost),
        _ => [],
    };

    static IEnumerable<Message> ObjectProblems(JsonElement item, bool isOutermost)
    {
        var type = Text(item, "@type") ?? "";
        if (isOutermost && !item.TryGetProperty("@context", out _))
            yield return "The structured data has no @context.";
        if (isOutermost && !item.TryGetProperty("@graph", out _) && !item.TryGetProperty("@type", out _))
            yield return "The structured data has no @type.";
        foreach (var name in Required(type))
        {
            if (!item.TryGetProperty(name, out var value)
                || value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
                yield return $"The structured data of type {type} has no “{name}”.";
        }

        foreach (var (name, value) in item.EnumerateObject().Select(property => (property.Name, property.Value)))
        {
            if (name.StartsWith("date", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.String && !IsDate(value.GetString()!))
                yield return $"“{value.GetString()}” ({name}) is no date as ISO 8601 writes it (2025-01-24).";
            foreach (var problem in Problems(value, isOutermost: false))
                yield return problem;
        }

        if (type == "BreadcrumbList" && item.TryGetProperty("itemListElement", out var steps) && steps.ValueKind == JsonValueKind.Array
            && !IsCounted(steps))
            yield return "The positions of the breadcrumbs are not 1, 2, 3 …";
    }

    static string[] Required(string type) => type switch
    {
        "BlogPosting" or "Article" or "NewsArticle" => ["headline", "datePublished"],
        "BreadcrumbList" => ["itemListElement"],
        "ListItem" => ["position"],
        "Person" or "Organization" or "WebSite" => ["name"],
        _ => [],
    };

    static bool IsCounted(JsonElement steps) => steps.EnumerateArray().Index().All(step =>
        step.Item.ValueKind != JsonValueKind.Object || !step.Item.TryGetProperty("position", out var position)
        || position.ValueKind == JsonValueKind.Number && position.TryGetInt32(out var number) && number == step.Index + 1);

    static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool IsDate(string text) => text.Length >= 4 && char.IsAsciiDigit(text[0]) && (text.Length is 4 or 7
        || text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
