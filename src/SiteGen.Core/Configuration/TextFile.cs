using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Configuration;

/// <summary>Reads text files: strict UTF-8, a byte order mark allowed. All text comes in composed (NFC), so that names typed on a Mac equal those typed elsewhere.</summary>
public static class TextFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text under its own path; false after complaining when it can't be read or is not UTF-8.</summary>
    public static bool TryRead(ISiteFiles files, string path, DiagnosticBag diagnostics, out SourceText source) =>
        TryRead(files, path, path, diagnostics, out source);

    /// <summary>The same, shown to people as <paramref name="shownPath"/> (the path in NFC).</summary>
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
            var good = Encoding.UTF8.GetString(bytes, 0, Math.Max(0, e.Index));
            diagnostics.Error("file-encoding", "The file is not UTF-8: a byte here fits no character.", new SourcePlace(new SourceText(shownPath, Encoding.UTF8.GetString(bytes)), good.Length),
                bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? (Message)"It looks like UTF-16; save it as UTF-8." : LooksKorean(bytes) ? (Message)"It looks like EUC-KR (CP949); save it as UTF-8." : "Save it as UTF-8.");
            return false;
        }
    }

    /// <summary>EUC-KR writes Hangul as pairs of bytes that are both 0xA1 or more.</summary>
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
