using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>A method, constructor, operator or property with code in it; lines from its signature to its end, attributes left out.</summary>
sealed record Member(string Name, int Line, int Lines);

/// <summary>
/// Finds the members of a C# file by counting brackets in its masked text. Fields are data and not listed; local functions and
/// lambdas belong to the member around them.
/// </summary>
sealed partial class MemberScanner
{
    readonly string code;
    readonly List<Member> members = [];
    int at;

    MemberScanner(string code) => this.code = code;

    /// <summary>The members of a source text, in its order.</summary>
    public static IReadOnlyList<Member> Members(string source)
    {
        var scanner = new MemberScanner(CodeMask.Of(source));
        scanner.Body();
        return scanner.members;
    }

    // What stands between the braces of a type, or in a file: members, one after the other.
    void Body()
    {
        while (SkipToMember())
            ReadMember();
        at++;
    }

    bool SkipToMember()
    {
        while (at < code.Length)
        {
            if (code[at] == '[')
                SkipBrackets();
            else if (char.IsWhiteSpace(code[at]) || code[at] is ';' or ',')
                at++;
            else
                return code[at] != '}';
        }
        return false;
    }

    void ReadMember()
    {
        var start = at;
        var header = new StringBuilder();
        var assigned = false;
        var hasBody = false;
        for (; at < code.Length; at++)
        {
            var c = code[at];
            if (c == ';')
                break;
            if (c == '}')
                return;
            if (c == '{' && !assigned && !hasBody && IsType(header.ToString()))
            {
                at++;
                Body();
                return;
            }
            if (c is '(' or '[' or '{')
            {
                hasBody |= c == '{' && !assigned;
                header.Append(hasBody || assigned ? "" : c);
                SkipBrackets();
                if (c == '{' && !assigned && !IsFollowedByAssignment())
                {
                    AddMember(start, header.ToString());
                    return;
                }
                at--;
            }
            else if (c == '=' && !assigned && !hasBody && !IsComparison(header))
            {
                assigned = true;
                hasBody = at + 1 < code.Length && code[at + 1] == '>';
            }
            else if (!assigned && !hasBody)
                header.Append(c);
        }
        if (hasBody)
            AddMember(start, header.ToString());
    }

    // The = of "operator ==" and its like is a name.
    static bool IsComparison(StringBuilder header) => OperatorName().IsMatch(header.ToString());

    // What follows "where" may say class and struct of a type parameter.
    static bool IsType(string header) => TypeKeyword().IsMatch(Constraint().Replace(header, ""));

    bool IsFollowedByAssignment()
    {
        var next = at;
        while (next < code.Length && char.IsWhiteSpace(code[next]))
            next++;
        return next < code.Length && code[next] == '=';
    }

    // From an opening bracket to behind the one that closes it.
    void SkipBrackets()
    {
        var depth = 0;
        for (; at < code.Length; at++)
        {
            depth += code[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
            {
                at++;
                return;
            }
        }
    }

    void AddMember(int start, string header)
    {
        var name = NamePattern().Match(header);
        var line = Repository.LineAt(code, start);
        var end = Repository.LineAt(code, Math.Min(at, code.Length - 1));
        members.Add(new Member(name.Success ? name.Groups[1].Value : header.Trim(), line, end - line + 1));
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record|namespace)\s+\w|\bextension\s*[<(]")]
    private static partial Regex TypeKeyword();

    [GeneratedRegex(@"\boperator\s*[=!<>+\-*/%&|^]*$")]
    private static partial Regex OperatorName();

    [GeneratedRegex(@"\bwhere\b.*", RegexOptions.Singleline)]
    private static partial Regex Constraint();

    // The first word before a bracket that is no modifier of a tuple, else the last word: of a property.
    [GeneratedRegex(@"(?<1>\boperator\s*[^\s\w(]+)\s*\(|\b(?!(?:static|public|protected|internal|override|async|new)\b)(\w+)\s*(?:<[^()]*>)?\s*\(|(?<1>\w+)\s*$")]
    private static partial Regex NamePattern();
}
