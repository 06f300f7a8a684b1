using System.Text;

namespace SiteGen.Core.Markup;

public static class Summary
{
    const int MinLength = 90;
    const int MaxLength = 180;

    /// <summary>The first paragraphs of a document, cut after a sentence, else between words, but never inside a URL.</summary>
    public static string Cut(IEnumerable<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Length > 0))
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(paragraph);
            if (text.Length >= MinLength)
                break;
        }

        return text.Length <= MaxLength ? text.ToString() : CutAt(text.ToString());
    }

    static string CutAt(string text)
    {
        for (var i = MaxLength - 1; i >= MinLength; i--)
        {
            if (EndsSentence(text, i))
                return text[..(i + 1)];
        }

        var space = text.LastIndexOf(' ', MaxLength);
        return (space >= MinLength ? text[..space] : WithinWord(text)).TrimEnd(' ', ',', '·') + "…";
    }

    /// <summary>Punctuation before a space, perhaps within brackets or quotes; not the periods of 3.5 and 2025. 1. 24.</summary>
    static bool EndsSentence(string text, int at)
    {
        if (text[at + 1] != ' ')
            return false;
        var mark = text.AsSpan(0, at + 1).TrimEnd("”’\"')」』》");
        return mark.Length > 1 && mark[^1] is '.' or '?' or '!' or '…' or '。' && !char.IsAsciiDigit(mark[^2]);
    }

    /// <summary>Without a space the text is cut between two characters, or before the URL that crosses the limit.</summary>
    static string WithinWord(string text)
    {
        var word = text.LastIndexOf(' ', MaxLength) + 1;
        if (text.AsSpan(word).Contains("://", StringComparison.Ordinal) && word > 0)
            return text[..word];
        return text[..(char.IsLowSurrogate(text[MaxLength]) ? MaxLength - 1 : MaxLength)];
    }
}
