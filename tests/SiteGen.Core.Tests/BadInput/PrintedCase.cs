using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>
/// A case of <c>BadInput/Cases/*.txt</c>: a line <c>=== name</c>, files of a site under <c>-- path --</c>, a line <c>&gt;&gt;&gt;</c>, and
/// what a build of the
/// bare site with these files prints. <c>&lt;U+0007&gt;</c> stands for a character <c>&lt;bytes B0 A1&gt;</c> for bytes, and <c>&lt;times
/// 9&gt;</c> for so many of them.
/// </summary>
sealed partial record PrintedCase(string Folder, string File, string Name, string Input, string Expected)
{
    const string Arrow = "\n>>>\n";

    public static IEnumerable<PrintedCase> All(string folder) =>
        from path in Directory.GetFiles(Repository.PathOf(folder), "*.txt").Order(StringComparer.Ordinal)
        from text in ("\n" + System.IO.File.ReadAllText(path)).Split("\n=== ").Skip(1)
        let name = text[..text.IndexOf('\n')]
        let parts = (text[(name.Length + 1)..] + "\n").Split(Arrow)
        select new PrintedCase(folder, Path.GetFileName(path), name, parts[0] + "\n", parts[1]);

    public override string ToString() => $"{File}: {Name}";

    public void AddTo(TestSite site)
    {
        var headers = Header().Matches(Input);
        for (var i = 0; i < headers.Count; i++)
        {
            var start = headers[i].Index + headers[i].Length;
            var end = i + 1 < headers.Count ? headers[i + 1].Index : Input.Length;
            site.Files.Add(Encoding.UTF8.GetString(Bytes(headers[i].Groups[1].Value)), Bytes(Input[start..end]));
        }
    }

    /// <summary>Writes what is printed now in place of what was expected.</summary>
    public void Update(string printed)
    {
        var path = Repository.PathOf(Folder + File);
        var text = System.IO.File.ReadAllText(path);
        var start = text.IndexOf(Arrow, text.IndexOf($"=== {Name}\n", StringComparison.Ordinal), StringComparison.Ordinal) + Arrow.Length;
        var end = text.IndexOf("\n=== ", start - 1, StringComparison.Ordinal);
        System.IO.File.WriteAllText(path, text[..start] + printed + (end < 0 ? "" : text[(end + 1)..]));
    }

    static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..mark.Index]));
            bytes.AddRange(mark.Groups["times"].Success ? new byte[int.Parse(mark.Groups["times"].Value)]
                : mark.Groups["point"].Success
                ? Encoding.UTF8.GetBytes(char.ConvertFromUtf32(int.Parse(mark.Groups["point"].Value, NumberStyles.HexNumber)))
                : Convert.FromHexString(mark.Groups["bytes"].Value.Replace(" ", "")));
            at = mark.Index + mark.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(text[at..]));
        return [.. bytes];
    }

    [GeneratedRegex("^-- (.*/.*) --\n", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"<U\+(?<point>[0-9A-F]+)>|<bytes (?<bytes>[0-9A-F ]+)>|<times (?<times>[0-9]+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
