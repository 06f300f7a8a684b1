using System.Numerics;
using System.Runtime.CompilerServices;

namespace SiteGen.Scriban;

/// <summary>A value of the template language: one reference and 64 bits, so booleans, numbers and dates need no allocation.</summary>
/// <remarks>
/// Where the reference is a <see cref="Tag"/> the bits are the value; else the reference is the value and the bits are its kind.
/// The default is null.
/// </remarks>
public readonly partial struct Value
{
    readonly object? _reference;
    readonly long _bits;

    Value(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    sealed class Tag(ValueKind kind, TimeSpan? offset = null)
    {
        const int MostMinutes = 14 * 60;

        /// <summary>One tag for every offset that dates have been seen with, so that a date carries it without an allocation.</summary>
        static readonly Tag?[] Offsets = new Tag?[(2 * MostMinutes) + 1];

        public readonly ValueKind Kind = kind;

        /// <summary>A date's distance from UTC, where it is known.</summary>
        public readonly TimeSpan? Offset = offset;

        public static Tag DateAt(TimeSpan offset) => Offsets[(int)offset.TotalMinutes + MostMinutes] ??= new Tag(ValueKind.Date, offset);

        public static readonly Tag Empty = new(ValueKind.Empty);
        public static readonly Tag Bool = new(ValueKind.Bool);
        public static readonly Tag Int32 = new(ValueKind.Int32);
        public static readonly Tag Int64 = new(ValueKind.Int64);
        public static readonly Tag Single = new(ValueKind.Single);
        public static readonly Tag Double = new(ValueKind.Double);
        public static readonly Tag Char = new(ValueKind.Char);
        public static readonly Tag Date = new(ValueKind.Date);
        public static readonly Tag TimeSpan = new(ValueKind.TimeSpan);
    }

    /// <summary>Nothing; prints as nothing, counts as false.</summary>
    public static Value Null => default;

    /// <summary>The value of the name <c>empty</c>.</summary>
    public static Value Empty => new(Tag.Empty, 0);

    /// <summary>true.</summary>
    public static Value True => new(Tag.Bool, 1);

    /// <summary>false.</summary>
    public static Value False => new(Tag.Bool, 0);

    /// <summary>A boolean.</summary>
    public static Value Of(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>A 32-bit integer.</summary>
    public static Value Of(int value) => new(Tag.Int32, value);

    /// <summary>A 64-bit integer; one that fits into 32 bits stays 64-bit, as in the model.</summary>
    public static Value Of(long value) => new(Tag.Int64, value);

    /// <summary>An integer of any size.</summary>
    public static Value Of(BigInteger value) => new(value, (long)ValueKind.BigInteger);

    /// <summary>A single-precision number.</summary>
    public static Value Of(float value) => new(Tag.Single, BitConverter.SingleToInt32Bits(value));

    /// <summary>A double-precision number.</summary>
    public static Value Of(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A decimal number.</summary>
    public static Value Of(decimal value) => new(value, (long)ValueKind.Decimal);

    /// <summary>One UTF-16 unit.</summary>
    public static Value Of(char value) => new(Tag.Char, value);

    /// <summary>Text, or null.</summary>
    public static Value Of(string? value) => value is null ? default : new Value(value, (long)ValueKind.Text);

    /// <summary>A point in time; unless it says that it is UTC, it is one of the render's own time zone.</summary>
    public static Value Of(DateTime value) => value.Kind is DateTimeKind.Utc
        ? Of(new DateTimeOffset(value))
        : new Value(Tag.Date, Unsafe.BitCast<DateTime, long>(DateTime.SpecifyKind(value, DateTimeKind.Unspecified)));

    /// <summary>A point in time as its own clock shows it: fields and patterns use the date's own offset, not the machine's.</summary>
    public static Value Of(DateTimeOffset value) => new(Tag.DateAt(value.Offset), Unsafe.BitCast<DateTime, long>(value.DateTime));

    /// <summary>A duration.</summary>
    public static Value Of(TimeSpan value) => new(Tag.TimeSpan, value.Ticks);

    /// <summary>An object of the host or of the language, or null.</summary>
    public static Value Of(IScriptObject? value) => value is null ? default : new Value(value, (long)ValueKind.Object);

    /// <summary>A list, or null.</summary>
    public static Value Of(IScriptList? value) => value is null ? default : new Value(value, (long)ValueKind.List);

    /// <summary>A list, or null.</summary>
    public static Value Of(ScriptArray? value) => Of((IScriptList?)value);

    /// <summary>An object, or null.</summary>
    public static Value Of(ScriptObject? value) => Of((IScriptObject?)value);

    /// <summary>A function of the host.</summary>
    public static Value Of(NativeFunction? value) => value is null ? default : new Value(value, (long)ValueKind.Function);

    /// <summary>HTML by type: printed as it is where <see cref="TemplateOptions.EscapeHtml"/> is on.</summary>
    public static Value Html(string? markup) => markup is null ? default : new Value(markup, (long)ValueKind.Html);

    /// <summary>The same as UTF-8, which printing only copies.</summary>
    public static Value Html(byte[] utf8) => Of(new Runtime.CapturedText(null, utf8));

    /// <summary>A read-only list of these values.</summary>
    public static Value List(IReadOnlyList<Value> items) => Of(new ReadOnlyScriptList(items));

    /// <summary>A boolean.</summary>
    public static implicit operator Value(bool value) => Of(value);

    /// <summary>A 32-bit integer.</summary>
    public static implicit operator Value(int value) => Of(value);

    /// <summary>A 64-bit integer.</summary>
    public static implicit operator Value(long value) => Of(value);

    /// <summary>A double-precision number.</summary>
    public static implicit operator Value(double value) => Of(value);

    /// <summary>Text, or null.</summary>
    public static implicit operator Value(string? value) => Of(value);

    /// <summary>What it holds.</summary>
    public ValueKind Kind => _reference is null ? ValueKind.Null : _reference is Tag tag ? tag.Kind : (ValueKind)_bits;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => _reference is null;

    /// <summary>Whether it is HTML by type.</summary>
    public bool IsHtml => Kind is ValueKind.Html;

    /// <summary>Whether it is text of any kind: plain, HTML or captured.</summary>
    public bool IsText => Kind is ValueKind.Text or ValueKind.Html or ValueKind.Capture;

    /// <summary>Whether it is a number of any kind.</summary>
    public bool IsNumber => Kind is >= ValueKind.Int32 and <= ValueKind.Decimal;

    /// <summary>Whether it is an integer of any size.</summary>
    public bool IsInteger => Kind is >= ValueKind.Int32 and <= ValueKind.BigInteger;

    /// <summary>Whether it is a list, range or iterator.</summary>
    public bool IsList => Kind is ValueKind.List;

    /// <summary>Whether it is an object with members.</summary>
    public bool IsObject => Kind is ValueKind.Object;

    /// <summary>Whether it is a function.</summary>
    // The bits alone say no nearly always, and asking is what every mention of a name does.
    public bool IsFunction => _bits == (long)ValueKind.Function && _reference is not (null or Tag);

    /// <summary>Only null, false and <c>empty</c> are false; 0, "" and [] are true.</summary>
    public bool IsTruthy => _reference is not null
        && (_reference is not Tag tag || (tag.Kind is not ValueKind.Empty && (tag.Kind is not ValueKind.Bool || _bits != 0)));

    /// <summary>The text of a text value (plain, HTML or captured); other kinds are not converted.</summary>
    public bool TryGetText(out string text)
    {
        text = Kind switch
        {
            ValueKind.Text or ValueKind.Html => Unsafe.As<string>(_reference!),
            ValueKind.Capture => _reference!.ToString()!,
            _ => "",
        };
        return IsText;
    }

    /// <summary>The value of a 32- or 64-bit integer.</summary>
    public bool TryGetInt64(out long value)
    {
        value = _bits;
        return Kind is ValueKind.Int32 or ValueKind.Int64;
    }

    /// <summary>The value of a boolean.</summary>
    public bool TryGetBool(out bool value)
    {
        value = _bits != 0;
        return Kind is ValueKind.Bool;
    }

    /// <summary>The value of a number of any kind, as near as a double comes.</summary>
    public bool TryGetDouble(out double value)
    {
        value = Kind switch
        {
            ValueKind.Int32 or ValueKind.Int64 => _bits,
            ValueKind.Double => AsDouble,
            ValueKind.Single => AsSingle,
            ValueKind.Decimal => (double)AsDecimal,
            ValueKind.BigInteger => (double)AsBigInteger,
            _ => 0,
        };
        return IsNumber;
    }

    /// <summary>The date and time as its clock shows them.</summary>
    public bool TryGetDate(out DateTime value)
    {
        bool isDate = Kind is ValueKind.Date;
        value = isDate ? AsDate : default;
        return isDate;
    }

    /// <summary>A date's distance from UTC, null where it is of no known offset.</summary>
    public TimeSpan? DateOffset => _reference is Tag tag ? tag.Offset : null;

    /// <summary>The object.</summary>
    public bool TryGetObject(out IScriptObject value)
    {
        bool isObject = Kind is ValueKind.Object;
        value = isObject ? AsObject : null!;
        return isObject;
    }

    /// <summary>The list.</summary>
    public bool TryGetList(out IScriptList value)
    {
        bool isList = Kind is ValueKind.List;
        value = isList ? AsList : null!;
        return isList;
    }

    internal object? Reference => _reference;

    internal bool AsBool => _bits != 0;

    internal int AsInt32 => (int)_bits;

    internal long AsInt64 => _bits;

    internal char AsChar => (char)_bits;

    internal float AsSingle => BitConverter.Int32BitsToSingle((int)_bits);

    internal double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    internal decimal AsDecimal => (decimal)_reference!;

    internal BigInteger AsBigInteger => _reference is BigInteger big ? big : _bits;

    /// <summary>Another point in time at the same offset.</summary>
    internal Value WithDate(DateTime value) => new(_reference, Unsafe.BitCast<DateTime, long>(value));

    /// <summary>How two dates lie: as instants where both offsets are known, else as their clocks show them.</summary>
    internal int CompareDateTo(in Value other) => DateOffset is { } a && other.DateOffset is { } b
        ? (AsDate.Ticks - a.Ticks).CompareTo(other.AsDate.Ticks - b.Ticks)
        : AsDate.CompareTo(other.AsDate);

    internal DateTime AsDate => Unsafe.BitCast<long, DateTime>(_bits);

    internal TimeSpan AsTimeSpan => new(_bits);

    internal IScriptObject AsObject => Unsafe.As<IScriptObject>(_reference!);

    internal IScriptList AsList => Unsafe.As<IScriptList>(_reference!);
}
