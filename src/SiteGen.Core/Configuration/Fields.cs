using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>One known key of a mapping: its name, what it may hold, its description, and how it changes a <typeparamref name="T"/>.</summary>
public sealed record Field<T>(string Name, FieldShape Shape, string Description, Func<T, YamlNode, FieldScope, T> Read) : IField
{
    public bool IsRequired { get; init; }
}

/// <summary>Makes the fields of a table. A value of the wrong type is a complaint, and the field keeps its default.</summary>
public static class Field
{
    public static Field<T> Text<T>(string name, string description, Func<T, string, T> set) =>
        new(name, FieldShape.Text, description, (target, node, scope) => scope.Text(name, node, out var value) ? set(target, value) : target);

    public static Field<T> Address<T>(string name, string description, Func<T, string, T> set) =>
        new(name, FieldShape.Text with { Words = "an address" }, description, (target, node, scope) => scope.Address(name, node, out var value) ? set(target, value) : target);

    public static Field<T> Flag<T>(string name, string description, Func<T, bool, T> set) =>
        new(name, FieldShape.Flag, description, (target, node, scope) => scope.Flag(name, node, out var value) ? set(target, value) : target);

    public static Field<T> Number<T>(string name, string description, int least, int most, Func<T, int, T> set) =>
        new(name, FieldShape.Number(least, most), description, (target, node, scope) => scope.Number(name, node, least, most, out var value) ? set(target, value) : target);

    public static Field<T> Choice<T>(string name, string description, IReadOnlyList<string> values, Func<T, string, T> set)
    {
        var shape = FieldShape.Choice(values);
        return new(name, shape, description, (target, node, scope) => scope.Choice(name, node, shape, out var value) ? set(target, value) : target);
    }

    public static Field<T> Texts<T>(string name, string description, Func<T, IReadOnlyList<string>, T> set) =>
        new(name, FieldShape.WordList, description, (target, node, scope) => scope.Texts(name, node, out var value) ? set(target, value) : target);

    /// <summary>A mapping whose keys stand in a table of their own.</summary>
    public static Field<T> Map<T, TInner>(string name, string description, IReadOnlyList<Field<TInner>> members, Func<T, TInner> get, Func<T, TInner, T> set) =>
        Map<T>(name, description, FieldShape.Map(members), (target, map, scope) => set(target, scope.Read(map, get(target), members)));

    /// <summary>A mapping whose keys change the same value as the mapping around it.</summary>
    public static Field<T> Map<T>(string name, string description, IReadOnlyList<Field<T>> members) =>
        Map<T, T>(name, description, members, target => target, (_, changed) => changed);

    /// <summary>Any mapping that has this shape.</summary>
    public static Field<T> Map<T>(string name, string description, FieldShape shape, Func<T, YamlMap, FieldScope, T> set) =>
        new(name, shape, description, (target, node, scope) => scope.Map(name, node, out var value) ? set(target, value, scope) : target);

    /// <summary>A list of mappings whose keys stand in a table of their own.</summary>
    public static Field<T> Rows<T>(string name, string description, IReadOnlyList<IField> members, Func<T, YamlList, FieldScope, T> set) =>
        new(name, FieldShape.Rows(members), description, (target, node, scope) => scope.List(name, node, out var value) ? set(target, value, scope) : target);

    public static Field<T> Any<T>(string name, FieldShape shape, string description, Func<T, YamlNode, FieldScope, T> set) => new(name, shape, description, set);
}

/// <summary>Where a mapping is being read: its source, the bag for complaints, and the beginning of the rule ids ("config", "front-matter").</summary>
public sealed record FieldScope(SourceText Source, DiagnosticBag Diagnostics, string Rule)
{
    /// <summary>Reads the known fields of a mapping onto <paramref name="target"/>. An unknown key is an error with the nearest known one.</summary>
    public T Read<T>(YamlMap map, T target, IReadOnlyList<Field<T>> fields)
    {
        foreach (var entry in map.Entries)
        {
            var field = Find(fields, entry.Key);
            if (field is not null)
                target = field.Read(target, entry.Value, this);
            else
                Unknown(entry, fields.Select(known => known.Name));
        }

        return target;
    }

    public static Field<T>? Find<T>(IReadOnlyList<Field<T>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
                return field;
        }

        return null;
    }

    public void Unknown(YamlEntry entry, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = NearestName.Of(entry.Key, names);
        Diagnostics.Error(Rule + "-unknown-key", $"There is no key `{entry.Key}` here.", new SourcePlace(Source, entry.KeyOffset),
            nearest is null ? (Message)$"Known keys: {string.Join(", ", names)}." : $"Did you mean `{nearest}`?");
    }

    public bool Text(string name, YamlNode node, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        if (node is YamlScalar { IsNull: false })
            return IsClean(name, value, node);
        return node is not YamlScalar && Wrong(name, node, "must be text", $"Write it as `{name}: text`.");
    }

    /// <summary>
    /// Where a link leads: a path from the site's root, or an address of the web or of a mailbox. A path that begins at the page itself leads
    /// elsewhere from each page that shows it, and <c>javascript:</c> runs as a program.
    /// </summary>
    public bool Address(string name, YamlNode node, out string value)
    {
        if (!Text(name, node, out value) || value.Length == 0)
            return false;
        if (value[0] is '/' or '#' || Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto")
            return true;
        Diagnostics.Error(Rule + "-address", $"`{name}`: a link can't lead to “{value}”.", At(node), "Write a whole address such as https://example.com/, or a path from the site's root such as /about/.");
        return false;
    }

    /// <summary>Control characters, seen in real posts, are forbidden in XML and show as nothing; so are halves of surrogate pairs, which are no characters.</summary>
    bool IsClean(string name, string text, YamlNode node)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isHalf = char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]));
            if (!isHalf && (!char.IsControl(text[i]) || text[i] is '\t' or '\n' or '\r'))
            {
                i += char.IsSurrogate(text[i]) ? 1 : 0;
                continue;
            }

            Diagnostics.Error(Rule + "-control", isHalf ? (Message)$"`{name}` holds half of a character U+{(int)text[i]:X4}." : $"`{name}` holds the control character U+{(int)text[i]:X4}.", At(node), "Delete it, or type the text anew.");
            return false;
        }

        return true;
    }

    public bool Flag(string name, YamlNode node, out bool value)
    {
        value = false;
        if (node is YamlScalar { IsNull: true })
            return false;
        return node is YamlScalar scalar && scalar.TryBool(out value) || Wrong(name, node, "must be true or false", Unquoted(node, plain => plain.TryBool(out _)));
    }

    public bool Choice(string name, YamlNode node, FieldShape shape, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        if (node is YamlScalar { IsNull: true })
            return false;
        return node is YamlScalar && shape.Values.Contains(value) || Wrong(name, node, $"must be {shape.Words}");
    }

    static Message? Unquoted(YamlNode node, Func<YamlScalar, bool> isRight) =>
        node is YamlScalar { IsPlain: false } quoted && isRight(quoted with { IsPlain = true }) ? "Write it without the quotes." : null;

    public bool Number(string name, YamlNode node, int least, int most, out int value)
    {
        value = 0;
        if (node is YamlScalar { IsNull: true })
            return false;
        if (node is not YamlScalar scalar || !scalar.TryInteger(out var number) || number < least || number > most)
            return Wrong(name, node, $"must be a whole number from {least} to {most}", Unquoted(node, plain => plain.TryInteger(out _)));
        value = (int)number;
        return true;
    }

    /// <summary>A list of words; one word alone, or words separated by commas in one text, are read as such a list too.</summary>
    public bool Texts(string name, YamlNode node, out IReadOnlyList<string> value)
    {
        var texts = new List<string>();
        value = texts;
        if (node is YamlScalar scalar)
        {
            if (!IsClean(name, scalar.Text, scalar))
                return false;
            if (!scalar.IsNull)
                texts.AddRange(scalar.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            return true;
        }

        if (node is not YamlList list)
            return Wrong(name, node, "must be a list of words", $"Write it as `{name}: [하나, 둘]`.");
        return Collect(name, list, texts);
    }

    bool Collect(string name, YamlList list, List<string> texts)
    {
        var right = true;
        foreach (var item in list.Items)
        {
            if (item is YamlList nested)
                right &= Collect(name, nested, texts);
            else if (item is not YamlScalar text)
                right = Wrong(name, item, "must hold words only");
            else if (!IsClean(name, text.Text, text))
                right = false;
            else if (!text.IsNull && text.Text.Trim() is { Length: > 0 } trimmed)
                texts.Add(trimmed);
        }

        return right;
    }

    public bool Map(string name, YamlNode node, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        return node is YamlMap || node is not YamlScalar { IsNull: true } && Wrong(name, node, "must be a mapping", $"Indent `key: value` lines below `{name}:`.");
    }

    /// <summary>An entry of a list whose entries are mappings.</summary>
    public bool Entry(string list, YamlNode node, string example, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        if (node is not (YamlMap or YamlScalar { IsNull: true }))
            Diagnostics.Error(Rule + "-type", $"An entry of `{list}` must be a mapping, but it is {node.Describe()}.", At(node), $"Write it as `{example}`.");
        return node is YamlMap;
    }

    /// <summary>A whole file of keys; an empty one holds none.</summary>
    public bool File(YamlNode node, out YamlMap value)
    {
        value = node as YamlMap ?? YamlMap.Empty;
        if (node is YamlMap or YamlScalar { IsNull: true })
            return true;
        Diagnostics.Error(Rule + "-type", $"The file must hold `key: value` lines, but it is {node.Describe()}.", At(node));
        return false;
    }

    public bool List(string name, YamlNode node, out YamlList value)
    {
        value = node as YamlList ?? new YamlList(node.Offset, []);
        return node is YamlList || node is not YamlScalar { IsNull: true } && Wrong(name, node, "must be a list", $"Begin each line below `{name}:` with `- `.");
    }

    /// <summary>Complains that a value is of the wrong type; always false, so that a reader may return it.</summary>
    public bool Wrong(string name, YamlNode node, Message must, Message? hint = null)
    {
        Diagnostics.Error(Rule + "-type", $"`{name}` {must}, but it is {node.Describe()}.", new SourcePlace(Source, node.Offset), hint);
        return false;
    }

    public SourcePlace At(YamlNode node) => new(Source, node.Offset);
}
