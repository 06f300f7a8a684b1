using System.Globalization;

namespace SiteGen.Scriban.Runtime;

/// <summary>Brings values to the type that is wanted. Throws <see cref="ValueException"/>, to which the caller adds the place.</summary>
static class Conversion
{
    static ValueException Fail(in Value value, Message wanted) => new($"{wanted} is needed here: this is of type {TypeName.Of(value)}");

    /// <summary>Numbers round half to even, booleans count 0 and 1, null counts 0, text must hold an integer.</summary>
    public static int ToInt32(in Value value)
    {
        double number;
        switch (value.Kind)
        {
            case ValueKind.Int32: return value.AsInt32;
            case ValueKind.Null: return 0;
            case ValueKind.Bool: return value.AsBool ? 1 : 0;
            case ValueKind.Int64 or ValueKind.BigInteger or ValueKind.Single or ValueKind.Double: number = ToDouble(value); break;
            case ValueKind.Decimal: number = (double)Math.Round(value.AsDecimal); break;
            case ValueKind.Char or ValueKind.Text or ValueKind.Html or ValueKind.Capture:
                return int.TryParse(ValueText.Of(null, value), NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed)
                    ? parsed
                    : throw Fail(value, "An integer");
            default: throw Fail(value, "An integer");
        }

        number = Math.Round(number);
        if (!(number >= int.MinValue && number <= int.MaxValue))
            throw Fail(value, "An integer");
        return (int)number;
    }

    public static double ToDouble(in Value value) => value.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Bool => value.AsBool ? 1 : 0,
        _ when value.TryGetDouble(out double number) => number,
        _ => throw Fail(value, "A number"),
    };

    public static decimal ToDecimal(in Value value) => value.Kind switch
    {
        ValueKind.Decimal => value.AsDecimal,
        ValueKind.Bool or ValueKind.Int32 or ValueKind.Int64 => value.AsInt64,
        ValueKind.BigInteger => (decimal)value.AsBigInteger,
        _ => (decimal)ToDouble(value),
    };

    /// <summary>Anything that can be walked; null stays null.</summary>
    public static IScriptList? ToList(in Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.List => value.AsList,
        ValueKind.Text or ValueKind.Html or ValueKind.Char => new CharList(ValueText.Of(null, value)),
        ValueKind.Object => Pairs.Of(value.AsObject),
        ValueKind.Empty => new ScriptArray(),
        _ => throw Fail(value, "A list"),
    };
}
