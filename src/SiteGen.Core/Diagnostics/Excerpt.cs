namespace SiteGen.Core.Diagnostics;

/// <summary>The text around a place in its line.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Before">The text before the caret.</param>
public sealed record Excerpt(int Line, string Before, string After)
{
    const int Around = 60;

    /// <summary>Null for a place without a text.</summary>
    public static Excerpt? Of(SourcePlace place)
    {
        if (place.Line == 0 || place.Source!.Text.Length == 0)
            return null;
        var line = place.Source.Line(place.Line);
        var column = Math.Min(place.Column - 1, line.Length);
        var start = Whole(line, Math.Max(0, column - Around));
        var end = Whole(line, Math.Min(line.Length, start + 2 * Around));
        return new Excerpt(place.Line, DiagnosticPrinter.Printable(line[start..column]), DiagnosticPrinter.Printable(line[column..end]));
    }

    /// <summary>Doesn't split a surrogate pair.</summary>
    static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
