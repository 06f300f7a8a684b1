using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class SortKeyTests
{
    [Fact]
    public void Titles_stand_in_the_documented_order()
    {
        string[] sorted =
        [
            "", "01", "1", "1화", "002화", "2화", "10화", "99999999999999999999999", "100000000000000000000000",
            "ㄱ", "가", "가 나", "가1", "가나", "각", "까", "나", "하", "힣",
            "A", "a", "A 팀", "A2", "A10", "AI", "AI 시대", "AI시대", "apple", "éclair", "zebra", "ß", "!", "漢", "🎙",
        ];
        for (var i = 0; i < sorted.Length; i++)
        {
            for (var j = 0; j < sorted.Length; j++)
            {
                Assert.True(Math.Sign(SortKey.Compare(sorted[i], sorted[j])) == Math.Sign(i.CompareTo(j)), $"{sorted[i]} / {sorted[j]}");
            }
        }
    }

    [Fact]
    public void Composed_and_decomposed_text_stand_together_but_do_not_tie()
    {
        Assert.NotEqual(0, SortKey.Compare("가", "\u1100\u1161"));
        Assert.True(SortKey.Compare("\u1100\u1161", "각") < 0);
    }

    [Fact]
    public void Full_width_letters_stand_with_their_narrow_twins()
    {
        Assert.True(SortKey.Compare("ＡＩ", "AJ") < 0);
        Assert.True(SortKey.Compare("ＡＩ", "AH") > 0);
        Assert.True(SortKey.Compare("１０화", "9화") > 0);
    }

    [Fact]
    public void It_is_a_total_order()
    {
        var texts = RandomTexts();
        foreach (var a in texts)
        {
            foreach (var b in texts)
            {
                var order = Math.Sign(SortKey.Compare(a, b));
                Assert.Equal(-order, Math.Sign(SortKey.Compare(b, a)));
                Assert.Equal(order == 0, a == b);
                foreach (var c in texts)
                {
                    if (order < 0 && SortKey.Compare(b, c) < 0)
                        Assert.True(SortKey.Compare(a, c) < 0, $"{a} < {b} < {c}");
                }
            }
        }
    }

    [Fact]
    public void Any_order_of_input_sorts_alike()
    {
        var texts = RandomTexts();
        var sorted = texts.Order(SortKey.Instance).ToList();
        texts.Reverse();
        Assert.Equal(sorted, texts.Order(SortKey.Instance));
    }

    // Characters that touch every rule, in short texts, so that equal beginnings and equal values are frequent.
    static List<string> RandomTexts()
    {
        const string Alphabet = "0012９가각ㄱ\u1100\u1161aAàÀzß ,漢é";
        var random = new Random(2025);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (texts.Count < 120)
            texts.Add(string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        return [.. texts];
    }
}
