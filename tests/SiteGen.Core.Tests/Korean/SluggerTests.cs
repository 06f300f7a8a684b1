using System.Text;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class SluggerTests
{
    [Theory]
    [InlineData("AI 인터뷰 및 최신 동향", "ai-인터뷰-및-최신-동향")]
    [InlineData("scale AI, 알렉산드르 왕", "scale-ai-알렉산드르-왕")]
    [InlineData("C", "c")]
    [InlineData("C#", "csharp")]
    [InlineData("C++", "cplusplus")]
    [InlineData("C++로 배우는 C# 입문", "cplusplus로-배우는-csharp-입문")]
    [InlineData("#1 + 2", "1-2")]
    [InlineData("C #", "c")]
    [InlineData("  --[번역] 첫/글--  ", "번역-첫-글")]
    [InlineData("2~3년 후면…?", "2-3년-후면")]
    [InlineData("Crème Brûlée", "crème-brûlée")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("東京 Привет", "東京-привет")]
    [InlineData("🎙️ 팟캐스트 ❤️", "팟캐스트")]
    [InlineData("인\u200B터\u00AD뷰\u00A0글\uFEFF", "인터뷰-글")]
    [InlineData("../etc\\passwd\0", "etc-passwd")]
    [InlineData("100%", "100")]
    [InlineData("!?", "")]
    [InlineData("", "")]
    public void Text_becomes_one_segment(string text, string slug) => Assert.Equal(slug, Slugger.FromText(text));

    [Fact]
    public void Jamo_and_combining_marks_are_composed() =>
        Assert.Equal("가é", Slugger.FromText("\u1100\u1161E\u0301"));

    [Fact]
    public void A_slug_is_its_own_slug()
    {
        foreach (var text in (string[])["C++ 와 C#", "Ångström", "[a] — b", "İstanbul", "ǅ", new string('가', 90) + "-b"])
        {
            var slug = Slugger.FromText(text);
            Assert.Equal(slug, Slugger.FromText(slug));
        }
    }

    [Fact]
    public void A_long_slug_is_cut_at_200_bytes_between_characters()
    {
        Assert.Equal(new string('가', 66), Slugger.FromText(new string('가', 100)));
        Assert.Equal(new string('a', 200), Slugger.FromText(new string('a', 201)));
        Assert.Equal(new string('a', 199), Slugger.FromText(new string('a', 199) + " 가"));
        var outsideThePlane = Slugger.FromText("a" + string.Concat(Enumerable.Repeat("𠀀", 100)));
        Assert.Equal(197, Encoding.UTF8.GetByteCount(outsideThePlane));
        Assert.False(char.IsHighSurrogate(outsideThePlane[^1]));
    }
}
