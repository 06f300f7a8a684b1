namespace SiteGen.Cli.Tests;

/// <summary>A small site in a temporary folder, and the commands run in it.</summary>
sealed class SiteFolder : IDisposable
{
    public SiteFolder() =>
        Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\ntheme: bare\n")
            .Write("content/posts/a.md", "---\ntitle: 지난 글\ndate: 2025-01-24\n---\n본문\n")
            .Write("content/posts/draft.md", "---\ntitle: 초안\ndate: 2025-01-25\ndraft: true\n---\n")
            .Write("content/posts/later.md", "---\ntitle: 나중 글\ndate: 2026-02-01 09:00\n---\n")
            .Write("content/posts/gone.md", "---\ntitle: 지나간 글\ndate: 2024-01-01\nexpiry_date: 2024-12-31\n---\n")
            .Write("themes/bare/theme.yml", "name: bare\n")
            .Write("themes/bare/layouts/base.sbn-html",
                "<title>{{ page.title }}</title><link rel=\"canonical\" href=\"{{ page.canonical }}\">")
            .Write("themes/bare/layouts/taxonomy.sbn-html", "<title>{{ page.title }}</title>");

    /// <summary>Files outside the site lie beside it.</summary>
    readonly Sitegen.Folder folder = new();

    public string Root => folder["site"];

    public string this[string path] => Path.GetFullPath(Path.Combine(Root, path));

    public TestTerminal Terminal { get; private set; } = null!;

    public string Output => Terminal.Output;

    public string Errors => Terminal.Errors;

    public SiteFolder Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    /// <summary>Runs a command in the site's folder at the beginning of 2026, and gives its exit code.</summary>
    public int Run(params string[] arguments) => RunAt("2026-01-01", arguments);

    public int RunAt(string clock, params string[] arguments) => RunIn(Root, new(StringComparer.Ordinal), [.. arguments, "--clock", clock]);

    public int RunIn(string currentFolder, Dictionary<string, string> variables, params string[] arguments)
    {
        Terminal = new TestTerminal(currentFolder);
        foreach (var (name, value) in variables)
            Terminal.Variables[name] = value;
        return Sitegen.Run(Terminal, arguments);
    }

    /// <summary>The same with somebody at the keyboard.</summary>
    public int RunWithKeys(string keys, params string[] arguments)
    {
        Terminal = new TestTerminal(Root);
        foreach (var key in keys)
            Terminal.Pressed.Enqueue(key);
        return Sitegen.Run(Terminal, [.. arguments, "--clock", "2026-01-01"]);
    }

    public void Dispose() => folder.Dispose();
}
