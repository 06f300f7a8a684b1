namespace SiteGen.Core.Diagnostics;
public static class NearestName { public static string? Of(string name, IEnumerable<string> known) => null; }
