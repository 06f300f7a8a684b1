using System.Globalization;
using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>string</c>.</summary>
static class StringFunctions
{
    const NumberStyles Decimals = NumberStyles.Float | NumberStyles.AllowThousands;

    public static ScriptObject Make()
    {
        var table = new FunctionTable("string");
        table.Add("escape", "text", call => Map(call, t => Escaped(t)))
            .Add("append", "text with", call => call.LimitedText(call.Text(0) + call.Text(1)))
            .Add("capitalize", "text", call => Map(call, t => t.Length == 0 ? t : char.ToUpperInvariant(t[0]) + t[1..]))
            .Add("capitalizewords", "text", call => Map(call, CapitalizeWords))
            .Add("contains", "text value", call => Test(call, (t, v) => t.Contains(v, StringComparison.Ordinal)))
            .Add("empty", "text", call => string.IsNullOrEmpty(call.Text(0)))
            .Add("whitespace", "text", call => string.IsNullOrWhiteSpace(call.Text(0)))
            .Add("downcase", "text", call => Map(call, t => t.ToLowerInvariant()))
            .Add("ends_with", "text value", call => Test(call, (t, v) => t.EndsWith(v, StringComparison.Ordinal)))
            .Add("equals_ignore_case", "text value", call => call.Text(0) is { } t && t.Equals(call.Text(1), StringComparison.OrdinalIgnoreCase))
            .Add("handleize", "text", Handleize)
            .Add("literal", "text", call => Map(call, t => "\"" + Escaped(t) + "\""))
            .Add("lstrip", "text", call => Map(call, t => t.TrimStart()))
            .Add("pluralize", "number singular plural", call => call.Int32(0) == 1 ? call.Text(1) : call.Text(2))
            .Add("prepend", "text by", call => call.LimitedText(call.Text(1) + call.Text(0)));
        TextEditing.AddTo(table);
        table.Add("size", "text", call => call.Text(0)?.Length ?? 0);
        TextSlicing.AddTo(table);
        table.Add("starts_with", "text value", call => Test(call, (t, v) => t.StartsWith(v, StringComparison.Ordinal)))
            .Add("strip", "text", call => Map(call, t => t.Trim()))
            .Add("strip_newlines", "text", call => Map(call, t => t.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)))
            .Add("to_int", "text", call => int.TryParse(call.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out int i) ? i : Value.Null)
            .Add("to_long", "text", call => long.TryParse(call.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out long l) ? l : Value.Null)
            .Add("to_float", "text", call => float.TryParse(call.Text(0), Decimals, CultureInfo.InvariantCulture, out float f) ? Value.Of(f) : Value.Null)
            .Add("to_double", "text", call => double.TryParse(call.Text(0), Decimals, CultureInfo.InvariantCulture, out double d) ? d : Value.Null);
        TextSlicing.AddTruncationTo(table);
        table.Add("upcase", "text", call => Map(call, t => t.ToUpperInvariant()));
        TextHashing.AddTo(table);
        TextSlicing.AddPaddingTo(table);
        TextHashing.AddBase64To(table);
        TextEditing.AddIndexOfTo(table);
        return table.Finish();
    }

    /// <summary>Text to text; null stays null.</summary>
    public static Value Map(NativeCall call, Func<string, string> change) => call.Text(0) is { } text ? Value.Of(change(text)) : default;

    /// <summary>Compares two texts of which neither is empty.</summary>
    static Value Test(NativeCall call, Func<string, string, bool> test) =>
        call.Text(0) is { Length: > 0 } text && call.Text(1) is { Length: > 0 } value && test(text, value);

    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        ValueText.AppendEscaped(text, escaped);
        return escaped.ToString();
    }

    /// <summary>The first letter after each white space; what stands before it and is no letter is passed over.</summary>
    static string CapitalizeWords(string text)
    {
        var capitalized = new StringBuilder(text.Length);
        bool isPending = true;
        foreach (char c in text)
        {
            capitalized.Append(isPending && char.IsLetter(c) ? char.ToUpperInvariant(c) : c);
            isPending = char.IsWhiteSpace(c) || (isPending && !char.IsLetter(c));
        }

        return capitalized.ToString();
    }

    static Value Handleize(NativeCall call)
    {
        if (call.Text(0) is not { } text)
            return call.Fail("`string.handleize` needs a text, not null");
        var handle = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                handle.Append(char.ToLowerInvariant(c));
            else if (handle.Length == 0 || handle[^1] != '-')
                handle.Append('-');
        }

        if (handle.Length > 0 && handle[^1] == '-')
            handle.Length--;
        return handle.ToString();
    }
}
