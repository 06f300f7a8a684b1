using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>Makes a summary of a document's first paragraphs.</summary>
public static class Summary
{
    const int Enough = 90;
    const int Most = 180;

    /// <summary>Whole paragraphs until there are enough characters; what is too long is cut behind a sentence, else between two words.</summary>
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
            if (text[i] is '.' or '?' or '!' or '…' && text[i + 1] == ' ')
                return text[..(i + 1)];
        }

        var space = text.LastIndexOf(' ', Most);
        var end = space >= Enough ? space : char.IsLowSurrogate(text[Most]) ? Most - 1 : Most;
        return text[..end].TrimEnd(' ', ',', '·') + "…";
    }
}
