using System.Text;

namespace SiteGen.Scriban.Runtime;

/// <summary>
/// What binary operators mean. The first rule that applies decides: text, null, <c>empty</c>, lists, numbers, booleans, dates,
/// identity. Numbers are in <see cref="Arithmetic"/>.
/// </summary>
static class Operation
{
    /// <summary>Longer lists are an error, whatever the options say.</summary>
    const int MaxItems = 1 << 23;

    /// <summary>Computes; complaints point at the operator, or at the operand they are about.</summary>
    public static Value Evaluate(RenderContext context, BinaryOperator op, in Value left, in Value right, in OperatorPlaces at)
    {
        ValueKind a = left.Kind;
        ValueKind b = right.Kind;
        if (a is ValueKind.Int32 && b is ValueKind.Int32 && Arithmetic.TryFast(op, left.AsInt32, right.AsInt32, out Value fast))
            return fast;
        try
        {
            if (IsTextual(a) || IsTextual(b))
                return OnText(context, op, left, right, at);
            if (a is ValueKind.Null || b is ValueKind.Null)
                return OnNull(op, left, right);
            if (a is ValueKind.Empty || b is ValueKind.Empty)
                return OnEmpty(op, left, right);
            if (a is ValueKind.List || b is ValueKind.List)
                return OnList(context, op, left, right, at);
            if (IsNumeric(a) && IsNumeric(b))
            {
                return a is ValueKind.Bool && b is ValueKind.Bool
                    ? OnBool(op, left, right)
                    : Arithmetic.Evaluate(context, op, left, right, at.Operator);
            }

            return OnOthers(op, left, right);
        }
        catch (ValueException e)
        {
            throw context.Error(at.Operator, e.What);
        }
        catch (ArithmeticException e)
        {
            throw context.Error(at.Operator, e is DivideByZeroException ? (Message)"A number can't be divided by zero here" : "The result is too large for this kind of number");
        }
        catch (ArgumentOutOfRangeException)
        {
            throw context.Error(at.Operator, "The date is out of range");
        }
    }

    static bool IsTextual(ValueKind kind) => kind is >= ValueKind.Char and <= ValueKind.Capture;

    static bool IsNumeric(ValueKind kind) => kind is >= ValueKind.Bool and <= ValueKind.Decimal;

    static ValueException NotSupported(BinaryOperator op, in Value left, in Value right) =>
        new($"`{BinaryOperatorText.Of(op)}` doesn't work between {TypeName.Of(left)} and {TypeName.Of(right)}");

    static Value OnText(RenderContext context, BinaryOperator op, in Value left, in Value right, in OperatorPlaces at)
    {
        if (op is BinaryOperator.Multiply)
            return Repeat(context, left, right, at);
        if (op is BinaryOperator.Add)
            return Join(context, left, right, at.Operator);
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && (IsNothing(left) || IsNothing(right)))
            return AreNothing(left, right) == op is BinaryOperator.Equal;
        if (op is < BinaryOperator.Equal or > BinaryOperator.GreaterOrEqual)
            throw new ValueException($"`{BinaryOperatorText.Of(op)}` doesn't work on text");
        return Holds(op, string.CompareOrdinal(context.ToText(left), context.ToText(right)));
    }

    /// <summary>Text beside HTML is escaped, so that HTML stays HTML and nothing slips in.</summary>
    static Value Join(RenderContext context, in Value left, in Value right, SourceSpan place)
    {
        string a = context.ToText(left);
        string b = context.ToText(right);
        context.CheckTextLength((long)a.Length + b.Length, place, "`+`");
        if (!context.EscapesHtml || !(context.IsMarkup(left) || context.IsMarkup(right)))
            return Value.Of(string.Concat(a, b));
        return Value.Html(string.Concat(
            context.IsMarkup(left) ? a : HtmlEscaping.Escape(a), context.IsMarkup(right) ? b : HtmlEscaping.Escape(b)));
    }

    /// <summary>Text never equals null or <c>empty</c>; only an empty capture counts as an empty list.</summary>
    static bool AreNothing(in Value left, in Value right)
    {
        Value other = IsNothing(left) ? right : left;
        return other.Kind is ValueKind.Capture && !left.IsNull && !right.IsNull && ((CapturedText)other.Reference!).Utf8.IsEmpty;
    }

    static bool IsNothing(in Value value) => value.Kind is ValueKind.Null or ValueKind.Empty;

    static Value Repeat(RenderContext context, in Value left, in Value right, in OperatorPlaces at)
    {
        bool isLeftCount = !IsTextual(left.Kind) || (IsTextual(right.Kind) && int.TryParse(context.ToText(left), out _));
        Value count = isLeftCount ? left : right;
        string text = context.ToText(isLeftCount ? right : left);
        if (IsTextual(count.Kind) && !isLeftCount)
        {
            throw context.Error(
                at.Whole, "Text can be multiplied by an integer only");
        }

        int times = Conversion.ToInt32(count);
        if (times <= 0 || text.Length == 0)
            return Value.Of("");
        context.CheckTextLength((long)times * text.Length, isLeftCount ? at.Left : at.Right, "`*`");
        return Value.Of(new StringBuilder(text.Length * times).Insert(0, text, times).ToString());
    }

    static Value OnNull(BinaryOperator op, in Value left, in Value right) => op switch
    {
        BinaryOperator.Equal => left.IsNull && right.IsNull,
        BinaryOperator.NotEqual => !(left.IsNull && right.IsNull),
        >= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual => false,
        _ => Value.Null,
    };

    static Value OnEmpty(BinaryOperator op, in Value left, in Value right)
    {
        bool isEqual = IsEmptyList(left) && IsEmptyList(right);
        return op switch
        {
            BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => isEqual,
            BinaryOperator.NotEqual => !isEqual,
            BinaryOperator.Less or BinaryOperator.Greater => false,
            _ => Value.Empty,
        };
    }

    static bool IsEmptyList(in Value value) => value.Kind switch
    {
        ValueKind.Empty => true,
        ValueKind.List => value.AsList.Count == 0,
        ValueKind.Object => !value.AsObject.Names.Any(),
        _ => false,
    };

    static Value OnBool(BinaryOperator op, in Value left, in Value right) => op switch
    {
        BinaryOperator.Equal => left.AsBool == right.AsBool,
        BinaryOperator.NotEqual => left.AsBool != right.AsBool,
        _ => throw new ValueException($"`{BinaryOperatorText.Of(op)}` doesn't work between booleans"),
    };

    /// <summary>Whether a comparison holds where <paramref name="order"/> says how the operands lie.</summary>
    public static bool Holds(BinaryOperator op, int order) => op switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    };

    static Value OnList(RenderContext context, BinaryOperator op, in Value left, in Value right, in OperatorPlaces at)
    {
        if (op is BinaryOperator.ShiftLeft && left.IsList)
            return With(left.AsList, right, atEnd: true);
        if (op is BinaryOperator.ShiftRight && right.IsList)
            return With(right.AsList, left, atEnd: false);
        if (op is BinaryOperator.Multiply && left.IsList != right.IsList)
            return RepeatList(context, (left.IsList ? left : right).AsList, Conversion.ToInt32(left.IsList ? right : left), at.Operator);
        if (op is BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulo && left.IsList && !right.IsList)
            return Portion(op, left.AsList, Conversion.ToInt32(right));
        if (op is BinaryOperator.Add && left.IsList && right.IsList)
            return Concat(left.AsList, right.AsList);
        bool isComparison = op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
        if (isComparison && (left.IsList || left.IsObject) && (right.IsList || right.IsObject))
            return CompareLists(context, op, left, right, at);
        if (left.IsList && right.IsList)
            throw NotSupported(op, left, right);
        Message side = left.IsList ? "right" : "left";
        throw context.Error(left.IsList ? at.Right : at.Left, $"{NotSupported(op, left, right).What}: the {side} side must be an array too");
    }

    static Value Concat(IScriptList left, IScriptList right)
    {
        int count = left.Count + right.Count;
        if (count > MaxItems)
            throw new ValueException("The array has too many items");
        var result = new ScriptArray(count);
        foreach (Value item in ListWalk.Of(left))
            result.Add(item);
        foreach (Value item in ListWalk.Of(right))
            result.Add(item);
        return Value.Of(result);
    }

    static Value With(IScriptList list, in Value item, bool atEnd)
    {
        var result = new ScriptArray(list.Count + 1);
        if (!atEnd)
            result.Add(item);
        foreach (Value each in ListWalk.Of(list))
            result.Add(each);
        if (atEnd)
            result.Add(item);
        return Value.Of(result);
    }

    static Value RepeatList(RenderContext context, IScriptList list, int times, SourceSpan place)
    {
        if (times < 0)
            throw new ValueException("An array can't be multiplied by a negative number");
        IScriptList items = ListWalk.Settled(list);
        long length = Math.Max((long)items.Count * times, times);
        context.CountSteps(length, place);
        if ((long)items.Count * times > MaxItems)
            throw new ValueException("The repeated array has too many items");
        var result = new ScriptArray(items.Count * times);
        for (int n = 0; n < times && items.Count > 0; n++)
        {
            for (int i = 0; i < items.Count; i++)
                result.Add(items[i]);
        }

        return Value.Of(result);
    }

    static Value Portion(BinaryOperator op, IScriptList list, int divisor)
    {
        if (divisor == 0)
            throw new ValueException("A list can't be divided by zero");
        var result = new ScriptArray();
        int at = 0;
        int keep = list.Count / divisor;
        foreach (Value item in ListWalk.Of(list))
        {
            if (op is BinaryOperator.Modulo ? at % divisor == 0 : at < keep)
                result.Add(item);
            at++;
        }

        return Value.Of(result);
    }

    static Value CompareLists(RenderContext context, BinaryOperator op, in Value left, in Value right, in OperatorPlaces at)
    {
        IScriptList a = left.IsList ? ListWalk.Settled(left.AsList) : Pairs.Of(left.AsObject);
        IScriptList b = right.IsList ? ListWalk.Settled(right.AsList) : Pairs.Of(right.AsObject);
        if (a.Count != b.Count || a.Count == 0)
            return Holds(op, a.Count.CompareTo(b.Count));
        context.EnsureStack(at.Operator);
        for (int i = 0; i < a.Count; i++)
        {
            if (!Evaluate(context, op, a[i], b[i], at).IsTruthy)
                return false;
        }

        return true;
    }

    static Value OnOthers(BinaryOperator op, in Value left, in Value right)
    {
        bool isComparison = op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
        if (left.Kind is ValueKind.Date && right.Kind is ValueKind.Date)
        {
            if (isComparison)
                return Holds(op, left.CompareDateTo(right));
            return op is BinaryOperator.Subtract ? Value.Of(Difference(left, right)) : throw NotSupported(op, left, right);
        }

        if (left.Kind is ValueKind.Date && right.Kind is ValueKind.TimeSpan && op is BinaryOperator.Add)
            return left.WithDate(left.AsDate.Add(right.AsTimeSpan));
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
            return AreSame(left, right) == op is BinaryOperator.Equal;
        throw NotSupported(op, left, right);
    }

    static TimeSpan Difference(in Value left, in Value right)
    {
        TimeSpan difference = left.AsDate - right.AsDate;
        return left.DateOffset is { } a && right.DateOffset is { } b ? difference - a + b : difference;
    }

    static bool AreSame(in Value left, in Value right) =>
        left.Kind == right.Kind && (left.Kind is ValueKind.TimeSpan ? left.AsTimeSpan == right.AsTimeSpan : left.IsSameAs(right));

    /// <summary>Equality of value without any conversion, as <c>array.contains</c> and <c>array.uniq</c> have it.</summary>
    public static bool AreIdentical(in Value left, in Value right)
    {
        if (left.TryGetText(out string a))
            return right.TryGetText(out string b) && string.Equals(a, b);
        if (left.Kind != right.Kind)
            return false;
        return left.Kind switch
        {
            ValueKind.Null or ValueKind.Empty => true,
            ValueKind.Decimal => left.AsDecimal == right.AsDecimal,
            ValueKind.BigInteger => left.AsBigInteger == right.AsBigInteger,
            ValueKind.List or ValueKind.Object or ValueKind.Function => left.IsSameAs(right),
            _ => left.AsInt64 == right.AsInt64,
        };
    }
}
