namespace SiteGen.Core.Diagnostics;

/// <summary>Makes one warning of those with one rule and cause, with their count and the first places.</summary>
public static class DiagnosticGroups
{
    const int ShownPlaces = 3;

    /// <summary>Texts that differ in a name or number, such as a picture's, are told apart while they are no more than these.</summary>
    const int MostVariants = 10;

    /// <param name="sorted">By place.</param>
    public static IReadOnlyList<Diagnostic> Grouped(this IReadOnlyList<Diagnostic> sorted)
    {
        var times = sorted.CountBy(TextOf).ToDictionary();
        var variants = sorted.Where(one => times[TextOf(one)] == 1).CountBy(one => (one.Rule, one.Message.Format)).ToDictionary();
        return [.. sorted.GroupBy(CauseOf).Select(same => Merged([.. same]))];

        object CauseOf(Diagnostic one) =>
            one.Severity == Severity.Error ? one
            : times[TextOf(one)] > 1 || variants[(one.Rule, one.Message.Format)] <= MostVariants ? TextOf(one)
            : (one.Rule, one.Message.Format, MostVariants);
    }

    static (string Rule, string Text) TextOf(Diagnostic one) => (one.Rule, one.Message.ToString());

    static Diagnostic Merged(Diagnostic[] same)
    {
        var first = same[0];
        if (same.Length == 1)
            return first;
        var notes = first.Notes.Concat(same.Skip(1).Take(ShownPlaces - 1)
            .Select(other => new DiagnosticNote(other.Message.Equals(first.Message) ? "the same here" : other.Message, other.Place)));
        var rest = same.Length - ShownPlaces;
        if (rest > 0)
            notes = notes.Append(new DiagnosticNote(
                rest == 1 ? (Message)"and in one more place" : $"and in {rest} more places", SourcePlace.Nowhere));
        return first with { Count = same.Length, Notes = [.. notes] };
    }
}
