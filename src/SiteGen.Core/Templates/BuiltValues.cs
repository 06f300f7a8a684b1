using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Counts the memory of values that expressions make.</summary>
static class BuiltValues
{
    const int PerText = 32;
    const int PerList = 128;
    const int PerItem = 24;
    const int PerObject = 256;
    const int PerMember = 96;

    /// <summary>Large integers cost time, not memory: a product of two takes far longer than its bytes are many.</summary>
    const int PerDigitByte = 256;

    /// <summary>Counts what a node made; gives it back, a sequence that is not yet evaluated as a list.</summary>
    /// <param name="state">Of the page that is rendered; null for none.</param>
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
            case ScriptRange { Values: ICollection<string> texts } when IsNew(node):
                CountTexts(texts, state, node);
                break;
            case ICollection<string> texts when IsNew(node):
                CountTexts(texts, state, node);
                break;
            case ScriptRange { Values: not IList } sequence when node.Parent is not (ScriptPipeCall or ScriptForStatement or ScriptNestedExpression):
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

    /// <summary>What is captured is text that no expression makes.</summary>
    public static void CountCaptured(int length, ScriptNode? node)
    {
        if (node is not null)
            RenderState.Current?.Build(2L * length, node);
    }

    /// <summary>What a capture collected, as HTML.</summary>
    public static Html Captured(IScriptOutput captured, ScriptNode node)
    {
        var utf8 = Encoding.UTF8.GetBytes(captured.ToString()!);
        RenderState.Current?.Build(PerObject + utf8.Length, node);
        return Html.Of(utf8);
    }

    /// <summary>A list or an object may grow by an assignment; what <c>+=</c> makes is seen by no other node.</summary>
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

    static void CountTexts(ICollection<string> texts, RenderState state, ScriptNode node) =>
        state.Build(PerList + texts.Sum(text => PerItem + PerText + (2L * (text?.Length ?? 0))), node);

    static bool IsNew(ScriptNode node) => node is ScriptBinaryExpression or ScriptFunctionCall or ScriptPipeCall or ScriptInterpolatedStringExpression;

    /// <summary>Sequences upon sequences, each put into a variable, would run out of stack, and would be gone through again each time.</summary>
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
