namespace SiteGen.Scriban.Tests;

public sealed class BuiltinTests
{
    static readonly string[] Odd =
    [
        "null", "true", "0", "(-1)", "3", "2147483648", "99999999999999999999", "1.5", "(0.0/0)", "(1/0)", "1.10m", "2.5f",
        "''", "'abc'", "'%'", "'(['", "'\\ud800'", "[]", "[1,'a',null]", "(1..3)", "{}", "{a:1}", "('ab'|array.reverse)",
        "@math.abs", "@(do;ret $0;end)", "(date.parse '2024-01-01')", "(timespan.from_days 1)", "empty", "('abc'[0])", "c",
    ];

    static readonly TemplateOptions Options = new() { LoopLimit = 50, RegexTimeout = TimeSpan.FromMilliseconds(50), LimitToString = 10_000 };

    public static TheoryData<string> Objects => ["array", "date", "html", "math", "object", "regex", "string", "timespan"];

    static IEnumerable<string> FunctionsOf(string owner)
    {
        var context = new RenderContext(TemplateOptions.Default);
        Assert.Null(Template.Parse($"{{{{ for kv in {owner}; kv.key; ' '; end }}}}").Render(context));
        return context.Output.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Any_function_with_any_values_ends_in_output_or_an_error(string owner)
    {
        var context = new RenderContext(Options);
        int pair = 0;
        foreach (string function in FunctionsOf(owner))
        {
            string name = $"{owner}.{function}";
            Run(context, name);
            foreach (string a in Odd)
            {
                Run(context, $"{a} | {name}");
                foreach (string b in Odd)
                {
                    // There are a hundred thousand pairs: every function meets every value on either side, but not every pair.
                    switch (++pair % 7)
                    {
                        case 0 or 2 or 4: Run(context, $"{a} | {name} {b}"); break;
                        case 1: Run(context, $"{a} | {name} {b} {b}"); break;
                        case 3: Run(context, $"{a} | {name} 'a' {b} 1 {a}"); break;
                    }
                }
            }
        }
    }

    [Fact]
    public void Any_operator_between_any_values_ends_in_output_or_an_error()
    {
        string[] operators = ["+", "-", "*", "/", "//", "%", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "..", "..<", "&&", "||", "??", "?!"];
        var context = new RenderContext(Options);
        foreach (string a in Odd)
        {
            Run(context, $"-{a}");
            Run(context, $"{a}.size");
            Run(context, $"x = {a}; for i in x limit:2; i; end; x++");
            Run(context, $"x = {a}; x.empty?; with x; y = 1; end");
            foreach (string b in Odd)
            {
                Run(context, $"x = {a}; x[{b}]");
                Run(context, $"x = {a}; x[{b}] = 1; x");
                foreach (string op in operators)
                    Run(context, $"{a} {op} {b}");
            }
        }
    }

    static void Run(RenderContext context, string code)
    {
        Template template = Template.Parse("{{ capture c; 'x'; end; " + code + " }}");
        context.Reset();
        try
        {
            template.Render(context);
        }
        catch (Exception e)
        {
            Assert.Fail($"{code}: {e}");
        }
    }
}
