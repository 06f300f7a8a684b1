using System.Globalization;
using System.Text;

namespace SiteGen.Scriban.Runtime;

/// <summary>Values as text, as they print on their own and inside lists and objects.</summary>
static class ValueText
{
    public const string TooDeep = "The value to print is nested too deeply or contains itself";

    /// <summary>As it prints on its own.</summary>
    public static string Of(RenderContext? context, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty: return "";
            case ValueKind.Text or ValueKind.Html: return (string)value.Reference!;
            case ValueKind.Capture: return value.Reference!.ToString()!;
            case ValueKind.Bool: return value.AsBool ? "true" : "false";
            case ValueKind.Int32 or ValueKind.Int64: return value.AsInt64.ToString(CultureInfo.InvariantCulture);
            case ValueKind.BigInteger: return value.AsBigInteger.ToString(CultureInfo.InvariantCulture);
            case ValueKind.Double: return OfFloating(value.AsDouble.ToString(CultureInfo.InvariantCulture), 17);
            case ValueKind.Single: return OfFloating(value.AsSingle.ToString(CultureInfo.InvariantCulture), 9);
            case ValueKind.Decimal: return value.AsDecimal.ToString(CultureInfo.InvariantCulture);
            case ValueKind.Char: return value.AsChar.ToString();
            case ValueKind.Date: return DateText.Format(value, context?.DateFormat ?? DateText.DefaultFormat, context?.Time.LocalTimeZone);
            case ValueKind.TimeSpan: return value.AsTimeSpan.ToString();
            case ValueKind.Function: return value.AsCallable.IsScript ? "" : value.AsCallable.Text;
            default:
                var text = new StringBuilder();
                Append(context, value, text, 0);
                return text.ToString();
        }
    }

    /// <summary>.NET writes an exponent from 1E+15 (single: 1E+07) up; here it begins later, at the given power of ten.</summary>
    static string OfFloating(string shortest, int exponentFrom)
    {
        int e = shortest.IndexOf("E+", StringComparison.Ordinal);
        if (e < 0 || int.Parse(shortest.AsSpan(e + 2)) is var exponent && exponent >= exponentFrom)
            return shortest;
        bool isNegative = shortest[0] == '-';
        string digits = shortest[(isNegative ? 1 : 0)..e].Replace(".", "", StringComparison.Ordinal);
        int whole = exponent + 1;
        string text = digits.Length <= whole ? digits.PadRight(whole, '0') : digits[..whole] + "." + digits[whole..];
        return isNegative ? "-" + text : text;
    }

    /// <summary>As it prints inside a list or object, or as one.</summary>
    static void Append(RenderContext? context, in Value value, StringBuilder text, int depth)
    {
        if (text.Length > 2L * (context?.MaxTextLength ?? 1 << 28))
            throw new ValueException("The value to print is too long");
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty:
                text.Append("null");
                break;
            case ValueKind.Text or ValueKind.Html or ValueKind.Capture:
                text.Append('"');
                AppendEscaped(Of(context, value), text);
                text.Append('"');
                break;
            case ValueKind.List:
                AppendList(context, value.AsList, text, depth + 1);
                break;
            case ValueKind.Object:
                AppendObject(context, value.AsObject, text, depth + 1);
                break;
            case ValueKind.Function:
                text.Append(value.AsCallable.Text);
                break;
            default:
                text.Append(Of(context, value));
                break;
        }
    }

    static void AppendList(RenderContext? context, IScriptList list, StringBuilder text, int depth)
    {
        CheckDepth(context, depth);
        text.Append('[');
        bool isFirst = true;
        foreach (Value item in ListWalk.Of(list))
        {
            if (!isFirst)
                text.Append(", ");
            isFirst = false;
            Append(context, item, text, depth);
        }

        text.Append(']');
    }

    static void AppendObject(RenderContext? context, IScriptObject source, StringBuilder text, int depth)
    {
        CheckDepth(context, depth);
        text.Append('{');
        bool isFirst = true;
        foreach (string name in source.Names)
        {
            if (!isFirst)
                text.Append(", ");
            isFirst = false;
            AppendKey(name, text);
            text.Append(": ");
            source.TryGet(name, out Value value);
            Append(context, value, text, depth);
        }

        text.Append('}');
    }

    static void AppendKey(string name, StringBuilder text)
    {
        if (IsIdentifier(name))
        {
            text.Append(name);
            return;
        }

        text.Append('"');
        AppendEscaped(name, text);
        text.Append('"');
    }

    static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            return false;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }

    static void CheckDepth(RenderContext? context, int depth)
    {
        TemplateOptions options = context?.Options ?? TemplateOptions.Default;
        bool isTooDeep = options.ObjectRecursionLimit > 0 && depth > options.ObjectRecursionLimit;
        if (isTooDeep || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ValueException(TooDeep);
    }

    /// <summary>Backslash escapes for what would end or break a quoted string.</summary>
    public static void AppendEscaped(string source, StringBuilder text)
    {
        foreach (char c in source)
        {
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '\n': text.Append("\\n"); break;
                case '\t': text.Append("\\t"); break;
                case '\r': text.Append("\\r"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\v': text.Append("\\v"); break;
                case '\a': text.Append("\\a"); break;
                case < ' ': text.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
    }
}
