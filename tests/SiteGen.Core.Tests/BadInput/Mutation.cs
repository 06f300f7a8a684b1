using System.Text;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>Spoils a text in the ways in which texts are spoilt, the same way for the same seed.</summary>
static class Mutation
{
    static readonly string[] Splinters =
    [
        "\0", "\u0007", "\u001B[31m", "\u2028", "\uFEFF", "\u200B", "\u202E", "\t", "\r", "\n\n", "\r\n", "  ", "'", "\"", "`", "[", "]",
        "{", "}", "[[[", "}}}", ":", ": ", "- ", "#", ",", "|", "|\n", ">-\n",
        "&a ", "*a", "&a [*a]", "<<: *a", "<<: {a: 1}", "!!str ", "!!binary ", "!<tag:x> ", "!x ", "%YAML 1.2\n", "%YAML 999999999999.1\n",
        "%TAG ! x\n", "---\n", "...\n", "--- ", "? ", "? [a]\n: b\n", "~", "null", "true", "\"\\uD83D\"", "\"\\uDE00\\uD83D\"",
        "\"\\x\"", "\"\\U00110000\"", "\\ud800", "99999999999999999999999999", "-1e999", "0x7fffffffffffffff", ".inf", "1_000",
        "2025-13-45", "9999-12-31 23:59:59 -1400", "0001-01-01", "../../..", "/etc/passwd", "con", ".", "..", "%2e%2e%2f", ":slug",
        ":group",
        "</script>", "{{ 1 / 0 }}", "{{< x >}}", "![](", "](javascript:x)", "<!--", "<div ", "***", "~~~", "> > > >", "$$", "|a|\n|-|\n",
        "[^1]", "[^1]: x", "{#id .c x=y}",
    ];

    public static string Of(string text, int seed)
    {
        var random = new Random(seed);
        var spoilt = new StringBuilder(text);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            Change(spoilt, random);
        return spoilt.ToString();
    }

    static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 8), text.Length - at);
        switch (random.Next(10))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2 when length > 0:
                text[at] = (char)random.Next(1, 0x250);
                break;
            case 3 when length > 0:
                text[at] = "\"'[]{}:,#&*!|>%@`-?\n\t "[random.Next(22)];
                break;
            case 4:
                ChangeLine(text, random);
                break;
            case 5:
                var deep = random.Next(2, 3000);
                text.Insert(at, new string("[{(><*-"[random.Next(7)], deep));
                break;
            case 6:
                text.Length = at;
                break;
            default:
                text.Insert(at, Splinters[random.Next(Splinters.Length)]);
                break;
        }
    }

    static void ChangeLine(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[line]);
                break;
            case 2:
                lines[line] = "  " + lines[line];
                break;
            default:
                lines[line] = lines[line].TrimStart();
                break;
        }

        text.Clear().AppendJoin('\n', lines);
    }
}
