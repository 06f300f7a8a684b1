using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace SiteGen.Scriban.Tests;

/// <summary>Ten thousand spoilt templates: each parses, and those that are still whole end under small limits.</summary>
public sealed class MutationTests(ITestOutputHelper log)
{
    const int Mutations = 10_000;

    /// <summary>A few seconds are enough; what takes this long hangs.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    static readonly TemplateOptions Tight = new()
    {
        LoopLimit = 100, RecursiveLimit = 20, ObjectRecursionLimit = 10, LimitToString = 10_000, RegexTimeout = TimeSpan.FromMilliseconds(20),
    };

    static readonly TemplateOptions[] Options =
    [
        Tight,
        Tight with { EscapeHtml = true },
        Tight with { StrictVariables = true, RelaxedMember = false, RelaxedIndexer = false },
        Tight with { RelaxedTarget = true, RelaxedFunction = true, NullIndexer = true, BreakContinueAsReturn = true, ErrorForStatementFunction = true, AutoIndent = false },
    ];

    static readonly string[] Splinters =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "{{ end }}", " end ", "; end;", " else ", " when 1 ", " if true; ", " for i in 1..9; ", " while true; ", " func f(x); ",
        " do; ", " ret ", " capture c; ", " wrap f; ", "$$", "$", "$0", " with this; ", " tablerow i in x; ", " include 'a' ", " readonly x ", " import this ", " case 1; ", " break ",
        "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$'{", "##", "#", "\\", "\\u", "|", "|>", "||", "&&", "??", "?!", "?.", "?", ":", "..", "..<", "...", "++", "--", "@", "^", "!", "//", "<<", ">>",
        " = ", " += ", " == ", ".", ",", ";", "\n", "\r\n", "\t", "\0", "\u2028", "\uD800", "\uFEFF", "한글", "😀", "0x", "0b1.1", "1e999", "1e9", "99999999999999999999", "1.5m", "-1", "null", "empty", "this", "for.index",
        " | array.sort ", " | string.slice ", " | regex.match '(a+)+$' ", " | math.format 'D99999999' ", " | object.eval ", " | object.eval_template ", " | date.parse ", " | string.pad_left 99999999 ", " * 99999999 ",
    ];

    /// <summary>A template to spoil, with what it needs to run.</summary>
    sealed record Sound(string Template, bool IsScript, string? Model, IReadOnlyDictionary<string, string> Includes) : ITemplateLoader
    {
        readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = [name];
            return Includes.TryGetValue(name, out string? text) ? _parsed.GetOrAdd(name, _ => SiteGen.Scriban.Template.Parse(text, name)) : null;
        }
    }

    [Fact]
    public async Task Ten_thousand_spoilt_templates_end_in_output_or_an_error()
    {
        List<Sound> sound = SourceTree.FindConformanceCases() is { } path ? [.. File.ReadLines(path).Where(l => l.Length > 0).Select(Read)] : OwnCases();
        var running = new ConcurrentDictionary<int, string>();
        int rendered = 0;
        Task all = Task.Run(() => Parallel.For(
            0,
            Mutations,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => Options.Select(o => new RenderContext(o)).ToArray(),
            (seed, _, contexts) =>
            {
                Sound one = sound[seed % sound.Count];
                string source = Spoil(one.Template, sound, new Random(seed));
                running[seed] = source;
                if (Try(one, source, contexts[seed / sound.Count % contexts.Length], seed))
                    Interlocked.Increment(ref rendered);
                running.TryRemove(seed, out string? _);
                return contexts;
            },
            _ => { }));

        Task first = await Task.WhenAny(all, Task.Delay(Patience));
        Assert.True(first == all, $"These don't end: {string.Join("\n", running.Select(r => $"seed {r.Key}: {r.Value}"))}");
        await all;
        log.WriteLine($"{Mutations} spoilt templates, of which {rendered} were rendered");
        Assert.True(rendered > Mutations / 10, "Too few of the spoilt templates are whole for this to say anything.");
    }

    /// <summary>Whether the template was whole and so was rendered.</summary>
    static bool Try(Sound one, string source, RenderContext context, int seed)
    {
        try
        {
            Template template = Template.Parse(source, scriptOnly: one.IsScript);
            foreach (TemplateError error in template.Errors)
                Check(error);
            if (template.Errors.Count > 0)
                return false;
            context.Reset();
            context.Loader = one;
            if (one.Model is not null && JsonValue.Parse(one.Model).TryGetObject(out IScriptObject model))
                context.Globals = (ScriptObject)model;
            if (template.Render(context) is { } stopped)
                Check(stopped);
            // Cut by the limit, three dots behind: at most three bytes a unit.
            Assert.True(context.Output.Length <= (3 * Tight.LimitToString) + 3 || template.Render(context) is not null);
            return true;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}: {source}", e);
        }
    }

    static void Check(TemplateError error)
    {
        Assert.NotEmpty(error.Message.ToString());
        Assert.InRange(error.Offset, -1, error.Text.Length);
        Assert.True(error.Line >= 0 && error.Column >= 0);
        Assert.All(error.Notes, note => Assert.InRange(note.Offset, 0, note.Text.Length));
    }

    static string Spoil(string template, List<Sound> others, Random random)
    {
        var text = new StringBuilder(template);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(1, 8), text.Length - at);
            switch (random.Next(8))
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
                case 3:
                    string other = others[random.Next(others.Count)].Template;
                    int from = random.Next(other.Length + 1);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(1, 40), other.Length - from)));
                    break;
                case 4:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Splinters[random.Next(Splinters.Length)], random.Next(2, 400))));
                    break;
                default:
                    text.Insert(at, Splinters[random.Next(Splinters.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    static Sound Read(string line)
    {
        using JsonDocument one = JsonDocument.Parse(line);
        JsonElement root = one.RootElement;
        bool isScript = root.TryGetProperty("options", out JsonElement options) && options.TryGetProperty("lang", out JsonElement lang) && lang.ValueEquals("script_only");
        Dictionary<string, string> includes = root.TryGetProperty("includes", out JsonElement texts)
            ? texts.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal)
            : [];
        return new Sound(root.GetProperty("template").GetString()!, isScript, root.TryGetProperty("model", out JsonElement model) ? model.GetRawText() : null, includes);
    }

    static List<Sound> OwnCases() => [.. LanguageCase.AllNames.Select(LanguageCase.Read).Select(c => new Sound(c.Template, IsScript: false, Model: null, c.Includes))];
}
