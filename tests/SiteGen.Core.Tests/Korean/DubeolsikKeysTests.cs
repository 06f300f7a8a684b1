using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class DubeolsikKeysTests
{
    [Theory]
    [InlineData("닭", "ㄷㅏㄹㄱ")]
    [InlineData("꽥", "ㄲㅗㅐㄱ")]
    [InlineData("의없ㄳAI9", "ㅇㅡㅣㅇㅓㅂㅅㄱㅅAI9")]
    [InlineData("", "")]
    public void Text_becomes_the_keys_that_type_it(string text, string keys) => Assert.Equal(keys, DubeolsikKeys.Of(text));

    [Theory]
    [InlineData("dhvms", "오픈")]
    [InlineData("ekfrdl", "닭이")]
    [InlineData("ekfrl", "달기")]
    [InlineData("dnjfrmq", "월급")]
    [InlineData("dksgek", "않다")]
    [InlineData("rhkdkWk", "과아짜")]
    [InlineData("QkEkrh", "빠따고")]
    [InlineData("rrk", "ㄱ가")]
    [InlineData("kk", "ㅏㅏ")]
    [InlineData("a1b c", "ㅁ1ㅠ ㅊ")]
    public void Latin_letters_become_the_Hangul_of_their_keys(string typed, string meant) =>
        Assert.Equal(meant, DubeolsikKeys.FromLatin(typed, keepCapitals: false));

    [Fact]
    public void Capitals_can_be_kept()
    {
        Assert.Equal("오픈AI", DubeolsikKeys.FromLatin("dhvmsAI", keepCapitals: true));
        Assert.Equal("오픈먀", DubeolsikKeys.FromLatin("dhvmsAI", keepCapitals: false));
    }

    [Theory]
    [InlineData("ㅡㄷㅅㅁ", "meta")]
    [InlineData("ㅣㅣ므ㅁ", "llama")]
    [InlineData("오픈 ai", "dhvms ai")]
    public void Hangul_becomes_the_Latin_letters_of_its_keys(string typed, string meant) =>
        Assert.Equal(meant, DubeolsikKeys.ToLatin(typed));

    [Fact]
    public void Every_syllable_typed_on_the_other_keyboard_comes_back()
    {
        for (var syllable = '가'; syllable <= '힣'; syllable++)
            Assert.Equal(syllable.ToString(), DubeolsikKeys.FromLatin(DubeolsikKeys.ToLatin(syllable.ToString()), keepCapitals: false));
    }

    [Theory]
    [InlineData("면접을", "면접")]
    [InlineData("미국에서는", "미국")]
    [InlineData("미라는", "미라")]
    [InlineData("회의", null)]
    [InlineData("나라", null)]
    [InlineData("AI는", "AI")]
    public void A_word_loses_its_longest_particle_that_leaves_two_units(string word, string? stem) =>
        Assert.Equal(stem, Particles.Stem(word));
}
