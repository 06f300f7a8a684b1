using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class HangulTests
{
    [Theory]
    [InlineData('가', 'ㄱ')]
    [InlineData('까', 'ㄱ')]
    [InlineData('닭', 'ㄷ')]
    [InlineData('땅', 'ㄷ')]
    [InlineData('뷁', 'ㅂ')]
    [InlineData('쌍', 'ㅅ')]
    [InlineData('짜', 'ㅈ')]
    [InlineData('힣', 'ㅎ')]
    [InlineData('ㅋ', 'ㅋ')]
    [InlineData('ㅉ', 'ㅈ')]
    public void The_initial_is_one_of_fourteen_buckets(char c, char bucket) => Assert.Equal(bucket, Hangul.Initial(c));

    [Theory]
    [InlineData('A')]
    [InlineData('1')]
    [InlineData('ㅏ')]
    [InlineData('漢')]
    [InlineData('\0')]
    public void Other_characters_have_no_initial(char c) => Assert.Null(Hangul.Initial(c));

    [Theory]
    [InlineData("인터뷰", "ㅇ")]
    [InlineData("까치 이야기", "ㄱ")]
    [InlineData("[번역] 샘 알트만", "ㅅ")]
    [InlineData("  [번역][AI] 나델라", "ㄴ")]
    [InlineData("【속보】 타결", "ㅌ")]
    [InlineData("“래리 엘리슨을 공매도하지 말라”", "ㄹ")]
    [InlineData("'저격성 발언'", "ㅈ")]
    [InlineData("『총, 균, 쇠』를 읽고", "ㅊ")]
    [InlineData("🎙️ 팟캐스트", "ㅍ")]
    [InlineData("👨‍👩‍👧 가족", "ㄱ")]
    [InlineData("1️⃣ 하나", "ㅎ")]
    [InlineData("[공지]", "ㄱ")]
    [InlineData("[닫지 않은 괄호", "ㄷ")]
    [InlineData("scale AI", "S")]
    [InlineData("Émile", "E")]
    [InlineData("ＡＩ", "A")]
    [InlineData("2025년 회고", "0-9")]
    [InlineData("３월", "0-9")]
    [InlineData("#해시태그", "ㅎ")]
    [InlineData("ㅋㅋㅋ", "ㅋ")]
    [InlineData("東京", "기타")]
    [InlineData("Привет", "기타")]
    [InlineData("🎙️", "기타")]
    [InlineData("", "기타")]
    public void A_title_stands_under_the_first_letter_that_is_read(string title, string key) =>
        Assert.Equal(key, Hangul.IndexKey(title));

    [Fact]
    public void A_title_in_jamo_stands_where_its_composed_twin_does() =>
        Assert.Equal("ㅁ", Hangul.IndexKey("\u1106\u1161\u110F\u1173"));

    [Fact]
    public void Syllables_come_apart_into_the_letters_on_the_keys()
    {
        Assert.Equal("ㄷㅏㄺㅇㅣ AI", Hangul.Jamo("닭이 AI"));
        Assert.Equal("ㅃㅞㄺ", Hangul.Jamo("쀍"));
    }

    [Fact]
    public void Tails_are_known_and_absent_ones_too()
    {
        Assert.Equal('ㄺ', Hangul.Tail('닭'));
        Assert.True(Hangul.HasTail('힣'));
        Assert.Null(Hangul.Tail('가'));
        Assert.Null(Hangul.Tail('A'));
        Assert.False(Hangul.IsSyllable('ㄱ'));
    }
}
