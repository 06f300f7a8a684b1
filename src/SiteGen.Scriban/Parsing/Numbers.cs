using System.Globalization;
using System.Numerics;

namespace SiteGen.Scriban.Parsing;

/// <summary>Reads number literals.</summary>
static class Numbers
{
    /// <summary>Beyond this many digits nobody counts any more, and the work would be the reader's.</summary>
    const int MaxExponent = 5000;

    /// <summary>The narrowest of 32 bits, 64 bits and any size; a negative exponent is no integer.</summary>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out Value value)
    {
        value = default;
        string digits = text.ToString().Replace("_", "", StringComparison.Ordinal);
        int e = digits.IndexOfAny(['e', 'E']);
        int exponent = 0;
        if (e >= 0 && (!int.TryParse(digits.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent is < 0 or > MaxExponent))
            return false;
        if (digits.Length > 2 * MaxExponent || !BigInteger.TryParse(e < 0 ? digits : digits[..e], NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger number))
            return false;
        value = Value.Integer(number * BigInteger.Pow(10, exponent));
        return true;
    }

    /// <summary>Hexadecimal and binary wrap into a signed value of 32 or 64 bits unless a <c>u</c> stands behind.</summary>
    public static bool TryParseRadix(ReadOnlySpan<char> text, int radix, out Value value)
    {
        value = default;
        bool isUnsigned = text[^1] is 'u' or 'U';
        BigInteger number = BigInteger.Zero;
        foreach (char c in text[2..(isUnsigned ? text.Length - 1 : text.Length)])
        {
            if (c != '_')
                number = (number * radix) + (char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
            if (number.GetBitLength() > MaxExponent)
                return false;
        }

        value = isUnsigned || number > ulong.MaxValue ? Value.Integer(number)
            : number <= uint.MaxValue ? Value.Of(unchecked((int)(uint)number))
            : Value.Integer(unchecked((long)(ulong)number));
        return true;
    }

    // float = digits , "." , { digit } , [ exponent ] , [ "f" | "d" | "m" ] ;
    public static bool TryParseFloat(ReadOnlySpan<char> text, out Value value)
    {
        if (text.Length > 1 && text[1] is 'b' or 'B')
            return TryParseBinaryFraction(text, out value);
        char suffix = char.ToLowerInvariant(text[^1]);
        string digits = (char.IsAsciiDigit(text[^1]) || text[^1] is '.' or '_' ? text : text[..^1]).ToString().Replace("_", "", StringComparison.Ordinal);
        bool isNumber;
        if (suffix == 'm')
        {
            isNumber = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact);
            value = Value.Of(exact);
        }
        else if (suffix == 'f')
        {
            isNumber = float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out float single);
            value = Value.Of(single);
        }
        else
        {
            isNumber = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
            value = Value.Of(number);
        }

        return isNumber;
    }

    /// <summary>The first place behind the point is worth a half: <c>0b1.1</c> is 1.5. A double unless an <c>f</c> stands behind.</summary>
    static bool TryParseBinaryFraction(ReadOnlySpan<char> text, out Value value)
    {
        double number = 0;
        double place = 0;
        bool isSingle = false;
        foreach (char c in text[2..])
        {
            if (c == '.')
                place = 0.5;
            else if (c is '0' or '1' && place == 0)
                number = (number * 2) + (c - '0');
            else if (c is '0' or '1')
                (number, place) = (number + (place * (c - '0')), place / 2);
            else
                isSingle |= c is 'f' or 'F';
        }

        value = isSingle ? Value.Of((float)number) : Value.Of(number);
        return double.IsFinite(number);
    }
}
