using SiteGen.Core.Glossary;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>What the previous build knew of unchanged texts, so that glossary and search index need not render them.</summary>
public interface IPreviousTexts
{
    /// <summary>False for a page whose text is another, or is made of one that is.</summary>
    bool IsSame(Page page);

    /// <summary>The terms of a page whose text is the same; null when they are not known.</summary>
    IReadOnlyList<KnownTerm>? Terms(Page page);

    /// <summary>A file of the output as the earlier build made it; null when it does not stand so any more.</summary>
    byte[]? File(string outputFile);
}
