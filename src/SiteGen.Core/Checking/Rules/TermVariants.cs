using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class TermVariants() : Rule("term-variants", Severity.Warning,
    "A tag, category or person is written in two ways: other case, other spacing.",
    why: "Posts that belong together are on two lists, or on one whose name changes with the newest post. The most frequent spelling is "
        + "taken as right.",
    bad: "a.md, b.md: tags: [래리 엘리슨]\nc.md: tags: [래리엘리슨]",
    good: "a.md, b.md, c.md: tags: [래리 엘리슨]")
{
    protected internal override string Korean => """
        A tag, category or person is written in two ways: other case, other spacing.
        = 대소문자나 띄어쓰기만 다른 태그·카테고리·인물. `--fix`가 더 많이 쓴 쪽으로 고칩니다.
        “{0}” ({1}) is “{2}” elsewhere.
        = “{0}”({1}){을/를} 다른 글에서는 “{2}”{이라고/라고} 적었습니다.
        Write “{0}”; sitegen check --fix does.
        = “{0}”{으로/로} 쓰세요. sitegen check --fix가 고쳐 줍니다.
        Both are as frequent: decide for one and write it everywhere.
        = 둘 다 똑같이 자주 나옵니다. 하나로 정해서 모두 그렇게 쓰세요.
        """;

    public override string Fix => "Writes the spelling of most posts, where there is one.";

    internal override void Site(SiteFacts site, Findings findings)
    {
        foreach (var (term, usual, isCertain) in Others(site.Source))
        {
            var place = Offset(term) is >= 0 and var offset ? new SourcePlace(term.Document.Source, offset) : term.Place;
            findings.Add(this, place, $"“{term.Name}” ({term.Taxonomy}) is “{usual}” elsewhere.", isCertain
                ? (Message)$"Write “{usual}”; sitegen check --fix does."
                : "Both are as frequent: decide for one and write it everywhere.");
        }
    }

    internal override IEnumerable<SourceEdit> Fixes(FinishedSite site) =>
        from found in Others(site)
        where found.IsCertain
        let offset = Offset(found.Term)
        where offset >= 0
        select new SourceEdit(found.Term.Document, offset, found.Term.Name.Length, found.Usual,
            $"“{found.Term.Name}” became “{found.Usual}” ({found.Term.Taxonomy})");

    /// <summary>Uses of a spelling that is not the most frequent one.</summary>
    static IEnumerable<(WrittenTerm Term, string Usual, bool IsCertain)> Others(FinishedSite site) =>
        from same in site.Terms.GroupBy(term => (term.Taxonomy, Key(term.Name)))
        let spellings = same.GroupBy(term => Nfc.Normalize(term.Name), StringComparer.Ordinal)
            .OrderByDescending(spelling => spelling.Count()).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).ToArray()
        from other in spellings.Skip(1)
        from term in other
        select (term, spellings[0].Key, spellings[0].Count() > spellings[1].Count());

    static string Key(string name) =>
        string.Concat(Nfc.Normalize(name).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '·')));

    /// <summary>The offset of the name as a list item of the front matter; negative when not certain.</summary>
    static int Offset(WrittenTerm term)
    {
        if (!ReferenceEquals(term.Place.Source, term.Document.Source))
            return -1;
        var frontMatter = term.Document.Source.Text[..term.Document.BodyStart];
        var start = frontMatter.IndexOf(term.Name, term.Place.Offset, StringComparison.Ordinal);
        for (var at = start; at >= 0; at = frontMatter.IndexOf(term.Name, at + 1, StringComparison.Ordinal))
        {
            if (IsEdge(frontMatter, at - 1) && IsEdge(frontMatter, at + term.Name.Length))
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
            return left.Length == 0 || left[^1] is ',' or '[' or '-' or ':' || right.Length == 0
                || right[0] is ',' or ']' or '\n' or '\r' or '#';
        }

        return at < 0 || at >= text.Length || text[at] is ',' or '[' or ']' or '"' or '\'' or '\n' or '\r';
    }
}
