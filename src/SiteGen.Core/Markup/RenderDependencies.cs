using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// What a route, or a page's Markdown, depends on besides front matter, theme and configuration: texts of pages, mentions of people, the
/// clock; also the warnings it gave. Dependencies are noted where texts are handed out. A shared value must be noted for each reader.
/// </summary>
public sealed class RenderDependencies
{
    [ThreadStatic]
    static RenderDependencies? current;

    readonly List<Diagnostic> warnings = [];
    HashSet<Page>? pages;
    HashSet<PageList>? mentions;

    /// <summary>People whose mentions in all texts were asked for.</summary>
    public IReadOnlyCollection<PageList> Mentions => mentions is null ? [] : mentions;

    public IReadOnlyCollection<Page> Pages => pages is null ? [] : pages;

    /// <summary>It depends on all texts.</summary>
    public bool OfAll { get; private set; }

    public bool OfClock { get; private set; }

    public IReadOnlyList<Diagnostic> Warnings => warnings;

    public bool IsEmpty => pages is null && mentions is null && !OfAll && !OfClock && warnings.Count == 0;

    /// <summary>What this thread uses while it does some work. Nested work counts for the outer one too, except for its warnings.</summary>
    public static RenderDependencies During(Action work)
    {
        var (outer, outerCaptured) = (current, DiagnosticBag.Captured);
        var own = new RenderDependencies();
        (current, DiagnosticBag.Captured) = (own, own.warnings);
        try
        {
            work();
            return own;
        }
        finally
        {
            (current, DiagnosticBag.Captured) = (outer, outerCaptured);
            outer?.Take(own);
        }
    }

    /// <summary>The text of a page is handed out, with the text's own dependencies.</summary>
    public static void Note(Page page, RenderDependencies? dependencies)
    {
        if (current is not { } uses)
            return;
        (uses.pages ??= []).Add(page);
        if (dependencies is not null)
            uses.Take(dependencies);
    }

    /// <summary>A shared value is handed out. Its warnings are those of each reader.</summary>
    public static void Note(RenderDependencies dependencies)
    {
        current?.Take(dependencies);
        current?.warnings.AddRange(dependencies.warnings);
    }

    /// <summary>A value is handed out that depends on all texts.</summary>
    public static void NoteAll()
    {
        if (current is { } uses)
            uses.OfAll = true;
    }

    /// <summary>The posts that mention a person are handed out; any text may change them.</summary>
    public static void NoteMentions(PageList person)
    {
        if (current is { } uses)
            (uses.mentions ??= new(ReferenceEqualityComparer.Instance)).Add(person);
    }

    /// <summary>The time is handed out.</summary>
    public static void NoteClock()
    {
        if (current is { } uses)
            uses.OfClock = true;
    }

    void Take(RenderDependencies other)
    {
        OfAll |= other.OfAll;
        OfClock |= other.OfClock;
        if (other.pages is not null)
            (pages ??= []).UnionWith(other.pages);
        if (other.mentions is not null)
            (mentions ??= new(ReferenceEqualityComparer.Instance)).UnionWith(other.mentions);
    }
}
