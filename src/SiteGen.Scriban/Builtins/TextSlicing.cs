using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Cutting text to length, splitting and padding it.</summary>
static class TextSlicing
{
    public static void AddTo(FunctionTable table) => table
        .Add("slice", "text start length?", call => Slice(call, call[2].IsNull ? null : call.Int32(2), isStrict: false))
        .Add("slice1", "text start length?", call => Slice(call, call[2].IsNull ? 1 : call.Int32(2), isStrict: true))
        .Add("split", "text match", Split);

    public static void AddTruncationTo(FunctionTable table) => table
        .Add("truncate", "text length ellipsis?", Truncate)
        .Add("truncatewords", "text count ellipsis?", TruncateWords);

    public static void AddPaddingTo(FunctionTable table) => table
        .Add("pad_left", "text width", call => Pad(call, isLeft: true))
        .Add("pad_right", "text width", call => Pad(call, isLeft: false));

    static Value Slice(NativeCall call, int? wanted, bool isStrict)
    {
        string text = call.Text(0) ?? "";
        int start = call.Int32(1);
        int length = wanted ?? text.Length;
        if (start < 0)
        {
            start += text.Length;
            if (start < 0)
            {
                // What lies before the text is cut off the length.
                length += start;
                start = 0;
                if (length <= 0 && !isStrict)
                    return "";
            }
        }

        if (start >= text.Length)
            return "";
        if (length < 0)
            return call.Fail(2, $"The length can't be negative: it is {length}");
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    static Value Split(NativeCall call)
    {
        string text = call.Text(0) ?? "";
        string match = call.Text(1) ?? "";
        (RenderContext context, SourceSpan span) = (call.Context, call.Span);
        return Value.Of(new LazyList(() => Steps.Counted(context, Parts(text, match), span)));
    }

    static ScriptArray Parts(string text, string match)
    {
        var parts = new ScriptArray();
        if (match.Length == 0)
        {
            if (text.Length > 0)
                parts.Add(Value.Of(text));
            return parts;
        }

        foreach (string part in text.Split(match, StringSplitOptions.RemoveEmptyEntries))
            parts.Add(Value.Of(part));
        return parts;
    }

    static Value Truncate(NativeCall call)
    {
        string text = call.Text(0) ?? "";
        int length = call.Int32(1);
        if (text.Length <= length || text.Length == 0)
            return text;
        string ellipsis = call.Text(2) ?? "...";
        int kept = length - ellipsis.Length;
        return kept <= 0 ? ellipsis : string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    static Value TruncateWords(NativeCall call)
    {
        if (call.Text(0) is not { Length: > 0 } text)
            return "";
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words, 0, Math.Clamp(call.Int32(1), 0, words.Length)) + "...";
    }

    static Value Pad(NativeCall call, bool isLeft)
    {
        string text = call.Text(0) ?? "";
        int width = call.Int32(1);
        if (width < 0)
            return call.Fail($"The width can't be negative: it is {width}");
        call.CheckLength(width);
        return isLeft ? text.PadLeft(width) : text.PadRight(width);
    }
}
