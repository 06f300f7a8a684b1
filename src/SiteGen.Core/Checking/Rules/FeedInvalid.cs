using System.Globalization;
using System.Xml.Linq;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class FeedInvalid() : Rule("feed-invalid", Severity.Error, "A feed breaks the rules of RSS 2.0 or Atom.")
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    static readonly string[] DateForms = ["ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss 'Z'"];

    public override string Why => "Feed readers and Naver's collector pass over a broken feed without a word. SiteGen's own feeds keep the rules; this is for those that a static file or another program brings.";

    public override string Bad => "<item><pubDate>2025-01-24</pubDate></item>";

    public override string Good => "<item><title>글</title><link>https://…/</link><pubDate>Fri, 24 Jan 2025 00:00:00 +0900</pubDate></item>";

    internal override void File(CheckedFile file, Findings findings)
    {
        if (!FileText.IsXml(file.File.Path) && !file.File.Path.EndsWith(".rss", StringComparison.Ordinal) && !file.File.Path.EndsWith(".atom", StringComparison.Ordinal))
            return;
        var complaints = new List<(XElement Element, Message Message, Message Hint)>();
        var root = XmlText.Parse(file.Text, out var problem, out var offset);
        if (root is null && LooksLikeFeed(file.Text))
            findings.Add(this, file.File, "", offset, $"The feed is no well-formed XML: {problem}", "Feed readers stop here. Write &amp; for & and close every tag.");
        else if (root?.Name.LocalName == "rss")
            Rss(root, complaints);
        else if (root?.Name == Atom + "feed")
            Feed(root, complaints);
        foreach (var (element, message, hint) in complaints)
            findings.Add(this, file.File, "", XmlText.Offset(file.Text, element), message, hint);
    }

    static void Rss(XElement rss, List<(XElement Element, Message Message, Message Hint)> complaints)
    {
        if (rss.Element("channel") is not { } channel)
        {
            complaints.Add((rss, "The feed has no <channel>.", "Put everything into <channel>…</channel>."));
            return;
        }

        foreach (var name in (string[])["title", "link", "description"])
        {
            if (string.IsNullOrEmpty(channel.Child(name)))
                complaints.Add((channel, $"The feed's channel has no <{name}>.", $"RSS asks for it: add <{name}>…</{name}>."));
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in channel.Elements("item"))
            RssItem(item, ids, complaints);
    }

    static void RssItem(XElement item, HashSet<string> ids, List<(XElement Element, Message Message, Message Hint)> complaints)
    {
        if (string.IsNullOrEmpty(item.Child("title")) && string.IsNullOrEmpty(item.Child("description")))
            complaints.Add((item, "An item has neither <title> nor <description>.", "Write one of them."));
        if (item.Child("link") is { } link && !IsWhole(link))
            complaints.Add((item, $"The item's link “{link}” is no whole address.", "Write it with https://."));
        if (item.Child("pubDate") is { } date && !DateTimeOffset.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            complaints.Add((item, $"“{date}” is no date as RSS writes it.", "Write it as Fri, 24 Jan 2025 09:30:00 +0900."));
        if (item.Child("guid") is { Length: > 0 } id && !ids.Add(id))
            complaints.Add((item, $"The guid “{id}” stands on two items, so readers show only one.", "Give each its own."));
    }

    static void Feed(XElement feed, List<(XElement Element, Message Message, Message Hint)> complaints)
    {
        Need(feed, "feed", complaints);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var hasAuthor = feed.Element(Atom + "author") is not null;
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Need(entry, "entry", complaints);
            if (!hasAuthor && entry.Element(Atom + "author") is null)
                complaints.Add((entry, "Neither the feed nor this entry has an <author>.", "Add <author><name>…</name></author>."));
            if (entry.Child("id") is { Length: > 0 } id && !ids.Add(id))
                complaints.Add((entry, $"The id “{id}” stands on two entries, so readers show only one.", "Give each its own."));
        }
    }

    /// <summary>What Atom asks of feeds and of entries.</summary>
    static void Need(XElement element, Message what, List<(XElement Element, Message Message, Message Hint)> complaints)
    {
        foreach (var name in (string[])["id", "title", "updated"])
        {
            var text = element.Child(name);
            if (string.IsNullOrEmpty(text))
                complaints.Add((element, $"The {what} has no <{name}>.", $"Atom asks for it: add <{name}>…</{name}>."));
            else if (name == "updated" && !(text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
                complaints.Add((element, $"“{text}” is no date as Atom writes it.", "Write it as 2025-01-24T09:30:00+09:00."));
        }
    }

    static bool LooksLikeFeed(string text) => text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<feed", StringComparison.Ordinal);

    static bool IsWhole(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
