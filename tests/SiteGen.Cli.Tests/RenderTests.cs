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
    [InlineData("{{ while true }}{{ end }}", "more than 3000000 steps")]
    public void A_mistake_in_the_template_ends_with_1_and_prints_nothing_to_standard_output(string template, string said)
    {
        Write("t.sbn", "before " + template);
        File.WriteAllText(folder["outside"], "secret");
        Assert.Equal(1, Run("render", "t.sbn"));
        Assert.Contains(said, terminal.Errors);
        Assert.Equal("", terminal.Output);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("sub/../../outside")]
    [InlineData("..\\outside")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("c:x")]
    [InlineData("\\\\server\\x")]
    [InlineData("out.sbn")]
    [InlineData("away/outside")]
    [InlineData("chain")]
    [InlineData("a\0b")]
    public void An_include_never_leaves_the_folder_of_the_template(string name)
    {
        Write("t.sbn", "{{ include name }}");
        Write("m.json", System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = name }));
        File.WriteAllText(folder["outside"], "secret");
        Directory.CreateDirectory(folder["in/sub"]);
        File.CreateSymbolicLink(folder["in/out.sbn"], "../outside");
        Directory.CreateSymbolicLink(folder["in/away"], folder.Path);
        File.CreateSymbolicLink(folder["in/chain"], "out.sbn");
        Assert.Equal(1, Run("render", "t.sbn", "--data", "m.json"));
        Assert.Contains("t.sbn:1:4: error template-runtime: `", terminal.Errors);
        Assert.Contains("can't be included", terminal.Errors);
        Assert.Equal("", terminal.Output);
    }

    [Fact]
    public void A_link_that_stays_in_the_folder_is_included_like_a_file()
    {
        Write("t.sbn", "{{ include 'link' }}{{ include 'folder/p.sbn' }}");
        Directory.CreateDirectory(folder["in/sub"]);
        File.WriteAllText(folder["in/sub/p.sbn"], "part");
        File.CreateSymbolicLink(folder["in/link"], "sub/p.sbn");
        Directory.CreateSymbolicLink(folder["in/folder"], "sub");
        Assert.Equal(0, Run("render", "t.sbn"));
        Assert.Equal("partpart", terminal.Output);
    }

    [Fact]
    public void An_include_that_is_not_UTF_8_says_so()
    {
        Write("t.sbn", "{{ include 'p.sbn' }}");
        File.WriteAllBytes(folder["in/p.sbn"], [0xB1, 0xDB]);
        Assert.Equal(1, Run("render", "t.sbn"));
        Assert.Contains("p.sbn:1:1: error file-encoding: The file is not UTF-8", terminal.Errors);
    }

    [Theory]
    [InlineData("[1]", "m.json:1:1: error json-type: The model must be a JSON object.")]
    [InlineData("{\"a\": 1,\n}", "m.json:2:1: error json-syntax: This is not JSON: ")]
    [InlineData("", "m.json:1:1: error json-syntax: The file is empty.")]
    [InlineData("{\"a\": \"\\ud83d\"}", "m.json:1:7: error json-syntax: A text holds half of a character")]
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
        Assert.StartsWith("none.sbn: error file-unreadable: The file can't be read: there is no such file.", terminal.Errors,
            StringComparison.Ordinal);
        Write("t.sbn", "x");
        Assert.Equal(2, Run("render", "t.sbn", "--data", "none.json"));
        Assert.Equal(2, Run("render"));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder["in"]).FullName, name), text);

    int Run(params string[] arguments)
    {
        terminal = new TestTerminal(Directory.CreateDirectory(folder["in"]).FullName);
        return Sitegen.Run(terminal, arguments);
    }

    public void Dispose() => folder.Dispose();
}
