using System.Text;

namespace SiteGen.Preview;

/// <param name="Path">Decoded, with its first '/', without the query.</param>
/// <param name="Query">With its '?', or empty.</param>
public readonly record struct RequestTarget(string Path, string Query)
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the raw target. False for control characters, backslashes, empty and dot segments, in any encoding.</summary>
    public static bool TryRead(string raw, out RequestTarget target)
    {
        target = default;
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        if (!TryDecode(query < 0 ? raw : raw[..query], out var path) || !path.StartsWith('/'))
            return false;
        if (path.Contains('\\') || path.Contains("//") || path.Any(char.IsControl)
            || path.Split('/').Any(segment => segment is "." or ".."))
            return false;
        target = new RequestTarget(path, query < 0 ? "" : raw[query..]);
        return true;
    }

    static bool TryDecode(string text, out string decoded)
    {
        decoded = "";
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i += text[i] == '%' ? 3 : 1)
        {
            if (ByteOf(text.AsSpan(i)) is not { } value)
                return false;
            bytes.Add(value);
        }

        try
        {
            decoded = Strict.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Kestrel gives each byte outside of ASCII as a character.</summary>
    static byte? ByteOf(ReadOnlySpan<char> text) => text switch
    {
        ['%', var high, var low, ..] when char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) => Convert.FromHexString([high, low])[0],
        ['%' or > '\u00FF', ..] => null,
        _ => (byte)text[0],
    };
}
