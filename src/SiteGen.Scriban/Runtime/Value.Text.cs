namespace SiteGen.Scriban;

public readonly partial struct Value
{
    /// <summary>The text that printing it gives.</summary>
    public string ToText() => TryGetText(out string text) ? text : _bits.ToString();

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
