using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SiteGen.Core.Files;

/// <summary>Names bytes by what they are: half of their SHA-256, so that two contents of one name will not be met.</summary>
/// <param name="First">The first eight bytes, the least first.</param>
/// <param name="Second">The eight behind them. One number of both could not be compiled ahead of time.</param>
public readonly record struct ContentHash(ulong First, ulong Second)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new ContentHash(MemoryMarshal.Read<ulong>(hash), MemoryMarshal.Read<ulong>(hash[sizeof(ulong)..]));
    }
}
