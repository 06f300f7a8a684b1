using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli.Tests;

/// <summary>
/// Finds every message that the program can say, in the compiled code: an interpolated string becomes calls of <see cref="Message"/>'s own
/// methods, and a plain one
/// a conversion. So none is missed that a test did not happen to provoke.
/// </summary>
static class MessageScanner
{
    static readonly OpCode[] Short = new OpCode[256];
    static readonly OpCode[] Long = new OpCode[256];

    static MessageScanner()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? Short : Long)[(byte)code.Value] = code;
        }
    }

    /// <param name="Format">Null for a text that was composed elsewhere and can't be translated.</param>
    public sealed record Found(string Method, string? Format);

    public static IEnumerable<Found> In(Assembly assembly)
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetTypes().Where(type => type != typeof(Message)))
        {
            foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
            {
                foreach (var format in Formats(method))
                    yield return new Found($"{type.FullName}.{method.Name}", format);
            }
        }
    }

    static IEnumerable<string?> Formats(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
            yield break;
        var code = Decode(bytes, method);
        var open = new Stack<Open>();
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].Operand is not MethodBase called || called.DeclaringType != typeof(Message))
                continue;
            if (called.Name == "op_Implicit")
            {
                foreach (var text in Converted(code, i))
                    yield return text;
                continue;
            }

            if (called.IsConstructor && called.GetParameters()[0].ParameterType != typeof(int))
            {
                // Taken from a record, it is what some other place has said.
                if (method is not ({ DeclaringType.FullName: "SiteGen.Core.Incremental.BuildCacheReader", Name: "ReadMessage" }
                    or { DeclaringType.Name: nameof(ForeignWords) }))
                    yield return null;
                continue;
            }

            if (called.IsConstructor)
                open.Push(new Open((int)code[i - 2].Operand!, (int)code[i - 1].Operand!));
            else if (called.Name == nameof(Message.AppendLiteral))
                open.Peek().Add((string)code[i - 1].Operand!);
            else if (called.Name == nameof(Message.AppendFormatted))
                open.Peek().AddPlace();
            if (open.TryPeek(out var message) && message.IsWhole)
                yield return open.Pop().Format;
        }
    }

    /// <summary>
    /// What is on top of the stack where a text becomes a message: the instruction before, or what stands before each jump to here.
    /// </summary>
    static IEnumerable<string?> Converted(List<Instruction> code, int at)
    {
        var before = code.Where(one => one.Code.FlowControl == FlowControl.Branch && one.Operand is int target && target == code[at].Offset)
            .Select(one => code.IndexOf(one) - 1).ToList();
        if (code[at - 1].Code.FlowControl != FlowControl.Branch)
            before.Add(at - 1);
        foreach (var index in before.Where(index => code[index].Code != OpCodes.Ldnull))
            yield return code[index].Operand as string;
    }

    sealed class Open(int literalLength, int places)
    {
        readonly StringBuilder format = new();
        int literal;
        int placed;

        public bool IsWhole => literal == literalLength && placed == places;

        public string Format => format.ToString();

        public void Add(string text)
        {
            format.Append(text);
            literal += text.Length;
        }

        public void AddPlace() => format.Append('{').Append(placed++).Append('}');
    }

    readonly record struct Instruction(int Offset, OpCode Code, object? Operand);

    static List<Instruction> Decode(byte[] bytes, MethodBase method)
    {
        var code = new List<Instruction>();
        for (var at = 0; at < bytes.Length;)
        {
            var offset = at;
            var op = bytes[at] == 0xFE ? Long[bytes[++at]] : Short[bytes[at]];
            at++;
            var (operand, size) = Operand(op, bytes, at, method);
            at += size;
            code.Add(new Instruction(offset, op, operand));
        }

        return code;
    }

    static (object? Operand, int Size) Operand(OpCode op, byte[] bytes, int at, MethodBase method)
    {
        switch (op.OperandType)
        {
            case OperandType.InlineNone:
                return (op.Value is >= 0x16 and <= 0x1E ? op.Value - 0x16 : null, 0);
            case OperandType.ShortInlineBrTarget:
                return (at + 1 + (sbyte)bytes[at], 1);
            case OperandType.InlineBrTarget:
                return (at + 4 + BitConverter.ToInt32(bytes, at), 4);
            case OperandType.ShortInlineI:
                return ((int)(sbyte)bytes[at], 1);
            case OperandType.InlineI:
                return (BitConverter.ToInt32(bytes, at), 4);
            case OperandType.InlineString:
                return (method.Module.ResolveString(BitConverter.ToInt32(bytes, at)), 4);
            case OperandType.InlineMethod:
                return (Resolved(method, BitConverter.ToInt32(bytes, at)), 4);
            case OperandType.InlineSwitch:
                return (null, 4 + 4 * BitConverter.ToInt32(bytes, at));
            case OperandType.ShortInlineVar:
                return (null, 1);
            case OperandType.InlineVar:
                return (null, 2);
            case OperandType.InlineI8 or OperandType.InlineR:
                return (null, 8);
            default:
                return (null, 4);
        }
    }

    static MethodBase? Resolved(MethodBase method, int token) =>
        method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null);
}
