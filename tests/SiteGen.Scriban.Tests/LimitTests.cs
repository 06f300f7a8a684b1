namespace SiteGen.Scriban.Tests;

public sealed class LimitTests
{
    static string ErrorOf(string source, TemplateOptions options)
    {
        TemplateError? error = Template.Parse(source).Render(new RenderContext(options));
        Assert.NotNull(error);
        return $"{error.Line}:{error.Column} {error.Message}";
    }

    [Fact]
    public void An_endless_loop_ends_with_an_error_at_the_loop() =>
        Assert.Equal("1:4 The loops take more than 1000 steps", ErrorOf("{{ while true; end }}", TemplateOptions.Default));

    [Fact]
    public void Nested_loops_count_together() =>
        Assert.StartsWith("1:21 ", ErrorOf("{{ for i in (1..9); for j in (1..9); end; end }}", new TemplateOptions { LoopLimit = 15 }), StringComparison.Ordinal);

    [Fact]
    public void An_endless_recursion_ends_with_an_error_at_the_call() =>
        Assert.StartsWith("1:11", ErrorOf("{{ f(n) = f(n + 1); f 0 }}", TemplateOptions.Default), StringComparison.Ordinal);

    [Fact]
    public void A_text_that_doubles_is_stopped() =>
        Assert.Contains("more than 1048576 characters", ErrorOf("{{ x = 'ab'; while true; x = x + x; end }}", TemplateOptions.Default), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ x = 3; while true; x = x * x; end }}")]
    [InlineData("{{ x = 3; while true; x = x << 1000000; end }}")]
    [InlineData("{{ a = [1]; while true; a = a + a; end }}")]
    [InlineData("{{ x = 'ab'; while true; x = x * 1000; end }}")]
    [InlineData("{{ x = 'ab' * 1000000; x | string.replace 'a' x }}")]
    [InlineData("{{ x = 'ab' * 1000000; x | regex.replace 'a' x }}")]
    [InlineData("{{ x = 'ab' * 1000000; x | string.pad_left 2000000000 }}")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}")]
    [InlineData("{{ [] | array.insert_at 2000000000 1 }}")]
    [InlineData("{{ x = 'ab' * 100000; [1,2,3,4,5,6,7,8] | array.join x }}")]
    public void What_grows_in_a_loop_is_stopped_before_memory_is_full(string source) =>
        Assert.NotNull(Template.Parse(source).Render(new RenderContext(new TemplateOptions { LoopLimit = 2000 })));

    [Theory]
    [InlineData("{{ a = []; i = 0; while i < 5000; a = a | array.concat [1]; i = i + 1; end; a | array.size }}")]
    [InlineData("{{ a = [1]; i = 0; while i < 5000; a = a | array.reverse; i = i + 1; end; a | array.size }}")]
    public void Iterators_on_iterators_do_not_run_out_of_stack(string source) =>
        Assert.Null(Template.Parse(source).Render(new RenderContext(new TemplateOptions { LoopLimit = 0 })));

    [Theory]
    [InlineData("{{ 5 | math.format 'D999999999' }}")]
    [InlineData("{{ date.parse '9999-12-31' + timespan.from_days 100000 }}")]
    [InlineData("{{ date.parse '9999-12-31' | date.add_days 5 }}")]
    [InlineData("{{ 79228162514264337593543950335m + 1m }}")]
    [InlineData("{{ '\"\\\\ud800\"' | object.from_json }}")]
    public void What_no_type_can_hold_is_an_error(string source) =>
        Assert.NotNull(Template.Parse(source).Render(new RenderContext(TemplateOptions.Default)));

    [Fact]
    public void A_slow_expression_is_stopped()
    {
        var options = new TemplateOptions { RegexTimeout = TimeSpan.FromMilliseconds(50) };
        Assert.Contains("too long", ErrorOf("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}", options), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_over_the_limit_is_cut_and_marked()
    {
        var context = new RenderContext(new TemplateOptions { LimitToString = 5 });
        Assert.Null(Template.Parse("가나다라마바사").Render(context));
        Assert.Equal("가나다라마...", context.Output.ToString());
    }

    [Fact]
    public void Output_far_over_the_limit_is_not_kept()
    {
        var context = new RenderContext(new TemplateOptions { LimitToString = 1000, LoopLimit = 0 });
        Assert.Null(Template.Parse("{{ for i in (1..100000) }}abcdefghij{{ end }}").Render(context));
        Assert.Equal(1003, context.Output.Length);
    }

    [Fact]
    public void A_context_works_again_after_an_error()
    {
        var context = new RenderContext(TemplateOptions.Default);
        Assert.NotNull(Template.Parse("{{ for i in (1..3); capture x; func f(a); nofunc a; end; f 1; end; end }}").Render(context));
        Assert.NotNull(Template.Parse("{{ 'abc' | string.replace_first 'b' 'x' 'yes' | string.index_of null }}").Render(context));
        context.Reset();
        Assert.Null(Template.Parse("{{ i }}[{{ for j in (1..2); j; end }}]{{ 'abab' | string.replace_first 'b' 'x' | string.index_of 'x' }}").Render(context));
        Assert.Equal("[12]1", context.Output.ToString());
    }
}
