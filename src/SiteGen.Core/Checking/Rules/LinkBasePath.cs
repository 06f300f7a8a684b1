using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBasePath() : LinkRule("link-base-path", Severity.Error, "A link leads out of the site's base path.")
{
    public override string Why => "A project site stands at https://name.github.io/repository/, so /about/ is another site. In Markdown SiteGen puts the base path in front; in templates `url \"/about/\"` does.";

    public override string Bad => "<a href=\"/about/\">   (in a template, base_url: https://name.github.io/blog/)";

    public override string Good => "<a href=\"{{ url \"/about/\" }}\">";

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Link.Scope == LinkScope.AboveBase
            ? ($"“{reference.Link.Written}” leads out of the site, which stands below {site.Links.BasePath}.",
                reference.Link.Written.StartsWith('/') ? (Message)$"In a template write url \"{reference.Link.Path}\"; as text of a page write {site.Links.BasePath}{reference.Link.Path[1..]}." : "Write it from the site's root: /about/.")
            : null;
}
