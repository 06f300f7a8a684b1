namespace SiteGen.Core.Korean;

/// <summary>Canonical composition of Unicode 14, from <c>nfc.bin</c>, except Hangul, which is arithmetic.</summary>
/// <remarks>From the Unicode Character Database (UnicodeData.txt, CompositionExclusions.txt), as in Python 3.11's unicodedata.</remarks>
static class NfcTable
{
    static readonly Dictionary<int, (int First, int Second)> Decompositions = [];
    static readonly Dictionary<(int First, int Second), int> Compositions = [];
    static readonly Dictionary<int, byte> Classes = [];
    static readonly HashSet<int> Unstable = [];

    static NfcTable()
    {
        using var file = new BinaryReader(typeof(NfcTable).Assembly.GetManifestResourceStream("nfc.bin")!);
        ReadDecompositions(file.ReadBytes(file.ReadInt32()));
        ReadClasses(file.ReadBytes((int)(file.BaseStream.Length - file.BaseStream.Position)));
    }

    /// <summary>Whether NFC may change this code point or join it to the one before: NFC_QC No or Maybe, or a mark.</summary>
    public static bool MayChange(int codePoint) => Unstable.Contains(codePoint);

    /// <summary>The canonical combining class, 0 for starters.</summary>
    public static byte Class(int codePoint) => Classes.GetValueOrDefault(codePoint);

    /// <summary>One step of canonical decomposition; <c>Second</c> is 0 when one code point replaces the other.</summary>
    public static bool TryDecompose(int codePoint, out (int First, int Second) parts) => Decompositions.TryGetValue(codePoint, out parts);

    /// <summary>The primary composite of two code points, if Unicode has one.</summary>
    public static bool TryCompose(int first, int second, out int composite) => Compositions.TryGetValue((first, second), out composite);

    // An entry: distance from the code point before; 3 * zigzag(first part - code point) + kind; the second part.
    // Kind 0 has no second part, 1 decomposes only (a composition exclusion), 2 composes as well.
    static void ReadDecompositions(byte[] data)
    {
        var codePoint = 0;
        for (var at = 0; at < data.Length;)
        {
            codePoint += ReadNumber(data, ref at);
            var head = ReadNumber(data, ref at);
            var zigzag = head / 3;
            var first = codePoint + ((zigzag >> 1) ^ -(zigzag & 1));
            var second = head % 3 == 0 ? 0 : ReadNumber(data, ref at);
            Decompositions[codePoint] = (first, second);
            if (head % 3 == 2)
            {
                Compositions[(first, second)] = codePoint;
                Unstable.Add(second);
            }
            else
                Unstable.Add(codePoint);
        }
    }

    // An entry: distance from the end of the run before; length of the run; its class in one byte.
    static void ReadClasses(byte[] data)
    {
        var codePoint = 0;
        for (var at = 0; at < data.Length;)
        {
            codePoint += ReadNumber(data, ref at);
            var end = codePoint + ReadNumber(data, ref at);
            var combiningClass = data[at++];
            for (; codePoint < end; codePoint++)
            {
                Classes[codePoint] = combiningClass;
                Unstable.Add(codePoint);
            }
        }
    }

    // Seven bits a byte, lowest first; the high bit is set when more follow.
    static int ReadNumber(byte[] data, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = data[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
