namespace SiteGen.Scriban;

/// <summary>A stretch of source text: two ints, from <see cref="Start"/> up to, not including, <see cref="End"/>.</summary>
readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;

    public SourceSpan To(SourceSpan last) => new(Start, last.End);
}
