using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>
/// What an author did where a text is not YAML. The parser speaks of grammar and often of a later place, so the mistakes that authors make
/// most are told from the text itself.
/// </summary>
/// <param name="Start">Offset of the YAML text in the source.</param>
/// <param name="Offset">Where the parser gave up.</param>
/// <param name="Bracket">The innermost bracket that was open there; negative for none.</param>
/// <param name="Reason">The parser's words; empty when it has none.</param>
sealed record YamlError(SourceText Source, int Start, int Offset, int Bracket, string Reason)
{
    public Diagnostic ToDiagnostic() =>
        Tab() ?? OpenBracket() ?? OpenQuote() ?? MissingSpace() ?? Colon() ?? FirstCharacter()
        ?? Error(Offset, Reason.Length == 0 ? (Message)"This is not YAML: it can't be read from here on." : $"This is not YAML: {Reason}", Reason.Contains("escape") || Reason.Contains("surrogate") ? "Write the character itself instead of its escape." : null);

    Diagnostic? Tab()
    {
        if (!Reason.Contains(" tab"))
            return null;
        for (var line = Source.LineAndColumn(Offset).Line; ; line++)
        {
            var at = Source.OffsetOf(line);
            if (at < 0)
                return null;
            var text = Source.Line(line);
            var tab = text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length).IndexOf('\t');
            if (tab >= 0)
                return Error(at + tab, "The line is indented with a tab.", "Indent it with spaces.");
        }
    }

    Diagnostic? OpenBracket() =>
        Bracket >= 0 && (Reason.Length == 0 || Reason.Contains("While parsing a flow") || Reason.Contains("node content"))
            ? Error(Bracket, $"The bracket {Source.Text[Bracket]} is not closed, or something between the brackets can't stand there.", $"Close it with {(Source.Text[Bracket] == '[' ? ']' : '}')}; put values that hold a comma, a colon or a bracket in quotes.")
            : null;

    Diagnostic? OpenQuote() =>
        Reason.Contains("quoted scalar") && (Reason.Contains("wrong indentation") || Reason.Contains("unexpected"))
            ? Error(Offset, "The quote that opens here is not closed.", "Close it at the end of the value. To write a double quote between double quotes, put a backslash before it.")
            : null;

    Diagnostic? MissingSpace()
    {
        var line = Source.LineAndColumn(Offset).Line;
        if (line < 2 || Source.OffsetOf(line - 1) < Start || !IsAboutColon)
            return null;
        var text = Source.Line(line - 1).TrimEnd();
        var colon = text.IndexOf(':');
        return colon <= 0 || colon == text.Length - 1 || text.Contains(": ") || text.TrimStart()[0] is '-' or '#' or '"' or '\''
            ? null
            : Error(Source.OffsetOf(line - 1) + colon, "A space is missing behind the colon.", $"Write it as `{text[..colon].TrimStart()}: {text[(colon + 1)..]}`.");
    }

    Diagnostic? Colon()
    {
        var line = Source.Line(Source.LineAndColumn(Offset).Line);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (!IsAboutColon || colon <= 0 || line.IndexOf(':', colon + 1) < 0)
            return null;
        var value = line[(colon + 2)..].Trim();
        return Error(Offset, "A value that holds a colon needs quotes.", $"Write it as `{line[..colon].TrimStart()}: {Quoted(value)}`.");
    }

    bool IsAboutColon => Reason.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) || Reason.Contains("mapping values", StringComparison.OrdinalIgnoreCase) || Reason.Contains("simple key");

    /// <summary>A value may begin like a quote, a list or a sign of YAML and go on as plain text: <c>title: [속보] 새 소식</c>.</summary>
    Diagnostic? FirstCharacter()
    {
        var number = Source.LineAndColumn(Offset).Line;
        var line = Source.Line(number);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = colon < 0 ? "" : line[(colon + 2)..].Trim();
        return value.Length > 0 && value[0] is '@' or '`' or '%' or '*' or '&' or '!' or '|' or '>' or '[' or '{' or '"' or '\'' && (Reason.Contains("expected key") || Reason.Contains("start any token") || Reason.Contains("no anchor"))
            ? Error(Source.OffsetOf(number) + line.IndexOf(value[0], colon + 2), $"A value that begins with {value[0]} needs quotes around all of it.", $"Write it as `{line[..colon].TrimStart()}: {Quoted(value)}`.")
            : null;
    }

    static string Quoted(string value) => value.Contains('"') ? $"'{value.Replace("'", "''")}'" : $"\"{value}\"";

    Diagnostic Error(int offset, Message message, Message? hint) => new(Severity.Error, "yaml-syntax", message, new SourcePlace(Source, offset), hint);
}
