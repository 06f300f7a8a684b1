using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A check of the finished site. <c>sitegen rules</c>, the schema and the configuration read its description.</summary>
/// <param name="id">In kebab-case; stable, because configurations name it.</param>
/// <param name="severity">The level unless the configuration sets another.</param>
/// <param name="what">What is reported, as a sentence.</param>
/// <param name="why">Why it matters and what to do, in a sentence or two.</param>
/// <param name="bad">The smallest example that breaks the rule.</param>
/// <param name="good">The same example, corrected.</param>
public abstract class Rule(string id, Severity severity, string what, string why, string bad, string good)
{
    public string Id => id;

    public Severity Severity => severity;

    public string What => what;

    public string Why => why;

    public string Bad => bad;

    public string Good => good;

    /// <summary>Korean words of the rule: an English line, and below it, behind <c>=</c>, the Korean one with the same places.</summary>
    protected internal abstract string Korean { get; }

    /// <summary>What <c>check --fix</c> does, as a sentence; null when the author must decide.</summary>
    public virtual string? Fix => null;

    /// <summary>Whether the build has already reported the same address, at another place of the document.</summary>
    internal virtual bool IsDuplicate(SourcePlace ours, SourcePlace builds) => false;

    /// <summary>Checks an HTML page while its tree is in memory. Called from any thread.</summary>
    internal virtual void Page(CheckedPage page, Findings findings)
    {
    }

    /// <summary>Checks a text file that is not an HTML page. Called from any thread.</summary>
    internal virtual void File(CheckedFile file, Findings findings)
    {
    }

    /// <summary>Checks the whole site after every file.</summary>
    internal virtual void Site(SiteFacts site, Findings findings)
    {
    }

    /// <summary>Checks the responses of external servers.</summary>
    internal virtual void External(SiteFacts site, IReadOnlyDictionary<string, ExternalAnswer> answers, Findings findings)
    {
    }

    /// <summary>The edits that correct it where they are certain.</summary>
    internal virtual IEnumerable<SourceEdit> Fixes(FinishedSite site) => [];
}
