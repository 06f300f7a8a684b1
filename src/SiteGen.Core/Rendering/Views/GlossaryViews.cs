using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>site.glossary</c> in templates: groups by first letter.</summary>
static class GlossaryViews
{
    public static object? Of(SiteViews views) => SiteViews.Each(
        views.Glossary.GroupBy(term => term.Index, StringComparer.Ordinal).OrderBy(group => Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray(),
        group => SiteViews.Object(("index", group.Key), ("terms", SiteViews.Each(group.ToArray(), term => Term(term, views)))));

    /// <summary>ㄱ … ㅎ, then A-Z, then figures, then the rest.</summary>
    static int Rank(string index) => index == Hangul.OtherKey ? 3 : char.IsAsciiDigit(index[0]) ? 2 : char.IsAsciiLetter(index[0]) ? 1 : 0;

    static object? Term(GlossaryTerm term, SiteViews views)
    {
        var person = views.Site.PersonList(views.Site.People.Canonical(term.Term));
        return SiteViews.Object(
            ("term", term.Term),
            ("original", term.Original),
            ("sentence", term.Sentence),
            ("note", term.Note),
            ("url", views.Permalink.Href(term.Page.Path) + (term.Anchor is null ? "" : "#" + Permalink.EncodeFragment(term.Anchor))),
            ("post", views.Of(term.Page)),
            ("person_url", person is null ? null : views.Permalink.Href(person.Path)));
    }
}
