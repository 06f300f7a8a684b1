using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBasePath() : LinkRule("link-base-path", Severity.Error, "A link leads out of the site's base path.",
    why: "A project site is at https://name.github.io/repository/, so /about/ is another site. Markdown links get the base path; in "
        + "templates use `url \"/about/\"`.",
    bad: "<a href=\"/about/\">   (in a template, base_url: https://name.github.io/blog/)",
    good: "<a href=\"{{ url \"/about/\" }}\">")
{
    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Link is { Scope: LinkScope.AboveBase, Written: var written, Path: var path }
            ? ($"“{written}” leads out of the site, which stands below {site.Links.BasePath}.",
                written.StartsWith('/')
                    ? (Message)$"In a template write url \"{path}\"; as text of a page write {site.Links.BasePath}{path[1..]}."
                    : "Write it from the site's root: /about/.")
            : null;
}
