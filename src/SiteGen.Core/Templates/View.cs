using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Templates;

/// <summary>A read-only object in a template. A missing member is an error, except with <c>?.</c>.</summary>
public abstract class TemplateObject : IScriptObject, IEnumerable<KeyValuePair<string, object?>>, IFormattable
{
    public abstract IEnumerable<string> Names { get; }

    public int Count => Names.Count();

    bool IScriptObject.IsReadOnly { get => true; set { } }

    public abstract bool TryGet(string name, out object? value);

    public IEnumerable<string> GetMembers() => Names;

    public virtual bool Contains(string member) => Names.Contains(member, StringComparer.Ordinal);

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (TryGet(member, out value))
            return true;
        if (IsOpen || context?.CurrentNode is null or ScriptMemberExpression { DotToken.TokenType: TokenType.QuestionDot })
            return false;
        throw TemplateFailure.UnknownMember(span, member, Names);
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var name in Names)
            yield return new KeyValuePair<string, object?>(name, TryGet(name, out var value) ? value : null);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Printed as <c>{name: value}</c>.</summary>
    public virtual string ToString(string? format, IFormatProvider? formatProvider)
    {
        var copy = new ScriptObject();
        foreach (var name in Names)
            copy.SetValue(name, TryGet(name, out var value) ? value : null, readOnly: false);
        return copy.ToString(format, formatProvider);
    }

    public sealed override string ToString() => ToString(null, null);

    /// <summary>Its members are the author's, so a missing one is null.</summary>
    protected virtual bool IsOpen => false;

    bool IScriptObject.CanWrite(string member) => false;

    bool IScriptObject.TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        throw new TemplateFailure(span, "What the site hands to a template can't be changed by it.");

    bool IScriptObject.Remove(string member) => false;

    void IScriptObject.SetReadOnly(string member, bool readOnly)
    {
    }

    IScriptObject IScriptObject.Clone(bool deep) => this;
}

/// <summary>The template members of a model type: functions by snake_case names, without reflection.</summary>
public sealed class MemberTable<T, TViews>
{
    readonly Dictionary<string, Func<T, TViews, object?>> members = new(StringComparer.Ordinal);

    public MemberTable<T, TViews> Add(string name, Func<T, TViews, object?> read)
    {
        members.Add(name, read);
        return this;
    }

    /// <summary>Adds missing names as null.</summary>
    public MemberTable<T, TViews> AddNulls(IEnumerable<string> names)
    {
        foreach (var name in names)
            members.TryAdd(name, static (_, _) => null);
        return this;
    }

    public IEnumerable<string> Names => members.Keys;

    public bool Contains(string name) => members.ContainsKey(name);

    public bool TryGet(string name, T model, TViews views, out object? value)
    {
        value = null;
        if (!members.TryGetValue(name, out var read))
            return false;
        value = read(model, views);
        return true;
    }
}

/// <summary>A model object in a template. Members are computed on access.</summary>
public sealed class View<T, TViews>(T model, TViews views, MemberTable<T, TViews> table) : TemplateObject
{
    public T Model { get; } = model;

    public MemberTable<T, TViews> Table => table;

    public override IEnumerable<string> Names => table.Names;

    public override bool Contains(string member) => table.Contains(member);

    public override bool TryGet(string name, out object? value) => table.TryGet(name, Model, views, out value);

    /// <summary>Names only, because pages refer to each other.</summary>
    public override string ToString(string? format, IFormatProvider? formatProvider) => $"{{{string.Join(", ", Names)}}}";
}

/// <summary>A small object with fixed members.</summary>
public sealed class Members(params ReadOnlySpan<(string Name, object? Value)> members) : TemplateObject
{
    readonly (string Name, object? Value)[] members = members.ToArray();

    public override IEnumerable<string> Names => members.Select(member => member.Name);

    public override bool TryGet(string name, out object? value)
    {
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                value = member.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}

/// <summary>A read-only list in a template.</summary>
public abstract class TemplateList : IList, IReadOnlyList<object?>
{
    public abstract int Count { get; }

    public abstract object? this[int index] { get; set; }

    public bool IsReadOnly => true;

    public bool IsFixedSize => true;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Contains(object? value) => IndexOf(value) >= 0;

    public int IndexOf(object? value)
    {
        var i = 0;
        while (i < Count && !Equals(this[i], value))
            i++;
        return i < Count ? i : -1;
    }

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var item in this)
            array.SetValue(item, index++);
    }

    int IList.Add(object? value) => throw new NotSupportedException();

    void IList.Clear() => throw new NotSupportedException();

    void IList.Insert(int index, object? value) => throw new NotSupportedException();

    void IList.Remove(object? value) => throw new NotSupportedException();

    void IList.RemoveAt(int index) => throw new NotSupportedException();
}

/// <summary>A list whose items become views on access.</summary>
public sealed class ListView<T>(IReadOnlyList<T> items, Func<T, object?> view) : TemplateList
{
    public override int Count => items.Count;

    public override object? this[int index]
    {
        get => view(items[index]);
        set => throw new NotSupportedException();
    }
}

/// <summary>A YAML mapping of a data file, front matter or the configuration.</summary>
public sealed class YamlView(YamlMap map) : TemplateObject
{
    public override IEnumerable<string> Names => map.Entries.Select(entry => entry.Key);

    protected override bool IsOpen => true;

    public override bool TryGet(string name, out object? value)
    {
        var node = map[name];
        value = ValueOf(node);
        return node is not null;
    }

    public static object? ValueOf(YamlNode? node) => node switch
    {
        YamlMap map => new YamlView(map),
        YamlList list => new ListView<YamlNode>(list.Items, ValueOf),
        YamlScalar scalar => OfScalar(scalar),
        _ => null,
    };

    static object? OfScalar(YamlScalar scalar) =>
        scalar.IsNull ? null
        : scalar.TryBool(out var flag) ? flag
        : scalar.TryInteger(out var whole) ? whole is >= int.MinValue and <= int.MaxValue ? (object)(int)whole : whole
        : scalar.TryNumber(out var number) ? number
        : scalar.Text;
}
