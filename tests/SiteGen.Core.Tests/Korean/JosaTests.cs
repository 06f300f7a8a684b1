using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class JosaTests
{
    // Word and particle as a Korean writes them (a space inside is written _); the pair is looked up by the particle.
    const string Table = """
        인터뷰는 샘은 닭은 서울은 세일즈포스(Salesforce)는 래리_엘리슨(Larry_Ellison)은 “공매도”는 '저격성_발언'은 「책」은 야후!는
        주커버그를 베니오프를 알트만을 나델라를 일론을 (주)카카오를 카카오(주)를 [[공지]]를 발언...을 정말?을
        마크가 샘이 글이 왕이 진행자가 인터뷰어가 사람(들)이 회사〔본사〕가 《총균쇠》가 두_번째(2nd)가
        나와 너와 글과 말과 질문과 대답과 가격(값)과 책(冊)과
        서울로 부산으로 제주로 글로 말로 길로 집으로 미래로 칠로 본사(서울)로
        0은 1은 2는 3은 4는 5는 6은 7은 8은 9는 10은 20은 100은 1,000은 10000은 2025는 1로 3으로 7로 8로 6으로 0으로 10으로 5%는 36.5℃를
        1,000,000,000,000는 3.0은 2024년은 5화는 10화가 ３은 제1은 24로
        AI는 CEO는 URL은 LLM은 AMD는 VPN은 HR은 SQL을 PDF를 API가 URL로 HR로 LLM으로 CEO로 ChatGPT는 OpenAI가 macOS를 LLaMA를 R로 x는 n은
        Google은 Google로 Apple은 mobile로 iPhone은 Chrome은 Amazon은 Meta는 Tesla가 Twitter가 GitHub는 blog를 Slack은 robot은 chat으로 app을
        test를 Rust로 script를 Facebook은 web은 cloud로 Android는 iPad를 site를 code로 Python으로 Excel로 Vercel로 design을 marketing은 bank가
        Netflix는 Microsoft는 React로 Windows는 Kubernetes를 TikTok이 Internet이 Salesforce는 Claude는 Gemini가 Musk가 Cook은 Stargate는
        C#은 C++는 café는 Ａ는 ｇｏｏｇｌｅ은 NASDAQ은 ㄹ은 ㄹ로 ㅏ는 ㅋ을
        """;

    static readonly string[] Pairs = ["은/는", "을/를", "이/가", "과/와", "으로/로"];

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var written in Words())
        {
            var pair = Pairs.First(p => p.Split('/').Any(form => written.EndsWith(form, StringComparison.Ordinal)));
            var particle = pair.Split('/').First(form => written.EndsWith(form, StringComparison.Ordinal));
            rows.Add(written[..^particle.Length], pair, particle);
        }
        return rows;
    }

    static IEnumerable<string> Words() =>
        Table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_word_takes_the_form_that_it_is_read_with(string word, string pair, string particle) =>
        Assert.Equal(particle, Josa.Pick(word, pair));

    [Theory]
    [InlineData("샘", "아/야", "아")]
    [InlineData("마크", "야/아", "야")]
    [InlineData("글", "이나/나", "이나")]
    [InlineData("나", "나/이나", "나")]
    [InlineData("글", "이에요/예요", "이에요")]
    [InlineData("인터뷰", "이에요/예요", "예요")]
    [InlineData("책", "였/이었", "이었")]
    [InlineData("시대", "이었다/였다", "였다")]
    [InlineData("서울", "으로써/로써", "로써")]
    [InlineData("부산", "으로부터/로부터", "으로부터")]
    [InlineData("서울", "이라고/라고", "이라고")]
    [InlineData("인터뷰", "란/이란", "란")]
    [InlineData("칼", "은커녕/는커녕", "은커녕")]
    [InlineData("샘", "이랑/랑", "이랑")]
    [InlineData("샘", "은(는)", "은")]
    [InlineData("서울", "(으)로", "로")]
    [InlineData("부산", "(으)로", "으로")]
    [InlineData("나", "(이)나", "나")]
    [InlineData("샘", "가/이", "이")]
    public void Any_pair_works_in_either_order(string word, string pair, string particle) =>
        Assert.Equal(particle, Josa.Pick(word, pair));

    [Theory]
    [InlineData("東京", "을/를", "東京을(를)")]
    [InlineData("Привет", "로/으로", "Привет(으)로")]
    [InlineData("", "이나/나", "(이)나")]
    [InlineData("…", "이/가", "…이(가)")]
    [InlineData("さくら", "이에요/예요", "さくら이에요(예요)")]
    public void Both_forms_stand_where_the_sound_is_unknown(string word, string pair, string attached) =>
        Assert.Equal(attached, Josa.Attach(word, pair));

    [Fact]
    public void The_particle_is_put_behind_the_word() =>
        Assert.Equal("마크 베니오프(Mark Benioff)는", Josa.Attach("마크 베니오프(Mark Benioff)", "은/는"));

    [Fact]
    public void Jamo_are_read_like_syllables() => Assert.Equal("은", Josa.Pick("\u1109\u1162\u11B7", "은/는"));

    [Theory]
    [InlineData("은")]
    [InlineData("은/은")]
    [InlineData("은/가")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData(")(")]
    public void A_pair_that_is_none_is_refused(string pair)
    {
        Assert.False(Josa.IsPair(pair));
        Assert.Throws<ArgumentException>(() => Josa.Pick("샘", pair));
    }
}
