namespace SiteGen.Core.Glossary;

/// <summary>Finds the known name that a text ends with. Where two names end alike, the longer one is meant.</summary>
sealed class NameEndings
{
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names;
    readonly int[] lengths;

    public NameEndings(IEnumerable<string> known)
    {
        var all = known.Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        names = all.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. all.Select(name => name.Length).Distinct().OrderDescending()];
    }

    /// <summary>Null when there is none, or when the name is the end of a longer word.</summary>
    public string? EndOf(ReadOnlySpan<char> text)
    {
        foreach (var length in lengths)
        {
            if (length <= text.Length && (length == text.Length || !char.IsLetterOrDigit(text[^(length + 1)]))
                && names.TryGetValue(text[^length..], out var name))
                return name;
        }

        return null;
    }
}
