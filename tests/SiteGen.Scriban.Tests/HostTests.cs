using System.Text;

namespace SiteGen.Scriban.Tests;

public sealed class HostTests
{
    static readonly NativeFunction Show = new(
        "site.show",
        [new("first"), new("second", Optional: true), new("rest", Rest: true)],
        call => $"{call.Text(0)},{(call.Has(1) ? call.Text(1) : "none")},{string.Join('+', call.Rest)},{string.Join('+', call.NamedRest.Select(n => $"{n.Key}={n.Value}"))}");

    static readonly NativeFunction Refuse = new(
        "refuse",
        [new("a"), new("b", Optional: true)],
        call => call.Has(1) ? call.Fail(1, "not this one", "try another") : call.Fail("not at all"));

    static (string Output, TemplateError? Error) Render(string source, ITemplateLoader? loader = null)
    {
        var host = new ScriptObject();
        var site = new ScriptObject();
        site.Set("show", Value.Of(Show));
        site.Set("page", Value.Of(new Page("제목", 3)));
        site.Set("tags", Value.List(["a", "b", 3]));
        host.Set("site", Value.Of(site));
        host.Set("refuse", Value.Of(Refuse));
        host.Set("greeting", "host");
        var context = new RenderContext(TemplateOptions.Default) { HostFunctions = host, Loader = loader };
        TemplateError? error = Template.Parse(source, "page.html").Render(context);
        return (context.Output.ToString(), error);
    }

    [Theory]
    [InlineData("{{ site.show 1 }}", "1,none,,")]
    [InlineData("{{ 1 | site.show 2 3 4 }}", "1,2,3+4,")]
    [InlineData("{{ site.show 1 x: 5 second: 2 y: 6 }}", "1,2,,x=5+y=6")]
    [InlineData("{{ site.show(1, 2, 3) }}", "1,2,3,")]
    [InlineData("{{ site.page.title }} {{ site.page.size }} {{ site.page.nope }}|", "제목 3 |")]
    [InlineData("{{ site.page }}", "{title: \"제목\", size: 3}")]
    [InlineData("{{ for kv in site.page; kv.key; kv.value; end }}", "title제목size3")]
    [InlineData("{{ site.tags.size }}{{ site.tags[-1] }}{{ for t in site.tags; t; end }}", "33ab3")]
    [InlineData("{{ site.tags | array.join '/' }}", "a/b/3")]
    [InlineData("{{ greeting }}{{ greeting = 'page'; greeting }}", "hostpage")]
    [InlineData("{{ [1,2] | array.each @site.show }}", "[\"1,none,,\", \"2,none,,\"]")]
    public void Templates_see_what_the_host_gives(string source, string expected)
    {
        (string output, TemplateError? error) = Render(source);
        Assert.Null(error);
        Assert.Equal(expected, output);
    }

    [Theory]
    [InlineData("{{ refuse 1 }}", 3, "not at all", null)]
    [InlineData("{{ refuse 1 22 }}", 12, "not this one", "try another")]
    [InlineData("{{ 'x' | refuse b: 22 }}", 16, "not this one", "try another")]
    [InlineData("{{ refuse }}", 9, "too few arguments", "`refuse` takes a b?")]
    [InlineData("{{ site.page.title = 1 }}", 13, "read-only", "can't be changed")]
    [InlineData("{{ site.shw 1 }}", 3, "There is no function", "did you mean `site.show`?")]
    [InlineData("{{ sit.show 1 }}", 7, "`sit` is null", "did you mean `site`?")]
    [InlineData("{{ strin.upcase 'a' }}", 9, "is null", "did you mean `string`?")]
    [InlineData("{{ 'a' | string.upcas }}", 9, "no function", "did you mean `string.upcase`?")]
    [InlineData("{{ greting 'a' }}", 3, "no function", "did you mean `greeting`?")]
    public void A_failure_points_at_the_place_and_says_what_was_meant(string source, int offset, string message, string? hint)
    {
        (_, TemplateError? error) = Render(source);
        Assert.NotNull(error);
        Assert.Equal(offset, error.Offset);
        Assert.Contains(message, error.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains(hint ?? "", error.Hint?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_inside_includes_names_its_file_and_the_includes_on_the_way()
    {
        (_, TemplateError? error) = Render("a\n{{ include 'outer' }}", new Loader());
        Assert.NotNull(error);
        Assert.Equal(("inner", 2, 4), (error.Path, error.Line, error.Column));
        Assert.Equal(["outer:1:3", "page.html:2:4"], error.Notes.Select(n => $"{n.Path}:{n.Line}:{n.Column}"));
    }

    [Fact]
    public void A_missing_include_says_where_it_was_looked_for_and_which_name_is_near()
    {
        (_, TemplateError? error) = Render("{{ include 'iner' }}", new Loader());
        Assert.NotNull(error);
        Assert.Contains("looked for in: themes/a/iner, themes/b/iner", error.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal("did you mean `inner`?", error.Hint);
    }

    [Fact]
    public void A_syntax_error_in_an_include_is_an_error_at_the_include()
    {
        (_, TemplateError? error) = Render("{{ include 'broken' }}", new Loader());
        Assert.NotNull(error);
        Assert.Equal(("page.html", 1, 4), (error.Path, error.Line, error.Column));
        Assert.Equal(("broken", 1, 9), (error.Notes[0].Path, error.Notes[0].Line, error.Notes[0].Column));
    }

    [Fact]
    public void A_page_hands_what_it_captured_on_to_its_layout()
    {
        var context = new RenderContext(TemplateOptions.Default);
        Assert.Null(Template.Parse("{{ capture head }}<b>{{ end }}{{ title = 'T' }}").Render(context));
        Assert.Null(Template.Parse("{{ capture other }}xxxx{{ end }}{{ head }}{{ title }}").Render(context));
        Assert.Equal("<b>T", context.Output.ToString());
    }

    [Fact]
    public void One_template_renders_on_many_threads_at_once()
    {
        Template template = Template.Parse("{{ for i in (1..50) }}{{ if i % 2 == 0; x = i; end }}{{ x }}{{ o = {n: i}; o.n | math.plus 1 }},{{ end }}");
        string expected = RenderOnce(template);
        Parallel.For(0, 64, _ => Assert.Equal(expected, RenderOnce(template)));
    }

    static string RenderOnce(Template template)
    {
        var context = new RenderContext(TemplateOptions.Default);
        Assert.Null(template.Render(context));
        return context.Output.ToString();
    }

    [Fact]
    public void All_syntax_errors_are_reported_the_first_one_first()
    {
        Template template = Template.Parse("{{ x = }}\n{{ 1 + }}\n{{ for }}{{ end }}");
        Assert.Equal([1, 2, 3], template.Errors.Select(e => e.Line));
        Assert.Equal(TemplateErrorKind.Syntax, template.Render(new RenderContext(TemplateOptions.Default))!.Kind);
    }

    [Fact]
    public void Json_becomes_values_with_integers_kept_and_keys_in_order()
    {
        Value value = JsonValue.Parse("""{"b": 1, "a": [3000000000, 1.0, "x", null, true]}""");
        Assert.Equal("{b: 1, a: [3000000000, 1, \"x\", null, true]}", value.ToText());
    }

    [Fact]
    public void The_protocol_answers_each_line_with_a_line()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"id": 1, "template": "{{ x }}", "model": {"x": "가"}}
            {"id": "b", "template": "{{ 1 +"}
            not json
            """));
        using var output = new MemoryStream();
        JsonLinesProtocol.Run(input, output);
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal("""{"id":1,"output":"\uAC00"}""", lines[0]);
        Assert.StartsWith("""{"id":"b","error":{"kind":"syntax","line":0,"column":0""", lines[1], StringComparison.Ordinal);
        Assert.Contains("failure", lines[2], StringComparison.Ordinal);
    }

    /// <summary>An object of the host.</summary>
    sealed class Page(string title, int size) : IScriptObject
    {
        public IEnumerable<string> Names => ["title", "size"];

        public bool TryGet(string name, out Value value)
        {
            value = name switch { "title" => title, "size" => size, _ => Value.Null };
            return !value.IsNull;
        }
    }

    sealed class Loader : ITemplateLoader, ITemplateNames
    {
        static readonly Dictionary<string, Template> Templates = new(StringComparer.Ordinal)
        {
            ["outer"] = Template.Parse("{{include 'inner' }}", "outer"),
            ["inner"] = Template.Parse("x\n{{ nofunc 1 }}", "inner"),
            ["broken"] = Template.Parse("{{ 1 +  }}", "broken"),
        };

        public IEnumerable<string> Names => Templates.Keys;

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = ["themes/a/" + name, "themes/b/" + name];
            return Templates.GetValueOrDefault(name);
        }
    }
}
