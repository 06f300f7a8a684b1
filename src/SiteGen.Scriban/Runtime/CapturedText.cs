namespace SiteGen.Scriban.Runtime;

/// <summary>What <c>capture</c> collected, kept as UTF-8 so that printing it is a copy. Its buffer goes back at the end of the render.</summary>
sealed class CapturedText(Utf8Buffer buffer)
{
    Utf8Buffer? _buffer = buffer;
    string? _text;

    public ReadOnlySpan<byte> Utf8 => _buffer is null ? default : _buffer.WrittenSpan;

    public Utf8Buffer Release()
    {
        Utf8Buffer released = _buffer!;
        _buffer = null;
        return released;
    }

    public override string ToString() => _text ??= _buffer?.ToString() ?? "";
}
