namespace SiteGen.Core.Korean;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    // Korean adults read 202 eojeol a minute silently (PMC5469923; Zola's PR #3145 uses the same figure).
    const int EojeolPerMinute = 202;

    // Code is looked at rather than read: a line takes as long as six or seven words.
    const int SecondsPerCodeLine = 2;

    // Medium's rule: twelve seconds for the first image, a second less for each one after it, never under three.
    const int SecondsForFirstImage = 12;
    const int SecondsForLateImage = 3;

    /// <summary>
    /// Whole minutes, at least 1: a minute that has only begun is not promised, as 663 eojeol take "3 minutes" and 1,141 "5".
    /// </summary>
    /// <param name="eojeol">Words in running text, from <see cref="CountWords"/>.</param>
    /// <param name="codeLines">Lines in code blocks, which are not counted as words; two seconds each.</param>
    /// <param name="images">Images: 12 seconds for the first, 11 for the second, … 3 from the tenth on.</param>
    public static int Minutes(int eojeol, int codeLines, int images)
    {
        var seconds = (long)codeLines * SecondsPerCodeLine + SecondsOfImages(images);
        var minutes = ((long)eojeol * 60 + seconds * EojeolPerMinute) / (60 * EojeolPerMinute);
        return (int)Math.Clamp(minutes, 1, int.MaxValue);
    }

    /// <summary>Space-separated words that hold a letter or a digit; a dash between spaces is not read.</summary>
    public static int CountWords(string plainText)
    {
        var words = 0;
        var counted = false;
        foreach (var c in plainText)
        {
            // Asking the tables of Unicode takes many times as long, and nearly all is Hangul.
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
