using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>A YAML syntax error. The parser often reports a later place, so common mistakes are recognized in the text itself.</summary>
/// <param name="Start">Offset of the YAML text in the source.</param>
/// <param name="Offset">Where the parser failed.</param>
/// <param name="Bracket">The innermost open bracket; -1 for none.</param>
/// <param name="Reason">The parser's message, or empty.</param>
sealed record YamlError(SourceText Source, int Start, int Offset, int Bracket, string Reason)
{
    public Diagnostic ToDiagnostic() => Tab() ?? OpenBracket() ?? OpenQuote() ?? MissingSpace() ?? Colon() ?? FirstCharacter() ?? Other();

    Diagnostic Other()
    {
        var message = Reason.Length == 0
            ? (Message)"This is not YAML: it can't be read from here on."
            : $"This is not YAML: {ForeignWords.Of(Reason, YamlWords.Known)}";
        var isEscape = Reason.Contains("escape") || Reason.Contains("surrogate");
        return Error(Offset, message, isEscape ? "Write the character itself instead of its escape." : null);
    }

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

    Diagnostic? OpenBracket()
    {
        if (Bracket < 0 || Reason.Length > 0 && !Reason.Contains("While parsing a flow") && !Reason.Contains("node content"))
            return null;
        var bracket = Source.Text[Bracket];
        return Error(Bracket, $"The bracket {bracket} is not closed, or something between the brackets can't stand there.",
            $"Close it with {(bracket == '[' ? ']' : '}')}; put values that hold a comma, a colon or a bracket in quotes.");
    }

    Diagnostic? OpenQuote() =>
        !Reason.Contains("quoted scalar") || !Reason.Contains("wrong indentation") && !Reason.Contains("unexpected") ? null
        : QuotedLines.CloseOf(Source.Text, Offset) >= 0
            ? Error(Offset, "The value in these quotes goes on at the beginning of a line.",
                "Indent its further lines; if it should end on this line, close the quote there.")
            : Error(Offset, "The quote that opens here is not closed.",
                "Close it at the end of the value. To write a double quote between double quotes, put a backslash before it.");

    Diagnostic? MissingSpace()
    {
        var line = Source.LineAndColumn(Offset).Line;
        if (line < 2 || Source.OffsetOf(line - 1) < Start || !IsAboutColon)
            return null;
        var text = Source.Line(line - 1).TrimEnd();
        var colon = text.IndexOf(':');
        if (colon <= 0 || colon == text.Length - 1 || text.Contains(": ") || text.TrimStart()[0] is '-' or '#' or '"' or '\'')
            return null;
        return Error(Source.OffsetOf(line - 1) + colon, "A space is missing behind the colon.",
            $"Write it as `{text[..colon].TrimStart()}: {text[(colon + 1)..]}`.");
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

    bool IsAboutColon => Reason.Contains("simple key")
        || new[] { "invalid mapping", "mapping values" }.Any(words => Reason.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Plain text that begins with an indicator of YAML: <c>title: [속보] 새 소식</c>.</summary>
    Diagnostic? FirstCharacter()
    {
        var number = Source.LineAndColumn(Offset).Line;
        var line = Source.Line(number);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = colon < 0 ? "" : line[(colon + 2)..].Trim();
        var isAboutStart = Reason.Contains("expected key") || Reason.Contains("start any token") || Reason.Contains("no anchor");
        if (value.Length == 0 || !isAboutStart || !"@`%*&!|>[{\"'".Contains(value[0]))
            return null;
        return Error(Source.OffsetOf(number) + line.IndexOf(value[0], colon + 2),
            $"A value that begins with {value[0]} needs quotes around all of it.",
            $"Write it as `{line[..colon].TrimStart()}: {Quoted(value)}`.");
    }

    static string Quoted(string value) => value.Contains('"') ? $"'{value.Replace("'", "''")}'" : $"\"{value}\"";

    Diagnostic Error(int offset, Message message, Message? hint) =>
        new(Severity.Error, "yaml-syntax", message, new SourcePlace(Source, offset), hint);
}
