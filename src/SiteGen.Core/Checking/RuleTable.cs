using SiteGen.Core.Checking.Rules;

namespace SiteGen.Core.Checking;

/// <summary>All rules, in the order of the documentation.</summary>
public static class RuleTable
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new LinkBroken(),
        new LinkFragment(),
        new LinkCase(),
        new LinkBasePath(),
        new LinkEmpty(),
        new ImageBroken(),
        new ImageAlt(),
        new ImageLarge(),
        new ResourceBroken(),
        new MixedContent(),
        new RedirectLoop(),
        new PageOrphan(),
        new IdDuplicate(),
        new HeadingOrder(),
        new HtmlSyntax(),
        new LangMissing(),
        new TitleMissing(),
        new TitleDuplicate(),
        new DescriptionMissing(),
        new DescriptionDuplicate(),
        new FeedInvalid(),
        new SitemapInvalid(),
        new JsonLdInvalid(),
        new TermVariants(),
        new PersonSpelling(),
        new TextNfd(),
        new TextDoubleSpace(),
        new TextBold(),
        new ArchetypeLeft(),
        new DraftVisible(),
        new ExternalGone(),
        new ExternalUnreachable(),
    ];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
