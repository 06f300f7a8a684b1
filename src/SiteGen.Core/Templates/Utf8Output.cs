using Scriban.Runtime;

namespace SiteGen.Core.Templates;

/// <summary>Template output in a pooled UTF-8 buffer.</summary>
sealed class Utf8Output : IScriptOutput
{
    public Utf8Buffer Buffer { get; } = new();

    public void Write(ReadOnlySpan<char> text)
    {
        Buffer.Write(text);
        CheckLength();
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Buffer.Write(utf8);
        CheckLength();
    }

    public void Write(Html html)
    {
        html.WriteTo(Buffer);
        CheckLength();
    }

    public void WriteEscaped(string text)
    {
        HtmlEscaping.Write(text, Buffer);
        CheckLength();
    }

    void IScriptOutput.Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text.AsSpan(offset, count));
        return default;
    }

    public override string ToString() => Buffer.ToString();

    void CheckLength()
    {
        if (Buffer.Length > RenderState.LongestOutput)
            throw new OutputLimitException();
    }
}

/// <summary>A page is larger than the limit.</summary>
sealed class OutputLimitException() : Exception("The output is too long.");
