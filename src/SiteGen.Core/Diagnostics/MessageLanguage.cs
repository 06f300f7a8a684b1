namespace SiteGen.Core.Diagnostics;

/// <summary>What complaints are printed in. Rule ids and the words error and warning are the same in both.</summary>
public enum MessageLanguage
{
    English,
    Korean,
}

/// <summary>Chooses the language from what is known of the reader.</summary>
public static class MessageLanguages
{
    /// <param name="tag">A language tag or locale, such as <c>ko</c>, <c>ko-KR</c> or <c>ko_KR.UTF-8</c>.</param>
    public static MessageLanguage Of(string tag) =>
        tag.StartsWith("ko", StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || !char.IsAsciiLetter(tag[2])) ? MessageLanguage.Korean : MessageLanguage.English;
}
