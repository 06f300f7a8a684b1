using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>Makes a summary of a document's first paragraphs.</summary>
public static class Summary
{
    const int Enough = 90;
    const int Most = 180;

    /// <summary>Whole paragraphs until there are enough characters; what is too long is cut behind a sentence, else between two words, never inside an address.</summary>
    public static string Cut(IEnumerable<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append(' ');
            text.Append(paragraph);
            if (text.Length >= Enough)
                break;
        }

        return text.Length <= Most ? text.ToString() : CutAt(text.ToString());
    }

    static string CutAt(string text)
    {
        for (var i = Most - 1; i >= Enough; i--)
        {
            if (EndsSentence(text, i))
                return text[..(i + 1)];
        }

        var space = text.LastIndexOf(' ', Most);
        return (space >= Enough ? text[..space] : WithinWord(text)).TrimEnd(' ', ',', '·') + "…";
    }

    /// <summary>A mark that ends a sentence, perhaps in brackets or quotation marks, before a blank: the points of 3.5 and 2025. 1. 24. are none.</summary>
    static bool EndsSentence(string text, int at)
    {
        if (text[at + 1] != ' ')
            return false;
        var mark = text.AsSpan(0, at + 1).TrimEnd("”’\"')」』》");
        return mark.Length > 1 && mark[^1] is '.' or '?' or '!' or '…' or '。' && !char.IsAsciiDigit(mark[^2]);
    }

    /// <summary>Where there is no blank the text is cut between two characters, or before the address that reaches across.</summary>
    static string WithinWord(string text)
    {
        var word = text.LastIndexOf(' ', Most) + 1;
        if (text.AsSpan(word).Contains("://", StringComparison.Ordinal) && word > 0)
            return text[..word];
        return text[..(char.IsLowSurrogate(text[Most]) ? Most - 1 : Most)];
    }
}
