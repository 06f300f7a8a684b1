using System.Text;

namespace SiteGen.Scriban.Tests;

/// <summary>One case of the language in a file: sections with "--- name" lines over them.</summary>
sealed class LanguageCase : ITemplateLoader, ITemplateNames
{
    readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);
    readonly string _path;

    LanguageCase(string path) => _path = path;

    public string Template => _sections["template"];

    /// <summary>What the case expects, as its last section has it.</summary>
    public string Expected => _sections.GetValueOrDefault("expected", "");

    public IEnumerable<string> Names => _sections.Keys.Where(k => k.StartsWith("include ", StringComparison.Ordinal)).Select(k => k["include ".Length..]);

    public IReadOnlyDictionary<string, string> Includes => Names.ToDictionary(n => n, n => _sections["include " + n], StringComparer.Ordinal);

    public static string Folder => Path.Combine(SourceTree.TestFolder, "Cases");

    public static IEnumerable<string> AllNames => Directory.EnumerateFiles(Folder, "*.case").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    public static LanguageCase Read(string name)
    {
        var read = new LanguageCase(Path.Combine(Folder, name + ".case"));
        string? section = null;
        var text = new List<string>();
        foreach (string line in File.ReadAllText(read._path).TrimEnd('\n').Split('\n').Append("--- end"))
        {
            if (!line.StartsWith("--- ", StringComparison.Ordinal))
            {
                text.Add(line);
                continue;
            }

            if (section is not null)
                read._sections[section] = string.Join('\n', text);
            section = line[4..];
            text.Clear();
        }

        return read;
    }

    /// <summary>The output, or the errors as they are printed.</summary>
    public string Render()
    {
        Template template = SiteGen.Scriban.Template.Parse(Template, "page");
        if (template.Errors.Count > 0)
            return Print(template.Errors[0]);
        bool escapes = _sections.GetValueOrDefault("options", "").Contains("escape_html", StringComparison.Ordinal);
        var context = new RenderContext(new TemplateOptions { EscapeHtml = escapes }) { Loader = this };
        if (_sections.TryGetValue("model", out string? model) && JsonValue.Parse(model).TryGetObject(out IScriptObject globals))
            context.Globals = (ScriptObject)globals;
        return template.Render(context) is { } error ? Print(error) : context.Output.ToString();
    }

    /// <summary>Writes what came out as what is expected.</summary>
    public void Update(string output)
    {
        string source = File.ReadAllText(_path);
        int at = source.IndexOf("--- expected\n", StringComparison.Ordinal);
        string head = at < 0 ? source.TrimEnd('\n') + "\n" : source[..at];
        File.WriteAllText(_path, head + "--- expected\n" + output + "\n");
    }

    public Template? Load(string name, out IReadOnlyList<string> searched)
    {
        searched = ["theme/" + name, "site/" + name];
        return _sections.TryGetValue("include " + name, out string? text) ? SiteGen.Scriban.Template.Parse(text, name) : null;
    }

    static string Print(TemplateError error)
    {
        var printed = new StringBuilder();
        printed.Append($"{error.Path}:{error.Line}:{error.Column}: {(error.Kind is TemplateErrorKind.Syntax ? "syntax" : "runtime")} error: {error.Message}");
        if (error.Hint is not null)
            printed.Append($"\n  hint: {error.Hint}");
        foreach (TemplateErrorNote note in error.Notes)
            printed.Append($"\n  {note.Path}:{note.Line}:{note.Column}: {note.Message}");
        return printed.ToString();
    }
}
