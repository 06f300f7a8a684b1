namespace SiteGen.Scriban;

/// <summary>What a <see cref="Value"/> holds. Numbers stand together, narrowest first.</summary>
public enum ValueKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>The name <c>empty</c>: equals every empty list and object.</summary>
    Empty,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>32-bit integer.</summary>
    Int32,

    /// <summary>64-bit integer.</summary>
    Int64,

    /// <summary>Integer of any size.</summary>
    BigInteger,

    /// <summary>Single precision.</summary>
    Single,

    /// <summary>Double precision.</summary>
    Double,

    /// <summary>Decimal number that keeps its digits.</summary>
    Decimal,

    /// <summary>One UTF-16 unit, from looping over a string.</summary>
    Char,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that is HTML already.</summary>
    Html,

    /// <summary>What <c>capture</c> collected.</summary>
    Capture,

    /// <summary>Point in time.</summary>
    Date,

    /// <summary>Duration.</summary>
    TimeSpan,

    /// <summary>List, range or iterator.</summary>
    List,

    /// <summary>Object with members.</summary>
    Object,

    /// <summary>Function.</summary>
    Function,
}
