using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>A term of the glossary at the first place that explains it.</summary>
/// <param name="Index">ㄱ to ㅎ, A to Z, 0-9 or 기타.</param>
public sealed record GlossaryTerm(string Index, string Term, string Original, string Sentence, string? Note, Page Page, string? Anchor);

/// <summary>Gathers the terms of all posts, the oldest post's mention first, with the author's corrections.</summary>
static class Glossary
{
    public static IReadOnlyList<GlossaryTerm> Of(Site site, MarkupStore markup)
    {
        var terms = new Dictionary<string, GlossaryTerm>(StringComparer.Ordinal);
        // They are all known already, unless most pages stay as an earlier build made them.
        var digests = new PageDigest[site.Posts.Length];
        Parallel.For(0, digests.Length, i => digests[i] = markup.Digest(site.Posts[i]));
        for (var i = site.Posts.Length - 1; i >= 0; i--)
        {
            foreach (var mention in digests[i].Terms)
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
