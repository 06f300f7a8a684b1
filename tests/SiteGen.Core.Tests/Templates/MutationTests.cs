using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Spoilt templates end in output or in a diagnostic with a place, never in an exception.</summary>
public sealed class MutationTests
{
    const int Mutations = 1200;

    static readonly string[] Sound =
    [
        "{{ if page.title }}<h1>{{ page.title | string.upcase }}</h1>{{ else if x; 1; else; 2; end }}",
        "<ul>{{~ for p in posts limit: 2 ~}}<li>{{ for.index }} {{ p.title }}</li>{{ else }}none{{ end }}</ul>",
        "{{ func card(title, url = '#') }}<a href=\"{{ url }}\">{{ title }}</a>{{ end }}{{ card 'a' }}{{ 'b' | card '/c' }}",
        "{{ x = [1, 2, {a: 3}]; x[2].a += 4; x | array.map 'a' | array.join ', ' }}{{ $'{x.size} {x[0]}' }}",
        "{{ case page.size; when 1, 2; 'few'; when 3; 'three'; else; 'many'; end }}{{ capture c }}<i>{{ 1..3 }}</i>{{ end; c }}",
        "{{ partial 'show' n: (x ?? 5) }}{{ y = include 'show'; y + y }}  {{ partial 'show' n: '<' }}",
        "{{ while i < 5; i = i + 1; if i == 3; continue; end; i; end }}{{ 'a1b2' | regex.replace '[0-9]' '' }}{%{ {{ raw }} }%}",
        "{{ with page; title; end }}{{ date.now | date.to_string '%F' }}{{ posts | array.sort 'size' | array.first"
        + " | object.to_json }}{{ 7 // 2 * (1 - 3.5) }}",
    ];

    static readonly string[] Splinters =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{{ end }}", " end ", "; end;", " else ", " when 1 ", " if true; ", " for i in 1..9; ",
        " func f(x); ", " do; ", " ret ", " capture c; ", " wrap f; ",
        "$$", "$", "$0", " with this; ", " tablerow i in x; ", " include 'show' ", " readonly x ", " import this ", " case 1; ",
        " break ", "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$'{", "##", "#",
        "\\", "\\u", "|", "|>", "||", "&&", "??", "?!", "?.", "?", ":", "..", "..<", "...", "++", "--", "@", "^", "!", "//", "<<", ">>",
        " = ", " += ", " == ", ".", ",", ";", "\n", "\r\n", "\t", "\0",
        "\u2028", "\uD800", "\uFEFF", "한글", "😀", "0x", "1e999", "99999999999999999999", "1.5m", "-1", "null", "empty", "this",
        "for.index", " | array.sort ", " | string.slice ", " | math.format 'D99999999' ",
        " | object.eval ", " | object.eval_template ", " | date.parse ", " | string.pad_left 99999999 ", " * 99999999 ",
    ];

    static Rendering Site() => new Rendering().Partial("show", "[{{ $.n }}]")
        .With("page", new Members(("title", "제목"), ("size", 3)))
        .With("posts", new ListView<int>([3, 1, 2], size => new Members(("title", "글"), ("size", size))));

    [Fact]
    public void Spoilt_templates_end_in_output_or_a_diagnostic()
    {
        var site = Site();
        var rendered = 0;
        Parallel.For(0, Mutations, seed =>
        {
            var template = Spoil(Sound[seed % Sound.Length], new Random(seed));
            try
            {
                var parsed = Rendering.Parsed(template);
                foreach (var mistake in parsed.Mistakes)
                    Check(mistake, template);
                if (parsed.Mistakes.Count > 0)
                    return;
                Interlocked.Increment(ref rendered);
                if (site.Context().Render(parsed) is { } error)
                    Check(error, template);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {template}", e);
            }
        });
        Assert.True(rendered > Mutations / 10, "Too few of the spoilt templates are whole for this to say anything.");
    }

    [Fact]
    public void Every_prefix_parses_without_throwing()
    {
        foreach (var template in Sound)
        {
            for (var length = 0; length <= template.Length; length++)
                Assert.All(Rendering.Parsed(template[..length]).Mistakes, mistake => Check(mistake, template));
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
    [InlineData("do; ", "1", "; end")]
    [InlineData("if true; ", "1", "; end")]
    [InlineData("1 + ", "1", "")]
    [InlineData("1 | math.plus ", "1", "")]
    [InlineData("a?.", "b", "")]
    [InlineData("else if x; ", "", "")]
    [InlineData("f x: ", "1", "")]
    public void What_is_nested_ten_thousand_deep_is_refused_or_rendered_on_a_small_stack(string open, string middle, string close)
    {
        var template = "{{ " + string.Concat(Enumerable.Repeat(open, 10_000)) + middle
            + string.Concat(Enumerable.Repeat(close, 10_000)) + " }}";
        OnSmallStack(() => Site().Run(template));
    }

    [Fact]
    public void A_hundred_nested_calls_and_partials_fit_a_small_stack()
    {
        var site = Site().Partial("deep", "{{ if $n > 0; x = (((partial 'deep' n: ($n - 1)))); x; end }}");
        OnSmallStack(() => site.Output("{{ f(n) = n < 1 ? 0 : 1 + (((((f(n - 1)))))); f 98 }}"));
        OnSmallStack(() => site.Run("{{ partial 'deep' n: 90 }}"));
    }

    static void Check(Diagnostic found, string template)
    {
        Assert.NotEmpty(found.Message.ToString());
        Assert.NotNull(found.Place.Source);
        Assert.InRange(found.Place.Offset, 0, template.Length);
        Assert.All(found.Notes, note => Assert.NotNull(note.Place.Source));
    }

    static string Spoil(string template, Random random)
    {
        var text = new StringBuilder(template);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 8), text.Length - at);
            switch (random.Next(7))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2 when length > 0:
                    text[at] = (char)random.Next(1, 0x250);
                    break;
                case 3:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Splinters[random.Next(Splinters.Length)], random.Next(2, 400))));
                    break;
                default:
                    text.Insert(at, Splinters[random.Next(Splinters.Length)]);
                    break;
            }
        }

        return text.ToString();
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
            3 << 19);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, failure?.ToString());
    }
}
