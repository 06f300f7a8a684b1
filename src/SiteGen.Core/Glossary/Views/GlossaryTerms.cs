using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Glossary.Views;

/// <summary>A term of the glossary where a post first explains it.</summary>
/// <param name="Index">ㄱ to ㅎ, A to Z, 0-9 or 기타.</param>
public sealed record GlossaryTerm(string Index, string Term, string Original, string Sentence, string? Note, Page Page, string? Anchor);

/// <summary>Collects the terms of all posts, the oldest post's mention first, and applies the author's corrections.</summary>
static class GlossaryTerms
{
    public static IReadOnlyList<GlossaryTerm> Of(Site site, ContentCache markup)
    {
        var terms = new Dictionary<string, GlossaryTerm>(StringComparer.Ordinal);
        var mentions = new IEnumerable<KnownTerm>[site.Posts.Length];
        Parallel.For(0, mentions.Length, i => mentions[i] = markup.Terms(site.Posts[i]));
        for (var i = site.Posts.Length - 1; i >= 0; i--)
        {
            foreach (var mention in mentions[i])
                Add(terms, mention, site.Posts[i], site, markup);
        }

        return terms.Values.OrderBy(term => term.Term, SortKey.Instance).ThenBy(term => term.Original, StringComparer.Ordinal).ToArray();
    }

    static void Add(Dictionary<string, GlossaryTerm> terms, KnownTerm known, Page page, Site site, ContentCache markup)
    {
        var correction = site.Glossary.GetValueOrDefault(known.Key);
        if (correction?.Hidden == true || terms.ContainsKey(known.Key))
            return;
        var mention = known.Mention ?? markup.Digest(page).Terms.First(term => term.Key == known.Key);
        var term = correction?.Term ?? mention.Term;
        terms[known.Key] = new GlossaryTerm(Hangul.IndexKey(term), term, mention.Original, mention.Sentence, correction?.Note, page,
            mention.Anchor);
    }
}
