using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Ends of sentences.</summary>
static class More
{
    public static Message Places(int count) => count switch { 1 => (Message)"", 2 => (Message)", here and in one more place", _ => $", here and in {count - 1} more places" };
}
