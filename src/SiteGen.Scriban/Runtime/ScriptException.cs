namespace SiteGen.Scriban.Runtime;

/// <summary>Carries a runtime error from where it happens up to <see cref="Template.Render"/>, which returns it as a value.</summary>
sealed class ScriptException(TemplateError error) : Exception(error.Message.ToString())
{
    public TemplateError Error { get; } = error;
}

/// <summary>A complaint of code that knows no place yet; who called it adds the place.</summary>
sealed class ValueException(Message what) : Exception(what.ToString())
{
    public Message What => what;
}
