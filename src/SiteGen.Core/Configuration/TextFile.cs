using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Configuration;

/// <summary>Reads text files as strict UTF-8 and normalizes them to NFC, because macOS writes decomposed names.</summary>
public static class TextFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; reports one that can't be read or is not UTF-8.</summary>
    public static bool TryRead(ISiteFiles files, string path, DiagnosticBag diagnostics, out SourceText source) =>
        TryRead(files, path, path, diagnostics, out source);

    /// <param name="shownPath">The path in NFC, for messages.</param>
    public static bool TryRead(ISiteFiles files, string path, string shownPath, DiagnosticBag diagnostics, out SourceText source)
    {
        source = new SourceText(shownPath, "");
        if (!files.TryRead(path, out var bytes, out var problem))
        {
            diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", SourcePlace.OfFile(shownPath));
            return false;
        }

        try
        {
            source = new SourceText(shownPath, Nfc.Normalize(Strict.GetString(bytes)));
            return true;
        }
        catch (DecoderFallbackException e)
        {
            var validLength = Encoding.UTF8.GetCharCount(bytes, 0, Math.Max(0, e.Index));
            var place = new SourcePlace(new SourceText(shownPath, Encoding.UTF8.GetString(bytes)), validLength);
            diagnostics.Error("file-encoding", "The file is not UTF-8: a byte here fits no character.", place, EncodingHint(bytes));
            return false;
        }
    }

    static Message EncodingHint(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return "It looks like UTF-16; save it as UTF-8.";
        return LooksKorean(bytes) ? (Message)"It looks like EUC-KR (CP949); save it as UTF-8." : "Save it as UTF-8.";
    }

    /// <summary>CP949 encodes Hangul as pairs of bytes.</summary>
    static bool LooksKorean(byte[] bytes)
    {
        int pairs = 0, single = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (bytes[i] >= 0x81 && i + 1 < bytes.Length && bytes[i + 1] >= 0x41)
            {
                pairs++;
                i++;
            }
            else
            {
                single++;
            }
        }

        return pairs > single;
    }
}
