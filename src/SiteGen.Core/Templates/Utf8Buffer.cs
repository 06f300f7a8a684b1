using System.Buffers;
using System.Text;

namespace SiteGen.Core.Templates;

/// <summary>Growing UTF-8 text. The memory is kept over <see cref="Clear"/>, so one buffer serves many renders.</summary>
/// <remarks>The memory is lent by the process's pool. A buffer that is dropped without <see cref="Dispose"/> leaks nothing: the pool makes new memory.</remarks>
public sealed class Utf8Buffer : IBufferWriter<byte>, IDisposable
{
    byte[] _bytes;
    int _length;

    /// <summary>A buffer with room for <paramref name="capacity"/> bytes.</summary>
    public Utf8Buffer(int capacity = 4096) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _length);

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Bytes written.</summary>
    public int Length => _length;

    /// <summary>Appends UTF-8 text.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        _length += utf8.Length;
    }

    /// <summary>Appends text.</summary>
    public void Write(string text) => Write(text.AsSpan());

    /// <summary>Appends text. Half of a surrogate pair is written as U+FFFD.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Span<byte> room = Reserve(text.Length <= 256 ? text.Length * 3 : Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, room);
    }

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear() => _length = 0;

    /// <summary>Cuts the buffer back to its first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => _length = Math.Min(_length, length);

    /// <summary>Gives the memory back; what was written is gone. The buffer may be written again and takes new memory then.</summary>
    public void Dispose() => Exchange([], 0);

    /// <summary>The text written, decoded.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_bytes, 0, _length);

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Reserve(Math.Max(sizeHint, 1));

    Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
            WrittenSpan.CopyTo(larger);
            Exchange(larger, _length);
        }

        return _bytes.AsSpan(_length);
    }

    void Exchange(byte[] bytes, int length)
    {
        byte[] old = _bytes;
        (_bytes, _length) = (bytes, length);
        if (old.Length > 0)
            ArrayPool<byte>.Shared.Return(old);
    }
}
