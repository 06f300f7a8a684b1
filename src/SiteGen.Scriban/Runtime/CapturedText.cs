namespace SiteGen.Scriban.Runtime;

/// <summary>What <c>capture</c> collected, kept as UTF-8 so that printing it is a copy. Its buffer is lent and goes back.</summary>
sealed class CapturedText(Utf8Buffer? buffer, byte[]? kept = null)
{
    Utf8Buffer? _buffer = buffer;
    byte[]? _kept = kept;
    string? _text;

    public ReadOnlySpan<byte> Utf8 => _buffer is null ? _kept : _buffer.WrittenSpan;

    /// <summary>Gives the buffer back; with <paramref name="keep"/> the text stays, in memory of its own.</summary>
    public Utf8Buffer Release(bool keep)
    {
        if (keep)
            _kept = _buffer!.WrittenSpan.ToArray();
        Utf8Buffer released = _buffer!;
        _buffer = null;
        return released;
    }

    public override string ToString() => _text ??= System.Text.Encoding.UTF8.GetString(Utf8);
}
