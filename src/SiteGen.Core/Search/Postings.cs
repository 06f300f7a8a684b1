namespace SiteGen.Core.Search;

/// <summary>Writes a word's places as differences of post numbers and positions, in digits that JSON does not escape.</summary>
public sealed class PostingsWriter
{
    // 92 of the printable ASCII characters that JSON does not escape.
    internal static readonly string Alphabet =
        string.Concat(Enumerable.Range(0x20, 0x5F).Select(unit => (char)unit).Where(unit => unit is not ('"' or '\\')));
    internal const int PostBase = 12, MoreBase = 8, PositionBase = 60;
    internal const int LastOfPost = PostBase, MoreOfPosition = 2 * PostBase, LastOfPosition = MoreOfPosition + MoreBase;

    byte[] written = new byte[16];
    int length;
    int post = -1, position;

    public ReadOnlyMemory<byte> Written => written.AsMemory(0, length);

    /// <summary>Posts and their positions must ascend. A repeated position counts once.</summary>
    public void Add(int ofPost, int atPosition)
    {
        if (ofPost != post)
        {
            Write(ofPost - post - 1, PostBase, PostBase, 0, LastOfPost);
            (post, position) = (ofPost, -1);
        }

        if (atPosition == position)
            return;
        Write(atPosition - position - 1, PositionBase, MoreBase, MoreOfPosition, LastOfPosition);
        position = atPosition;
    }

    void Write(int number, int lastBase, int moreBase, int more, int last)
    {
        if (length + 12 > written.Length)
            Array.Resize(ref written, written.Length * 2);
        WriteMore(number / lastBase, moreBase, more);
        written[length++] = (byte)Alphabet[last + number % lastBase];
    }

    void WriteMore(int number, int numberBase, int more)
    {
        if (number == 0)
            return;
        WriteMore(number / numberBase, numberBase, more);
        written[length++] = (byte)Alphabet[more + number % numberBase];
    }
}

/// <summary>Reads what <see cref="PostingsWriter"/> wrote, one place at a time.</summary>
public ref struct PostingsReader(ReadOnlySpan<byte> text, int[] values)
{
    static readonly int[] Values = [.. Enumerable.Range(0, 128).Select(unit => Math.Max(0, PostingsWriter.Alphabet.IndexOf((char)unit)))];

    readonly ReadOnlySpan<byte> text = text;
    int at, post = -1, position;

    public readonly (int Post, int Position) Current => (post, position);

    public static PostingsReader Places(ReadOnlySpan<byte> text) => new(text, Values);

    public readonly PostingsReader GetEnumerator() => this;

    public bool MoveNext()
    {
        for (var number = 0; at < text.Length;)
        {
            var value = values[text[at++]];
            if (value < PostingsWriter.LastOfPost)
            {
                number = number * PostingsWriter.PostBase + value;
            }
            else if (value < PostingsWriter.MoreOfPosition)
            {
                post += number * PostingsWriter.PostBase + value - PostingsWriter.LastOfPost + 1;
                (position, number) = (-1, 0);
            }
            else if (value < PostingsWriter.LastOfPosition)
            {
                number = number * PostingsWriter.MoreBase + value - PostingsWriter.MoreOfPosition;
            }
            else
            {
                position += number * PostingsWriter.PositionBase + value - PostingsWriter.LastOfPosition + 1;
                return true;
            }
        }

        return false;
    }
}
