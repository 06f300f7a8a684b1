using Scriban.Runtime;

namespace SiteGen.Core.Templates;

/// <summary>Where a template prints: a pooled UTF-8 buffer, so that no page is a string first.</summary>
sealed class Utf8Output : IScriptOutput
{
    public Utf8Buffer Buffer { get; } = new();

    public void Write(string text, int offset, int count)
    {
        Buffer.Write(text.AsSpan(offset, count));
        CheckLength();
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Buffer.Write(utf8);
        CheckLength();
    }

    public void WriteEscaped(string text)
    {
        HtmlEscaping.Write(text, Buffer);
        CheckLength();
    }

    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }

    public override string ToString() => Buffer.ToString();

    void CheckLength()
    {
        if (Buffer.Length > RenderState.LongestOutput)
            throw new OutputLimitException();
    }
}

/// <summary>More was printed than a page may hold.</summary>
sealed class OutputLimitException() : Exception("The output is too long.");
