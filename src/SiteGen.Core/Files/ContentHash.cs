using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SiteGen.Core.Files;

/// <summary>Names bytes by what they are: half of their SHA-256, so that two contents of one name will not be met.</summary>
public readonly record struct ContentHash(UInt128 Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new ContentHash(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
