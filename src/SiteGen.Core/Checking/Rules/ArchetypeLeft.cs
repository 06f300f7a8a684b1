using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ArchetypeLeft() : Rule("archetype-left", Severity.Warning,
    "A published document still holds what `sitegen new` began it with.",
    why: "Readers see the placeholder. Replace it with your own text, or delete the line.",
    bad: "---\ntitle: 다보스에서\ndate: 2025-01-24\n---\n\n여기에 글을 씁니다.",
    good: "---\ntitle: 다보스에서\ndate: 2025-01-24\n---\n\n다보스에는 눈이 내렸습니다.")
{
    protected internal override string Korean => """
        A published document still holds what `sitegen new` began it with.
        = `new`가 써 둔 예시 문장이 남은 글.
        “{0}” is what `sitegen new` wrote there.
        = “{0}”{은/는} `sitegen new`가 써 둔 그대로입니다.
        {0} are as empty as `sitegen new` left them.
        = `sitegen new`가 만든 {0} 줄이 그대로 비어 있습니다.
        Name at least a category, by which readers find the post; or delete the lines.
        = 독자가 글을 찾을 수 있게 카테고리라도 적거나, 줄을 지우세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.File.Document is not { } document || page.Site.Placeholders.Count == 0)
            return;
        var (text, start) = (document.Source.Text, 0);
        foreach (var full in text.Split('\n'))
        {
            var line = full.Trim();
            if (line.Length > 0 && page.Site.Placeholders.Contains(line))
            {
                var place = new SourcePlace(document.Source, start + full.IndexOf(line, StringComparison.Ordinal));
                var hint = start < document.BodyStart
                    ? (Message)"Fill it in, or delete the line."
                    : "Write your own words in its place, or delete the line.";
                findings.Add(this, place, $"“{line}” is what `sitegen new` wrote there.", hint);
            }

            start += full.Length + 1;
        }

        var keys = page.Site.EmptyKeys;
        if (keys.Count > 1 && keys.All(key => text.AsSpan(0, document.BodyStart).Contains($"\n{key}: []", StringComparison.Ordinal)))
        {
            findings.Add(this, SourceSearch.Key(document, keys[0]),
                $"{string.Join(", ", keys.Select(key => $"`{key}`"))} are as empty as `sitegen new` left them.",
                "Name at least a category, by which readers find the post; or delete the lines.");
        }
    }
}
