namespace SiteGen.Scriban;

/// <summary>Renders one JSON case a line, answers with one JSON line each: for checking the language against other engines.</summary>
public static class JsonLinesProtocol
{
    /// <summary>Reads cases until the input ends; every answer is flushed.</summary>
    public static void Run(Stream input, Stream output) => throw new NotImplementedException(nameof(input) + nameof(output));
}
