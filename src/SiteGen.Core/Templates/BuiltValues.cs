using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Counts the memory of values that expressions create.</summary>
static class BuiltValues
{
    const int PerText = 32;
    const int PerList = 128;
    const int PerItem = 24;
    const int PerObject = 256;
    const int PerMember = 96;

    /// <summary>Large integers cost time rather than memory.</summary>
    const int PerDigitByte = 256;

    /// <summary>Counts the value of a node and returns it; a lazy sequence becomes a list.</summary>
    public static object? Count(ScriptNode node, object? value, RenderState? state)
    {
        if (state is null)
            return value;
        switch (value)
        {
            case string text when IsNew(node):
                state.Build(PerText + (2L * text.Length), node);
                break;
            case Html html when IsNew(node):
                state.Build(PerText + html.Size, node);
                break;
            case ScriptArray list when IsNew(node) || node is ScriptArrayInitializerExpression:
                state.Build(PerList + ((long)PerItem * list.Count), node);
                break;
            case ScriptRange { Values: ICollection<string> } or ICollection<string> when IsNew(node):
                var texts = value as ICollection<string> ?? (ICollection<string>)((ScriptRange)value).Values;
                state.Build(PerList + texts.Sum(text => PerItem + PerText + (2L * (text?.Length ?? 0))), node);
                break;
            case ScriptRange { Values: not IList } sequence
                when node.Parent is not (ScriptPipeCall or ScriptForStatement or ScriptNestedExpression):
                return ListOf(sequence, state, node);
            case ScriptObject made when node is ScriptObjectInitializerExpression:
                state.Build(PerObject + ((long)PerMember * made.Count), node);
                break;
            case BigInteger number when IsNew(node):
                state.Build((long)PerDigitByte * number.GetByteCount(), node);
                break;
        }

        return value;
    }

    /// <summary>Captured text is not the value of an expression.</summary>
    public static void CountCaptured(int length, ScriptNode? node)
    {
        if (node is not null)
            RenderState.Current?.Build(2L * length, node);
    }

    /// <summary>The text of a capture, as HTML.</summary>
    public static Html Captured(IScriptOutput captured, ScriptNode node)
    {
        var utf8 = Encoding.UTF8.GetBytes(captured.ToString()!);
        RenderState.Current?.Build(PerObject + utf8.Length, node);
        return Html.Of(utf8);
    }

    /// <summary>A list or an object may grow by an assignment; no other node sees the value of <c>+=</c>.</summary>
    public static void CountAssigned(RenderContext context, ScriptAssignExpression node)
    {
        if (node.Target is ScriptIndexerExpression or ScriptMemberExpression)
            RenderState.Current?.Build(PerMember, node);
        if (node is not { EqualToken.TokenType: not TokenType.Equal, Target: { } target } || RenderState.Current is not { } state)
            return;
        switch (context.GetValue(target))
        {
            case string text:
                state.Build(PerText + (2L * text.Length), node);
                break;
            case ScriptArray list:
                state.Build(PerList + ((long)PerItem * list.Count), node);
                break;
            case ScriptRange { Values: not IList } sequence:
                context.SetValue(target, ListOf(sequence, state, node));
                break;
        }
    }

    static bool IsNew(ScriptNode node) =>
        node is ScriptBinaryExpression or ScriptFunctionCall or ScriptPipeCall or ScriptInterpolatedStringExpression;

    /// <summary>Nested lazy sequences would overflow the stack and be evaluated again each time.</summary>
    static ScriptArray ListOf(ScriptRange sequence, RenderState state, ScriptNode node)
    {
        const int many = 4096;
        var list = new ScriptArray();
        foreach (var item in (IEnumerable)sequence)
        {
            list.Add(item);
            if (list.Count % many == 0)
                state.Build(many * PerItem, node);
        }

        state.Build(PerList + (list.Count % many * PerItem), node);
        return list;
    }
}
