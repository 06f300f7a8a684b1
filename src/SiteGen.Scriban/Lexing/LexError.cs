namespace SiteGen.Scriban.Lexing;

/// <summary>Something wrong in a token itself: the parser's own complaints come before these.</summary>
readonly record struct LexError(int Start, int End, string Message);
