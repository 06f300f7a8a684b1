using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

/// <summary>A whole site in one string, built by the real builder in memory.</summary>
public sealed class TestSite
{
    /// <summary>A theme small enough to read, so that a test's expectations stay in sight.</summary>
    public const string BareTheme = """
        -- themes/bare/theme.yml --
        name: bare
        options:
          colour: {type: choice, values: [red, green], default: red}
        -- themes/bare/i18n/ko.yml --
        posts: 글
        -- themes/bare/layouts/base.sbn-html --
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{{ page.title }}</title><link rel="canonical" href="{{
        page.canonical }}">{{ page.json_ld }}</head><body>{{ content }}</body></html>
        -- themes/bare/layouts/post.sbn-html --
        ---
        layout: base
        ---
        <article><h1 title="{{ page.title }}">{{ page.title }}</h1><time>{{ date_format page.date }}</time>{{ page.content }}</article>
        -- themes/bare/layouts/list.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>{{ for p in paginator.pages }}<p><a href="{{ p.url }}">{{ p.title }}</a></p>{{ end }}{{
        for pager in paginator.pagers }}<a class="pager" href="{{ pager.url }}">{{ pager.number }}</a>{{ end }}
        -- themes/bare/layouts/taxonomy.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ taxonomy.title }}</h1>{{ for t in taxonomy.terms }}<a href="{{ t.url }}">{{ t.name }}</a> {{ t.count }};{{ end }}
        """;

    public const string BareConfig = """
        -- content/site.yml --
        title: 시험
        base_url: https://example.com/
        theme: bare
        """;

    static readonly DateTimeOffset Clock = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public MemoryFiles Files { get; } = new();

    public MemoryOutput Output { get; } = new();

    public DiagnosticBag Diagnostics { get; private set; } = new();

    public BuildReport? Report { get; private set; }

    public BuildOptions Options { get; set; } = new(Clock);

    /// <summary>Files under <c>-- path --</c> headers.</summary>
    public static TestSite Of(params string[] parts)
    {
        var site = new TestSite();
        foreach (var part in parts)
            site.Add(part);
        return site;
    }

    /// <summary>A site with the bare configuration and theme, and these files.</summary>
    public static TestSite Bare(params string[] parts) => Of([BareConfig, BareTheme, .. parts]);

    /// <summary>A site with the theme maru as it stands in the repository.</summary>
    public static TestSite Maru(params string[] parts) => Of(parts).AddFolder("themes/maru");

    public TestSite Add(string text)
    {
        string? path = null;
        var lines = new StringBuilder();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal) && line.Contains('/'))
            {
                Flush();
                path = line[3..^3];
            }
            else
            {
                lines.Append(line).Append('\n');
            }
        }

        Flush();
        return this;

        void Flush()
        {
            if (path is not null)
                Files.Add(path, lines.ToString());
            lines.Clear();
        }
    }

    /// <summary>A folder of the repository under its own path, or below <paramref name="root"/>.</summary>
    public TestSite AddFolder(string folder, string root = "")
    {
        var disk = new DiskFiles(Path.Combine(Repository.Root, root));
        foreach (var file in disk.List(folder))
        {
            Assert.True(disk.TryRead(file.Path, out var bytes, out _));
            Files.Add(file.Path, bytes);
        }

        return this;
    }

    /// <summary>With more lines in <c>site.yml</c>.</summary>
    public TestSite Configured(string lines)
    {
        Assert.True(Files.TryRead(SiteConfig.Path, out var bytes, out _));
        Files.Add(SiteConfig.Path, Encoding.UTF8.GetString(bytes) + lines + "\n");
        return this;
    }

    public TestSite Build()
    {
        Diagnostics = new DiagnosticBag();
        Report = SiteBuilder.Build(Files, Output, Options, Diagnostics);
        return this;
    }

    /// <summary>As far as the plan, and fails if a route of it leads out of the output folder.</summary>
    public TestSite Plan()
    {
        Diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(Files, Options, Diagnostics);
        Assert.DoesNotContain(plan.Routes, route => route.OutputFile.Split('/').Any(segment => segment is "" or "." or ".."));
        return this;
    }

    /// <summary>Builds, and fails with the printed diagnostics if there are errors.</summary>
    public TestSite Built()
    {
        Build();
        Assert.False(Diagnostics.HasErrors, Printed);
        return this;
    }

    public TestSite WithBaseUrl(string url)
    {
        Assert.True(SiteAddress.TryParse(url, out var address, out var problem), problem?.ToString());
        Options = Options with { BaseUrl = address };
        return this;
    }

    public string this[string path] => Output.Text(path);

    /// <summary>All diagnostics as the console prints them.</summary>
    public string Printed => string.Concat(Diagnostics.Sorted().Select(DiagnosticPrinter.Text));

    /// <summary>Fails unless two outputs hold the same files.</summary>
    public static void AssertSame(MemoryOutput expected, MemoryOutput actual)
    {
        Assert.Equal(expected.Files.Keys, actual.Files.Keys);
        foreach (var (file, bytes) in expected.Files)
            Assert.True(bytes.AsSpan().SequenceEqual(actual.Files[file]), $"{file} differs");
    }

    /// <summary>A post's file with a title, and whatever else stands in its front matter.</summary>
    public static string Post(string path, string title, string date, string more = "", string body = "본문입니다.") =>
        $"-- content/posts/{path} --\n---\ntitle: {title}\ndate: {date}\n{more}{(more.Length == 0 || more.EndsWith('\n') ? "" : "\n")}---\n"
            + $"\n{body}\n";
}
