using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

public sealed class InterviewTests
{
    const string Speakers = "interview:\n  speakers:\n    - {name: 진행자, role: host}\n    - {name: 마크 베니오프, role: guest, aliases: [베니오프]}\n";

    [Fact]
    public void The_text_of_seed_two_as_it_stands_has_thirty_turns_two_notes_and_a_break()
    {
        var text = System.IO.File.ReadAllText(Repository.PathOf("tests/SiteGen.Core.Tests/Seeds/seed-2.txt"))
            .Split("'AI 인터뷰 및 최신 동향' 카테고리의 다른 글")[0];
        var (html, digest, diagnostics) = Render(text);
        var interview = digest.Interview!;
        Assert.Equal(30, interview.Turns.Count);
        Assert.Equal(15, interview.Turns.Count(turn => turn.IsHost));
        Assert.Equal(2, interview.Notes.Count);
        Assert.Equal(1, html.Split("class=\"interview-break\"").Length - 1);
        Assert.Equal(14, interview.Questions.Count);
        Assert.Equal("네", interview.Turns.Single(turn => turn.Words == 1).Sentence);
        Assert.StartsWith("<p>우선 인터뷰에", html);
        Assert.Empty(diagnostics.Sorted());
    }

    [Theory]
    [InlineData("진행자 - 안녕하세요?\n마크 베니오프 - 네.", 2)]
    [InlineData("진행자: 안녕하세요?\n마크 베니오프: 네.", 2)]
    [InlineData("진행자 – 안녕하세요?\n\n베니오프 — 네.", 2)]
    [InlineData("진행자：안녕하세요?\n베니오프：네.", 2)]
    [InlineData("진행자 - 안녕\n사회자 - 네.", 1)]
    [InlineData("진행자-안녕\n진행자는 - 네.\n진행자의 말: 네", 0)]
    [InlineData("- 진행자 - 안녕\n> 마크 베니오프 - 네", 0)]
    [InlineData("```\n진행자 - 안녕\n```", 0)]
    public void A_line_is_a_turn_only_if_it_begins_with_a_declared_name_and_a_mark(string text, int turns) =>
        Assert.Equal(turns, Render(text).Digest.Interview?.Turns.Count ?? 0);

    [Fact]
    public void What_follows_without_a_speaker_belongs_to_the_turn()
    {
        var html = Render("마크 베니오프 - 첫 문단\n이어지는 줄\n\n둘째 문단\n\n- 하나 - 둘\n- 진행자 - 아님\n\n> 인용\n\n```\n진행자 - 코드\n```\n\n진행자 - 다음").Html;
        Assert.Contains(
            "첫 문단\n이어지는 줄</p>\n<p>둘째 문단</p>\n<ul>\n<li>하나 - 둘</li>\n<li>진행자 - 아님</li>\n</ul>\n<blockquote>\n<p>인용</p>\n</blockquote>\n"
                + "<pre><code>진행자 - 코드\n</code></pre>\n</div>", html);
        Assert.Equal(2, html.Split("class=\"turn ").Length - 1);
    }

    [Fact]
    public void A_turn_is_a_paragraph_whatever_its_first_words_look_like()
    {
        var html = Render("진행자 - 2025. 1. 24. 발표\n마크 베니오프 - # 제목 아님\n진행자 - > 아님\n마크 베니오프 - - 아님").Html;
        Assert.DoesNotContain("<ol", html);
        Assert.DoesNotContain("<h1", html);
        Assert.DoesNotContain("<blockquote", html);
        Assert.DoesNotContain("<ul", html);
    }

    [Fact]
    public void Turns_are_labelled_paragraphs_with_ids_and_answers_stand_under_their_question()
    {
        var html = Render("여는 말\n진행자 - 왜요?\n마크 베니오프 - 그래서요.\n베니오프 - 또요.\n(* 덧붙임)\n진행자 - 끝으로?\n마크 베니오프 - 네.").Html;
        Assert.Equal("""
            <p>여는 말</p>
            <div class="exchange" id="q1">
            <div class="turn host" id="t1" data-speaker="진행자">
            <p><a class="turn-link" href="#t1" aria-label="1번째 말"></a><b class="speaker">진행자</b><span class="mark"> - </span>왜요?</p>
            </div>
            <div class="turn guest" id="t2" data-speaker="마크 베니오프">
            <p><a class="turn-link" href="#t2" aria-label="2번째 말"></a><b class="speaker">마크 베니오프</b><span class="mark"> - </span>그래서요.</p>
            </div>
            <div class="turn guest" id="t3" data-speaker="마크 베니오프">
            <p><a class="turn-link" href="#t3" aria-label="3번째 말"></a><b class="speaker">베니오프</b><span class="mark"> - </span>또요.</p>
            </div>
            <aside class="note" role="note" id="n1" aria-label="편집자 주">
            <p><span class="mark">(* </span>덧붙임<span class="mark">)</span></p>
            </aside>
            </div>
            <div class="exchange" id="q2">
            <div class="turn host" id="t4" data-speaker="진행자">
            <p><a class="turn-link" href="#t4" aria-label="4번째 말"></a><b class="speaker">진행자</b><span class="mark"> - </span>끝으로?</p>
            </div>
            <div class="turn guest" id="t5" data-speaker="마크 베니오프">
            <p><a class="turn-link" href="#t5" aria-label="5번째 말"></a><b class="speaker">마크 베니오프</b><span class="mark"> - </span>네.</p>
            </div>
            </div>

            """, html);
    }

    [Fact]
    public void A_break_is_labelled_and_neither_heading_nor_dashes()
    {
        var html = Render("진행자 - 앞\n-- 인터뷰 시작 --\n마크 베니오프 - 뒤\n\n--- 휴식 ---\n\n진행자 - 다시").Html;
        Assert.Contains("<p class=\"interview-break\"><span class=\"mark\">-- </span>인터뷰 시작<span class=\"mark\"> --</span></p>", html);
        Assert.Contains("<p class=\"interview-break\"><span class=\"mark\">--- </span>휴식<span class=\"mark\"> ---</span></p>", html);
        Assert.DoesNotContain("<h2", html);
    }

    [Fact]
    public void Headings_and_rules_divide_an_interview()
    {
        var html = Render("진행자 - 앞\n## 다음 이야기\n마크 베니오프 - 뒤\n***\n진행자 - 끝").Html;
        Assert.Contains("</div>\n</div>\n<h2 id=\"다음-이야기\">다음 이야기</h2>\n<div class=\"exchange\">", html);
        Assert.Contains("<hr />\n<div class=\"exchange\">", html);
    }

    [Theory]
    [InlineData("마크 베니오프 - 네. {#own}\n진행자 - 끝?")]
    [InlineData("마크 베니오프 - **네** {#own}\n진행자 - 끝?")]
    public void An_explicit_id_of_a_turn_is_kept(string text)
    {
        var html = Render(text).Html;
        Assert.Contains("id=\"own\" data-speaker=\"마크 베니오프\"", html);
        Assert.DoesNotContain("{#own}", html);
        Assert.Equal(1, html.Split("id=\"own\"").Length - 1);
        Assert.Contains("id=\"t2\"", html);
    }

    [Fact]
    public void A_note_may_run_over_lines_and_an_open_one_ends_at_the_blank_line()
    {
        var (html, digest, _) = Render("진행자 - 앞\n(* 첫 줄\n둘째 줄)\n마크 베니오프 - 뒤\n\n(* 닫지 않은\n\n진행자 - 끝");
        Assert.Contains("<p><span class=\"mark\">(* </span>첫 줄\n둘째 줄<span class=\"mark\">)</span></p>", html);
        Assert.Equal(["첫 줄 둘째 줄", "닫지 않은"], digest.Interview!.Notes.Select(note => note.Text));
    }

    [Fact]
    public void A_text_typed_in_decomposed_Hangul_has_its_turns_too()
    {
        // "진행자" as macOS may write it: jamo by jamo.
        var html = Render("\u110C\u1175\u11AB\u1112\u1162\u11BC\u110C\u1161 - 안녕?\n베니오프 - 네.").Html;
        Assert.Equal(2, html.Split("class=\"turn ").Length - 1);
    }

    [Fact]
    public void Speakers_have_their_share_of_the_words()
    {
        var speakers = Render("진행자 - 하나\n마크 베니오프 - 하나 둘 셋").Digest.Interview!.Speakers;
        Assert.Equal([("진행자", 1, 0.25), ("마크 베니오프", 3, 0.75)], speakers.Select(speaker => (speaker.Name, speaker.Words, speaker.Share)));
    }

    [Fact]
    public void A_heading_called_like_a_turn_does_not_take_its_id()
    {
        var html = Render("## t1\n\n진행자 - 앞\n마크 베니오프 - 뒤").Html;
        Assert.Equal(1, html.Split("id=\"t1\"").Length - 1);
        Assert.Contains("<h2 id=\"t1-1\">", html);
    }

    [Fact]
    public void Without_declared_speakers_nothing_is_a_turn()
    {
        var html = Render("진행자 - 앞\n(* 주)\n-- 시작 --", speakers: "").Html;
        Assert.Equal("<p>진행자 - 앞\n(* 주)\n-- 시작 --</p>\n", html);
    }

    static (string Html, PageDigest Digest, DiagnosticBag Diagnostics) Render(string markdown, string speakers = Speakers)
    {
        var test = TestSite.Bare("-- themes/bare/i18n/ko.yml --\nnote: 편집자 주\nturn_link: '{number}번째 말'\n",
            TestSite.Post("a.md", "글", "2025-01-01", speakers, markdown));
        var diagnostics = new DiagnosticBag();
        var site = SiteBuilder.Plan(test.Files, test.Options, diagnostics).Site;
        var (html, digest, _) = new MarkdownRenderer(site, new MarkdownConfig(), new LinkResolver(site, diagnostics), NoShortcodes.Instance)
            .Render(site.Posts[0]);
        return (html, digest, diagnostics);
    }
}
