using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SiteGen.Core.Files;

/// <summary>Half of the SHA-256 of a file's bytes: enough that no two contents will have the same.</summary>
public readonly record struct ContentHash(ulong First, ulong Second)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new ContentHash(MemoryMarshal.Read<ulong>(hash), MemoryMarshal.Read<ulong>(hash[sizeof(ulong)..]));
    }
}
