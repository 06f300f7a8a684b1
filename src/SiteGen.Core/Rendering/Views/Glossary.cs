using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering.Views;

/// <summary>A term of the glossary at the first place that explains it.</summary>
/// <param name="Index">ㄱ to ㅎ, A to Z, 0-9 or 기타.</param>
public sealed record GlossaryTerm(string Index, string Term, string Original, string Sentence, string? Note, Page Page, string? Anchor);

/// <summary>Gathers the terms of all posts, the oldest post's mention first, with the author's corrections.</summary>
static class Glossary
{
    public static IReadOnlyList<GlossaryTerm> Of(Site site, MarkupStore markup)
    {
        var terms = new Dictionary<string, GlossaryTerm>(StringComparer.Ordinal);
        for (var i = site.Posts.Length - 1; i >= 0; i--)
        {
            foreach (var mention in markup.Digest(site.Posts[i]).Terms)
                Add(terms, mention, site.Posts[i], site);
        }

        return terms.Values.OrderBy(term => term.Term, SortKey.Instance).ThenBy(term => term.Original, StringComparer.Ordinal).ToArray();
    }

    static void Add(Dictionary<string, GlossaryTerm> terms, TermMention mention, Page page, Site site)
    {
        var key = mention.Original.ToLowerInvariant();
        var correction = site.Glossary.ByOriginal.GetValueOrDefault(key);
        if (correction?.Hidden == true || terms.ContainsKey(key))
            return;
        var term = correction?.Term ?? mention.Term;
        terms[key] = new GlossaryTerm(Hangul.IndexKey(term), term, mention.Original, mention.Sentence, correction?.Note, page, mention.Anchor);
    }
}

/// <summary><c>site.glossary</c> in templates: groups by first letter.</summary>
static class GlossaryViews
{
    public static Value Of(SiteViews views) => SiteViews.Each(
        views.Glossary.GroupBy(term => term.Index, StringComparer.Ordinal).OrderBy(group => Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray(),
        group => SiteViews.Object(("index", group.Key), ("terms", SiteViews.Each(group.ToArray(), term => Term(term, views)))));

    /// <summary>ㄱ … ㅎ, then A-Z, then figures, then the rest.</summary>
    static int Rank(string index) => index == Hangul.OtherKey ? 3 : char.IsAsciiDigit(index[0]) ? 2 : char.IsAsciiLetter(index[0]) ? 1 : 0;

    static Value Term(GlossaryTerm term, SiteViews views)
    {
        var person = views.Site.GroupingOf("people")?.Find(views.Site.People.Canonical(term.Term));
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
