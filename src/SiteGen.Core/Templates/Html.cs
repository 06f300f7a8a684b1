using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>HTML, which is printed without escaping. Expressions see its text; joined with text it becomes text.</summary>
public sealed class Html : IScriptCustomBinaryOperation, IScriptCustomTypeInfo
{
    readonly ReadOnlyMemory<byte> utf8;
    string? text;

    Html(ReadOnlyMemory<byte> utf8, string? text) => (this.utf8, this.text) = (utf8, text);

    public bool IsEmpty => utf8.IsEmpty && string.IsNullOrEmpty(text);

    public string TypeName => "string";

    /// <summary>Null for null.</summary>
    public static Html? Of(string? text) => text is null ? null : new Html(default, text);

    /// <summary>The bytes are not copied; the caller must not change them.</summary>
    public static Html Of(ReadOnlyMemory<byte> utf8) => new(utf8, null);

    public override string ToString() => text ??= Encoding.UTF8.GetString(utf8.Span);

    /// <summary>Bytes of memory.</summary>
    internal int Size => utf8.IsEmpty ? 2 * ToString().Length : utf8.Length;

    internal void WriteTo(Utf8Buffer buffer)
    {
        if (utf8.IsEmpty)
            buffer.Write(ToString());
        else
            buffer.Write(utf8.Span);
    }

    bool IScriptCustomBinaryOperation.TryEvaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op,
        SourceSpan leftSpan, object? leftValue, SourceSpan rightSpan, object? rightValue, out object? result)
    {
        result = op == ScriptBinaryOperator.Add && leftValue is Html left && rightValue is Html right
            ? Of(left.ToString() + right)
            : ScriptBinaryExpression.Evaluate(context, span, op, leftSpan, TextOf(leftValue), rightSpan, TextOf(rightValue));
        return true;
    }

    static object? TextOf(object? value) => value is Html html ? html.ToString() : value;
}
