namespace SiteGen.Core.Diagnostics;

/// <summary>An exception that no code expects, as an error of the file that was being read or rendered.</summary>
public static class InternalFault
{
    public const string Rule = "internal";

    /// <summary>Works on one file. An exception becomes an error of that file, so that the others are still judged.</summary>
    public static T? Caught<T>(Func<T?> work, DiagnosticBag diagnostics, Func<SourcePlace> place)
    {
        try
        {
            return work();
        }
        catch (Exception e)
        {
            diagnostics.Add(Of(e, place()));
            return default;
        }
    }

    public static Diagnostic Of(Exception e, SourcePlace place)
    {
        var cause = e.GetBaseException();
        var frame = OwnFrame(cause) ?? OwnFrame(e);
        return new(Severity.Error, Rule, $"SiteGen fails here ({cause.GetType().Name}). The fault is the program's, not yours.", place,
            "Please report it, with the file and these lines.")
        {
            Notes =
            [
                new($"{cause.GetType()}: {cause.Message}", SourcePlace.Nowhere),
                .. frame is null ? Array.Empty<DiagnosticNote>() : [new($"{frame}", SourcePlace.Nowhere)],
            ],
        };
    }

    /// <summary>The innermost line of the stack that is SiteGen's; null when there is none.</summary>
    static string? OwnFrame(Exception e) =>
        e.StackTrace?.Split('\n').Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith("at SiteGen.", StringComparison.Ordinal));
}
