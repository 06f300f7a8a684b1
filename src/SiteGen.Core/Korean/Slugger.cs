using System.Globalization;
using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Converts text to a URL segment.</summary>
public static class Slugger
{
    // A file name has at most 255 bytes; this leaves room for a suffix.
    const int MaxBytes = 200;

    /// <summary>
    /// NFC, lower case. Letters and digits of all scripts stay, other runs become one inner <c>-</c>; at most 200 bytes, maybe empty.
    /// "AI 인터뷰 및 최신 동향" gives "ai-인터뷰-및-최신-동향"; C, C# and C++ give "c", "csharp" and "cplusplus".
    /// </summary>
    public static string FromText(string text) => InCase(text, Rune.ToLowerInvariant);

    /// <summary>The same with the letter case of the text.</summary>
    public static string InOwnCase(string text) => InCase(text, rune => rune);

    static string InCase(string text, Func<Rune, Rune> inCase)
    {
        var slug = new StringBuilder(text.Length);
        var afterLetter = false;
        foreach (var rune in Nfc.Normalize(text).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            // Invisible, such as soft hyphens, zero-width spaces and byte order marks.
            if (category == UnicodeCategory.Format)
                continue;
            if (Rune.IsLetterOrDigit(rune) || (afterLetter && IsMark(category, rune)))
            {
                slug.Append(inCase(rune).ToString());
                afterLetter = !Rune.IsDigit(rune);
            }
            else if (afterLetter && rune.Value is '#' or '+')
                slug.Append(rune.Value == '#' ? "sharp" : "plus");
            else
            {
                afterLetter = false;
                if (slug.Length > 0 && slug[^1] != '-')
                    slug.Append('-');
            }
        }
        return Cut(Nfc.Normalize(slug.ToString().TrimEnd('-')));
    }

    /// <summary>
    /// A heading's id as GitHub makes it: NFC, lower case, letters, digits, <c>_</c> and <c>-</c>; each space is a <c>-</c>, other marks
    /// are left out. "9. Python 3.11은" gives "9-python-311은".
    /// </summary>
    public static string HeadingId(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var rune in Nfc.Normalize(text).EnumerateRunes())
        {
            if (rune.Value == ' ')
                id.Append('-');
            else if (rune.Value == '-' || IsWord(Rune.GetUnicodeCategory(rune)))
                id.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return Nfc.Normalize(id.ToString());
    }

    // Letters, marks, digits and Roman numerals come first in the enumeration.
    static bool IsWord(UnicodeCategory category) => category is <= UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;

    // Devanagari, Thai and others write vowels as marks. A variation selector is not one.
    static bool IsMark(UnicodeCategory category, Rune rune) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && rune.Value is < 0xFE00 or > 0xFE0F;

    static string Cut(string slug)
    {
        var bytes = 0;
        var end = 0;
        foreach (var rune in slug.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
                return slug[..end].TrimEnd('-');
            end += rune.Utf16SequenceLength;
        }
        return slug;
    }
}
