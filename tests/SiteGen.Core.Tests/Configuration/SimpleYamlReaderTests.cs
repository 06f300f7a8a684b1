using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Configuration;

/// <summary>What is read without the library is read as the library would, to the last offset.</summary>
public sealed class SimpleYamlReaderTests
{
    static readonly string[] Pieces =
    [
        "title: 마크 베니오프\n", "title: \"메타 인터뷰: 9980\"\n", "title: '하나'\n", "date: 2024-11-03T04:54:00+09:00\n", "draft: true\n",
        "weight: -3\n", "weight: 3\n", "tags: [닷컴버블, 오픈AI, \"a, b\"]\n", "tags: []\n", "tags:\n  - 하나\n  - '둘'\n",
        "tags:\n- 하나\n- 둘: 셋\n  넷: 다섯\n", "source: {title: T, url: https://a.kr/x?y=1#z, date: 2025-01-24}\n",
        "interview:\n  speakers:\n    - {name: 진행자, role: host}\n    - name: 마크\n      role: guest\n      aliases: [M, 마]\n",
        "a b: c d\n", "한글: 값\n", "x: y # 말\n", "# 말\n", "x:\n", "x: \n", "x: ~\n", "x: a: b\n", "x: a:b\n", "x: [a, [b, {c: d}], e]\n",
        "x: {a: b, c: [d]}\n", "x: {a, b}\n", "x: {a: }\n", "x: [a,]\n", "x: [a\n  , b]\n", "x: |\n  여러 줄\n",
        "x: >-\n  여러 줄\n", "x: \"a\\nb\"\n", "x: 'it''s'\n", "x: a\n  b\n", "  y: z\n", " - q\n", "- q\n", "- - q\n", "\n", "  \n",
        "&a x: 1\n", "x: &a 1\n", "y: *a\n", "x: !!str 1\n", "? x\n", "x: %a\n", "x: @a\n", "x: `a\n", "x: a,b\n", "x: a]b}\n",
        "x: [a]b\n", "x: \"a\" b\n", "---\n", "...\n", "x: 2025.01.24\n", "x: (괄호)\n", "x: “인용”\n", "x: /about/\n", "x: ?a\n", "x: null\n",
        "x: []]\n", "x: [a b, c:d, e: f]\n", "nested:\n  one:\n    two: 3\n  four: five\n", "t: a\u00A0b\n", "t: 🎉\n", "t: a\tb\n",
        "t:a\n", "x : y\n",
    ];

    [Fact]
    public void Front_matter_is_read_alike_with_and_without_the_library()
    {
        var random = new Random(20261122);
        var plain = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var text = Random(random);
            if (SimpleYamlReader.Read("--" + text + "\n--", 2, text.Length) is not { } own)
                continue;
            plain++;
            var diagnostics = new DiagnosticBag();
            var theirs = YamlText.ReadAny(new SourceText("a.md", "--" + text + "\n--"), 2, text.Length, diagnostics);
            Assert.True(theirs is not null && diagnostics.Sorted().Count == 0, $"Only the library rejects:\n{text}");
            Assert.True(Dump(theirs) == Dump(own), $"{text}\nlibrary: {Dump(theirs)}\nown:     {Dump(own)}");
        }

        Assert.InRange(plain, 2_000, 30_000);
    }

    [Fact]
    public void The_front_matter_of_every_day_needs_no_library()
    {
        const string text = """
            title: "메타 마크 주커버그 인터뷰 9980: 투자의 미래"
            date: 2024-11-03T04:54:00+09:00
            tags: [닷컴버블, 오픈AI]
            categories:
              - AI 인터뷰 및 최신 동향

            summary: '쿼리를 짭니다.'
            interview:
              speakers:
                - {name: 진행자, role: host}
                - name: 마크 주커버그
                  role: guest
            """;
        Assert.Equal(6, SimpleYamlReader.Read(text + "\n", 0, text.Length + 1)?.Entries.Count);
    }

    static string Random(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 6); count > 0; count--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        // A character more, less or elsewhere, as authors make them.
        for (var count = random.Next(0, 3) - 1; count > 0 && text.Length > 1; count--)
        {
            var at = random.Next(text.Length);
            if (random.Next(2) == 0)
                text.Remove(at, 1);
            else
                text.Insert(at, " -:,[]{}\"'#\n&x한"[random.Next(15)]);
        }

        return text.ToString();
    }

    static string Dump(YamlNode node) => node.Offset + node switch
    {
        YamlMap map => "{" + string.Join(", ", map.Entries.Select(entry => $"{entry.KeyOffset} {entry.Key}: {Dump(entry.Value)}")) + "}",
        YamlList list => "[" + string.Join(", ", list.Items.Select(Dump)) + "]",
        YamlScalar scalar => $"“{scalar.Text}”{(scalar.IsPlain ? "" : "q")}",
        _ => "?",
    };
}
