using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// What a route, or a page's Markdown, was made of besides front matter, theme and configuration: the texts of which pages, whose mentions, and whether the clock; also what was
/// complained of meanwhile. It is noted where texts are handed out, so that nobody who renders has to think of it. A value that is made once for several
/// readers must be noted for each of them.
/// </summary>
public sealed class RenderDependencies
{
    [ThreadStatic]
    static RenderDependencies? current;

    readonly List<Diagnostic> complaints = [];
    HashSet<Page>? pages;
    HashSet<PageList>? mentions;

    /// <summary>Whose mentions in all texts were asked for.</summary>
    public IReadOnlyCollection<PageList> Mentions => mentions is null ? [] : mentions;

    public IReadOnlyCollection<Page> Pages => pages is null ? [] : pages;

    /// <summary>More than can be told one by one.</summary>
    public bool OfAll { get; private set; }

    public bool OfClock { get; private set; }

    public IReadOnlyList<Diagnostic> Complaints => complaints;

    public bool IsEmpty => pages is null && mentions is null && !OfAll && !OfClock && complaints.Count == 0;

    /// <summary>Does the work and tells what this thread used for it. Work inside other work is used by both, but complains for itself.</summary>
    public static RenderDependencies During(Action work)
    {
        var (outer, outerCaptured) = (current, DiagnosticBag.Captured);
        var own = new RenderDependencies();
        (current, DiagnosticBag.Captured) = (own, own.complaints);
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

    /// <summary>The text of a page is handed out, and with it what that text was made of.</summary>
    public static void Note(Page page, RenderDependencies? madeOf)
    {
        if (current is not { } uses)
            return;
        (uses.pages ??= []).Add(page);
        if (madeOf is not null)
            uses.Take(madeOf);
    }

    /// <summary>Something is handed out that was made for several readers; whatever was complained of then, each of them would have complained of.</summary>
    public static void Note(RenderDependencies madeOf)
    {
        current?.Take(madeOf);
        current?.complaints.AddRange(madeOf.complaints);
    }

    /// <summary>Something is handed out that is made of all texts.</summary>
    public static void NoteAll()
    {
        if (current is { } uses)
            uses.OfAll = true;
    }

    /// <summary>Which posts speak of a person is handed out, which every text may change.</summary>
    public static void NoteMentions(PageList person)
    {
        if (current is { } uses)
            (uses.mentions ??= new(ReferenceEqualityComparer.Instance)).Add(person);
    }

    /// <summary>Somebody asks what time it is.</summary>
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
