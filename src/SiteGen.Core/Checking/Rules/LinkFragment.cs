using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkFragment() : LinkRule("link-fragment", Severity.Error,
    "A link leads to a place within a page (#…) that the page does not have.",
    why: "Readers land at the top of the page. A heading's id comes from its words; a turn of an interview is #t12.",
    bad: "[뒤에서](#없는-절) 다룹니다.",
    good: "[뒤에서](#있는-절) 다룹니다.\n\n## 있는 절")
{
    protected internal override string Korean => """
        A link leads to a place within a page (#…) that the page does not have.
        = 그 쪽에 없는 자리(`#…`)로 가는 링크.
        The link “{0}” leads to #{1}, which {2} does not have.
        = “{0}” 링크가 가리키는 #{1} 자리가 {2}에 없습니다.
        this page
        = 이 쪽
        “{0}” ({1})
        = “{0}”({1})
        Did you mean #{0}?
        = 혹시 #{0}인가요?
        Write the id of a heading there: its words, with - for spaces.
        = 그 쪽에 있는 제목의 id를 쓰세요. 제목에서 빈칸을 -로 바꾼 것입니다.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference)
    {
        if (reference is not { Kind: ReferenceKind.Link, Link: { Scope: LinkScope.Inside, Fragment: { Length: > 0 } fragment } link }
            || IsSpecial(fragment))
            return null;
        var target = link.Path.Length == 0 ? page : site.FileAt(link.Path) is { } file ? site.PageAt(file) : null;
        if (target is not { IsRead: true, Redirect: null } || target.Anchors.Contains(fragment))
            return null;
        var where = ReferenceEquals(target, page) ? (Message)"this page" : $"“{target.Title}” ({target.Address})";
        var nearest = NearestName.Of(fragment, target.Anchors);
        return ($"The link “{LinkTable.Decode(link.Written)}” leads to #{fragment}, which {where} does not have.",
            nearest is null ? (Message)"Write the id of a heading there: its words, with - for spaces." : $"Did you mean #{nearest}?");
    }

    /// <summary>#top is built into browsers, #:~:text=… finds words, and #/… is for scripts.</summary>
    static bool IsSpecial(string fragment) =>
        fragment.Equals("top", StringComparison.OrdinalIgnoreCase) || fragment.StartsWith(":~:", StringComparison.Ordinal)
            || fragment[0] is '/' or '!';
}
