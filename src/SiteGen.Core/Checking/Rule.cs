using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>
/// One thing that can be wrong with a finished site. The description is all that <c>sitegen rules</c>, the guides and the configuration know of it;
/// a rule is deleted by removing its line from <see cref="RuleTable"/>.
/// </summary>
/// <param name="id">In kebab-case, stable: configurations name it.</param>
/// <param name="severity">How much it matters unless the configuration says otherwise.</param>
/// <param name="what">What is complained of, as a sentence.</param>
public abstract class Rule(string id, Severity severity, string what)
{
    public string Id { get; } = id;

    public Severity Severity { get; } = severity;

    public string What { get; } = what;

    /// <summary>Why it matters to readers or authors, and what to do, in a sentence or two.</summary>
    public abstract string Why { get; }

    /// <summary>The smallest thing that breaks the rule.</summary>
    public abstract string Bad { get; }

    /// <summary>The same, mended.</summary>
    public abstract string Good { get; }

    /// <summary>What <c>check --fix</c> does about it, as a sentence; null when that is for the author to decide.</summary>
    public virtual string? Fix => null;

    /// <summary>Whether the build's own complaint of an address, at another place of the same document, says the same.</summary>
    internal virtual bool IsSaidAt(SourcePlace ours, SourcePlace builds) => false;

    /// <summary>Looks at one HTML page while its tree is in memory. Called from any thread.</summary>
    internal virtual void Page(CheckedPage page, Findings findings)
    {
    }

    /// <summary>Looks at one text file that is no HTML page. Called from any thread.</summary>
    internal virtual void File(CheckedFile file, Findings findings)
    {
    }

    /// <summary>Looks at the whole site once every file was looked at.</summary>
    internal virtual void Site(SiteFacts site, Findings findings)
    {
    }

    /// <summary>Looks at what servers elsewhere have answered.</summary>
    internal virtual void External(SiteFacts site, IReadOnlyDictionary<string, ExternalAnswer> answers, Findings findings)
    {
    }

    /// <summary>The changes that mend it, where they are certain.</summary>
    internal virtual IEnumerable<SourceEdit> Fixes(FinishedSite site) => [];
}
