namespace SiteGen.Core.Tests.Hygiene;

public sealed class SizeTests
{
    const int MaxFileLines = 500;
    const int MaxMemberLines = 60;

    // "path: member", each with the reason why it is better long.
    static readonly Dictionary<string, string> LongMembers = [];

    [Fact]
    public void No_file_is_longer_than_500_lines() => Repository.AssertNone(
        from file in Repository.CSharpFiles("src", "tests")
        let lines = Repository.Read(file).AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > MaxFileLines
        select $"{file}:{MaxFileLines + 1}: the file has {lines} lines, {MaxFileLines} are allowed");

    [Fact]
    public void No_method_is_longer_than_60_lines() => Repository.AssertNone(
        from file in Repository.CSharpFiles("src", "tests")
        from member in MemberScanner.Members(Repository.Read(file))
        where member.Lines > MaxMemberLines && !LongMembers.ContainsKey($"{file}: {member.Name}")
        select $"{file}:{member.Line}: {member.Name} has {member.Lines} lines, {MaxMemberLines} are allowed");
}
