namespace SiteGen.Scriban;

/// <summary>The source an error can point into.</summary>
sealed record SourceText(string Path, string Text);
