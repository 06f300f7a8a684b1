namespace SiteGen.Cli.Tests;

public sealed class RenderTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    TestTerminal terminal = new("/");

    [Fact]
    public void A_template_with_a_model_is_rendered_to_standard_output()
    {
        Write("t.sbn", "안녕, {{ name }}! {{ include 'p.sbn' }}");
        Write("p.sbn", "{{ 1 + 1 }}");
        Write("m.json", "\uFEFF{\"name\": \"마루\"}");
        Assert.Equal(0, Run("render", "t.sbn", "--data", "m.json"));
        Assert.Equal(("안녕, 마루! 2", ""), (terminal.Output, terminal.Errors));
    }

    [Theory]
    [InlineData("{{ if }}", "t.sbn:1:")]
    [InlineData("{{ nothing.of.the_kind 1 }}", "t.sbn:1:")]
    [InlineData("{{ include '../outside' }}", "t.sbn:1:")]
    [InlineData("{{ include 'none' }}", "looked for in: none")]
    [InlineData("{{ while true }}{{ end }}", "more than 1000 steps")]
    public void A_mistake_in_the_template_ends_with_1_and_prints_nothing_to_standard_output(string template, string said)
    {
        Write("t.sbn", "before " + template);
        File.WriteAllText(Path.Combine(folder.Path, "outside"), "secret");
        Assert.Equal(1, Run("render", "t.sbn"));
        Assert.Contains(said, terminal.Errors);
        Assert.Equal("", terminal.Output);
    }

    [Theory]
    [InlineData("[1]", "m.json:1:1: error json-type: The model must be a JSON object.")]
    [InlineData("{\"a\": 1,\n}", "m.json:2:1: error json-syntax: This is not JSON: ")]
    [InlineData("", "m.json:1:1: error json-syntax: The file is empty.")]
    [InlineData("{\"a\": \"\\ud83d\"}", "m.json: error json-syntax: A text holds half of a character")]
    public void A_model_that_is_none_ends_with_2(string json, string said)
    {
        Write("t.sbn", "x");
        Write("m.json", json);
        Assert.Equal(2, Run("render", "t.sbn", "--data", "m.json"));
        Assert.StartsWith(said, terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_2()
    {
        Assert.Equal(2, Run("render", "none.sbn"));
        Assert.StartsWith("none.sbn: error file-unreadable: The file can't be read: there is no such file.", terminal.Errors, StringComparison.Ordinal);
        Write("t.sbn", "x");
        Assert.Equal(2, Run("render", "t.sbn", "--data", "none.json"));
        Assert.Equal(2, Run("render"));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder["in"]).FullName, name), text);

    int Run(params string[] arguments)
    {
        terminal = new TestTerminal(Directory.CreateDirectory(folder["in"]).FullName);
        return Program.Run(arguments, terminal);
    }

    public void Dispose() => folder.Dispose();
}
