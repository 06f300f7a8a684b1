using System.Text;
using System.Text.Json;

namespace SiteGen.Cli.Tests;

public sealed class InitTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    TestTerminal terminal = new("/");

    [Fact]
    public void A_new_site_builds_without_diagnostics_and_has_no_litter()
    {
        Assert.Equal(0, Run("init", "blog"));
        Assert.Matches(@"^\d+ files written to blog\.\nNext:\n  cd blog\n  sitegen serve --open\n$", terminal.Output);
        Assert.True(File.Exists(folder["blog/content/site.yml"]));
        Assert.True(File.Exists(folder["blog/.github/workflows/pages.yml"]));
        Assert.False(Directory.Exists(folder["blog/.sitegen"]));
        Assert.False(Directory.Exists(folder["blog/themes"]));
        Assert.Equal(0, Run("build", "--source", "blog"));
        Assert.Equal("", terminal.Errors);
        Assert.True(File.Exists(folder["blog/output/index.html"]));
    }

    [Fact]
    public void Editors_find_the_schemas_that_the_settings_name_and_schema_writes_the_same_again()
    {
        Assert.Equal(0, Run("init", "blog"));
        var settings = File.ReadAllText(folder["blog/.vscode/settings.json"]);
        using var json = JsonDocument.Parse(settings, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var schemas = json.RootElement.GetProperty("yaml.schemas").EnumerateObject()
            .ToDictionary(schema => schema.Name, schema => schema.Value.GetString()!);
        var before = Sitegen.Snapshot(folder["blog/.vscode/schemas"]);
        Assert.Equal(before.Keys.Select(name => ".vscode/schemas/" + name), schemas.Keys.Order(StringComparer.Ordinal));
        Assert.All(before.Values, text => JsonDocument.Parse(text).Dispose());
        Assert.True(File.Exists(folder["blog/" + schemas[".vscode/schemas/site.schema.json"]]));
        Assert.Contains("\"seokganju\"", Encoding.UTF8.GetString(before["site.schema.json"]));

        Directory.Delete(folder["blog/.vscode/schemas"], recursive: true);
        Assert.Equal(0, Run("schema", "--source", "blog"));
        Assert.Equal("3 schemas written to .vscode/schemas.\n", terminal.Output);
        Sitegen.AssertSame(before, Sitegen.Snapshot(folder["blog/.vscode/schemas"]));
        Assert.False(Directory.Exists(folder["blog/.vscode/schemas/.sitegen"]));
        Assert.Equal(0, Run("schema", "--source", "blog", "--output", "elsewhere", "--quiet"));
        Assert.Equal("", terminal.Output);
        Sitegen.AssertSame(before, Sitegen.Snapshot(folder["elsewhere"]));
    }

    [Fact]
    public void Schemas_are_written_for_a_site_with_mistakes_but_not_among_its_texts_nor_onto_a_file()
    {
        Assert.Equal(0, Run("init", "blog"));
        File.WriteAllText(folder["blog/content/site.yml"], "titel: [\n");
        Assert.Equal(0, Run("schema", "--source", "blog"));
        Assert.Equal(2, Run("schema", "--source", "blog", "--output", "blog/content/schemas"));
        Assert.Contains("lies inside content/", terminal.Errors);
        File.WriteAllText(folder["file"], "x");
        Assert.Equal(2, Run("schema", "--source", "blog", "--output", "file"));
        Assert.Equal("x", File.ReadAllText(folder["file"]));
        Assert.Equal(2, Run("schema", "--source", "nowhere"));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("content/site.yml")]
    [InlineData("output/.gitignore")]
    public void Nothing_is_written_beside_what_is_there(string file)
    {
        Put(file);
        Assert.Equal(2, Run("init", "blog"));
        Assert.StartsWith($"blog already holds {file}. ", terminal.Errors, StringComparison.Ordinal);
        Assert.Equal([file], Sitegen.Snapshot(folder["blog"]).Keys);
        Assert.Equal("mine", File.ReadAllText(folder["blog/" + file]));
    }

    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("readme.markdown", "README.md")]
    [InlineData(".gitignore", ".gitignore")]
    [InlineData(".github/workflows/pages.yml", ".github/workflows/pages.yml")]
    [InlineData("LICENSE.txt", null)]
    [InlineData(".gitattributes", null)]
    public void What_a_new_repository_holds_stays_as_it_is(string file, string? left)
    {
        Put(file);
        Assert.Equal(0, Run("init", "blog"));
        Assert.Equal("mine", File.ReadAllText(folder["blog/" + file]));
        var said = $"\n{left} is not written, because the folder has its own.\n";
        Assert.Equal(left is not null, terminal.Output.Contains(said, StringComparison.Ordinal));
        Assert.True(File.Exists(folder["blog/content/site.yml"]));
        Assert.Equal(file == "README.md" || left != "README.md", Sitegen.Snapshot(folder["blog"]).ContainsKey("README.md"));
    }

    [Fact]
    public void A_fresh_repository_of_git_is_empty_enough()
    {
        Directory.CreateDirectory(folder["blog/.git"]);
        File.WriteAllText(folder["blog/.git/HEAD"], "ref: x");
        Assert.Equal(0, Run("init", "blog"));
        Assert.Equal("ref: x", File.ReadAllText(folder["blog/.git/HEAD"]));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_wrong_usage()
    {
        File.WriteAllText(folder["file"], "x");
        Assert.Equal(2, Run("init", "file"));
        Assert.Equal(2, Run("init", "file/below"));
        Assert.StartsWith("file/below can't be written: ", terminal.Errors, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(folder["file"]));
    }

    void Put(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder["blog/" + file])!);
        File.WriteAllText(folder["blog/" + file], "mine");
    }

    int Run(params string[] arguments)
    {
        terminal = new TestTerminal(folder.Path);
        return Sitegen.Run(terminal, arguments);
    }

    public void Dispose() => folder.Dispose();
}
