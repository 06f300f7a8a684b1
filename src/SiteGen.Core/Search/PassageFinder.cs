using SiteGen.Core.Markup;

namespace SiteGen.Core.Search;

/// <summary>The passage that is shown of a found post.</summary>
/// <param name="Places">Matches in the passage's text, from left to right, without overlaps.</param>
public sealed record FoundPassage(Passage Passage, IReadOnlyList<(int From, int To)> Places);

/// <summary>Chooses the passage of a post that matches a query best.</summary>
public static class PassageFinder
{
    /// <summary>The passage with the most units, then with the whole query, then the first; null for a post without text.</summary>
    public static FoundPassage? Best(IReadOnlyList<Passage> passages, SearchQuery query) =>
        passages.MaxBy(passage => Points(SearchLine.Of(passage.Text), query)) is { } best
            ? new FoundPassage(best, Highlight(best.Text, query))
            : null;

    static int Points(SearchLine line, SearchQuery query) =>
        2 * query.Units.Count(unit => unit.Alternatives.Any(alternative => line.Holds(alternative.Keys)))
        + (line.Holds(query.Keys) ? 1 : 0);

    public static IReadOnlyList<(int From, int To)> Highlight(string text, SearchQuery query)
    {
        var line = SearchLine.Of(text);
        var marked = new bool[text.Length];
        var alternatives = query.Units.SelectMany(unit => unit.Alternatives);
        foreach (var (from, to) in alternatives.SelectMany(alternative => line.Places(alternative.Keys)))
            marked.AsSpan(from, to - from).Fill(true);
        var places = new List<(int, int)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i])
                continue;
            var from = i;
            while (i < marked.Length && marked[i])
                i++;
            places.Add((from, i));
        }

        return places;
    }
}
