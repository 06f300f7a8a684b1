using System.Reflection;
using System.Text;
using Scriban;
using Scriban.Parsing;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Rendering;
using SiteGen.Core.Templates;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Templates;

/// <summary>A tree that is cheaper to render renders the same as the tree that Scriban parsed.</summary>
public sealed class TemplateTreeTests
{
    /// <summary>The template as Scriban parses it.</summary>
    static Template AsParsed(SourceText source, int start)
    {
        var (line, column) = source.LineAndColumn(start);
        return Template.Parse(source.Text, source.Path, ParserOptions.Default,
            new LexerOptions { StartPosition = new TextPosition(start, line - 1, column - 1) });
    }

    [Theory]
    [InlineData("a\n{{ if true }}b\n{{ end }}c")]
    [InlineData("<ul>\n{{~ for x in [1, 2] ~}}\n<li>{{ x }}</li>\n{{~ end ~}}\n</ul>")]
    [InlineData("  {{ 'a\nb' }}\n\t{{ if true }}c\n  d{{ end }}\n")]
    [InlineData("{{ capture x }}한글 😀 <b>{{ end }}{{ x }}{{ x.size }}")]
    [InlineData("{{ func f }}<i>{{ $0 }}</i>{{ end }}{{ f 1 }}{{ f 2 | string.size }}")]
    [InlineData("{%{ {{ raw }} }%}{{ '<' }}\r\n{{- 'x' -}}\r\n")]
    public void A_template_prints_what_it_would_without(string text)
    {
        var source = new SourceText("x", text);
        Assert.Equal(Print(new ParsedTemplate(source, []) { Script = AsParsed(source, 0) }), Print(ParsedTemplate.Parse(source, 0)));
    }

    static string Print(ParsedTemplate template)
    {
        var context = new RenderContext(new NoTemplates(), [], TimeProvider.System);
        Assert.Null(context.Render(template));
        return context.Printed.ToString();
    }

    [Fact]
    public void Every_page_of_the_theme_is_the_same_to_the_byte()
    {
        var plan = SiteBuilder.Plan(Corpus.Maru(20).AddFolder("content/data").Files,
            new BuildOptions(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new DiagnosticBag());
        var (improved, plain) = (new SiteRenderer(plan, new DiagnosticBag()), new SiteRenderer(plan, new DiagnosticBag()));
        Assert.InRange(UndoImprovements(plain), 30, int.MaxValue);
        foreach (var route in plan.Routes)
            Assert.Equal(Encoding.UTF8.GetString(plain.Render(route)!), Encoding.UTF8.GetString(improved.Render(route)!));
    }

    /// <summary>Gives every template of a renderer the tree as it was parsed; the number of templates.</summary>
    static int UndoImprovements(SiteRenderer renderer)
    {
        var store = (TemplateStore)typeof(SiteRenderer).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(field => field.FieldType == typeof(TemplateStore)).GetValue(renderer)!;
        var templates = store.All.ToList();
        foreach (var template in templates)
            typeof(ParsedTemplate).GetProperty(nameof(ParsedTemplate.Script))!
                .SetValue(template, AsParsed(template.Source, template.Start));
        return templates.Count;
    }

    sealed class NoTemplates : ITemplateSource
    {
        public IEnumerable<string> PartialNames => [];

        public ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched)
        {
            searched = [];
            return null;
        }

        public Message? Refusal(string name) => null;

        public SourceText? SourceOf(string path) => null;
    }
}
