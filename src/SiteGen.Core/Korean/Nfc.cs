namespace SiteGen.Core.Korean;
public static class Nfc { public static string Normalize(string text) => text; }
