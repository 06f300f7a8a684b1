using System.Numerics;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public readonly partial struct Value
{
    internal static Value Of(CapturedText captured) => new(captured, (long)ValueKind.Capture);

    internal static Value Of(ICallable function) => new(function, (long)ValueKind.Function);

    /// <summary>An integer in the narrowest type that holds it, as arithmetic gives it.</summary>
    internal static Value Integer(long value) => (int)value == value ? Of((int)value) : Of(value);

    /// <inheritdoc cref="Integer(long)"/>
    internal static Value Integer(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Integer((long)value) : Of(value);

    internal ICallable AsCallable => System.Runtime.CompilerServices.Unsafe.As<ICallable>(_reference!);

    /// <summary>Whether both are the same object, list or function.</summary>
    internal bool IsSameAs(in Value other) => ReferenceEquals(_reference, other._reference);

    /// <summary>The text that printing it gives; dates by the default pattern.</summary>
    public string ToText() => TryGetText(out string text) ? text : ValueText.Of(null, this);

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
