using System.Buffers;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Interviews;

/// <summary>What is probably wrong in an interview: speakers who do not speak, undeclared ones who do, names spelled in two ways.</summary>
static partial class InterviewChecks
{
    /// <summary>Shorter words are too often one jamo from another word.</summary>
    const int ShortestName = 3;

    /// <summary>As few lines as make an interview, and as many names as speak in one.</summary>
    const int FewestTurns = 4, MostSpeakers = 8;

    static readonly SearchValues<string> Dashes = SearchValues.Create([" - ", " – ", " — "], StringComparison.Ordinal);

    public static void Run(Page page, DocumentBody body, InterviewDigest? interview, DiagnosticBag diagnostics)
    {
        if (page.FrontMatter.Speakers.Count > 0)
        {
            Silent(page, interview, diagnostics);
            Undeclared(page, body, diagnostics);
        }
        else
            Unnamed(body, diagnostics);

        Spellings(page, body, diagnostics);
    }

    static void Silent(Page page, InterviewDigest? interview, DiagnosticBag diagnostics)
    {
        var spoken = interview?.Turns.Select(turn => turn.Speaker).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var speaker in page.FrontMatter.Speakers.Where(speaker => !spoken.Contains(speaker.Name)))
        {
            diagnostics.Warning("interview-silent",
                $"The speaker “{speaker.Name}” is declared, but no line begins with “{speaker.Name} - ”.",
                page.Document.PlaceOf("interview"),
                "Write the name as the text has it, or add that spelling under `aliases`.");
        }
    }

    static void Undeclared(Page page, DocumentBody body, DiagnosticBag diagnostics)
    {
        var declared = page.FrontMatter.Speakers.SelectMany(speaker => speaker.Aliases.Prepend(speaker.Name)).Select(Nfc.Normalize)
            .ToArray();
        var lines = NamesAtLineStarts(body.Text).Where(line => !declared.Contains(line.Name));
        foreach (var group in lines.GroupBy(line => line.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var nearest = NearestName.Of(group.Key, declared);
            diagnostics.Error("interview-undeclared",
                $"“{group.Key}” looks like a speaker ({group.Count()} lines begin with “{group.Key} - ”), but is not declared.",
                body.PlaceOf(group.First().Offset),
                nearest is null ? (Message)$"Add `- {{name: {group.Key}, role: guest}}` under interview.speakers."
                : $"Did you mean “{nearest}”? Else add it as an alias or a speaker.");
        }
    }

    /// <summary>Lines of a conversation without speakers would stay paragraphs.</summary>
    static void Unnamed(DocumentBody body, DiagnosticBag diagnostics)
    {
        if (!body.Text.ContainsAny(Dashes))
            return;
        var lines = NamesAtLineStarts(body.Text);
        var names = lines.Select(line => line.Name).Distinct(StringComparer.Ordinal).ToArray();
        // Somebody must speak twice: each line of a list of words has another one.
        if (lines.Count < FewestTurns || names.Length == lines.Count || names.Length > MostSpeakers)
            return;
        var rows = names.Select((name, i) => $"{{name: {name}, role: {(i == 0 ? "host" : "guest")}}}");
        diagnostics.Warning("interview-speakers",
            $"{lines.Count} lines begin with a name and a dash, but the front matter names no speakers.",
            body.PlaceOf(lines[0].Offset), $"In an interview, add `interview: {{speakers: [{string.Join(", ", rows)}]}}`.");
    }

    static List<(string Name, int Offset)> NamesAtLineStarts(ReadOnlySpan<char> text)
    {
        var names = new List<(string, int)>();
        var isCode = false;
        foreach (var line in text.Split('\n'))
        {
            isCode ^= text[line].StartsWith("```") || text[line].StartsWith("~~~");
            if (isCode)
                continue;
            // Few lines have such a dash, and searching for one is a hundred times faster than the pattern.
            if (text[line].ContainsAny(Dashes) && LineStart().Match(text[line].ToString()) is { Success: true } match)
                names.Add((match.Groups["name"].Value, line.Start.Value));
        }

        return names;
    }

    /// <summary>A word one jamo from a part of a person's name: 주커버크 beside 주커버그.</summary>
    static void Spellings(Page page, DocumentBody body, DiagnosticBag diagnostics)
    {
        var parts = page.People.Concat(page.FrontMatter.Speakers.Select(speaker => speaker.Name))
            .SelectMany(name => name.Split(' ')).Where(part => part.Length >= ShortestName && part.All(Hangul.IsSyllable))
            .Distinct(StringComparer.Ordinal).ToArray();
        if (parts.Length == 0)
            return;
        var text = body.Text;
        var reported = page.FrontMatter.Spellings.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Hangul.IsSyllable(text[i]) || i > 0 && Hangul.IsSyllable(text[i - 1]))
                continue;
            foreach (var part in parts)
            {
                // Only one syllable may differ, so of the first two one is the same.
                if (i + part.Length > text.Length || text[i] != part[0] && text[i + 1] != part[1]
                    || !IsOneJamoOff(text.Slice(i, part.Length), part))
                    continue;
                var word = text.Slice(i, part.Length).ToString();
                if (!parts.Contains(word) && reported.Add(word))
                    diagnostics.Warning("name-spelling", $"“{word}” is one letter from “{part}”: is it the same name?", body.PlaceOf(i),
                        $"Mend it, or write `spellings: [{word}]` in the front matter if it is meant so.");
            }
        }
    }

    /// <summary>All syllables alike but one, and that one in a single jamo.</summary>
    static bool IsOneJamoOff(ReadOnlySpan<char> word, string name)
    {
        var different = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (word[i] == name[i])
                continue;
            if (!Hangul.IsSyllable(word[i]))
                return false;
            var (lead, vowel, tail) = Hangul.Split(word[i]);
            var (otherLead, otherVowel, otherTail) = Hangul.Split(name[i]);
            // A tail more or less is a particle's (엘리슨 / 엘리스가), not another spelling.
            if (tail != otherTail && (tail == 0 || otherTail == 0))
                return false;
            different += (lead == otherLead ? 0 : 1) + (vowel == otherVowel ? 0 : 1) + (tail == otherTail ? 0 : 1);
            if (different > 1)
                return false;
        }

        return different == 1;
    }

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{N}·]*(?: [\p{L}\p{N}·.]+){0,2}) [-–—] ",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineStart();
}
