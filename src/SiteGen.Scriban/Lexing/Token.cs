namespace SiteGen.Scriban.Lexing;

/// <summary>A token and where it stands; <see cref="Value"/> is the name, the decoded string, or the indent of a code block.</summary>
readonly record struct Token(TokenKind Kind, int Start, int End, string? Value = null)
{
    public SourceSpan Span => new(Start, End);
}
