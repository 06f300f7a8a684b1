using System.Buffers;
using System.Net;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

/// <summary>Finds titles and addresses of unpublished documents in published files, all in one pass.</summary>
sealed class UnpublishedSearch
{
    sealed record Needle(string Text, UnpublishedText Of, bool IsAddress, bool IsWords);

    readonly Needle[] needles;
    readonly SearchValues<string>? values;
    readonly string origin;

    public UnpublishedSearch(FinishedSite site)
    {
        origin = site.Origin ?? "";
        var published = site.Files.Select(file => SiteFacts.AddressOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        needles = [.. site.Unpublished.SelectMany(text => Needles(text, site, published)).DistinctBy(needle => needle.Text)];
        values = needles.Length == 0 ? null : SearchValues.Create([.. needles.Select(needle => needle.Text)], StringComparison.Ordinal);
    }

    static IEnumerable<Needle> Needles(UnpublishedText text, FinishedSite site, HashSet<string> published)
    {
        var title = text.Title;
        if (!site.KnownNames.Contains(title))
        {
            var escaped = title.Replace("&", "&amp;").Replace("<", "&lt;");
            var quoted = title.Replace("\\", "\\\\").Replace("\"", "\\\"");
            foreach (var form in (string[])[title, WebUtility.HtmlEncode(title), escaped, quoted])
                yield return new Needle(form, text, IsAddress: false, IsWords: title.Contains(' ') && title.Length >= 5);
        }

        if (published.Contains(text.Address))
            yield break;
        var path = (site.BasePath ?? "/").TrimEnd('/') + text.Address;
        yield return new Needle(path, text, IsAddress: true, IsWords: false);
        yield return new Needle(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), text, IsAddress: true, IsWords: false);
    }

    /// <summary>Each unpublished document at most once.</summary>
    public IEnumerable<(UnpublishedText Text, int Position, bool IsAddress)> In(string text)
    {
        if (values is null)
            yield break;
        var found = new HashSet<UnpublishedText>(ReferenceEqualityComparer.Instance);
        for (var at = text.AsSpan().IndexOfAny(values); at >= 0;)
        {
            foreach (var needle in needles)
            {
                if (string.CompareOrdinal(text, at, needle.Text, 0, needle.Text.Length) == 0 && IsWhole(text, at, needle)
                    && found.Add(needle.Of))
                    yield return (needle.Of, at, needle.IsAddress);
            }

            var next = text.AsSpan(at + 1).IndexOfAny(values);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>
    /// An address counts at the start of an address of this site. A title of several words counts anywhere, with or without a particle;
    /// a title of one word only as a whole text.
    /// </summary>
    bool IsWhole(string text, int at, Needle needle)
    {
        var end = at + needle.Text.Length;
        if (needle.IsAddress)
        {
            return at == 0 || text[at - 1] is '"' or '\'' or '=' or '(' or '>' or ' ' or '\n'
                || origin.Length > 0 && text.AsSpan(0, at).EndsWith(origin, StringComparison.Ordinal);
        }

        if (needle.IsWords)
            return (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && EndsWord(text, end);
        var before = text.AsSpan(0, at).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        return (before.IsEmpty || before[^1] is '>' or '"') && (after.IsEmpty || after[0] is '<' or '"');
    }

    static bool EndsWord(string text, int end)
    {
        var next = end;
        while (next < text.Length && char.IsLetterOrDigit(text[next]))
            next++;
        return next == end || Particles.Is(text.AsSpan(end, next - end));
    }
}
