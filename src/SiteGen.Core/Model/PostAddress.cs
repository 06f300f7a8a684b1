using System.Text.RegularExpressions;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>
/// The pattern of the posts' addresses, <c>permalinks.posts</c>: each <c>:word</c> is a placeholder; <c>:title</c> is Jekyll's word for
/// <c>:slug</c>.
/// </summary>
sealed partial class PostAddress(string pattern, SiteConfig config)
{
    static readonly string[] Words = [":year", ":month", ":day", ":category", ":slug", ":title"];

    /// <summary>The site's pattern; the default one on error, so that posts can still be checked.</summary>
    public static PostAddress Of(SiteConfig config, DiagnosticBag diagnostics)
    {
        var written = config.PostPermalink;
        var place = config.PlaceOf("permalinks");
        var before = diagnostics.ErrorCount;
        foreach (var word in Word().Matches(written).Select(match => match.Value).Where(word => !Words.Contains(word)))
        {
            var nearest = NearestName.Of(word, Words);
            diagnostics.Error("config-permalink", $"`permalinks.posts`: there is no `{word}`.", place,
                nearest is null ? (Message)$"There are {string.Join(", ", Words)}." : $"Did you mean `{nearest}`?");
        }

        if (diagnostics.ErrorCount == before && !written.Contains(":slug") && !written.Contains(":title"))
            diagnostics.Error("config-permalink",
                $"`permalinks.posts`: “{written}” has no `:slug`, so that all posts would have one address.", place,
                "Write it as `posts: /posts/:slug/`.");
        if (diagnostics.ErrorCount == before
            && Slug.CheckedPath("permalinks.posts", Word().Replace(written, "word"), place, diagnostics) is { } path
            && !path.Value.EndsWith('/') && !IsFile(written))
            diagnostics.Error("config-permalink", $"`permalinks.posts`: “{written}” must end with a slash or .html.", place,
                "Write it as `posts: /posts/:slug/`.");
        return new PostAddress(diagnostics.ErrorCount == before ? written : new SiteConfig().PostPermalink, config);
    }

    /// <summary>The post's address; null on error.</summary>
    public UrlPath? Expand(Document document, string slug, DateTimeOffset date, DiagnosticBag diagnostics)
    {
        var category = "";
        if (pattern.Contains(":category") && document.FrontMatter.Categories is [var first, ..])
        {
            if (Slug.OfName(first, config, out var problem) is not { } segment)
            {
                diagnostics.Error("slug", $"No address can be made of the category “{first}”: {problem}.",
                    document.PlaceOf(Taxonomies.Categories), "Give it another name.");
                return null;
            }

            category = segment;
        }

        var path = pattern
            .Replace(":year", date.ToString("yyyy")).Replace(":month", date.ToString("MM")).Replace(":day", date.ToString("dd"))
            .Replace(":category", category).Replace(":slug", slug)
            .Replace(":title", slug);
        return new UrlPath("/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)) + (IsFile(pattern) ? "" : "/"));
    }

    static bool IsFile(string pattern) => pattern.EndsWith(UrlPath.HtmlExtension, StringComparison.Ordinal);

    [GeneratedRegex(":[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
