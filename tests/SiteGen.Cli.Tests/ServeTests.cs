using System.Net;
using System.Net.Sockets;

namespace SiteGen.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    readonly SiteFolder site = new();

    [Fact]
    public void Keys_read_again_hide_drafts_and_end()
    {
        Assert.Equal(0, site.RunWithKeys("rdq", "serve", "--port", "0"));
        Assert.Matches(
            @"^Preview at http://127\.0\.0\.1:\d+/ \(3 pages, ready in \d+ ms\)\. Ctrl\+C ends it\.\nKeys: .*\n"
                + @"Read everything again: 3 pages\.\nDrafts, posts of later dates and unlisted ones are hidden, as in a build\.\n$",
                site.Output);
        Assert.Equal("", site.Errors);
        Assert.False(Directory.Exists(site["output"]));
    }

    [Fact]
    public void A_port_that_is_taken_and_a_host_that_others_reach_are_said()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Equal(0, site.RunWithKeys("q", "serve", "--port", $"{port}", "--host", "0.0.0.0"));
        Assert.Contains($"Port {port} is taken by another program; this preview uses ", site.Errors);
        Assert.Contains("Others in this network can read the preview", site.Errors);
        Assert.StartsWith("Preview at http://localhost:", site.Output);
    }

    [Fact]
    public void Mistakes_are_said_as_a_build_says_them_and_the_preview_runs()
    {
        site.Write("content/posts/a.md", "---\ntitle: 하나\ndate: 어제\n---\n");
        Assert.Equal(0, site.RunWithKeys("q", "serve", "--port", "0"));
        Assert.StartsWith("content/posts/a.md:3:7: error front-matter-date", site.Errors);
        Assert.Contains("Preview at", site.Output);
    }

    [Fact]
    public void Production_shows_what_a_build_would_publish()
    {
        Assert.Equal(0, site.RunWithKeys("q", "serve", "--port", "0", "--production"));
        Assert.Contains("(1 page, ", site.Output);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    [InlineData("--host", "no such host")]
    public void Wrong_usage_is_said(string option, string value)
    {
        Assert.Equal(2, site.RunWithKeys("q", "serve", option, value));
        Assert.NotEqual("", site.Errors);
    }

    public void Dispose() => site.Dispose();
}
