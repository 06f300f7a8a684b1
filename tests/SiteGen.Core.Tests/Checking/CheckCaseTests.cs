using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.BadInput;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Checking;

/// <summary>
/// <c>Checking/Cases/RULE.txt</c>: sites in a string that break a rule, with what a check prints, and sites for which it prints nothing.
/// Files below <c>output/</c> are a built folder of which nothing else is known. SITEGEN_UPDATE=1 writes the expectations anew.
/// </summary>
public sealed partial class CheckCaseTests
{
    const string Folder = "tests/SiteGen.Core.Tests/Checking/Cases/";

    static readonly Lazy<Dictionary<string, PrintedCase>> Cases = new(() => PrintedCase.All(Folder)
        .ToDictionary(found => found.ToString(), StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_site_that_breaks_a_rule_is_told_so_and_one_that_keeps_it_hears_nothing(string name)
    {
        var found = Cases.Value[name];
        using var server = found.Input.Contains("http://server/", StringComparison.Ordinal) ? new LoopbackServer() : null;
        var diagnostics = Check(found, server);
        var printed = string.Concat(diagnostics.Select(DiagnosticPrinter.Text));
        if (server is not null)
            printed = printed.Replace(server.Address, "http://server/");
        if (PrintedTests.Updates)
            found.Update(printed);
        else
            Assert.Equal(found.Expected.TrimEnd('\n'), printed.TrimEnd('\n'));
        if (found.Name.StartsWith("bad", StringComparison.Ordinal))
            Assert.Contains(diagnostics, diagnostic => diagnostic.Rule + ".txt" == found.File);
        else
            Assert.Equal("", printed);
    }

    [Fact]
    public void Every_rule_has_a_site_that_breaks_it_and_one_that_keeps_it()
    {
        foreach (var kind in (string[])["bad", "good"])
            Assert.Equal(RuleTable.All.Select(rule => rule.Id + ".txt").Order(StringComparer.Ordinal),
                Cases.Value.Values.Where(found => found.Name.StartsWith(kind + ":", StringComparison.Ordinal)).Select(found => found.File)
                    .Distinct().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> BadNames =>
        [.. Cases.Value.Keys.Where(name => Cases.Value[name].Name.StartsWith("bad", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void What_is_found_is_told_in_Korean_but_for_the_words_of_parsers(string name)
    {
        var found = Cases.Value[name];
        using var server = found.Input.Contains("http://server/", StringComparison.Ordinal) ? new LoopbackServer() : null;
        foreach (var diagnostic in Check(found, server))
        {
            var sentences = diagnostic.Notes.Select(note => note.Message).Prepend(diagnostic.Message);
            foreach (var sentence in diagnostic.Hint is null ? sentences : sentences.Append(diagnostic.Hint))
            {
                var korean = sentence.In(MessageLanguage.Korean);
                Assert.Matches("[가-힣]", korean);
                if (!ParserWords().IsMatch(korean))
                    Assert.DoesNotMatch("[a-z]+ [a-z]+ [a-z]+", korean);
            }
        }
    }

    /// <summary>Sentences that end in what a library says in English.</summary>
    [GeneratedRegex("^“[^”]*” 근처의 HTML이|XML이 아닙니다:|JSON이 아닙니다:")]
    private static partial Regex ParserWords();

    static IReadOnlyList<Diagnostic> Check(PrintedCase found, LoopbackServer? server)
    {
        var site = TestSite.Of(PlainSite.Text);
        found.AddTo(site);
        if (server is not null)
            Redirect(site.Files, server);
        var outside = server is null ? null : new ExternalOptions(TimeProvider.System) { Pause = TimeSpan.Zero };
        var diagnostics = new DiagnosticBag();
        var built = BuiltFolder(site.Files);
        if (built is not null)
            SiteCheck.Run(built, null, new CheckOptions(CheckSettings.Default), diagnostics);
        else
            SiteCheck.Run(site.Files, site.Options, outside, diagnostics);
        return diagnostics.Sorted();
    }

    static void Redirect(MemoryFiles files, LoopbackServer server)
    {
        foreach (var file in files.List("content/posts"))
        {
            Assert.True(files.TryRead(file.Path, out var bytes, out _));
            files.Add(file.Path, Encoding.UTF8.GetString(bytes).Replace("http://server/", server.Address));
        }
    }

    static MemoryFiles? BuiltFolder(MemoryFiles files)
    {
        var folder = new MemoryFiles();
        foreach (var file in files.List("output"))
        {
            Assert.True(files.TryRead(file.Path, out var bytes, out _));
            folder.Add(file.Path["output/".Length..], bytes);
        }

        return folder.List("").Count == 0 ? null : folder;
    }
}
