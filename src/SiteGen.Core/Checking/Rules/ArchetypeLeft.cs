using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ArchetypeLeft() : Rule("archetype-left", Severity.Warning, "A published document still holds what `sitegen new` began it with.")
{
    public override string Why => "The sentence is there to be replaced, and readers see it. Write your own, or delete the line.";

    public override string Bad => "---\ntitle: 다보스에서\ndate: 2025-01-24\n---\n\n여기에 글을 씁니다.";

    public override string Good => "---\ntitle: 다보스에서\ndate: 2025-01-24\n---\n\n다보스에는 눈이 내렸습니다.";

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.File.Document is not { } document || page.Site.Placeholders.Count == 0)
            return;
        var text = document.Source.Text;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text[start..end].Trim();
            if (line.Length > 0 && page.Site.Placeholders.Contains(line))
                findings.Add(this, new SourcePlace(document.Source, start + text[start..end].IndexOf(line, StringComparison.Ordinal)), $"“{line}” is what `sitegen new` wrote there.", start < document.BodyStart ? "Fill it in, or delete the line." : "Write your own words in its place, or delete the line.");
            start = end + 1;
        }

        if (page.Site.EmptyKeys.Count > 1 && page.Site.EmptyKeys.All(key => text.AsSpan(0, document.BodyStart).Contains($"\n{key}: []", StringComparison.Ordinal)))
            findings.Add(this, SourceSearch.Key(document, page.Site.EmptyKeys[0]), $"{string.Join(", ", page.Site.EmptyKeys.Select(key => $"`{key}`"))} are as empty as `sitegen new` left them.", "Name at least a category, by which readers find the post; or delete the lines.");
    }
}
