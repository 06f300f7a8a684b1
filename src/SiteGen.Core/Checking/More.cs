namespace SiteGen.Core.Checking;

/// <summary>Ends of sentences.</summary>
static class More
{
    public static string Places(int count) => count switch { 1 => "", 2 => ", here and in one more place", _ => $", here and in {count - 1} more places" };
}
