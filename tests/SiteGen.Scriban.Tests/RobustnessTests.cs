using System.Text;

namespace SiteGen.Scriban.Tests;

public sealed class RobustnessTests
{
    const int StackOfAThread = 1 << 20;

    static readonly TemplateOptions Tight = new() { LoopLimit = 200, RecursiveLimit = 30, LimitToString = 20_000, RegexTimeout = TimeSpan.FromMilliseconds(100) };

    static IEnumerable<string> Sources => LanguageCase.AllNames.Select(n => LanguageCase.Read(n).Template);

    [Fact]
    public void Every_prefix_of_every_case_parses_without_throwing()
    {
        foreach (string source in Sources)
        {
            for (int length = 0; length <= source.Length; length++)
            {
                Check(Template.Parse(source[..length]));
                Check(Template.Parse(source[..length], scriptOnly: true));
            }
        }
    }

    [Fact]
    public void Cases_with_characters_changed_at_random_end_in_output_or_an_error()
    {
        var random = new Random(20260101);
        const string Alphabet = "{}[]()|.,:;$@^!?-+*/%<>=&#~'\"`\\ \nabcifendforx019_가😀";
        var context = new RenderContext(Tight);
        foreach (string source in Sources)
        {
            for (int n = 0; n < 150; n++)
            {
                var text = new StringBuilder(source);
                for (int k = random.Next(1, 4); k > 0 && text.Length > 0; k--)
                    Mutate(text, random, Alphabet);
                Template template = Template.Parse(text.ToString());
                Check(template);
                context.Reset();
                template.Render(context);
            }
        }
    }

    static void Mutate(StringBuilder text, Random random, string alphabet)
    {
        int at = random.Next(text.Length);
        switch (random.Next(3))
        {
            case 0: text[at] = alphabet[random.Next(alphabet.Length)]; break;
            case 1: text.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
            default: text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)); break;
        }
    }

    static void Check(Template template)
    {
        foreach (TemplateError error in template.Errors)
        {
            Assert.NotEmpty(error.Message.ToString());
            Assert.True(error.Offset >= -1 && error.Offset <= template.Text.Length);
            Assert.True(error.Line >= 0 && error.Column >= 0);
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a:", "1", "}")]
    [InlineData("!", "true", "")]
    [InlineData("- ", "1", "")]
    [InlineData("f(", "1", ")")]
    [InlineData("x[", "1", "]")]
    [InlineData("true ? 1 : ", "1", "")]
    [InlineData("$'{", "1", "}'")]
    [InlineData("do; ", "1", "; end")]
    [InlineData("if true; ", "1", "; end")]
    [InlineData("1 + ", "1", "")]
    [InlineData("1 | math.plus ", "1", "")]
    [InlineData("a.", "b", "")]
    [InlineData("else if x; ", "", "")]
    [InlineData("f x: ", "1", "")]
    public void Source_nested_ten_thousand_deep_is_refused_or_rendered_on_a_small_stack(string open, string middle, string close)
    {
        string source = "{{ " + string.Concat(Enumerable.Repeat(open, 10_000)) + middle + string.Concat(Enumerable.Repeat(close, 10_000)) + " }}";
        OnSmallStack(() => Template.Parse(source).Render(new RenderContext(Tight)));
    }

    [Theory]
    [InlineData("{{ func f(a, a, a, a, a, a, a); a; end; f 1 2 3 4 5 6 7 }}")]
    [InlineData("{{ f(a, b, a) = a; f 1 2 3 }}")]
    public void A_parameter_twice_is_a_syntax_error(string source) => Assert.NotEmpty(Template.Parse(source).Errors);

    [Fact]
    public void Hundreds_of_parameters_and_arguments_do_no_harm()
    {
        string names = string.Join(", ", Enumerable.Range(0, 300).Select(i => "p" + i));
        string values = string.Join(" ", Enumerable.Range(0, 300));
        Assert.NotEmpty(Template.Parse($"{{{{ func f({names}); p1; end; f {values} }}}}").Errors);
        Assert.NotNull(Template.Parse($"{{{{ string.append {values} }}}}").Render(new RenderContext(Tight)));
        Assert.Null(Template.Parse($"{{{{ func f; $299; end; f {values} }}}}").Render(new RenderContext(Tight)));
    }

    [Fact]
    public void A_hundred_nested_calls_and_includes_fit_a_small_stack()
    {
        var loader = new OneTemplate("{{ $1 }}{{ if $1 > 0; x = (((((include 'self' ($1 - 1)))))) | string.append '.'; x; end }}");
        var context = new RenderContext(TemplateOptions.Default) { Loader = loader };
        OnSmallStack(() => Assert.Null(Template.Parse("{{ include 'self' 98 }}").Render(context)));

        Template functions = Template.Parse("{{ f(n) = n < 1 ? 0 : 1 + ((((((f(n - 1))))))) ; f 98 }}");
        OnSmallStack(() => Assert.Null(functions.Render(context)));
        Assert.Equal("98", context.Output.ToString());
    }

    [Theory]
    [InlineData("{{ f(n) = f(n + 1); f 0 }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ a = []; a[0] = a; a }}")]
    [InlineData("{{ a = []; a[0] = a; a == a }}")]
    [InlineData("{{ x = 'x | object.eval'; x | object.eval }}")]
    [InlineData("{{ x = '{{ x | object.eval_template }}'; x | object.eval_template }}")]
    public void Endless_recursion_is_an_error_even_without_limits(string source)
    {
        var options = new TemplateOptions { RecursiveLimit = 0, ObjectRecursionLimit = 0, LoopLimit = 0 };
        TemplateError? error = null;
        OnSmallStack(() => error = Template.Parse(source).Render(new RenderContext(options)));
        Assert.NotNull(error);
    }

    static void OnSmallStack(Action run)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    run();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            StackOfAThread);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    sealed class OneTemplate(string text) : ITemplateLoader
    {
        readonly Template _template = Template.Parse(text, "self");

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = [];
            return _template;
        }
    }
}
