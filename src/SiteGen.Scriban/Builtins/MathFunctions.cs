using System.Globalization;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>math</c>.</summary>
static class MathFunctions
{
    /// <summary>A precision of more digits than this would fill the memory with zeros.</summary>
    const int MaxPrecisionDigits = 3;

    public static ScriptObject Make() => new FunctionTable("math")
        .Add("abs", "value", Abs)
        .Add("ceil", "value", call => Math.Ceiling(call.Double(0)))
        .Add("divided_by", "value divisor", DividedBy)
        .Add("floor", "value", call => Math.Floor(call.Double(0)))
        .Add("format", "value format culture?", Format)
        .Add("is_number", "value", call => call[0].IsNumber)
        .Add("minus", "value with", call => Operate(call, BinaryOperator.Subtract))
        .Add("modulo", "value with", call => Operate(call, BinaryOperator.Modulo))
        .Add("plus", "value with", call => Operate(call, BinaryOperator.Add))
        .Add("round", "value precision?", Round)
        .Add("times", "value with", call => Operate(call, BinaryOperator.Multiply))
        .Add("uuid", "", _ => Guid.NewGuid().ToString())
        .Add("random", "min max", RandomBetween)
        .Finish();

    static Value Abs(NativeCall call)
    {
        Value value = call[0];
        if (value.IsNull)
            return value;
        if (!Arithmetic.TryNegate(value, out Value negated))
            return call.Fail($"`{call.Text(0)}` is not a number");
        return Operation.Evaluate(call.Context, BinaryOperator.Less, value, 0, OperatorPlaces.All(call.Span)).IsTruthy ? negated : value;
    }

    static Value Operate(NativeCall call, BinaryOperator op) => Operation.Evaluate(call.Context, op, call[0], call[1], OperatorPlaces.All(call.Span));

    /// <summary>An integer divisor gives a floored integer.</summary>
    static Value DividedBy(NativeCall call)
    {
        double value = call.Double(0);
        if (call[1].IsNull)
            return default;
        double result = value / call.Double(1);
        if (call[1].Kind is not ValueKind.Int32)
            return result;
        return double.IsNaN(result) ? 0 : (int)Math.Clamp(Math.Floor(result), int.MinValue, int.MaxValue);
    }

    static Value Round(NativeCall call)
    {
        double value = call.Double(0);
        int precision = call.Int32(1);
        return precision is < 0 or > 15
            ? call.Fail("Numbers are rounded to 0 to 15 digits")
            : Math.Round(value, precision);
    }

    static Value Format(NativeCall call)
    {
        if (call[0].IsNull)
            return "";
        return call[0].IsNumber ? Format(call, call.Text(1)) : call.Fail($"`{call.Text(0)}` is not a number");
    }

    static bool IsExcessive(string? format) =>
        format is { Length: > MaxPrecisionDigits + 1 } && char.IsAsciiLetter(format[0]) && !format.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <summary>By a .NET format; all cultures are the invariant one.</summary>
    public static Value Format(NativeCall call, string? format)
    {
        Value value = call[0];
        if (IsExcessive(format))
            return call.Fail("The format asks for too many digits");
        try
        {
            return value.Kind switch
            {
                ValueKind.Int32 => value.AsInt32.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.Int64 => value.AsInt64.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.BigInteger => value.AsBigInteger.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.Single => value.AsSingle.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.Double => value.AsDouble.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.Decimal => value.AsDecimal.ToString(format, CultureInfo.InvariantCulture),
                ValueKind.Date => value.AsDate.ToString(format, CultureInfo.InvariantCulture),
                _ => value.AsTimeSpan.ToString(format, CultureInfo.InvariantCulture),
            };
        }
        catch (FormatException e)
        {
            return call.Fail($"{e.Message}");
        }
    }

    static Value RandomBetween(NativeCall call)
    {
        (int min, int max) = (call.Int32(0), call.Int32(1));
        return min >= max ? call.Fail("The smaller bound must come first") : Random.Shared.Next(min, max);
    }
}
