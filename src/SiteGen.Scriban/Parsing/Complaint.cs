namespace SiteGen.Scriban.Parsing;

/// <summary>What the parser says: a sentence, and what the author may do about it. All of its sentences stand here.</summary>
readonly record struct Complaint(Message Message, Message? Hint = null)
{
    /// <param name="what">The construct, for example "`if`".</param>
    /// <param name="form">How it is written.</param>
    /// <param name="found">What stands there instead.</param>
    public static Complaint MissingExpression(Message what, string form, Message found) =>
        new($"{what} lacks an expression: {found} stands there instead", Foreign(found) ?? $"it is written {form}");

    public static Complaint Unexpected(Message found) => new($"{found} can't stand here", Foreign(found));

    /// <summary>What signs of other languages, and of word processors, are written as here.</summary>
    static Message? Foreign(Message found) => found.ToString() switch
    {
        "`//`" or "`/`" => (Message)"a comment begins with #",
        "`“`" or "`”`" or "`‘`" or "`’`" => "texts stand between straight quotes, \"…\" or '…'",
        "`%`" => "code stands between {{ and }}",
        "`}`" => "two braces close a code block: }}",
        "`&`" => "there is no operator `&`: `&&` means and",
        _ => null,
    };

    public static Complaint NotAtEnd(Message found) =>
        new($"The statement ends before {found}", Foreign(found) ?? "statements stand on lines of their own or are separated by `;`");

    public static Complaint MissingEnd(string word) => new($"`{word}` has no `end`", $"close `{word}` by an `end`");

    public static Complaint StrayEnd => new("This `end` closes nothing", "each `end` closes an `if`, `case`, `for`, `while` or other block; there is no `unless`, write if !(…)");

    public static Complaint StrayBranch(string word) => new(
        $"This `{word}` belongs to nothing",
        word is "when" ? "`when` stands inside `case`, before its `else`" : "`else` stands once inside `if`, `case` (after a `when`) or `for`");

    public static Complaint NotACaseBranch(string statement) =>
        new($"`{statement}` can't stand in a `case` before its first `when`", "only expressions may, and they print");

    public static Complaint MissingName(string word, Message found) => new($"`{word}` needs a name: {found} stands there instead");

    public static Complaint MissingIn(string word, Message found) =>
        new($"`{word}` needs the word `in` behind its variable: {found} stands there instead", $"it is written {word} x in list");

    public static Complaint UnknownLoopArgument(string name) =>
        new($"`{name}` is no argument of a loop", "a loop takes offset:, limit:, reversed and, for tablerow, cols:");

    public static Complaint UnknownLoopField(string word, string name, string[] fields, Message? hint) =>
        new($"A loop has no field `{word}.{name}`", hint ?? $"its fields are {string.Join(", ", fields)}");

    public static Complaint InnerAssignment =>
        new("An assignment is a statement of its own and can't be part of an expression", "`==` compares; a variable is set by `name = value` alone");

    public static Complaint MissingRightSide(string sign, Message found) =>
        new($"`{sign}` lacks its right side: {found} stands there instead", sign is "<" or ">"
            ? "where HTML follows, the code block before it must be closed by }}"
            : Foreign(found) ?? "an expression goes on in the next line only behind `|` or inside [ ] and { }");

    public static Complaint MissingColon(Message found) =>
        new($"`?` lacks its `:`: {found} stands there instead", "it is written condition ? this : that");

    public static Complaint PipeBeforeColon(bool isTernary) => isTernary
        ? new("A pipe in front of `:` needs parentheses", "write condition ? (value | function) : other")
        : new("No colon stands between a function and its arguments", "they follow after a blank: value | string.truncate 5");

    public static Complaint MissingMember(Message found) => new($"A name must follow the dot: {found} stands there instead");

    public static Complaint NotClosed(string bracket, Message found) => new($"`{bracket}` is missing before {found}");

    public static Complaint MissingArgument(Message found) => new($"An argument is missing: {found} stands there instead");

    public static Complaint MissingComma(Message found) => new($"A comma or `)` is missing before {found}");

    public static Complaint ParameterAfterOptional(string name) =>
        new($"`{name}` can't stand behind an optional parameter or a rest parameter", "plain parameters come first, then optional ones, then one with ...");

    public static Complaint NotALiteral(string name) =>
        new($"The default of `{name}` must be a number, a text, true, false or null", "without a sign; compute other defaults in the body with ??");

    public static Complaint ParameterTwice(string name) => new($"There is a parameter `{name}` already");

    public static Complaint TooManyParameters(int most) => new($"A function has {most} parameters at most");

    public static Complaint NotAParameter => new("The parameters of a function are plain names");

    public static Complaint NestedBody => new("`$$` stands on its own and can't be part of an expression", "`capture` makes a value of what it prints");

    public static Complaint UnreadableNumber(string text) => new(
        $"`{text}` is not a number that can be read",
        text.Contains("e-", StringComparison.OrdinalIgnoreCase) ? "only a number with a point has a negative exponent: 1.0e-3" : null);

    public static Complaint OpenInterpolation => new("The `{` inside this string is not closed on its line", "write \\{ for a brace");

    public static Complaint NotAKey(Message found) => new($"The members of an object begin with a name or a text: {found} stands there instead");

    public static Complaint MissingKeyColon(string key, Message found) => new($"A colon must follow `{key}`: {found} stands there instead");

    public static Complaint TooDeep(int most) => new($"The source is nested too deeply: {most} levels are the limit");

    public static Complaint TooLong(int most) => new($"The expression is too long: {most} operators in a row are the limit");
}
