namespace SiteGen.Scriban.Runtime;

/// <summary>How a statement ended. Anything but <see cref="Next"/> leaves the statements around it too.</summary>
enum Flow : byte
{
    Next,
    Break,
    Continue,
    Return,
}
