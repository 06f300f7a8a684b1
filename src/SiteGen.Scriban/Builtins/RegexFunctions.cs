using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>regex</c>: expressions of .NET under a time limit.</summary>
static class RegexFunctions
{
    const int MaxKept = 256;

    static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options, TimeSpan Timeout), Regex> Kept = new();

    public static ScriptObject Make() => new FunctionTable("regex")
        .Add("escape", "pattern", call => Regex.Escape(TextOf(call)))
        .Add("match", "text pattern options?", call => Run(call, 2, (regex, text) => GroupsOf(regex.Match(text))))
        .Add("matches", "text pattern options?", call => Run(call, 2, AllOf))
        .Add("replace", "text pattern replace options?", Replace)
        .Add("split", "text pattern options?", call => Run(call, 2, (regex, text) => Value.Of(new ScriptArray(regex.Split(text).Select(p => Value.Of(p))))))
        .Add("unescape", "pattern", Unescape)
        .Finish();

    static string TextOf(NativeCall call) => call.Text(0) ?? throw call.Context.Error(call.Span, "The text is null");

    static Value Replace(NativeCall call)
    {
        string replacement = call.Text(2) ?? throw call.ErrorAt(2, "The replacement is null");
        return Run(call, 3, (regex, text) =>
        {
            // Counted while it grows: a long replacement at every letter of a long text would fill the memory.
            long length = text.Length;
            return call.LimitedText(regex.Replace(text, match =>
            {
                string result = match.Result(replacement);
                call.CheckLength(length += result.Length - match.Length);
                return result;
            }));
        });
    }

    static Value AllOf(Regex regex, string text)
    {
        var all = new ScriptArray();
        for (Match match = regex.Match(text); match.Success; match = match.NextMatch())
            all.Add(GroupsOf(match));
        return Value.Of(all);
    }

    static Value GroupsOf(Match match)
    {
        var groups = new ScriptArray();
        if (match.Success)
        {
            for (int i = 0; i < match.Groups.Count; i++)
                groups.Add(Value.Of(match.Groups[i].Value));
        }

        return Value.Of(groups);
    }

    static Value Unescape(NativeCall call)
    {
        try
        {
            return Regex.Unescape(TextOf(call));
        }
        catch (ArgumentException e)
        {
            return call.Fail($"{e.Message}");
        }
    }

    static Value Run(NativeCall call, int optionsAt, Func<Regex, string, Value> run)
    {
        string text = TextOf(call);
        string pattern = call.Text(1) ?? throw call.Context.Error(call.Span, "The pattern is null");
        try
        {
            return run(Find(pattern, OptionsOf(call.Text(optionsAt)), call.Context.Options.RegexTimeout), text);
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Fail("The regular expression takes too long on this text", "groups like (a+)+ try every way to split a text; write the pattern without a repeated repetition");
        }
        catch (ArgumentException e)
        {
            return call.Fail($"{e.Message}");
        }
    }

    static Regex Find(string pattern, RegexOptions options, TimeSpan timeout)
    {
        if (Kept.TryGetValue((pattern, options, timeout), out Regex? known))
            return known;
        // Patterns come from templates and are few; whoever makes them by the thousand only loses the cache.
        if (Kept.Count >= MaxKept)
            Kept.Clear();
        return Kept[(pattern, options, timeout)] = new Regex(pattern, options, timeout);
    }

    static RegexOptions OptionsOf(string? letters)
    {
        RegexOptions options = RegexOptions.CultureInvariant;
        foreach (char letter in letters ?? "")
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return options;
    }
}
