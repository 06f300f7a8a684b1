using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class TermVariants() : Rule("term-variants", Severity.Warning, "A tag, category or person is written in two ways: other case, other spacing.")
{
    public override string Why => "Posts that belong together stand on two lists, or on one whose name changes with the newest post. The spelling that most posts have is taken for the right one.";

    public override string Bad => "a.md, b.md: tags: [래리 엘리슨]\nc.md: tags: [래리엘리슨]";

    public override string Good => "a.md, b.md, c.md: tags: [래리 엘리슨]";

    public override string Fix => "Writes the spelling of most posts, where there is one.";

    internal override void Site(SiteFacts site, Findings findings)
    {
        foreach (var (term, usual, isCertain) in Others(site.Source))
        {
            findings.Add(this, PlaceOf(term), $"“{term.Name}” ({term.Taxonomy}) is “{usual}” elsewhere.", isCertain ? (Message)$"Write “{usual}”; sitegen check --fix does." : "Both are as frequent: decide for one and write it everywhere.");
        }
    }

    internal override IEnumerable<SourceEdit> Fixes(FinishedSite site) =>
        from found in Others(site)
        where found.IsCertain
        let offset = Offset(found.Term)
        where offset >= 0
        select new SourceEdit(found.Term.Document, offset, found.Term.Name.Length, found.Usual, $"“{found.Term.Name}” became “{found.Usual}” ({found.Term.Taxonomy})");

    /// <summary>Uses of a spelling that is not the usual one.</summary>
    static IEnumerable<(WrittenTerm Term, string Usual, bool IsCertain)> Others(FinishedSite site)
    {
        foreach (var same in site.Terms.GroupBy(term => (term.Taxonomy, Key(term.Name))))
        {
            var spellings = same.GroupBy(term => Nfc.Normalize(term.Name), StringComparer.Ordinal).OrderByDescending(spelling => spelling.Count()).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).ToArray();
            foreach (var other in spellings.Skip(1))
            {
                foreach (var term in other)
                    yield return (term, spellings[0].Key, spellings[0].Count() > spellings[1].Count());
            }
        }
    }

    static string Key(string name) => string.Concat(Nfc.Normalize(name).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '·')));

    static SourcePlace PlaceOf(WrittenTerm term) => Offset(term) is >= 0 and var offset ? new SourcePlace(term.Document.Source, offset) : term.Place;

    /// <summary>Where the name stands in front matter as a whole word of its list; negative when that is not certain.</summary>
    static int Offset(WrittenTerm term)
    {
        var text = term.Document.Source.Text;
        if (!ReferenceEquals(term.Place.Source, term.Document.Source))
            return -1;
        for (var at = text.IndexOf(term.Name, term.Place.Offset, StringComparison.Ordinal); at >= 0 && at + term.Name.Length <= term.Document.BodyStart; at = text.IndexOf(term.Name, at + 1, StringComparison.Ordinal))
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + term.Name.Length))
                return at;
        }

        return -1;
    }

    static bool IsEdge(string text, int at)
    {
        if (at >= 0 && at < text.Length && text[at] == ' ')
        {
            var left = text[..at].TrimEnd(' ');
            var right = text[at..].TrimStart(' ');
            return left.Length == 0 || left[^1] is ',' or '[' or '-' or ':' || right.Length == 0 || right[0] is ',' or ']' or '\n' or '\r' or '#';
        }

        return at < 0 || at >= text.Length || text[at] is ',' or '[' or ']' or '"' or '\'' or '\n' or '\r';
    }
}
