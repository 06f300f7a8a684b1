namespace SiteGen.Core.Diagnostics;

/// <summary>The language of printed diagnostics. Rule ids and the words error and warning are not translated.</summary>
public enum MessageLanguage
{
    English,
    Korean,
}

public static class MessageLanguages
{
    /// <param name="tag">A language tag or locale, such as <c>ko</c>, <c>ko-KR</c> or <c>ko_KR.UTF-8</c>.</param>
    public static MessageLanguage Of(string tag) =>
        tag.StartsWith("ko", StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || !char.IsAsciiLetter(tag[2]))
            ? MessageLanguage.Korean
            : MessageLanguage.English;
}
