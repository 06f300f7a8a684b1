namespace SiteGen.Scriban;

/// <summary>Limits and leniencies of a render. The defaults are safe for templates nobody has checked.</summary>
public sealed record TemplateOptions
{
    /// <summary>The defaults of the language.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>Steps of the outermost running loop, all it runs inside included; also the longest range. 0 means none.</summary>
    public int LoopLimit { get; init; } = 1000;

    /// <summary>Depth of function calls and includes.</summary>
    public int RecursiveLimit { get; init; } = 100;

    /// <summary>Nesting of values while they are printed or written as JSON. 0 means none.</summary>
    public int ObjectRecursionLimit { get; init; } = 20;

    /// <summary>UTF-16 units of output (the rest becomes "...") and of any built string (then an error). 0 means none.</summary>
    public int LimitToString { get; init; } = 1048576;

    /// <summary>Reading an unknown name is an error.</summary>
    public bool StrictVariables { get; init; }

    /// <summary>A member or index of null gives null.</summary>
    public bool RelaxedTarget { get; init; }

    /// <summary>An unknown member gives null.</summary>
    public bool RelaxedMember { get; init; } = true;

    /// <summary>An array index out of range gives null.</summary>
    public bool RelaxedIndexer { get; init; } = true;

    /// <summary>Calling null gives null.</summary>
    public bool RelaxedFunction { get; init; }

    /// <summary>A null index gives null.</summary>
    public bool NullIndexer { get; init; }

    /// <summary>What a code block prints is indented like the block.</summary>
    public bool AutoIndent { get; init; } = true;

    /// <summary>Auto-indentation touches empty lines too.</summary>
    public bool IndentOnEmptyLines { get; init; } = true;

    /// <summary>A function without <c>ret</c> used inside an expression is an error.</summary>
    public bool ErrorForStatementFunction { get; init; }

    /// <summary>Outside loops <c>break</c> and <c>continue</c> act like <c>ret</c>.</summary>
    public bool BreakContinueAsReturn { get; init; }

    /// <summary>Time one regular expression may take.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Printed values are HTML-escaped unless they are HTML by type.</summary>
    public bool EscapeHtml { get; init; }
}
