using SiteGen.Core.Configuration;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering.Views;

/// <summary>The members of one kind of model object as templates see them: snake_case names to functions. No reflection.</summary>
public sealed class ViewTable<T>
{
    readonly Dictionary<string, Func<T, SiteViews, Value>> members = new(StringComparer.Ordinal);

    public ViewTable<T> Add(string name, Func<T, SiteViews, Value> read)
    {
        members.Add(name, read);
        return this;
    }

    public IEnumerable<string> Names => members.Keys;

    public bool TryGet(string name, T model, SiteViews views, out Value value)
    {
        if (!members.TryGetValue(name, out var read))
        {
            value = Value.Null;
            return false;
        }

        value = read(model, views);
        return true;
    }
}

/// <summary>A read-only object of the model in a template; a member is computed when it is asked for.</summary>
public sealed class View<T>(T model, SiteViews views, ViewTable<T> table) : IScriptObject
{
    public T Model { get; } = model;

    /// <summary>It is the only view of its kind for its model: terms and archives, but no months or years of a list.</summary>
    public bool IsShared => ReferenceEquals(table, ListTables.Term) || ReferenceEquals(table, ListTables.Archive);

    public IEnumerable<string> Names => table.Names;

    public bool TryGet(string name, out Value value) => table.TryGet(name, Model, views, out value);
}

/// <summary>A list whose items become views only when a template reaches them.</summary>
public sealed class ListView<T>(IReadOnlyList<T> items, Func<T, Value> view) : IScriptList
{
    public int Count => items.Count;

    public Value this[int index] => view(items[index]);
}

/// <summary>A mapping of a data file, of front matter or of the configuration.</summary>
public sealed class YamlView(YamlMap map) : IScriptObject
{
    public IEnumerable<string> Names => map.Entries.Select(entry => entry.Key);

    public bool TryGet(string name, out Value value)
    {
        var node = map[name];
        value = ValueOf(node);
        return node is not null;
    }

    public static Value ValueOf(YamlNode? node) => node switch
    {
        YamlMap map => Value.Of(new YamlView(map)),
        YamlList list => Value.Of(new ListView<YamlNode>(list.Items, ValueOf)),
        YamlScalar scalar => OfScalar(scalar),
        _ => Value.Null,
    };

    static Value OfScalar(YamlScalar scalar) =>
        scalar.IsNull ? Value.Null
        : scalar.TryBool(out var flag) ? Value.Of(flag)
        : scalar.TryInteger(out var whole) ? whole is >= int.MinValue and <= int.MaxValue ? Value.Of((int)whole) : Value.Of(whole)
        : scalar.TryNumber(out var number) ? Value.Of(number)
        : Value.Of(scalar.Text);
}
