using System.Text.Json;

namespace SiteGen.Core.Tests.Sites;

public sealed class PeopleTests
{
    const string Speakers =
        "interview:\n  speakers:\n    - {name: 진행자, role: host}\n    - {name: 베니오프, role: guest, person: 마크 베니오프}\n"
            + "source: {title: 원문, url: https://a.kr/x, publisher: 방송, date: 2025-01-23}\n";

    const string Theme = """
        -- themes/bare/layouts/term.sbn-html --
        {{ term.title }}|{{ term.person?.original_name }}|{{ term.person?.organisation }}|{{
        for p in paginator.pages }}{{ p.title }},{{ end }}|{{ for p in term.mentions }}{{ p.title }},{{ end }}
        -- themes/bare/layouts/glossary.sbn-html --
        {{ for g in site.glossary }}[{{ g.index }}]{{ for t in g.terms }}{{ t.term }}={{ t.original }}@{{ t.url }}{{
        if t.note }}({{ t.note }}){{ end }};{{ end }}{{ end }}
        """;

    static readonly TestSite Site = TestSite.Bare(Theme, """
        -- content/data/people.yml --
        마크 베니오프:
          original_name: Marc Benioff
          organisation: 세일즈포스
          aliases: [Mark Benioff, 베니오프]
          links: {wikipedia: https://ko.wikipedia.org/wiki/베니오프}
        -- content/data/glossary.yml --
        Stargate: {note: 데이터센터}
        agents: {hidden: true}
        Clippy: 클리피 씨
        """,
        TestSite.Post("a.md", "인터뷰", "2025-01-01", Speakers,
            "진행자 - 세일즈포스(Salesforce)는요?\n베니오프 - 스타게이트(Stargate)와 에이전트(agents), 클리피(Clippy)요."),
        TestSite.Post("b.md", "별명", "2025-01-02", "people: [Mark Benioff, 다른 사람]"),
        TestSite.Post("c.md", "언급", "2025-01-03", "", "마크 베니오프가 말했다. 래리 엘리슨(Larry Ellison)도.")).Built();

    [Fact]
    public void Guests_are_people_by_themselves_and_aliases_are_one_person() =>
        Assert.Equal("마크 베니오프|Marc Benioff|세일즈포스|별명,인터뷰,|언급,\n", Site["people/마크-베니오프/index.html"]);

    [Fact]
    public void Hosts_are_not_people_unless_they_are_named() => Assert.DoesNotContain("people/진행자/index.html", Site.Output.Files.Keys);

    [Fact]
    public void The_glossary_gathers_first_mentions_by_initial_with_the_authors_corrections() =>
        Assert.Equal(
            "[ㄹ]래리 엘리슨=Larry Ellison@/posts/c/;[ㅅ]세일즈포스=Salesforce@/posts/a/#t1;스타게이트=Stargate@/posts/a/#t2(데이터센터);[ㅋ]클리피 "
                + "씨=Clippy@/posts/a/#t2;\n", Site["glossary/index.html"]);

    [Fact]
    public void Structured_data_names_guest_others_and_original()
    {
        var posting = Site.Page("posts/a/index.html").QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => JsonDocument.Parse(script.TextContent).RootElement).First();
        var guest = posting.GetProperty("about")[0];
        Assert.Equal("마크 베니오프", guest.GetProperty("name").GetString());
        Assert.Equal("https://ko.wikipedia.org/wiki/베니오프", guest.GetProperty("sameAs")[0].GetString());
        Assert.Equal("https://a.kr/x", posting.GetProperty("isBasedOn").GetProperty("url").GetString());
        var other = Site.Page("posts/b/index.html").QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => JsonDocument.Parse(script.TextContent).RootElement).First();
        Assert.Equal(2, other.GetProperty("mentions").GetArrayLength());
        Assert.False(other.TryGetProperty("about", out _));
    }

    [Theory]
    [InlineData("저는 세일즈포스(Salesforce) CEO 마크 베니오프(Mark Benioff)를 만났다", "세일즈포스=Salesforce,마크 베니오프=Mark Benioff")]
    [InlineData("‘1조 그루 나무 심기(Trillion Tree Initiative)’ 프로젝트", "1조 그루 나무 심기=Trillion Tree Initiative")]
    [InlineData("소위 ‘페르소나 논 그라타(persona non grata, *환영받지 못하는 사람)’ 같은", "페르소나 논 그라타=persona non grata")]
    [InlineData("원래 오픈AI(OpenAI)가 애저(Azure)에만", "오픈AI=OpenAI,애저=Azure")]
    [InlineData("이건 나라의 법률(Public Law)이다", "법률=Public Law")]
    [InlineData("그들은 자체 프런티어 모델(frontier models)을", "프런티어 모델=frontier models")]
    [InlineData("한국에서 하와이 제도(Hawaiian Islands)로", "하와이 제도=Hawaiian Islands")]
    [InlineData("우크라이나 정부(Ukrainian Government)와", "우크라이나 정부=Ukrainian Government")]
    [InlineData("영국과 독일 정부(Government of Germany)는", "독일 정부=Government of Germany")]
    [InlineData("서비스로서의 소프트웨어(software service)", "소프트웨어=software service")]
    [InlineData("삼성 등 대기업 집단(large business group)", "대기업 집단=large business group")]
    [InlineData("마사 손(손정의)을 보거나 (그냥) 쇼신(初心) 2024(x)", "")]
    [InlineData("한번(once) 두번(once)", "한번=once")]
    public void The_Korean_side_of_a_term_ends_where_its_words_do(string text, string terms)
    {
        var site =
            TestSite.Bare(
                "-- themes/bare/layouts/glossary.sbn-html --\n{{ for g in site.glossary }}{{ for t in g.terms }}{{ t.term }}={{ t.original "
                    + "}},{{ end }}{{ end }}\n", TestSite.Post("a.md", "글", "2025-01-01", "", text)).Built();
        Assert.Equal(string.Join(',', terms.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), string.Join(
            ',', site["glossary/index.html"].Trim().Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_declared_speaker_who_never_speaks_is_a_warning()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", Speakers, "진행자 - 혼잣말\n진행자 - 또")).Build();
        Assert.Contains(
            "content/posts/a.md:5:3: warning interview-silent: The speaker “베니오프” is declared, but no line begins with “베니오프 - ”.",
            site.Printed);
    }

    [Fact]
    public void A_name_that_speaks_twice_undeclared_is_an_error_with_the_nearest_speaker()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", Speakers, "진행자 - 왜?\n베니오프 - 네.\n진행차 - 또?\n베니오프 - 네.\n진행차 - 끝?"))
            .Build();
        Assert.Contains("error interview-undeclared: “진행차” looks like a speaker (2 lines begin with “진행차 - ”), but is not declared.",
            site.Printed);
        Assert.Contains("Did you mean “진행자”?", site.Printed);
    }

    [Theory]
    [InlineData("주커버크는 말했다", "", true)]
    [InlineData("주커버크는 말했다", "spellings: [주커버크]\n", false)]
    [InlineData("주커버그는 말했다", "", false)]
    [InlineData("주커비크는 말했다", "", false)]
    public void A_name_spelled_one_jamo_off_is_a_warning_that_can_be_silenced(string text, string more, bool warns)
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "people: [마크 주커버그]\n" + more, text)).Built();
        Assert.Equal(warns, site.Printed.Contains("name-spelling: “주커버크” is one letter from “주커버그”"));
    }
}
