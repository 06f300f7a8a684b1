using System.Globalization;
using System.Text;
using SiteGen.Core.Korean;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Korean;

public sealed class NfcTests
{
    static readonly (string Text, string Composed)[] Vectors = ReadVectors();

    [Fact]
    public void All_vectors_of_the_reference_compose_alike()
    {
        Assert.True(Vectors.Length > 500);
        foreach (var (text, composed) in Vectors)
            Assert.True(Nfc.Normalize(text) == composed, $"{Hex(text)}: expected {Hex(composed)}, got {Hex(Nfc.Normalize(text))}");
    }

    [Fact]
    public void What_is_composed_stays_the_same_instance()
    {
        foreach (var (_, composed) in Vectors)
        {
            Assert.Same(composed, Nfc.Normalize(composed));
            Assert.True(Nfc.IsNormalized(composed));
        }
    }

    [Fact]
    public void A_text_that_changes_is_not_normalized()
    {
        foreach (var (text, composed) in Vectors)
            Assert.Equal(text == composed, Nfc.IsNormalized(text));
    }

    [Fact]
    public void Vectors_joined_by_a_starter_compose_piece_by_piece()
    {
        var text = string.Join('-', Vectors.Select(v => v.Text));
        var composed = string.Join('-', Vectors.Select(v => v.Composed));
        Assert.Equal(composed, Nfc.Normalize(text));
    }

    [Fact]
    public void Every_syllable_comes_back_from_its_jamo()
    {
        for (var syllable = '\uAC00'; syllable <= '\uD7A3'; syllable++)
        {
            var (lead, vowel, tail) = Hangul.Split(syllable);
            var jamo = $"{(char)(0x1100 + lead)}{(char)(0x1161 + vowel)}{(tail == 0 ? "" : (char)(0x11A7 + tail))}";
            Assert.Equal(syllable.ToString(), Nfc.Normalize(jamo));
        }
    }

    [Fact]
    public void A_lone_surrogate_passes_through()
    {
        Assert.Equal("\uD83D가\uDE00", Nfc.Normalize("\uD83D\u1100\u1161\uDE00"));
        Assert.Equal("\uD83D", Nfc.Normalize("\uD83D"));
    }

    static (string, string)[] ReadVectors()
    {
        var path = Repository.PathOf("tests/SiteGen.Core.Tests/Korean/nfc-vectors.txt");
        return [.. File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(ReadVector)];
    }

    static (string, string) ReadVector(string line)
    {
        var parts = line.Split(';');
        return (FromHex(parts[0]), FromHex(parts[1]));
    }

    static string FromHex(string codePoints)
    {
        var text = new StringBuilder();
        foreach (var codePoint in codePoints.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            text.Append(char.ConvertFromUtf32(int.Parse(codePoint, NumberStyles.HexNumber)));
        return text.ToString();
    }

    static string Hex(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("X4")));
}
