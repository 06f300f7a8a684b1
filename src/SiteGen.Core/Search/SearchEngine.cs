using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <param name="Units">How many units of the query the post has.</param>
public sealed record SearchHit(Page Page, int Index, int Units, int Points);

/// <param name="Instead">The query in the letters of the other keyboard, when that was searched instead.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchQuery Query, string? Instead);

public sealed record SearchFilter(string? Category = null, string? Person = null, int? Year = null)
{
    public bool Admits(Page page, Site site) =>
        (Category is null || site.TermsOf(page, Taxonomies.Categories).Any(term => term.Title == Category))
        && (Person is null || page.People.Contains(Person))
        && (Year is null || page.Date?.Year == Year);
}

/// <summary>Answers queries by the rules of README.md in this folder, as the theme's search.js does.</summary>
public sealed class SearchEngine(SearchIndex index)
{
    readonly SearchFields fields = new(index);
    readonly SearchDictionary dictionary = new(index);

    public SearchResult Search(string text, SearchFilter filter)
    {
        var query = SearchQuery.Parse(text, index);
        if (query.Units.Count == 0)
        {
            var all = filter == new SearchFilter() ? [] : index.Pages.Select((page, i) => new SearchHit(page, i, 0, 0));
            return new SearchResult(Admitted(all, filter), query, null);
        }

        var (hits, widened) = Rank(query);
        if (!IsWhole(hits, query))
        {
            foreach (var other in OtherKeyboard(text))
            {
                var (otherHits, otherQuery) = Rank(SearchQuery.Parse(other, index));
                if (IsWhole(otherHits, otherQuery))
                    return new SearchResult(Admitted(otherHits, filter), otherQuery, other);
            }
        }

        return new SearchResult(Admitted(hits, filter), widened, null);
    }

    List<SearchHit> Admitted(IEnumerable<SearchHit> hits, SearchFilter filter) =>
        hits.Where(hit => filter.Admits(hit.Page, index.Site)).ToList();

    static bool IsWhole(List<SearchHit> hits, SearchQuery query) => hits.Count > 0 && hits[0].Units == query.Units.Count;

    static IEnumerable<string> OtherKeyboard(string text)
    {
        string[] korean = text.Any(char.IsAsciiLetter)
            ? [DubeolsikKeys.FromLatin(text, keepCapitals: true), DubeolsikKeys.FromLatin(text, keepCapitals: false)]
            : [];
        var isKorean = text.Any(unit => Hangul.IsSyllable(unit) || unit is >= 'ㄱ' and <= 'ㅣ');
        var latin = isKorean ? DubeolsikKeys.ToLatin(Nfc.Normalize(text)) : text;
        return korean.Append(latin).Where(other => other != text).Distinct();
    }

    /// <summary>The posts with the most units, and the query with alternatives of spelling and spacing.</summary>
    (List<SearchHit> Hits, SearchQuery Query) Rank(SearchQuery query)
    {
        var points = new int[index.Pages.Count];
        var units = new int[index.Pages.Count];
        var widened = query with { Units = [.. query.Units.Select((unit, i) => Widen(unit.Or(Neighbours(query, i))))] };
        foreach (var unit in widened.Units)
        {
            var ofUnit = Points(unit);
            for (var i = 0; i < ofUnit.Length; i++)
            {
                points[i] += ofUnit[i];
                units[i] += ofUnit[i] > 0 ? 1 : 0;
            }
        }

        var most = units.Length == 0 ? 0 : units.Max();
        if (most == 0)
            return ([], widened);
        var adjacent = query.Words.Count < 2 ? null : dictionary.Find(query.Words);
        var hits = new List<SearchHit>();
        for (var i = 0; i < units.Length; i++)
        {
            var bonus = fields.TitleBonus(i, query.Keys) + (adjacent?.ContainsKey(i) == true ? 15 : 0);
            if (units[i] == most)
                hits.Add(new SearchHit(index.Pages[i], i, most, points[i] + bonus));
        }

        return (hits.OrderByDescending(hit => hit.Points).ThenBy(hit => hit.Index).ToList(), widened);
    }

    /// <summary>The unit's word joined with the one before or after it.</summary>
    static IEnumerable<Alternative> Neighbours(SearchQuery query, int unit)
    {
        for (var first = Math.Max(0, unit - 1); first <= unit && first + 1 < query.Units.Count; first++)
        {
            var (left, right) = (query.Units[first], query.Units[first + 1]);
            if (left.Word.Length > 0 && right.Word.Length > 0)
                yield return new Alternative([left.Keys + right.Keys], SearchQuery.JoinedWeight, Fields: false);
        }
    }

    /// <summary>The unit with other spellings and spacings.</summary>
    QueryUnit Widen(QueryUnit unit)
    {
        if (unit.Word.Length == 0 || unit.Initials is not null)
            return unit;
        var inTexts = unit.Alternatives.Any(alternative => dictionary.Find(alternative.Words).Count > 0);
        var more = new List<Alternative>();
        if (unit.Keys.Length >= Spelling.ShortestKeys && unit.Word.Any(Hangul.IsSyllable))
        {
            var inFields = Spelling.Variants(unit.Keys, fields.Words);
            more.AddRange(inFields.Select(keys => new Alternative([keys], Spelling.Weight, Texts: false)));
            if (!inTexts && !fields.Points(unit).Any(points => points > 0))
            {
                var similar = Spelling.Variants(unit.Keys, dictionary.Words(DubeolsikKeys.Of(unit.Word.AsSpan(0, 1))));
                more.AddRange(similar.Select(keys => new Alternative([keys], Spelling.Weight, Fields: false)));
            }
        }

        return unit.Or([.. more, .. Cuts(unit.Word), .. Cuts(Particles.Stem(unit.Word) ?? "")]);
    }

    /// <summary>A long word cut in two, the first of which is a word of some text.</summary>
    IEnumerable<Alternative> Cuts(string word)
    {
        for (var cut = 2; word.Length >= 4 && cut < word.Length; cut++)
        {
            var (left, right) = (word[..cut], word[cut..]);
            if (!Particles.Is(right) && dictionary.Has(DubeolsikKeys.Of(left)))
                yield return new Alternative([DubeolsikKeys.Of(left), DubeolsikKeys.Of(right)], 80, Fields: false);
        }
    }

    int[] Points(QueryUnit unit)
    {
        var points = fields.Points(unit);
        if (unit.Initials is not null)
            return points;
        var inTexts = new Dictionary<int, int>();
        foreach (var alternative in unit.Alternatives.Where(alternative => alternative.Texts))
        {
            foreach (var (page, places) in dictionary.Find(alternative.Words))
            {
                var ofWords = (10 + 2 * Math.Min(5, places.Count)) * places.Quality * alternative.Weight / 10000;
                inTexts[page] = Math.Max(inTexts.GetValueOrDefault(page), ofWords + (places.First < index.Heads[page] ? 10 : 0));
            }
        }

        foreach (var (page, ofText) in inTexts)
            points[page] += ofText;
        return points;
    }
}
