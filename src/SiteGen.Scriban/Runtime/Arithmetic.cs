using System.Numerics;

namespace SiteGen.Scriban.Runtime;

/// <summary>What operators mean between numbers: both are brought to the wider type, integers never overflow.</summary>
static class Arithmetic
{
    const int MaxShift = 1 << 20;

    /// <summary>Longer integers are an error: multiplying in a loop would otherwise fill the memory.</summary>
    const int MaxBits = 1 << 22;

    /// <summary>The everyday operators on small integers, without looking further.</summary>
    public static bool TryFast(BinaryOperator op, int left, int right, out Value result)
    {
        switch (op)
        {
            case BinaryOperator.Add: result = Value.Integer((long)left + right); return true;
            case BinaryOperator.Subtract: result = Value.Integer((long)left - right); return true;
            case BinaryOperator.Multiply: result = Value.Integer((long)left * right); return true;
            case BinaryOperator.Equal: result = left == right; return true;
            case BinaryOperator.NotEqual: result = left != right; return true;
            case BinaryOperator.Less: result = left < right; return true;
            case BinaryOperator.LessOrEqual: result = left <= right; return true;
            case BinaryOperator.Greater: result = left > right; return true;
            case BinaryOperator.GreaterOrEqual: result = left >= right; return true;
            default: result = default; return false;
        }
    }

    public static Value Evaluate(RenderContext context, BinaryOperator op, in Value left, in Value right, SourceSpan place)
    {
        ValueKind wider = (ValueKind)Math.Max((int)left.Kind, (int)right.Kind);
        // Decimal stands last among the kinds and double before it, which is the order of width the language has.
        return wider switch
        {
            ValueKind.Decimal => OnDecimal(op, Conversion.ToDecimal(left), Conversion.ToDecimal(right)),
            ValueKind.Double => OnDouble(op, Conversion.ToDouble(left), Conversion.ToDouble(right)),
            ValueKind.Single => OnSingle(op, (float)Conversion.ToDouble(left), (float)Conversion.ToDouble(right)),
            _ => OnInteger(context, op, left, right, place),
        };
    }

    static Value OnInteger(RenderContext context, BinaryOperator op, in Value left, in Value right, SourceSpan place)
    {
        if (op is BinaryOperator.RangeInclusive or BinaryOperator.RangeExclusive)
            return Range(context, op, left.AsBigInteger, right.AsBigInteger, place);
        if (left.Kind is not ValueKind.BigInteger && right.Kind is not ValueKind.BigInteger && op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual)
            return Operation.Holds(op, left.AsInt64.CompareTo(right.AsInt64));
        return OnBigInteger(op, left.AsBigInteger, right.AsBigInteger);
    }

    static Value OnBigInteger(BinaryOperator op, BigInteger left, BigInteger right) => op switch
    {
        BinaryOperator.Add => Value.Integer(left + right),
        BinaryOperator.Subtract => Value.Integer(left - right),
        BinaryOperator.Multiply => Value.Integer(Bounded(left, right.GetBitLength()) * right),
        BinaryOperator.Divide => Value.Of((double)left / (double)right),
        BinaryOperator.DivideRound => Value.Integer(BigInteger.Divide(left, right)),
        BinaryOperator.Modulo => Value.Integer(BigInteger.Remainder(left, right)),
        BinaryOperator.ShiftLeft => Value.Integer(Bounded(left, Shift(right)) << Shift(right)),
        BinaryOperator.ShiftRight => Value.Integer(left >> Shift(right)),
        _ => Operation.Holds(op, left.CompareTo(right)),
    };

    static BigInteger Bounded(BigInteger number, long moreBits) =>
        number.GetBitLength() + moreBits <= MaxBits ? number : throw new ValueException("The number has too many digits");

    static int Shift(BigInteger amount) =>
        BigInteger.Abs(amount) <= MaxShift
            ? (int)amount
            : throw new ValueException($"A number can be shifted by {MaxShift} bits at most, not {amount}");

    static Value OnDouble(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => Math.Round(left / right),
        BinaryOperator.Modulo => left % right,
        BinaryOperator.ShiftLeft => left * Math.Pow(2, right),
        BinaryOperator.ShiftRight => left / Math.Pow(2, right),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw new ValueException($"`{BinaryOperatorText.Of(op)}` doesn't work on fractional numbers"),
    };

    static Value OnSingle(BinaryOperator op, float left, float right) => op switch
    {
        BinaryOperator.Add => Value.Of(left + right),
        BinaryOperator.Subtract => Value.Of(left - right),
        BinaryOperator.Multiply => Value.Of(left * right),
        BinaryOperator.Divide => Value.Of(left / right),
        BinaryOperator.DivideRound => Value.Of(MathF.Truncate(left / right)),
        BinaryOperator.Modulo => Value.Of(left % right),
        BinaryOperator.ShiftLeft => Value.Of(left * MathF.Pow(2, right)),
        BinaryOperator.ShiftRight => Value.Of(left / MathF.Pow(2, right)),
        >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => OnDouble(op, left, right),
        _ => throw new ValueException($"`{BinaryOperatorText.Of(op)}` doesn't work on fractional numbers"),
    };

    static Value OnDecimal(BinaryOperator op, decimal left, decimal right) => op switch
    {
        BinaryOperator.Add => Value.Of(left + right),
        BinaryOperator.Subtract => Value.Of(left - right),
        BinaryOperator.Multiply => Value.Of(left * right),
        BinaryOperator.Divide => Value.Of(left / right),
        BinaryOperator.DivideRound => Value.Of(Math.Round(left / right)),
        BinaryOperator.Modulo => Value.Of(left % right),
        BinaryOperator.ShiftLeft => Value.Of(left * (decimal)Math.Pow(2, (double)right)),
        BinaryOperator.ShiftRight => Value.Of(left / (decimal)Math.Pow(2, (double)right)),
        >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => Operation.Holds(op, left.CompareTo(right)),
        _ => throw new ValueException($"`{BinaryOperatorText.Of(op)}` doesn't work on fractional numbers"),
    };

    static Value Range(RenderContext context, BinaryOperator op, BigInteger first, BigInteger last, SourceSpan place)
    {
        BigInteger count = BigInteger.Abs(last - first) + (op is BinaryOperator.RangeInclusive ? 1 : 0);
        if (context.Options.LoopLimit > 0 && count > context.Options.LoopLimit)
            throw context.Error(place, $"The range has more than {context.Options.LoopLimit} items");
        if (count > int.MaxValue || first < long.MinValue || first > long.MaxValue || last < long.MinValue || last > long.MaxValue)
            throw new ValueException("The range has too many items");
        return Value.Of(new IntegerRange((long)first, (int)count, last >= first ? 1 : -1));
    }

    /// <summary><c>-x</c>; false where there is no number.</summary>
    public static bool TryNegate(in Value value, out Value negated)
    {
        negated = value.Kind switch
        {
            ValueKind.Int32 or ValueKind.Int64 => Value.Integer(-(BigInteger)value.AsInt64),
            ValueKind.BigInteger => Value.Integer(-value.AsBigInteger),
            ValueKind.Double => Value.Of(-value.AsDouble),
            ValueKind.Single => Value.Of(-value.AsSingle),
            ValueKind.Decimal => Value.Of(-value.AsDecimal),
            _ => default,
        };
        return !negated.IsNull;
    }
}
