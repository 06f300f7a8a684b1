using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Sites;

/// <summary>Terms by their letters, on the page of the theme maru.</summary>
public sealed partial class LetterTests
{
    [Theory]
    [InlineData(".NET, node.js, Next.js", "N V")]
    [InlineData("「책」, 책상, 체", "ㅊ V")]
    [InlineData("'#해시', 한글, ㅎㅎ, '@하늘'", "ㅎ V")]
    [InlineData("'''quoted''', '“Q”', qt, '@name', nams", "N Q V")]
    [InlineData("ㅋㅋㅋ, 가, 코드, ㄱ, ㅠㅠ, 나", "ㄱ ㄴ ㅋ V 기타")]
    [InlineData("1️⃣번, '[속보] 바다', 바람, 3월, '#1', 🎙 방송, ß, Zoo, 漢字, Ж", "0-9 ㅂ V Z 기타")]
    [InlineData("Éclair, east, （주）가나, 주가, Ｎext, new", "ㅈ E N V")]
    [InlineData("ヲ, 나, '1', 漢, '[가]', 가을", "0-9 ㄱ ㄴ V 기타")]
    public void Each_letter_has_one_section(string tags, string letters)
    {
        var site = TestSite.Maru("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\n",
            TestSite.Post("a.md", "글", "2025-01-01", $"tags: [{tags}, v1, v2, v3, v4, v5, v6, v7, v8, v9]"));
        var diagnostics = new DiagnosticBag();
        SiteCheck.Run(site.Files, site.Options, null, diagnostics);
        Assert.DoesNotContain(diagnostics.Sorted(), found => found.Rule == "id-duplicate");
        Assert.Equal(letters, string.Join(' ', Letters().Matches(site.Built()["tags/index.html"]).Select(match => match.Groups[1].Value)));
    }

    [GeneratedRegex("id=\"letter-([^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();
}
