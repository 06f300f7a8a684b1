namespace SiteGen.Benchmarks.Search;

/// <summary>The table of queries with the posts that are right for each.</summary>
sealed class JudgedTable
{
    readonly Dictionary<string, JudgedPost> posts;
    readonly HashSet<string>[] right;

    public JudgedTable(IReadOnlyList<JudgedQuery> queries, IReadOnlyList<JudgedPost> posts)
    {
        Queries = queries;
        this.posts = posts.ToDictionary(post => post.Path, StringComparer.Ordinal);
        right = queries.Select(query => Right(query, posts)).ToArray();
    }

    public IReadOnlyList<JudgedQuery> Queries { get; }

    public string TitleOf(string path) => posts.TryGetValue(path, out JudgedPost? post) ? post.Title : path;

    static HashSet<string> Right(JudgedQuery query, IReadOnlyList<JudgedPost> posts)
    {
        JudgedPost[] found = posts.Where(query.IsRight).ToArray();
        if (found.Length == 0 && query.Second is { } second)
            found = posts.Where(second).ToArray();
        return found.Length > 0 ? found.Select(post => post.Path).ToHashSet(StringComparer.Ordinal)
            : throw new InvalidOperationException($"no post is right for {query.Text}");
    }

    /// <summary>
    /// How often the first answer is right, and one of the first five, in all and for each kind; then every query without a right first
    /// answer.
    /// </summary>
    /// <param name="found">For each query the paths of the posts that were found, the best first.</param>
    public IEnumerable<object> Judge(string by, IReadOnlyList<string[]> found)
    {
        int[] places = found.Select((paths, i) => Array.FindIndex(paths, right[i].Contains)).ToArray();
        yield return new
        {
            table = by,
            queries = places.Length,
            first_right = places.Count(place => place == 0),
            one_of_five_right = places.Count(place => place is >= 0 and < 5),
            kinds = Queries.Select(query => query.Kind).Distinct().Select(kind => Of(kind, places)),
        };
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] != 0)
                yield return new
                {
                    miss = Queries[i].Text,
                    kind = Queries[i].Kind,
                    by,
                    right_at = places[i] < 0 ? "none of ten" : $"{places[i] + 1}",
                    first = found[i].Take(2).Select(TitleOf)
                };
        }
    }

    string Of(string kind, int[] places)
    {
        int[] own = places.Where((_, i) => Queries[i].Kind == kind).ToArray();
        return $"{kind}: {own.Count(place => place == 0)} and {own.Count(place => place is >= 0 and < 5)} of {own.Length}";
    }
}
