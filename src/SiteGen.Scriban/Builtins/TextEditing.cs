using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Removing, replacing and finding within text.</summary>
static class TextEditing
{
    public static void AddTo(FunctionTable table) => table
        .Add("remove", "text remove", Remove)
        .Add("remove_first", "text remove", call => ReplaceOnce(call, call.Text(1), "", fromEnd: false))
        .Add("remove_last", "text remove", call => ReplaceOnce(call, call.Text(1), "", fromEnd: true))
        .Add("replace", "text match replace", Replace)
        .Add("replace_first", "text match replace from_end?", call => ReplaceOnce(call, call.Text(1), call.Text(2) ?? "", call[3].IsTruthy))
        .Add("rstrip", "text", call => StringFunctions.Map(call, t => t.TrimEnd()));

    public static void AddIndexOfTo(FunctionTable table) => table.Add("index_of", "text search start_index? count? stringComparison?", IndexOf);

    static Value Remove(NativeCall call) =>
        call.Text(0) is { } text && call.Text(1) is { Length: > 0 } removed ? text.Replace(removed, "", StringComparison.Ordinal) : call.Text(0);

    static Value Replace(NativeCall call)
    {
        if (call.Text(0) is not { } text)
            return default;
        if (call.Text(1) is not { Length: > 0 } match)
            return call.Fail(1, "The text to replace can't be empty");
        string replacement = call.Text(2) ?? "";
        if (replacement.Length > match.Length)
            call.CheckLength(text.Length + ((long)text.AsSpan().Count(match) * (replacement.Length - match.Length)));
        return call.LimitedText(text.Replace(match, replacement, StringComparison.Ordinal));
    }

    static Value ReplaceOnce(NativeCall call, string? match, string replacement, bool fromEnd)
    {
        if (call.Text(0) is not { } text)
            return default;
        if (string.IsNullOrEmpty(match))
            return text;
        int at = fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : call.LimitedText(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length)));
    }

    static Value IndexOf(NativeCall call)
    {
        string text = call.Text(0) ?? throw call.ErrorAt(0, "The text is null");
        string search = call.Text(1) ?? throw call.ErrorAt(1, "The text to look for is null");
        int start = call.Int32(2);
        if (start < 0 || start > text.Length)
            return call.Fail(2, "The start must lie within the text");
        int count = call[3].IsNull ? text.Length - start : call.Int32(3);
        if (count < 0 || count > text.Length - start)
            return call.Fail(3, "The count must lie within the text");
        StringComparison comparison = StringComparison.Ordinal;
        if (call.Text(4) is { } name && !TryParseComparison(name, out comparison))
            return call.Fail(4, $"`{name}` is no comparison: `Ordinal` and `OrdinalIgnoreCase` are");
        return text.IndexOf(search, start, count, comparison);
    }

    static bool TryParseComparison(string name, out StringComparison comparison)
    {
        // Cultures are invariant, so the ones of .NET that ask for a culture come to the same.
        StringComparison? known = name switch
        {
            "Ordinal" => StringComparison.Ordinal,
            "OrdinalIgnoreCase" => StringComparison.OrdinalIgnoreCase,
            "CurrentCulture" or "InvariantCulture" => StringComparison.InvariantCulture,
            "CurrentCultureIgnoreCase" or "InvariantCultureIgnoreCase" => StringComparison.InvariantCultureIgnoreCase,
            _ => null,
        };
        comparison = known ?? StringComparison.Ordinal;
        return known is not null;
    }
}
