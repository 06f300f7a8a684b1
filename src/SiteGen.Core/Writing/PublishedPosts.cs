using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Writing;

/// <summary>
/// The pages of published posts, kept for the next build, so that a folder of posts that is out of sight does not empty a blog.
/// </summary>
static class PublishedPosts
{
    const string Name = "posts";

    /// <summary>Reports when most posts would be deleted. One whose text is published at another address only moves.</summary>
    /// <param name="stale">Files of the previous build that this one would delete.</param>
    public static void Check(RoutePlan plan, IOutputFiles output, IEnumerable<string> stale, DiagnosticBag diagnostics)
    {
        var known = Read(output);
        if (known.Count == 0)
            return;
        var texts = plan.Site.All.Select(page => page.Document.File.Path).ToHashSet(StringComparer.Ordinal);
        var lost = stale.Where(file => known.TryGetValue(file, out var text) && !texts.Contains(text)).ToArray();
        // Whoever deletes a single post means it.
        if (lost.Length < 2 || lost.Length * 2 <= known.Count)
            return;
        diagnostics.Error("output-posts",
            $"This build would delete the pages of {lost.Length} of {known.Count} posts, such as {known[lost[0]]}.",
            SourcePlace.Nowhere, "Are the texts where they were? If this is what you want, say --force.");
    }

    public static void Save(RoutePlan plan, IOutputFiles output)
    {
        var posts = plan.Site.All.Where(page => page is { IsPost: true, IsDraft: false, IsFuture: false })
            .Select(page => $"{page.Path.OutputFile}\t{page.Document.File.Path}\n").Order(StringComparer.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(posts));
        if (output.Cache.Read(Name)?.AsSpan().SequenceEqual(bytes) != true)
            output.Cache.Write(Name, bytes);
    }

    /// <summary>The source by output file.</summary>
    static Dictionary<string, string> Read(IOutputFiles output)
    {
        var lines = Encoding.UTF8.GetString(output.Cache.Read(Name) ?? []).Split('\n');
        return lines.Select(line => line.Split('\t')).Where(line => line.Length == 2)
            .DistinctBy(line => line[0]).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
    }
}
