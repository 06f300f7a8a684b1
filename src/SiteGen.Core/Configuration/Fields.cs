using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>A known key of a mapping: its name, shape and description, and how its value changes a <typeparamref name="T"/>.</summary>
public sealed record Field<T>(string Name, FieldShape Shape, string Description, Func<T, YamlNode, FieldScope, T> Read)
    : FieldDescription(Name, Shape, Description)
{
    /// <summary>The key whose value this one gives; differs from the name where the key is another generator's.</summary>
    public string Key { get; init; } = Name;
}

/// <summary>Creates fields. A value of the wrong type is an error, and the field keeps its default.</summary>
public static class Field
{
    delegate bool Reader<TValue>(FieldScope scope, YamlNode node, out TValue value);

    static Field<T> Of<T, TValue>(string name, FieldShape shape, string description, Reader<TValue> read, Func<T, TValue, T> set) =>
        new(name, shape, description, (target, node, scope) => read(scope, node, out var value) ? set(target, value) : target);

    public static Field<T> Text<T>(string name, string description, Func<T, string, T> set) =>
        Of(name, FieldShape.Text, description, (scope, node, out value) => scope.Text(name, node, out value), set);

    public static Field<T> Address<T>(string name, string description, Func<T, string, T> set) =>
        Of(name, FieldShape.Address, description, (scope, node, out value) => scope.Address(name, node, out value), set);

    public static Field<T> Flag<T>(string name, string description, Func<T, bool, T> set) =>
        Of(name, FieldShape.Flag, description, (scope, node, out value) => scope.Flag(name, node, out value), set);

    public static Field<T> Number<T>(string name, string description, int least, int most, Func<T, int, T> set) =>
        Of(name, FieldShape.Number(least, most), description,
            (scope, node, out value) => scope.Number(name, node, least, most, out value), set);

    public static Field<T> Choice<T>(string name, string description, IReadOnlyList<string> values, Func<T, string, T> set)
    {
        var shape = FieldShape.Choice(values);
        return Of(name, shape, description, (scope, node, out value) => scope.Choice(name, node, shape, out value), set);
    }

    public static Field<T> Texts<T>(string name, string description, Func<T, IReadOnlyList<string>, T> set) =>
        Of(name, FieldShape.WordList, description, (scope, node, out value) => scope.Texts(name, node, out value), set);

    /// <summary>A text that is parsed.</summary>
    /// <param name="words">What the text must be.</param>
    /// <param name="parse">Null for an invalid text, which is reported with <paramref name="problem"/> and <paramref name="hint"/>.</param>
    public static Field<T> Parsed<T, TValue>(string name, Message words, string description, Func<string, TValue?> parse,
        Func<string, Message> problem, Message hint, Func<T, TValue, T> set)
        where TValue : class =>
        new(name, FieldShape.Text with { Words = words }, description, (target, node, scope) =>
        {
            if (!scope.Text(name, node, out var text))
                return target;
            if (parse(text) is { } value)
                return set(target, value);
            scope.Diagnostics.Error($"{scope.Rule}-{name.Replace('_', '-')}", problem(text), scope.At(node), hint);
            return target;
        });

    /// <summary>A nested mapping that is read into a value of its own.</summary>
    public static Field<T> Map<T, TInner>(
        string name, string description, IReadOnlyList<Field<TInner>> members, Func<T, TInner> get, Func<T, TInner, T> set) =>
        Map<T>(name, description, FieldShape.Map(members), (target, map, scope) => set(target, scope.Read(map, get(target), members)));

    /// <summary>A nested mapping whose keys change the outer value.</summary>
    public static Field<T> Map<T>(string name, string description, IReadOnlyList<Field<T>> members) =>
        Map<T, T>(name, description, members, target => target, (_, changed) => changed);

    public static Field<T> Map<T>(string name, string description, FieldShape shape, Func<T, YamlMap, FieldScope, T> set) =>
        new(name, shape, description, (target, node, scope) => scope.Map(name, node, out var value) ? set(target, value, scope) : target);

    /// <summary>A list of mappings.</summary>
    public static Field<T> Rows<T>(
        string name, string description, IReadOnlyList<FieldDescription> members, Func<T, YamlList, FieldScope, T> set) =>
        new(name, FieldShape.Rows(members), description, (target, node, scope) =>
            scope.List(name, node, out var value) ? set(target, value, scope) : target);
}

/// <summary>Reads the fields of a mapping.</summary>
/// <param name="Rule">The prefix of rule ids: config, front-matter.</param>
public sealed partial record FieldScope(SourceText Source, DiagnosticBag Diagnostics, string Rule)
{
    /// <summary>Reads the fields of a mapping into <paramref name="target"/>. An unknown key is an error.</summary>
    public T Read<T>(YamlMap map, T target, IReadOnlyList<Field<T>> fields)
    {
        foreach (var entry in map.Entries)
        {
            if (Find(fields, entry.Key) is { } field)
                target = field.Read(target, entry.Value, this);
            else
                Unknown(entry, fields.Select(known => known.Name));
        }

        return target;
    }

    public static Field<T>? Find<T>(IReadOnlyList<Field<T>> fields, string name) => fields.FirstOrDefault(field => field.Name == name);

    public void Unknown(YamlEntry entry, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = NearestName.Of(entry.Key, names);
        var hint = nearest is null ? (Message)$"Known keys: {string.Join(", ", names)}." : $"Did you mean `{nearest}`?";
        Diagnostics.Error(Rule + "-unknown-key", $"There is no key `{entry.Key}` here.", new SourcePlace(Source, entry.KeyOffset), hint);
    }

    public bool Text(string name, YamlNode node, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        if (node is YamlScalar { IsNull: false })
            return IsClean(name, value, node);
        return node is not YamlScalar && Wrong(name, node, "must be text", $"Write it as `{name}: text`.");
    }

    /// <summary>A root-relative path, a fragment, or a web or mail URL; <c>javascript:</c> would run in the reader's browser.</summary>
    public bool Address(string name, YamlNode node, out string value)
    {
        if (!Text(name, node, out value) || value.Length == 0)
            return false;
        if (value[0] is '/' or '#' || Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto")
            return true;
        Diagnostics.Error(Rule + "-address", $"`{name}`: a link can't lead to “{value}”.", At(node),
            "Write a whole address such as https://example.com/, or a path from the site's root such as /about/.");
        return false;
    }

    /// <summary>Reports control characters, which are invisible and not allowed in XML, and unpaired surrogates.</summary>
    bool IsClean(string name, string text, YamlNode node)
    {
        if (Unprintable().Match(text) is not { Success: true } match)
            return true;
        var unit = text[match.Index];
        var message = char.IsSurrogate(unit)
            ? (Message)$"`{name}` holds half of a character U+{(int)unit:X4}."
            : $"`{name}` holds the control character U+{(int)unit:X4}.";
        Diagnostics.Error(Rule + "-control", message, At(node), "Delete it, or type the text anew.");
        return false;
    }

    [GeneratedRegex(@"[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unprintable();

    public bool Flag(string name, YamlNode node, out bool value)
    {
        value = false;
        if (IsEmpty(node))
            return false;
        return node is YamlScalar scalar && scalar.TryBool(out value) ||
            Wrong(name, node, "must be true or false", WithoutQuotes(node, plain => plain.TryBool(out _)));
    }

    public bool Choice(string name, YamlNode node, FieldShape shape, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        if (IsEmpty(node))
            return false;
        return node is YamlScalar && shape.Values.Contains(value) || Wrong(name, node, $"must be {shape.Words}");
    }

    public bool Number(string name, YamlNode node, int least, int most, out int value)
    {
        value = 0;
        if (IsEmpty(node))
            return false;
        if (node is not YamlScalar scalar || !scalar.TryInteger(out var number) || number < least || number > most)
        {
            var hint = WithoutQuotes(node, plain => plain.TryInteger(out _));
            return Wrong(name, node, $"must be a whole number from {least} to {most}", hint);
        }

        value = (int)number;
        return true;
    }

    static bool IsEmpty(YamlNode node) => node is YamlScalar { IsNull: true };

    static Message? WithoutQuotes(YamlNode node, Func<YamlScalar, bool> isValid) =>
        node is YamlScalar { IsPlain: false } quoted && isValid(quoted with { IsPlain = true }) ? "Write it without the quotes." : null;

    /// <summary>A list of words, a single word, or words separated by commas.</summary>
    public bool Texts(string name, YamlNode node, out IReadOnlyList<string> value)
    {
        var texts = new List<string>();
        value = texts;
        if (node is YamlList list)
            return Collect(name, list, texts);
        if (node is not YamlScalar scalar)
            return Wrong(name, node, "must be a list of words", $"Write it as `{name}: [하나, 둘]`.");
        if (!IsClean(name, scalar.Text, scalar))
            return false;
        if (!scalar.IsNull)
            texts.AddRange(scalar.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return true;
    }

    bool Collect(string name, YamlList list, List<string> texts)
    {
        var isValid = true;
        foreach (var item in list.Items)
        {
            if (item is YamlList nested)
                isValid &= Collect(name, nested, texts);
            else if (item is not YamlScalar text)
                isValid = Wrong(name, item, "must hold words only");
            else if (!IsClean(name, text.Text, text))
                isValid = false;
            else if (!text.IsNull && text.Text.Trim() is { Length: > 0 } trimmed)
                texts.Add(trimmed);
        }

        return isValid;
    }

    public bool Map(string name, YamlNode node, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        return node is YamlMap || !IsEmpty(node) && Wrong(name, node, "must be a mapping", $"Indent `key: value` lines below `{name}:`.");
    }

    /// <summary>An item of a list of mappings.</summary>
    public bool Entry(string list, YamlNode node, string example, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        if (node is YamlMap || IsEmpty(node))
            return node is YamlMap;
        Diagnostics.Error(Rule + "-type", $"An entry of `{list}` must be a mapping, but it is {node.Describe()}.", At(node),
            $"Write it as `{example}`.");
        return false;
    }

    /// <summary>The mapping of a whole file, which may be empty.</summary>
    public bool File(YamlNode node, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        if (node is YamlMap || IsEmpty(node))
            return true;
        Diagnostics.Error(Rule + "-type", $"The file must hold `key: value` lines, but it is {node.Describe()}.", At(node));
        return false;
    }

    public bool List(string name, YamlNode node, out YamlList value)
    {
        value = node as YamlList ?? new YamlList(node.Offset, []);
        return node is YamlList || !IsEmpty(node) && Wrong(name, node, "must be a list", $"Begin each line below `{name}:` with `- `.");
    }

    /// <summary>Reports a value of the wrong type; always false, for readers to return.</summary>
    public bool Wrong(string name, YamlNode node, Message must, Message? hint = null)
    {
        Diagnostics.Error(Rule + "-type", $"`{name}` {must}, but it is {node.Describe()}.", At(node), hint);
        return false;
    }

    public SourcePlace At(YamlNode node) => new(Source, node.Offset);
}
