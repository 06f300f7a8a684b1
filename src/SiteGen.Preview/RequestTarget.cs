using System.Text;

namespace SiteGen.Preview;

/// <summary>What a request asks for.</summary>
/// <param name="Path">Decoded, beginning with '/', without the query.</param>
/// <param name="Query">With its '?', or empty.</param>
public readonly record struct RequestTarget(string Path, string Query)
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the target as the client sent it. False for what no page of a site can be: control characters, backslashes, segments that lead upwards, however they are written.</summary>
    public static bool TryRead(string raw, out RequestTarget target)
    {
        target = default;
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        if (!TryDecode(query < 0 ? raw : raw[..query], out var path) || !path.StartsWith('/'))
            return false;
        foreach (var unit in path)
        {
            if (unit is '\\' || char.IsControl(unit))
                return false;
        }

        if (path.Split('/') is var segments && segments.Any(segment => segment is "." or "..") || path.Contains("//", StringComparison.Ordinal))
            return false;
        target = new RequestTarget(path, query < 0 ? "" : raw[query..]);
        return true;
    }

    static bool TryDecode(string text, out string decoded)
    {
        decoded = text;
        if (!text.Contains('%') && System.Text.Ascii.IsValid(text))
            return true;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    return false;
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (text[i] < 0x100)
            {
                // A server hands over bytes outside ASCII one by one.
                bytes.Add((byte)text[i]);
            }
            else
            {
                return false;
            }
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
}
