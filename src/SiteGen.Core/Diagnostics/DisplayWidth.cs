namespace SiteGen.Core.Diagnostics;

/// <summary>How wide text stands on a terminal.</summary>
public static class DisplayWidth
{
    /// <summary>Hangul, kana, ideographs and full-width forms take two cells.</summary>
    public static bool IsWide(char c) =>
        c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';

    public static int Of(string text)
    {
        var cells = text.Length;
        foreach (var c in text)
            cells += IsWide(c) ? 1 : 0;
        return cells;
    }
}
