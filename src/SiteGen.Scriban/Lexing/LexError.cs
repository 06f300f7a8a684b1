namespace SiteGen.Scriban.Lexing;

/// <summary>Something wrong in a token itself: the parser's own complaints come before these.</summary>
/// <param name="Hint">What the author may do about it.</param>
/// <param name="OpenedAt">Where what is not closed begins, or -1.</param>
readonly record struct LexError(int Start, int End, Message Message, Message? Hint = null, int OpenedAt = -1);
