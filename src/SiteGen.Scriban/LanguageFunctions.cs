namespace SiteGen.Scriban;
public static class LanguageFunctions { public static Value Include => Value.Null; }
