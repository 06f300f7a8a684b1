namespace SiteGen.Core.Korean;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    // Korean adults read 202 eojeol a minute silently (PMC5469923; Zola's PR #3145 uses the same figure).
    const int EojeolPerMinute = 202;

    // A line of code takes as long as six or seven words.
    const int SecondsPerCodeLine = 2;

    // Medium's rule: twelve seconds for the first image, a second less for each one after it, never under three.
    const int SecondsForFirstImage = 12;
    const int SecondsForLateImage = 3;

    /// <summary>Whole minutes, rounded down, at least 1: 663 eojeol take 3 minutes, 1,141 take 5.</summary>
    /// <param name="eojeol">Words in running text, from <see cref="CountWords"/>.</param>
    /// <param name="codeLines">Lines in code blocks; two seconds each.</param>
    /// <param name="images">Images: 12 seconds for the first, 11 for the second, … 3 from the tenth on.</param>
    public static int Minutes(int eojeol, int codeLines, int images)
    {
        var seconds = (long)codeLines * SecondsPerCodeLine + SecondsOfImages(images);
        var minutes = ((long)eojeol * 60 + seconds * EojeolPerMinute) / (60 * EojeolPerMinute);
        return (int)Math.Clamp(minutes, 1, int.MaxValue);
    }

    /// <summary>Space-separated words with a letter or a digit.</summary>
    public static int CountWords(string plainText)
    {
        var words = 0;
        var counted = false;
        foreach (var c in plainText)
        {
            // Most text is Hangul, and Unicode tables are slow.
            if (!Hangul.IsSyllable(c) && char.IsWhiteSpace(c))
                counted = false;
            else if (!counted && char.IsLetterOrDigit(c))
            {
                counted = true;
                words++;
            }
        }
        return words;
    }

    static long SecondsOfImages(int images)
    {
        const int Shrinking = SecondsForFirstImage - SecondsForLateImage;
        long early = Math.Clamp(images, 0, Shrinking);
        var late = Math.Max(0, images - Shrinking);
        return early * SecondsForFirstImage - early * (early - 1) / 2 + (long)late * SecondsForLateImage;
    }
}
