namespace SiteGen.Core.Tests.Markup;

/// <summary>No Markdown takes much more than linear time or memory.</summary>
[Collection(CpuTime.Name)]
public sealed class MarkdownTimeTests
{
    const int Small = 40_000;
    const int Large = 160_000;
    const long MostBytes = 300_000_000;
    const double MostExponent = 1.3;

    static readonly TimeSpan Negligible = TimeSpan.FromSeconds(1);

    /// <summary>A number in place of <c>#</c> makes each repetition different.</summary>
    public static TheoryData<string> Constructs =>
    [
        "용어#(Term#) ", "용어(Term) ", "이름#(Name Of Some#)은 ", "“용어#(Term#) ", "# h\n", "# h#\n", "# h {#h}\n", "#\n", "h\n-\n",
        "\u0301\u0327", "a\u0323\u0301\u0302", "가\u0301\u0316\u0315", "[a](/missing#) ", "[a](missing#.md) ", "![](missing#.png) ",
        "<div>\n", "<div>\n\n", "<div>", "<b>", "<b> ", "<b", "<a href='", "</b>", "<!-- ", "<!--", "<?", "<!A ", "<!-- > ", "<![CDATA[",
        "<x y=\"", "[a](", "[a](b", "[a](<", "[a](b \"", "[a][", "[a", "[", "![", "![a](", "[[a]", "[]", "[](", "]", "[a]: ", "[a]: \n",
        "[a#]: /x\n", "[a]: <\n", "[a]: b c\n", "[a]:\n\n", "[a]: /x\n\"\n", "[a]: /x (\n", "[a](b (c", "[a]( b (c",
        "[a](<b> (c", "[a](<b c> (", "[a](b (c\\", "[a](/x 'y\n", "[a](b \"c",
        "[a](b) ", "[a]: /x \"\n", "[a]: /x 'y\n", "[a#]: ", "[^#]", "[^#]: 글\n", "[^#]: 글\n\n[^#]\n\n", "*", "**", "*a ", "*a_ ", "_a ",
        "**a*", "***a**", "~~", "~~a ", "*a **b ", "`", "`a``b", "``a", "$", "$a ", "$$\n", "\\", "\\(", "> ", ">", "> 글\n", "- ",
        "- 글\n", "  - ", "1. 글\n", "- 글\n\n", "* * ", "글\n: 뜻\n", "글\n: 뜻\n\n", "글\n\n: 뜻\n\n", ": ", "| a | b |\n", "|", "|-|-|\n",
        "| a |\n|---|\n", "a | b\n--|--\n", "{", "{.a", "{.a}", "{#a#} ", "{a=\"", "글 {.a}\n", "{.a}\n", "글\n{: .a}\n", "{: .a}\n",
        "진행자 - 말\n", "진행자 - 말\n\n", "(* 글)\n", "-- 글 --\n", "`a`{.b}", "{{", "{{<", "{{< x \"", "{{</*", "{% a %} ", "{{ a }} ",
        "https://a.kr/ ", "https://a.kr/(", "www.a", "a@", "a@b.kr ", "\"", "\"가\" ", "'", "&", "&amp;", "```\n", "~~~\n", "    a\n",
        "a  \n", "\\\n", "글\n", "\n", " ", "\t", "가", "글 ", "- [ ] 가\n", "> [!NOTE]\n> 글\n\n", "![a](b \"c\")\n\n", "- 가\n  - 나\n",
        "<b>가</b> ", "<String> ", "[[a]] ", ":::note\n", "\0", "\uD800",
    ];

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Constructs))]
    public void No_construct_takes_much_more_than_linear_time(string construct)
    {
        var (small, large) = (Repeated(construct, Small), Repeated(construct, Large));
        RobustnessTests.Render(small);
        var (least, time, bytes) = (TimeSpan.MaxValue, TimeSpan.MaxValue, 0L);
        // Other programs lengthen a measurement, and nothing shortens it.
        for (var attempt = 0; attempt < 5 && (attempt == 0 || Exponent(least, time) > MostExponent); attempt++)
        {
            (least, _) = Shorter(least, Measure(small));
            (time, bytes) = Shorter(time, Measure(large));
        }

        Assert.InRange(bytes, 0, MostBytes);
        Assert.InRange(Exponent(least, time), double.NegativeInfinity, MostExponent);

        static (TimeSpan, long) Shorter(TimeSpan known, (TimeSpan Time, long Bytes) measured) =>
            (measured.Time < known ? measured.Time : known, measured.Bytes);
    }

    static string Repeated(string construct, int length)
    {
        var text = new System.Text.StringBuilder(construct.Contains('\n') ? "" : "글. ", length + 100);
        for (var n = 0; text.Length < length; n++)
            text.Append(construct.Replace("#", construct[0] == '#' ? "#" : n.ToString()));
        return text.ToString();
    }

    static (TimeSpan Time, long Bytes) Measure(string markdown)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var time = CpuTime.Of(() => RobustnessTests.Render(markdown));
        return (time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>Below a second an exponent is noise.</summary>
    static double Exponent(TimeSpan small, TimeSpan large) =>
        large < Negligible ? 0 : Math.Log(large / small) / Math.Log((double)Large / Small);
}
