using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Markup;

/// <summary>No Markdown takes much more than linear time or memory.</summary>
[Collection(CpuTime.Name)]
public sealed class MarkdownTimeTests
{
    const int Small = 40_000;
    const int Large = 160_000;
    const long MostBytes = 300_000_000;
    const double MostExponent = 1.3;

    /// <summary>Below this a measured exponent is noise.</summary>
    static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(250);

    static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>A number in place of <c>#</c> makes each repetition different.</summary>
    public static TheoryData<string> Constructs =>
    [
        "용어#(Term#) ", "용어(Term) ", "이름#(Name Of Some#)은 ", "“용어#(Term#) ", "# h\n", "# h#\n", "# h {#h}\n", "#\n", "h\n-\n",
        "\u0301\u0327", "a\u0323\u0301\u0302", "가\u0301\u0316\u0315", "[a](/missing#) ", "[a](missing#.md) ", "![](missing#.png) ",
        "<div>\n", "<div>\n\n", "<div>", "<b>", "<b> ", "<b", "<a href='", "</b>", "<!-- ", "<!--", "<?", "<![CDATA[", "<x y=\"",
        "[a](", "[a](b", "[a](<", "[a](b \"", "[a][", "[a", "[", "![", "![a](", "[[a]", "[]", "[](", "]",
        "[a]: ", "[a]: \n", "[a#]: /x\n", "[a]: <\n", "[a]: /x \"\n", "[a]: /x 'y\n", "[a#]: ", "[^#]", "[^#]: 글\n", "[^#]: 글\n\n[^#]\n\n",
        "*", "**", "*a ", "*a_ ", "_a ", "**a*", "***a**", "~~", "~~a ", "*a **b ", "`", "`a``b", "``a", "$", "$a ", "$$\n", "\\", "\\(",
        "> ", ">", "> 글\n", "- ", "- 글\n", "  - ", "1. 글\n", "- 글\n\n", "* * ", "글\n: 뜻\n", "글\n: 뜻\n\n", "글\n\n: 뜻\n\n", ": ",
        "| a | b |\n", "|", "|-|-|\n", "| a |\n|---|\n", "a | b\n--|--\n", "{", "{.a", "{.a}", "{#a#} ", "{a=\"", "글 {.a}\n", "{.a}\n", "글\n{: .a}\n",
        "{: .a}\n", "`a`{.b}", "{{", "{{<", "{{< x \"", "{{</*", "{% a %} ", "{{ a }} ", "https://a.kr/ ", "https://a.kr/(", "www.a", "a@", "a@b.kr ",
        "\"", "\"가\" ", "'", "&", "&amp;", "```\n", "~~~\n", "    a\n", "a  \n", "\\\n", "글\n", "\n", " ", "\t", "가", "글 ",
        "- [ ] 가\n", "> [!NOTE]\n> 글\n\n", "![a](b \"c\")\n\n", "- 가\n  - 나\n", "<b>가</b> ", "<String> ", "[[a]] ", ":::note\n", "\0", "\uD800",
    ];

    [Theory]
    [MemberData(nameof(Constructs))]
    public void No_construct_takes_much_more_than_linear_time(string construct)
    {
        RobustnessTests.Render(Repeated(construct, 1_000));
        var (smallTime, smallBytes) = Measure(Repeated(construct, Small));
        var (largeTime, largeBytes) = Measure(Repeated(construct, Large));
        System.IO.File.AppendAllText("/tmp/w/mk-times.txt", $"{construct.Replace("\n", "\\n"),-20} {smallTime.TotalMilliseconds,8:0} {largeTime.TotalMilliseconds,8:0} ms {smallBytes >> 20,6} {largeBytes >> 20,6} MB {Exponent(smallTime.Ticks, largeTime.Ticks):0.00} {Exponent(smallBytes, largeBytes):0.00}\n");
        Assert.InRange(largeBytes, 0, MostBytes);
        Assert.InRange(Exponent(smallBytes, largeBytes), 0, MostExponent);
        Assert.InRange(largeTime < Negligible ? 0 : Exponent(smallTime.Ticks, largeTime.Ticks), 0, MostExponent);
    }

    static string Repeated(string construct, int length)
    {
        var text = new System.Text.StringBuilder(length + 100);
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

    static double Exponent(long small, long large) => Math.Log((double)Math.Max(1, large) / Math.Max(1, small)) / Math.Log((double)Large / Small);
}
