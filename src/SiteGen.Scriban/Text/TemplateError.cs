namespace SiteGen.Scriban;

/// <summary>When an error was found.</summary>
public enum TemplateErrorKind
{
    /// <summary>While parsing: nothing ran.</summary>
    Syntax,

    /// <summary>While rendering: what was written so far is to be thrown away.</summary>
    Runtime,
}

/// <summary>One error in a template, with its place in the file it is in (not necessarily the page's own file).</summary>
/// <param name="Kind">Found while parsing or while rendering.</param>
/// <param name="Path">Name of the template the error is in, as the host gave it.</param>
/// <param name="Text">Source text of that template.</param>
/// <param name="Offset">First UTF-16 unit of the place within <paramref name="Text"/>, from 0.</param>
/// <param name="Length">UTF-16 units; 0 where the error has no extent.</param>
/// <param name="Message">One sentence saying what is wrong.</param>
/// <param name="Hint">What the author may have meant, or null.</param>
/// <param name="Notes">Further places, the nearest first: where the template was included from.</param>
public sealed record TemplateError(
    TemplateErrorKind Kind,
    string Path,
    string Text,
    int Offset,
    int Length,
    Message Message,
    Message? Hint,
    IReadOnlyList<TemplateErrorNote> Notes)
{
    /// <summary>Line from 1; a CR LF pair is one line end. 0 where the error is at the end of what could be read.</summary>
    public int Line => SourcePosition.Of(Text, Offset).Line;

    /// <summary>Column from 1, in UTF-16 units.</summary>
    public int Column => SourcePosition.Of(Text, Offset).Column;

    /// <summary>The error as <c>path(line,column) : error : message</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column}) : error : {Message}";
}

/// <summary>A further place that belongs to an error.</summary>
/// <param name="Path">Name of the template.</param>
/// <param name="Text">Its source text.</param>
/// <param name="Offset">First UTF-16 unit of the place.</param>
/// <param name="Message">What the place has to do with the error, for example "included from here".</param>
public sealed record TemplateErrorNote(string Path, string Text, int Offset, Message Message)
{
    /// <summary>Line from 1.</summary>
    public int Line => SourcePosition.Of(Text, Offset).Line;

    /// <summary>Column from 1, in UTF-16 units.</summary>
    public int Column => SourcePosition.Of(Text, Offset).Column;
}
