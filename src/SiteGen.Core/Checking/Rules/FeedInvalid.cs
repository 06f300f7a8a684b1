using System.Globalization;
using System.Xml.Linq;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class FeedInvalid() : Rule("feed-invalid", Severity.Error, "A feed breaks the rules of RSS 2.0 or Atom.",
    why: "Feed readers and Naver's collector silently skip a broken feed. SiteGen's own feeds are valid; this checks feeds in static files "
        + "or of other programs.",
    bad: "<item><pubDate>2025-01-24</pubDate></item>",
    good: "<item><title>글</title><link>https://…/</link><pubDate>Fri, 24 Jan 2025 00:00:00 +0900</pubDate></item>")
{
    protected internal override string Korean => """
        A feed breaks the rules of RSS 2.0 or Atom.
        = RSS나 Atom의 규칙에 어긋난 피드.
        The feed is no well-formed XML: {0}
        = 피드가 올바른 XML이 아닙니다: {0}
        Feed readers stop here. Write &amp; for & and close every tag.
        = 피드를 읽는 프로그램이 여기서 멈춥니다. &는 &amp;로 쓰고 태그를 모두 닫으세요.
        The feed has no <channel>.
        = 피드에 <channel>이 없습니다.
        Put everything into <channel>…</channel>.
        = 모두 <channel>…</channel> 안에 넣으세요.
        The feed's channel has no <{0}>.
        = 피드의 channel에 <{0}>{이/가} 없습니다.
        RSS asks for it: add <{0}>…</{1}>.
        = RSS에 꼭 있어야 합니다. <{0}>…</{1}> 줄을 넣으세요.
        An item has neither <title> nor <description>.
        = 항목(item)에 <title>도 <description>도 없습니다.
        Write one of them.
        = 둘 가운데 하나를 쓰세요.
        The item's link “{0}” is no whole address.
        = 항목(item)의 링크 “{0}”{이/가} 온전한 주소가 아닙니다.
        Write it with https://.
        = https://부터 쓰세요.
        “{0}” is no date as RSS writes it.
        = “{0}”{은/는} RSS의 날짜가 아닙니다.
        Write it as Fri, 24 Jan 2025 09:30:00 +0900.
        = Fri, 24 Jan 2025 09:30:00 +0900처럼 쓰세요.
        The guid “{0}” stands on two items, so readers show only one.
        = 두 항목(item)의 guid가 “{0}”{으로/로} 같아서, 피드를 읽는 프로그램에는 하나만 보입니다.
        Give each its own.
        = 저마다 다르게 쓰세요.
        feed
        = 피드
        entry
        = 항목(entry)
        The {0} has no <{1}>.
        = {0}에 <{1}>{이/가} 없습니다.
        Atom asks for it: add <{0}>…</{1}>.
        = Atom에 꼭 있어야 합니다. <{0}>…</{1}> 줄을 넣으세요.
        “{0}” is no date as Atom writes it.
        = “{0}”{은/는} Atom의 날짜가 아닙니다.
        Write it as 2025-01-24T09:30:00+09:00.
        = 2025-01-24T09:30:00+09:00처럼 쓰세요.
        Neither the feed nor this entry has an <author>.
        = 피드에도 이 항목(entry)에도 <author>가 없습니다.
        Add <author><name>…</name></author>.
        = <author><name>…</name></author>를 넣으세요.
        The id “{0}” stands on two entries, so readers show only one.
        = 두 항목(entry)의 id가 “{0}”{으로/로} 같아서, 피드를 읽는 프로그램에는 하나만 보입니다.
        """;

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    static readonly string[] DateFormats =
    [
        "ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss 'Z'",
    ];

    internal override void File(CheckedFile file, Findings findings)
    {
        if (!FileText.IsXml(file.File.Path) && Path.GetExtension(file.File.Path) is not (".rss" or ".atom"))
            return;
        var root = XmlText.Parse(file.Text, out var error, out var offset);
        if (root is null && (file.Text.Contains("<rss", StringComparison.Ordinal) || file.Text.Contains("<feed", StringComparison.Ordinal)))
        {
            findings.Add(this, file.File, "", offset, $"The feed is no well-formed XML: {error}",
                "Feed readers stop here. Write &amp; for & and close every tag.");
        }

        var problems = root?.Name.LocalName == "rss" ? Rss(root) : root?.Name == Atom + "feed" ? Feed(root) : [];
        foreach (var (element, message, hint) in problems)
            findings.Add(this, file.File, "", XmlText.Offset(file.Text, element), message, hint);
    }

    static IEnumerable<(XElement Element, Message Message, Message Hint)> Rss(XElement rss)
    {
        if (rss.Element("channel") is not { } channel)
        {
            yield return (rss, "The feed has no <channel>.", "Put everything into <channel>…</channel>.");
            yield break;
        }

        foreach (var name in (string[])["title", "link", "description"])
        {
            if (string.IsNullOrEmpty(channel.Child(name)))
                yield return (channel, $"The feed's channel has no <{name}>.", $"RSS asks for it: add <{name}>…</{name}>.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var problem in channel.Elements("item").SelectMany(item => RssItem(item, ids)))
            yield return problem;
    }

    static IEnumerable<(XElement Element, Message Message, Message Hint)> RssItem(XElement item, HashSet<string> ids)
    {
        if (string.IsNullOrEmpty(item.Child("title")) && string.IsNullOrEmpty(item.Child("description")))
            yield return (item, "An item has neither <title> nor <description>.", "Write one of them.");
        if (item.Child("link") is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return (item, $"The item's link “{link}” is no whole address.", "Write it with https://.");
        if (item.Child("pubDate") is { } date
            && !DateTimeOffset.TryParseExact(date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return (item, $"“{date}” is no date as RSS writes it.", "Write it as Fri, 24 Jan 2025 09:30:00 +0900.");
        if (item.Child("guid") is { Length: > 0 } id && !ids.Add(id))
            yield return (item, $"The guid “{id}” stands on two items, so readers show only one.", "Give each its own.");
    }

    static IEnumerable<(XElement Element, Message Message, Message Hint)> Feed(XElement feed)
    {
        foreach (var problem in Required(feed, "feed").Concat(feed.Elements(Atom + "entry").SelectMany(entry => Required(entry, "entry"))))
            yield return problem;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var hasAuthor = feed.Element(Atom + "author") is not null;
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            if (!hasAuthor && entry.Element(Atom + "author") is null)
                yield return (entry, "Neither the feed nor this entry has an <author>.", "Add <author><name>…</name></author>.");
            if (entry.Child("id") is { Length: > 0 } id && !ids.Add(id))
                yield return (entry, $"The id “{id}” stands on two entries, so readers show only one.", "Give each its own.");
        }
    }

    /// <summary>The required elements of feeds and entries.</summary>
    static IEnumerable<(XElement Element, Message Message, Message Hint)> Required(XElement element, Message what)
    {
        foreach (var name in (string[])["id", "title", "updated"])
        {
            var text = element.Child(name);
            if (string.IsNullOrEmpty(text))
                yield return (element, $"The {what} has no <{name}>.", $"Atom asks for it: add <{name}>…</{name}>.");
            else if (name == "updated" && !IsDate(text))
                yield return (element, $"“{text}” is no date as Atom writes it.", "Write it as 2025-01-24T09:30:00+09:00.");
        }
    }

    static bool IsDate(string text) =>
        text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
