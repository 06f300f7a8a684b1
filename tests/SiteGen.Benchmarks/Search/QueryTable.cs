using SiteGen.Core.Korean;

namespace SiteGen.Benchmarks.Search;

/// <summary>What a post is known by when answers are judged.</summary>
sealed record JudgedPost(string Path, string Title, IReadOnlyList<string> People, IReadOnlyList<string> Tags, string Text);

/// <param name="Kind">title, person, tag, two or text.</param>
/// <param name="IsRight">Whether a post is a right answer.</param>
/// <param name="Second">Asked where no post is right by the first.</param>
sealed record JudgedQuery(string Kind, string Text, Func<JudgedPost, bool> IsRight, Func<JudgedPost, bool>? Second = null);

/// <summary>
/// Two hundred queries, the same on every day and machine: by rule from titles and names, by hand in <see cref="TextQueries"/>.
/// </summary>
static class QueryTable
{
    const int Titles = 50, FormsOfPerson = 6, Pairs = 20;

    /// <summary>With a syllable that ends in a consonant, and without one.</summary>
    static readonly (string Closed, string Open)[] Endings = [("은", "는"), ("이", "가"), ("을", "를"), ("에게", "에게"), ("의", "의"), ("과", "와")];

    public static IReadOnlyList<JudgedQuery> Of(IReadOnlyList<JudgedPost> posts) =>
        [.. OfTitles(posts), .. OfPeople(), .. OfTags(), .. OfPairs(), .. OfTexts()];

    /// <summary>Every benchmark title has a number; no other post is right.</summary>
    static IEnumerable<JudgedQuery> OfTitles(IReadOnlyList<JudgedPost> posts)
    {
        JudgedPost[] numbered = posts.Where(post => NumberOf(post.Title) > 0).OrderBy(post => NumberOf(post.Title)).ToArray();
        for (var i = 0; i < Titles; i++)
        {
            JudgedPost post = numbered[(int)((i * 7919L + 8122) % numbered.Length)];
            Person person = TextQueries.People.Single(known => post.Title.Contains(known.Name));
            string number = NumberOf(post.Title).ToString();
            string subject = post.Title[(post.Title.IndexOf(": ", StringComparison.Ordinal) + 2)..];
            string query = (i % 10) switch
            {
                0 => $"{person.Company} 인터뷰 {number}",
                1 => $"{person.Company} {person.Name} 인터뷰 {number}",
                2 => $"{With("의", person.Name)} 인터뷰 {number}",
                3 => $"{person.Joined}인터뷰{number}",
                4 => $"{person.Part} {number}",
                5 => $"{number} {subject}",
                6 => $"{DubeolsikKeys.ToLatin(person.Company)} {number}",
                7 => $"인터뷰 {number} {With("에게", person.Part)}",
                8 => post.Title,
                _ => $"{Initials(person.Joined)} {number}",
            };
            yield return new JudgedQuery("title", query, other => other.Path == post.Path);
        }
    }

    /// <summary>The N of “인터뷰 N:”; 0 for a title without one.</summary>
    static int NumberOf(string title)
    {
        int from = title.IndexOf("인터뷰 ", StringComparison.Ordinal) + "인터뷰 ".Length, to = title.IndexOf(": ", StringComparison.Ordinal);
        return to > from && int.TryParse(title.AsSpan(from, to - from), out int number) ? number : 0;
    }

    /// <summary>Six of ten forms for each person, so that each form comes six times.</summary>
    static IEnumerable<JudgedQuery> OfPeople()
    {
        for (var i = 0; i < TextQueries.People.Length; i++)
        {
            Person person = TextQueries.People[i];
            for (int form = i; form < i + FormsOfPerson; form++)
                yield return new JudgedQuery("person", FormOf(person, form % 10, i), post => post.People.Contains(person.Name)
                    || post.Title.Contains(person.Name));
        }
    }

    static string FormOf(Person person, int form, int which) => form switch
    {
        0 => person.Name,
        1 => person.Joined,
        2 => With(Endings[which % Endings.Length].Closed, person.Name),
        3 => With(Endings[(which + 3) % Endings.Length].Closed, person.Joined),
        4 => Initials(person.Joined),
        5 => Initials(person.Name),
        6 => DubeolsikKeys.ToLatin(person.Name),
        7 => person.Misspelled,
        8 => person.Part,
        _ => person.Begun,
    };

    static IEnumerable<JudgedQuery> OfTags() =>
        TextQueries.Tags.Select(row => new JudgedQuery("tag", row.Query, post => post.Tags.Contains(row.Tag)
            || post.Title.Contains(row.Tag)));

    /// <summary>A person and a tag: both in the title, or, where no title has both, both among the names.</summary>
    static IEnumerable<JudgedQuery> OfPairs()
    {
        string[] tags = TextQueries.Tags.Select(row => row.Tag).Distinct(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < Pairs; i++)
        {
            Person person = TextQueries.People[i % TextQueries.People.Length];
            string tag = tags[(i * 11 + 3) % tags.Length];
            string query = (i / 5 % 4) switch
            {
                0 => $"{person.Name} {tag}",
                1 => $"{With(Endings[i % Endings.Length].Closed, person.Part)} {tag}",
                2 => $"{tag} {person.Joined}",
                _ => $"{person.Part} {With("의", tag)}",
            };
            yield return new JudgedQuery("two", query, post => post.Title.Contains(person.Name)
                && post.Title.Contains(tag), post => post.People.Contains(person.Name) && post.Tags.Contains(tag));
        }
    }

    static IEnumerable<JudgedQuery> OfTexts() =>
        TextQueries.Texts.Select(row => new JudgedQuery("text", row.Query,
            post => row.Text.Split('|').Any(text => post.Text.Contains(text, StringComparison.Ordinal))));

    static string With(string particle, string word)
    {
        (string closed, string open) = Endings.Single(ending => ending.Closed == particle);
        return word + (Hangul.IsSyllable(word[^1]) && Hangul.Split(word[^1]).Tail > 0 ? closed : open);
    }

    static string Initials(string name) => string.Concat(name.Select(DubeolsikKeys.Initial));
}
