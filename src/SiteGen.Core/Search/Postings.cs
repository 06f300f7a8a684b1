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
        var (post, position, number) = (-1, -1, 0);
        List<int> positions = [];
        foreach (var digit in text)
        {
            var value = Values[digit];
            if (value < PostingsWriter.LastOfPost)
            {
                number = number * PostingsWriter.PostBase + value;
            }
            else if (value < PostingsWriter.MoreOfPosition)
            {
                post += number * PostingsWriter.PostBase + value - PostingsWriter.LastOfPost + 1;
                postings.Add(new Posting(post, positions = []));
                (position, number) = (-1, 0);
            }
            else if (value < PostingsWriter.LastOfPosition)
            {
                number = number * PostingsWriter.MoreBase + value - PostingsWriter.MoreOfPosition;
            }
            else
            {
                position += number * PostingsWriter.PositionBase + value - PostingsWriter.LastOfPosition + 1;
                positions.Add(position);
                number = 0;
            }
        }

        return postings;
    }

    /// <summary>Whether the word stands in any of these posts.</summary>
    public static bool IsInAny(ReadOnlySpan<byte> text, bool[] posts)
    {
        var (post, number) = (-1, 0);
        foreach (var digit in text)
        {
            var value = Values[digit];
            if (value < PostingsWriter.LastOfPost)
            {
                number = number * PostingsWriter.PostBase + value;
            }
            else if (value < PostingsWriter.MoreOfPosition)
            {
                post += number * PostingsWriter.PostBase + value - PostingsWriter.LastOfPost + 1;
                number = 0;
                if (posts[post])
                    return true;
            }
        }

        return false;
    }

    static int[] MakeValues()
    {
        var values = new int[128];
        for (var i = 0; i < PostingsWriter.Alphabet.Length; i++)
            values[PostingsWriter.Alphabet[i]] = i;
        return values;
    }
}
