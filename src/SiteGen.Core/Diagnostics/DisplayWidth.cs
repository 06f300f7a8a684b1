namespace SiteGen.Core.Diagnostics;

/// <summary>The width of text on a terminal.</summary>
public static class DisplayWidth
{
    /// <summary>Hangul, kana, ideographs and full-width forms take two cells.</summary>
    public static bool IsWide(char c) => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
        or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';

    public static int Of(string text) => text.Length + text.Count(IsWide);
}
