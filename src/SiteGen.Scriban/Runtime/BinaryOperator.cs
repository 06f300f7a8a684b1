namespace SiteGen.Scriban.Runtime;

enum BinaryOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideRound,
    Modulo,
    ShiftLeft,
    ShiftRight,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    RangeInclusive,
    RangeExclusive,
    And,
    Or,
    Coalesce,
    NotCoalesce,
}

/// <summary>Where an operation stands: its operator, its operands, and all of it.</summary>
readonly record struct OperatorPlaces(SourceSpan Operator, SourceSpan Left, SourceSpan Right)
{
    public SourceSpan Whole => Left.To(Right);

    /// <summary>One place for everything, where the operation is not written as one.</summary>
    public static OperatorPlaces All(SourceSpan place) => new(place, place, place);
}

static class BinaryOperatorText
{
    public static string Of(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideRound => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.RangeInclusive => "..",
        BinaryOperator.RangeExclusive => "..<",
        BinaryOperator.And => "&&",
        BinaryOperator.Or => "||",
        BinaryOperator.Coalesce => "??",
        _ => "?!",
    };
}
