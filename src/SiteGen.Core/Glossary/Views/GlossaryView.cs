using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Glossary.Views;

/// <summary><c>site.glossary</c> in templates: groups by first letter.</summary>
static class GlossaryView
{
    /// <param name="view">A page as templates see it.</param>
    public static object? Of(IEnumerable<GlossaryTerm> terms, Site site, Func<Page, object?> view)
    {
        var groups = terms.GroupBy(term => term.Index).OrderBy(group => Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal);
        return new ListView<IGrouping<string, GlossaryTerm>>([.. groups], group => new Members(
            ("index", group.Key), ("terms", new ListView<GlossaryTerm>([.. group], term => Term(term, site, view)))));
    }

    /// <summary>ㄱ to ㅎ, then A to Z, then digits, then the rest.</summary>
    static int Rank(string index) => index == Hangul.OtherKey ? 3 : char.IsAsciiDigit(index[0]) ? 2 : char.IsAsciiLetter(index[0]) ? 1 : 0;

    static Members Term(GlossaryTerm term, Site site, Func<Page, object?> view)
    {
        var person = site.PersonList(site.People.Canonical(term.Term));
        return new Members(
            ("term", term.Term),
            ("original", term.Original),
            ("sentence", term.Sentence),
            ("note", term.Note),
            ("url", site.Permalink.Href(term.Page.Path) + (term.Anchor is null ? "" : "#" + Permalink.EncodeFragment(term.Anchor))),
            ("post", view(term.Page)),
            ("person_url", person is null ? null : site.Permalink.Href(person.Path)));
    }
}
