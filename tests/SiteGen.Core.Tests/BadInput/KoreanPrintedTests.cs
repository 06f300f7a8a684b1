using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What the author of a Korean site reads.</summary>
public sealed class KoreanPrintedTests
{
    static string Printed(string front, string body = "본문입니다.")
    {
        var site = TestSite.Bare($"-- content/posts/a.md --\n---\n{front}\n---\n\n{body}\n").Build();
        Assert.Equal(MessageLanguage.Korean, site.Diagnostics.Language);
        return string.Concat(site.Diagnostics.Sorted().Select(found => DiagnosticPrinter.Text(found, MessageLanguage.Korean)));
    }

    [Theory]
    [InlineData("title: 글\ndate: 2025-13-24", "error front-matter-date: `date`: “2025-13-24”라는 날이나 시각은 없습니다.",
        "도움말: 2025-01-24나 2025-01-24 09:30 +0900처럼 쓰세요.")]
    [InlineData("title: 글\ndate: 2025-01-24\ntags: {a: b}", "error front-matter-type: `tags`는 낱말의 목록이어야 합니다. 지금은 `항목: 값` 묶음입니다.",
        "도움말: `tags: [하나, 둘]`처럼 쓰세요.")]
    [InlineData("title: 글\ndate: 2025-01-24\ndraft: \"true\"", "error front-matter-type: `draft`는 true나 false여야 합니다. 지금은 글자 “true”입니다.",
        "도움말: 따옴표 없이 쓰세요.")]
    [InlineData("date: 2025-01-24", "error front-matter-required: 제목이 없습니다.", "도움말: 머리말에 `title: 제목` 줄을 넣으세요.")]
    [InlineData("title: 글\ndate: 2025-01-24\nslug: 앞/뒤", "error slug: `slug`의 “앞/뒤”가 빗금(/)이나 역슬래시(\\)를 담고 있습니다. 주소의 한 부분만 쓸 수 있습니다.",
        "도움말: `slug: 앞-뒤`처럼 쓰세요.")]
    public void A_mistake_in_front_matter_is_told_in_Korean(string front, string message, string hint)
    {
        var printed = Printed(front);
        Assert.Contains(message, printed, StringComparison.Ordinal);
        Assert.Contains(hint, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_text_is_told_in_Korean() =>
        Assert.Contains("error link-missing: 이 글 옆에 “없음.md” 파일이 없습니다.", Printed("title: 글\ndate: 2025-01-24", "[링크](없음.md)"),
            StringComparison.Ordinal);

    [Fact]
    public void A_mistake_in_a_template_is_told_in_Korean()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-24"),
            "-- themes/bare/layouts/post.sbn-html --\n{{ page.titel | string.upcas }}\n").Build();
        Assert.Contains("error template-unknown-member: `string.upcas`라는 함수가 없습니다.\n", string.Concat(site.Diagnostics.Sorted()
            .Select(found => DiagnosticPrinter.Text(found, MessageLanguage.Korean))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_the_authors_is_never_taken_for_a_place_in_the_words() =>
        Assert.Contains("글자 “{1}{은/는}”입니다.", Printed("title: 글\ndate: 2025-01-24\ndraft: \"{1}{은/는}\""), StringComparison.Ordinal);

    [Fact]
    public void A_mistake_in_the_configuration_is_told_in_Korean()
    {
        var site = TestSite.Bare().Configured("titel: 제목").Build();
        var printed = DiagnosticPrinter.Text(Assert.Single(site.Diagnostics.Sorted()), MessageLanguage.Korean);
        Assert.Contains("error config-unknown-key: 여기에는 `titel`이라는 항목이 없습니다.", printed, StringComparison.Ordinal);
        Assert.Contains("도움말: 혹시 `title`인가요?", printed, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names =>
        [.. PrintedCase.All("tests/SiteGen.Core.Tests/BadInput/Cases/").Select(found => found.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_printed_mistake_is_Korean_where_it_is_not_the_authors_own_words(string name)
    {
        var site = TestSite.Bare();
        PrintedCase.All("tests/SiteGen.Core.Tests/BadInput/Cases/").Single(found => found.ToString() == name).AddTo(site);
        site.Build();
        Assert.All(site.Diagnostics.Sorted(), found =>
        {
            Assert.Contains(found.Message.In(MessageLanguage.Korean), c => c is >= '가' and <= '힣');
            Assert.All(found.Notes, note => Assert.Contains(note.Message.In(MessageLanguage.Korean), c => c is >= '가' and <= '힣'));
        });
    }
}
