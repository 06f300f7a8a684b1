using System.Buffers;
using System.Text;

namespace SiteGen.Core.Templates;

/// <summary>A growing, reusable UTF-8 buffer. Its memory is from the shared pool; a dropped buffer leaks nothing.</summary>
public sealed class Utf8Buffer
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>Valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, Length);

    /// <summary>Valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public int Length { get; private set; }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>An unpaired surrogate is written as U+FFFD.</summary>
    public void Write(ReadOnlySpan<char> text) =>
        Length += Encoding.UTF8.GetBytes(text, Reserve(text.Length <= 256 ? text.Length * 3 : Encoding.UTF8.GetByteCount(text)));

    /// <summary>Keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Swaps content and memory with another buffer.</summary>
    public void Exchange(Utf8Buffer other) => (bytes, Length, other.bytes, other.Length) = (other.bytes, other.Length, bytes, Length);

    public override string ToString() => Encoding.UTF8.GetString(WrittenSpan);

    Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + count), (int)Math.Min(2L * bytes.Length, Array.MaxLength)));
            WrittenSpan.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}
