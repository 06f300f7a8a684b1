using System.Buffers;
using System.Net;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

/// <summary>Looks for titles and addresses of unpublished texts in whatever is published, all of them in one pass.</summary>
sealed class UnpublishedSearch
{
    sealed record Needle(string Text, UnpublishedText Of, bool IsAddress, bool IsWords);

    readonly Needle[] needles;
    readonly SearchValues<string>? values;
    readonly string origin;

    /// <summary>Nothing is secret.</summary>
    public static readonly UnpublishedSearch None = new(new FinishedSite([], null, null));

    public UnpublishedSearch(FinishedSite site)
    {
        origin = site.Origin ?? "";
        var published = site.Files.Select(file => SiteFacts.AddressOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        needles = [.. site.Unpublished.SelectMany(text => Needles(text, site, published)).DistinctBy(needle => needle.Text)];
        values = needles.Length == 0 ? null : SearchValues.Create([.. needles.Select(needle => needle.Text)], StringComparison.Ordinal);
    }

    static IEnumerable<Needle> Needles(UnpublishedText text, FinishedSite site, HashSet<string> published)
    {
        // A draft that is called as something published is no secret.
        if (!site.KnownNames.Contains(text.Title))
        {
            foreach (var form in (string[])[text.Title, WebUtility.HtmlEncode(text.Title), text.Title.Replace("&", "&amp;").Replace("<", "&lt;"), text.Title.Replace("\\", "\\\\").Replace("\"", "\\\"")])
                yield return new Needle(form, text, IsAddress: false, IsWords: text.Title.Contains(' ') && text.Title.Length >= 5);
        }

        if (published.Contains(text.Address))
            yield break;
        var path = (site.BasePath ?? "/").TrimEnd('/') + text.Address;
        yield return new Needle(path, text, IsAddress: true, IsWords: false);
        yield return new Needle(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), text, IsAddress: true, IsWords: false);
    }

    /// <summary>Each unpublished text at most once, with the place and whether it is its address.</summary>
    public IEnumerable<(UnpublishedText Text, int Position, bool IsAddress)> In(string text)
    {
        if (values is null)
            yield break;
        var said = new HashSet<UnpublishedText>(ReferenceEqualityComparer.Instance);
        for (var at = text.AsSpan().IndexOfAny(values); at >= 0;)
        {
            foreach (var needle in needles)
            {
                if (string.CompareOrdinal(text, at, needle.Text, 0, needle.Text.Length) == 0 && IsWhole(text, at, needle) && said.Add(needle.Of))
                    yield return (needle.Of, at, needle.IsAddress);
            }

            var next = text.AsSpan(at + 1).IndexOfAny(values);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>
    /// An address counts where an address of this site begins. A title of several words counts as words anywhere, with a particle or without; one of a single
    /// word, which may be any word, only where it is a whole text.
    /// </summary>
    bool IsWhole(string text, int at, Needle needle)
    {
        var end = at + needle.Text.Length;
        if (needle.IsAddress)
            return at == 0 || text[at - 1] is '"' or '\'' or '=' or '(' or '>' or ' ' or '\n' || origin.Length > 0 && at >= origin.Length && string.CompareOrdinal(text, at - origin.Length, origin, 0, origin.Length) == 0;
        if (needle.IsWords)
            return (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && EndsWord(text, end);
        var (before, behind) = (at - 1, end);
        while (before >= 0 && char.IsWhiteSpace(text[before]))
            before--;
        while (behind < text.Length && char.IsWhiteSpace(text[behind]))
            behind++;
        return (before < 0 || text[before] is '>' or '"') && (behind >= text.Length || text[behind] is '<' or '"');
    }

    static bool EndsWord(string text, int end)
    {
        var behind = end;
        while (behind < text.Length && char.IsLetterOrDigit(text[behind]))
            behind++;
        return behind == end || Particles.Is(text.AsSpan(end, behind - end));
    }
}
