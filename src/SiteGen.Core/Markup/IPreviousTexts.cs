using SiteGen.Core.Glossary;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// What the previous build knew of texts that have not changed, so that the glossary and the search index need not render them. All else of
/// the site is the same.
/// </summary>
public interface IPreviousTexts
{
    /// <summary>False for a page whose text is another, or is made of one that is.</summary>
    bool IsSame(Page page);

    /// <summary>The terms of a page whose text is the same; null when they are not known.</summary>
    IReadOnlyList<KnownTerm>? Terms(Page page);

    /// <summary>A file of the output as the earlier build made it; null when it does not stand so any more.</summary>
    byte[]? File(string outputFile);
}
