using System.Text.RegularExpressions;

namespace SiteGen.Core.Diagnostics;

/// <summary>Texts of libraries as messages, so that they can be translated.</summary>
public static class ForeignWords
{
    /// <param name="known">The formats of the library's texts, with <c>{0}</c> and so on.</param>
    public static Message Of(string text, IEnumerable<Message> known)
    {
        foreach (var words in known)
        {
            if (Regex.Match(text, Pattern(words.Format), RegexOptions.Singleline, TimeSpan.FromSeconds(1)) is { Success: true } match)
                return new Message(words.Format, [.. match.Groups.Values.Skip(1).Select(group => group.Value)]);
        }

        return $"{text}";
    }

    static string Pattern(string format) =>
        "^" + Regex.Replace(Regex.Escape(format), @"\\\{\d}", "(.*?)", RegexOptions.None, TimeSpan.FromSeconds(1)) + @"\z";
}
