using System.IO.Hashing;

namespace SiteGen.Core.Files;

/// <summary>
/// 128 bits that tell contents apart. Nobody is kept out by it, so it need not be cryptographic: those of .NET need OpenSSL on Linux.
/// </summary>
public readonly record struct ContentHash(ulong First, ulong Second)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash128.HashToUInt128(bytes);
        return new ContentHash((ulong)(hash >> 64), (ulong)hash);
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{First:x16}{Second:x16}";
}
