using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

public sealed class LayerTests
{
    // Folder: the folders that it may use. Types that lie in no folder may use all and be used by none. A feature's views lie right of the model, its data left of it.
    static readonly Dictionary<string, string> CoreLayers = new()
    {
        ["Diagnostics"] = "Korean",
        ["Files"] = "Diagnostics",
        ["Korean"] = "",
        ["Configuration"] = "Diagnostics Files Korean Checking",
        ["Reading"] = "Diagnostics Files Korean Configuration",
        ["People"] = "Diagnostics Korean Configuration Reading",
        ["Glossary"] = "Diagnostics Korean Configuration Reading",
        ["Model"] = "Diagnostics Files Korean Configuration Reading People Glossary",
        ["Templates"] = "Diagnostics Files Korean Configuration",
        ["People/Views"] = "Configuration People Model Templates",
        ["Interviews"] = "Diagnostics Korean Reading Model Templates People/Views",
        ["Markup"] = "Diagnostics Files Korean Configuration Reading Model Interviews Glossary",
        ["Glossary/Views"] = "Korean Glossary Model Markup Templates",
        ["Planning"] = "Diagnostics Files Korean Configuration Reading Model",
        ["Search"] = "Diagnostics Files Korean Configuration Reading People Model Markup Glossary/Views Planning",
        ["Rendering"] = "Diagnostics Files Korean Configuration Reading Model Interviews Markup Templates People/Views Glossary/Views Planning Search",
        ["Incremental"] = "Diagnostics Files Korean Configuration Reading Model Glossary Markup Planning Rendering",
        ["Writing"] = "Diagnostics Files Korean Configuration Reading Model Markup Planning Rendering Incremental",
        ["Checking"] = "Diagnostics Files Korean",
    };

    [Fact]
    public void Layers_of_the_generator_use_only_those_below_them() => AssertLayers("SiteGen.Core", CoreLayers);

    [Fact]
    public void A_namespace_of_the_generator_is_the_folder_that_it_lies_in() => Repository.AssertNone(
        from file in Repository.CSharpFiles("src/SiteGen.Core")
        let code = CodeMask.Of(Repository.Read(file))
        let match = Regex.Match(code, @"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)
        let name = match.Groups["name"].Value
        let expected = FolderOf(file, "SiteGen.Core", CoreLayers) is { } layer ? $"SiteGen.Core.{Namespace(layer)}" : "SiteGen.Core"
        where match.Success && name != expected && !name.StartsWith(expected + ".", StringComparison.Ordinal)
        select $"{file}:{Repository.LineAt(code, match.Index)}: the namespace is {name}, the folder says {expected}");

    [Fact]
    public void No_file_is_given_a_namespace_behind_its_back() => Repository.AssertNone(
        from file in Repository.FilesBelow("src")
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal)
        let text = Repository.Read(file)
        let match = Regex.Match(text, @"^\s*global\s+using\b|<Using\s", RegexOptions.Multiline)
        where match.Success
        select $"{file}:{Repository.LineAt(text, match.Index)}: a global using hides which layer is used");

    static void AssertLayers(string project, Dictionary<string, string> layers)
    {
        var sources = Repository.CSharpFiles($"src/{project}")
            .Select(file => new Source(file, FolderOf(file, project, layers), CodeMask.Of(Repository.Read(file)))).ToList();
        var declared = sources.SelectMany(source => TypeUses.Declared(source.Code).Select(name => (name, source.Layer)))
            .ToLookup(type => type.name, type => type.Layer, StringComparer.Ordinal);
        var findings = new List<string>();
        foreach (var source in sources)
        {
            if (source.Layer is null)
                continue;
            if (!layers.TryGetValue(source.Layer, out var allowed))
            {
                findings.Add($"{source.File}:1: {source.Layer} is no layer; give it a row in the table of {nameof(LayerTests)}");
                continue;
            }
            string?[] usable = [source.Layer, .. allowed.Split(' ')];
            var others = declared.Where(type => !type.Any(usable.Contains)).Select(type => type.Key);
            var uses = NamedLayers(source.Code, project, layers.Keys).Where(use => !usable.Contains(use.Name))
                .Concat(TypeUses.Of(others, source.Code));
            findings.AddRange(
                from use in uses
                select $"{source.File}:{Repository.LineAt(source.Code, use.Offset)}: {source.Layer} may not use {use.Name}");
        }
        Repository.AssertNone(findings);
    }

    // SiteGen.Core.Model and Core.Model name a layer in full; Model.Page does so from inside the project's namespace.
    static IEnumerable<(string Name, int Offset)> NamedLayers(string code, string project, IEnumerable<string> layers)
    {
        var last = project[(project.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var pattern = $@"(?<![\w.])(?:(?:SiteGen\.)?{last}\.)?(?<name>{string.Join('|', layers.Select(Namespace).OrderByDescending(name => name.Length))})(?:\.(?=[A-Z])|;)";
        return Regex.Matches(code, pattern).Where(match => match.Value.Contains('.', StringComparison.Ordinal))
            .Select(match => (match.Groups["name"].Value.Replace('.', '/'), match.Index));
    }

    static string Namespace(string layer) => layer.Replace('/', '.');

    // The longest layer that a file lies in, else the first folder below the project's own; null for a file that lies in no folder.
    static string? FolderOf(string file, string project, Dictionary<string, string> layers)
    {
        var rest = file[$"src/{project}/".Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return layers.Keys.Where(layer => rest.StartsWith(layer + "/", StringComparison.Ordinal)).MaxBy(layer => layer.Length) ?? (slash < 0 ? null : rest[..slash]);
    }

    sealed record Source(string File, string? Layer, string Code);
}
