using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Unicode Normalization Form C (UAX #15): <c>string.Normalize</c> does nothing under invariant globalization.</summary>
public static class Nfc
{
    internal const int LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7, SyllableBase = 0xAC00;
    internal const int LeadCount = 19, VowelCount = 21, TailCount = 28, SyllableCount = LeadCount * VowelCount * TailCount;

    /// <summary>The same instance when nothing changes. Unpaired surrogates stay.</summary>
    public static string Normalize(string text)
    {
        if (IsPlain(text))
            return text;
        var composed = Compose(Decompose(text));
        return string.Equals(composed, text, StringComparison.Ordinal) ? text : composed;
    }

    /// <summary>Whether <see cref="Normalize"/> would return the text unchanged.</summary>
    public static bool IsNormalized(string text) => ReferenceEquals(Normalize(text), text);

    // Composed Hangul, hanja, quotes, dashes and everything below the combining marks never change, so the table is rarely loaded.
    static bool IsPlain(string text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        for (var i = 0; i < units.Length;)
        {
            if (i + Vector128<ushort>.Count <= units.Length && AreUnchanging(Vector128.Create(units.Slice(i, Vector128<ushort>.Count))))
            {
                i += Vector128<ushort>.Count;
                continue;
            }

            for (var end = Math.Min(i + Vector128<ushort>.Count, units.Length); i < end; i++)
            {
                if (MayChange(text, i))
                    return false;
            }
        }

        return true;
    }

    /// <summary>A fixed vector length, so that this is compiled ahead of time.</summary>
    static bool AreUnchanging(Vector128<ushort> units) => Vector128.EqualsAll(
        Vector128.LessThan(units, Vector128.Create((ushort)0x300))
            | Vector128.LessThan(units - Vector128.Create((ushort)SyllableBase), Vector128.Create((ushort)SyllableCount))
            | Vector128.LessThan(units - Vector128.Create((ushort)'\u4E00'), Vector128.Create((ushort)('\u9FFF' - '\u4E00' + 1))),
        Vector128<ushort>.AllBitsSet);

    static bool MayChange(string text, int i) => text[i] switch
    {
        < '\u0300' or (>= '\u2010' and <= '\u206F') or (>= '\u3000' and < '\u302A') or (>= '\u4E00' and <= '\u9FFF') => false,
        var c => !IsSyllable(c) && (IsVowelJamo(c) || IsTailJamo(c) || NfcTable.MayChange(CodePointAt(text, i))),
    };

    // Syllables stay composed.
    static List<int> Decompose(string text)
    {
        var codePoints = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = CodePointAt(text, i);
            i += codePoint > 0xFFFF ? 1 : 0;
            AppendDecomposed(codePoints, codePoint);
        }

        Order(codePoints);
        return codePoints;
    }

    static void AppendDecomposed(List<int> codePoints, int codePoint)
    {
        if (codePoint >= 0xC0 && NfcTable.TryDecompose(codePoint, out var parts))
        {
            AppendDecomposed(codePoints, parts.First);
            if (parts.Second != 0)
                AppendDecomposed(codePoints, parts.Second);
        }
        else
            codePoints.Add(codePoint);
    }

    // Canonical ordering: marks of one starter by their class, those of one class in the order of the text.
    static void Order(List<int> codePoints)
    {
        for (var start = 0; start < codePoints.Count; start++)
        {
            var end = start;
            var isOrdered = true;
            for (var last = 0; end < codePoints.Count && NfcTable.Class(codePoints[end]) is not 0 and var next; last = next, end++)
                isOrdered &= last <= next;
            if (!isOrdered)
            {
                foreach (var mark in codePoints.GetRange(start, end - start).OrderBy(codePoint => NfcTable.Class(codePoint)))
                    codePoints[start++] = mark;
            }

            start = end;
        }
    }

    static string Compose(List<int> codePoints)
    {
        var composed = new List<int>(codePoints.Count);
        var starter = -1;
        var lastClass = -1;
        foreach (var codePoint in codePoints)
        {
            var combiningClass = NfcTable.Class(codePoint);
            if (starter >= 0 && lastClass < combiningClass && TryCompose(composed[starter], codePoint, out var composite))
            {
                composed[starter] = composite;
                continue;
            }
            if (combiningClass == 0)
                starter = composed.Count;
            // -1 allows even a jamo (class 0) directly after a starter.
            lastClass = combiningClass == 0 ? -1 : combiningClass;
            composed.Add(codePoint);
        }
        return ToText(composed);
    }

    static bool TryCompose(int first, int second, out int composite)
    {
        if (first is >= LeadBase and < LeadBase + LeadCount && IsVowelJamo(second))
        {
            composite = SyllableBase + (((first - LeadBase) * VowelCount) + second - VowelBase) * TailCount;
            return true;
        }
        if (IsSyllable(first) && (first - SyllableBase) % TailCount == 0 && IsTailJamo(second))
        {
            composite = first + second - TailBase;
            return true;
        }
        return NfcTable.TryCompose(first, second, out composite);
    }

    static string ToText(List<int> codePoints)
    {
        var text = new StringBuilder(codePoints.Count);
        foreach (var codePoint in codePoints)
        {
            if (codePoint <= 0xFFFF)
                text.Append((char)codePoint);
            else
                text.Append(char.ConvertFromUtf32(codePoint));
        }
        return text.ToString();
    }

    static int CodePointAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    static bool IsSyllable(int codePoint) => codePoint is >= SyllableBase and < SyllableBase + SyllableCount;

    static bool IsVowelJamo(int codePoint) => codePoint is >= VowelBase and < VowelBase + VowelCount;

    // The base itself stands for "no tail" and is no tail.
    static bool IsTailJamo(int codePoint) => codePoint is > TailBase and < TailBase + TailCount;
}
