using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>
/// Which types a file declares and which of a set it uses, judged by how the code around a name looks. It finds a type that is
/// declared with, made, tested for, inherited or whose statics are called; it does not resolve names as a compiler does.
/// </summary>
static class TypeUses
{
    // A name followed by one of these is a value, not the type of what follows.
    const string AfterValue = "is|as|in|or|and|when|switch|with|where|not";

    /// <summary>The types that a masked source declares outside of other types.</summary>
    public static IEnumerable<string> Declared(string code) =>
        Regex.Matches(code, @"^(?:[a-z]+[ ]+)*(?:class|struct|record|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>\w+)", RegexOptions.Multiline)
            .Select(match => match.Groups["name"].Value);

    /// <summary>The uses of the named types in a masked source, in its order.</summary>
    public static IEnumerable<(string Name, int Offset)> Of(IEnumerable<string> types, string code)
    {
        var names = string.Join('|', types);
        if (names.Length == 0)
            return [];
        // The type of something, made or tested for, an argument of a generic, a base.
        var pattern = $@"(?<![\w.])(?<name>{names})(?:<[^<>;(){{}}]*>)?(?:\[\])*\??\s+(?!(?:{AfterValue})\b)[A-Za-z_]"
            + $@"|(?<=\b(?:new|is|as|not)\s+|\btypeof\s*\(\s*|\w<|\w<[^<>;(){{}}]*,\s*)(?<name>{names})\b"
            + $@"|(?<=\b(?:class|struct|record|interface)\b[^{{}};=]*:\s*(?:[^{{}};=]*,\s*)?)(?<name>{names})\b"
            + $@"|(?<![\w.])(?<name>{names})(?=\.[A-Z])";
        return Regex.Matches(code, pattern).Select(match => (match.Groups["name"].Value, match.Groups["name"].Index))
            .Where(use => code[use.Index + use.Value.Length] != '.' || !IsMember(use.Value, code));
    }

    // "SourceText Text" declares a member; then Text.Length in the same file is no use of a type Text.
    static bool IsMember(string name, string code) => Regex.IsMatch(code, $@"[\w>\]?]\s+(?<!\b(?:return|new|is|as|not|in|out|ref|await|case|else|or|and)\s+){name}\s*(?:[;,)={{]|=>)");
}
