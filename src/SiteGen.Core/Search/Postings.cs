namespace SiteGen.Core.Search;

/// <summary>
/// Where a word stands, as text that JSON holds as it is and that compresses well: numbers of posts and of positions in them, each less the one before, in digits
/// whose characters tell posts from positions and last digits from others.
/// </summary>
public sealed class PostingsWriter
{
    // 92 of the printable ASCII characters that JSON does not escape.
    internal static readonly string Alphabet = string.Concat(Enumerable.Range(0x20, 0x5F).Select(unit => (char)unit).Where(unit => unit is not ('"' or '\\')));
    internal const int PostBase = 12, MoreBase = 8, PositionBase = 60;
    internal const int LastOfPost = PostBase, MoreOfPosition = 2 * PostBase, LastOfPosition = MoreOfPosition + MoreBase;

    byte[] written = new byte[16];
    int length;
    int post = -1;
    int position;

    public ReadOnlyMemory<byte> Written => written.AsMemory(0, length);

    /// <summary>Posts, and positions within each, come in ascending order. A position given twice counts once.</summary>
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

/// <summary>The places of a word in one post.</summary>
public sealed record Posting(int Post, IReadOnlyList<int> Positions);

public static class PostingsReader
{
    static readonly int[] Values = MakeValues();

    public static List<Posting> Read(ReadOnlySpan<byte> text)
    {
        var postings = new List<Posting>();
        List<int> positions = [];
        foreach (var (post, position) in Places(text))
        {
            if (postings.Count == 0 || postings[^1].Post != post)
                postings.Add(new Posting(post, positions = []));
            positions.Add(position);
        }

        return postings;
    }

    /// <summary>One place after the other.</summary>
    public static PlaceReader Places(ReadOnlySpan<byte> text) => new(text, Values);

    static int[] MakeValues()
    {
        var values = new int[128];
        for (var i = 0; i < PostingsWriter.Alphabet.Length; i++)
            values[PostingsWriter.Alphabet[i]] = i;
        return values;
    }
}

public ref struct PlaceReader(ReadOnlySpan<byte> text, int[] values)
{
    readonly ReadOnlySpan<byte> text = text;
    int at;
    int post = -1;
    int position;

    public readonly (int Post, int Position) Current => (post, position);

    public readonly PlaceReader GetEnumerator() => this;

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
