using System.Buffers;
using System.Text;

namespace SiteGen.Core.Templates;

/// <summary>Growing UTF-8 text. The memory is kept over <see cref="Clear"/>, so one buffer serves many renders.</summary>
/// <remarks>The memory is lent by the process's pool. A buffer that is dropped leaks nothing: the pool makes new memory.</remarks>
public sealed class Utf8Buffer
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, Length);

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Appends UTF-8 text.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Appends text. Half of a surrogate pair is written as U+FFFD.</summary>
    public void Write(ReadOnlySpan<char> text) =>
        Length += Encoding.UTF8.GetBytes(text, Reserve(text.Length <= 256 ? text.Length * 3 : Encoding.UTF8.GetByteCount(text)));

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Exchanges what was written, and the memory, with another buffer.</summary>
    public void Exchange(Utf8Buffer other) => (bytes, Length, other.bytes, other.Length) = (other.bytes, other.Length, bytes, Length);

    /// <summary>The text written, decoded.</summary>
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
