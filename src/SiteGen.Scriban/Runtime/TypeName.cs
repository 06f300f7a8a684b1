namespace SiteGen.Scriban.Runtime;

/// <summary>Names of types as messages and <c>object.kind</c> show them.</summary>
static class TypeName
{
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Empty => "object",
        ValueKind.Bool => "bool",
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.BigInteger => "bigint",
        ValueKind.Single => "float",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Char or ValueKind.Text or ValueKind.Html => "string",
        ValueKind.Capture => "string_builder_output",
        ValueKind.Date => "DateTime",
        ValueKind.TimeSpan => "TimeSpan",
        ValueKind.List => value.Reference is LazyList or IntegerRange or CharList ? "range" : "array",
        ValueKind.Function => "function",
        _ => "object",
    };
}
