using SiteGen.Scriban.Builtins;

namespace SiteGen.Scriban;

/// <summary>Functions of the language that a host may offer under another name too.</summary>
public static class LanguageFunctions
{
    /// <summary><c>include name args…</c>.</summary>
    public static Value Include { get; } = BuiltinNames.Instance.TryGet("include", out var include) ? include : Value.Null;
}
