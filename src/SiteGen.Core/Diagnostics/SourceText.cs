namespace SiteGen.Core.Diagnostics;

/// <summary>The text of a file with its root-relative path ('/' between segments). Lines are found on demand.</summary>
public sealed class SourceText(string path, string text)
{
    int[]? lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Line and column of an offset, both from 1; the column counts UTF-16 units.</summary>
    public (int Line, int Column) LineAndColumn(int offset)
    {
        var starts = lineStarts ??= FindLineStarts(Text);
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - starts[index] + 1);
    }

    /// <summary>The offset of a line (from 1); negative when there are fewer.</summary>
    public int OffsetOf(int line)
    {
        var starts = lineStarts ??= FindLineStarts(Text);
        return line <= starts.Length ? starts[line - 1] : -1;
    }

    /// <summary>The text of a line (from 1) without its line end.</summary>
    public string Line(int line)
    {
        var starts = lineStarts ??= FindLineStarts(Text);
        var end = line < starts.Length ? starts[line] : Text.Length;
        return Text[starts[line - 1]..end].TrimEnd('\r', '\n');
    }

    static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return [.. starts];
    }
}

/// <summary>A position in a source file. Offset -1 is the whole file; a null source is no file.</summary>
public readonly record struct SourcePlace(SourceText? Source, int Offset)
{
    public static readonly SourcePlace Nowhere = new(null, -1);

    /// <summary>A whole file or folder, by its path.</summary>
    public static SourcePlace OfFile(string path) => new(new SourceText(path, ""), -1);

    public string Path => Source?.Path ?? "";

    public int Line => Source is null || Offset < 0 ? 0 : Source.LineAndColumn(Offset).Line;

    public int Column => Source is null || Offset < 0 ? 0 : Source.LineAndColumn(Offset).Column;
}
