using SiteGen.Core.Markup;

namespace SiteGen.Core.Search;

/// <summary>What is shown of a post that was found.</summary>
/// <param name="Places">What was found in the passage's text, from left to right, without overlaps.</param>
public sealed record FoundPassage(Passage Passage, IReadOnlyList<(int From, int To)> Places);

/// <summary>Chooses the passage of a post that answers a query best, and says what to highlight.</summary>
public static class PassageFinder
{
    /// <summary>The passage with the most units of the query, then one with all of it in a row, then the first; null for a post without text.</summary>
    public static FoundPassage? Best(IReadOnlyList<Passage> passages, SearchQuery query)
    {
        Passage? best = null;
        var most = -1;
        foreach (var passage in passages)
        {
            var line = SearchLine.Of(passage.Text);
            var points = 2 * query.Units.Count(unit => unit.Alternatives.Any(alternative => line.Holds(alternative.Keys))) + (line.Holds(query.Keys) ? 1 : 0);
            if (points > most)
                (best, most) = (passage, points);
        }

        return best is null ? null : new FoundPassage(best, Highlight(best.Text, query));
    }

    public static IReadOnlyList<(int From, int To)> Highlight(string text, SearchQuery query)
    {
        var line = SearchLine.Of(text);
        var marked = new bool[text.Length];
        foreach (var (from, to) in query.Units.SelectMany(unit => unit.Alternatives).SelectMany(alternative => line.Places(alternative.Keys)))
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
