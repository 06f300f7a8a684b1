using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class RenderContext
{
    ScriptObject? _dateObject;

    /// <summary>The object <c>date</c> of this render: its <c>format</c> may be assigned.</summary>
    internal ScriptObject DateObject => _dateObject ??= Builtins.NewDateObject();

    /// <summary>The pattern that dates print by.</summary>
    internal string DateFormat =>
        _dateObject is not null && _dateObject.TryGet("format", out Value format) ? format.ToText() : DateText.DefaultFormat;

    /// <summary>A value as text, as it prints (dates by this render's pattern).</summary>
    internal string ToText(in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Text or ValueKind.Html:
                return (string)value.Reference!;
            case ValueKind.List or ValueKind.Object:
                try
                {
                    return ValueText.Of(this, value);
                }
                catch (ValueException e)
                {
                    // The language has this error at the start of the page, wherever the value is printed.
                    throw Error(new SourceSpan(0, 0), e.What);
                }

            default:
                return ValueText.Of(this, value);
        }
    }

    /// <summary>Whether a value is HTML by type here: markup of the host, or what this render has printed already escaped.</summary>
    internal bool IsMarkup(in Value value) => value.Kind is ValueKind.Html or ValueKind.Capture && EscapesHtml;
}
