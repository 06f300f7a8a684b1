using System.Buffers.Text;
using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class RenderContext
{
    readonly bool _indentsEmptyLines;
    readonly Stack<Utf8Buffer> _spareBuffers = new();
    readonly List<CapturedText> _captures = [];
    Utf8Buffer _out;
    byte[]? _indent;
    bool _lineIsFresh;

    /// <summary>Once this much is written the output is cut anyway, so that no more of it is kept.</summary>
    readonly int _mostBytes;

    /// <summary>The indent that lines begin with now; null while there is none.</summary>
    internal byte[]? Indent
    {
        get => _indent;
        set
        {
            _indent = value;
            _lineIsFresh = false;
        }
    }

    /// <summary>No indent from here on; what is given back brings it and the state of the line back.</summary>
    internal (byte[]? Indent, bool LineIsFresh) SuspendIndent()
    {
        (byte[]?, bool) before = (_indent, _lineIsFresh);
        _indent = null;
        return before;
    }

    internal void ResumeIndent((byte[]? Indent, bool LineIsFresh) before) => (_indent, _lineIsFresh) = before;

    /// <summary>Whether HTML is being made; off while text is rendered that is going to be escaped as a whole.</summary>
    internal bool EscapesHtml { get; set; }

    /// <summary>Where printing goes now: the output, or the buffer of a capture.</summary>
    internal Utf8Buffer Out => _out;

    /// <summary>Writes UTF-8 text as it is.</summary>
    internal void Write(ReadOnlySpan<byte> utf8)
    {
        if (_out.Length > _mostBytes)
            return;
        if (_indent is null)
            _out.Write(utf8);
        else
            WriteIndented(utf8);
    }

    /// <summary>Writes text as it is.</summary>
    internal void Write(ReadOnlySpan<char> text)
    {
        if (_out.Length > _mostBytes)
            return;
        if (_indent is null)
        {
            _out.Write(text);
            return;
        }

        Utf8Buffer scratch = RentBuffer();
        scratch.Write(text);
        WriteIndented(scratch.WrittenSpan);
        ReturnBuffer(scratch);
    }

    void WriteIndented(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            if (_lineIsFresh && (_indentsEmptyLines || (utf8[0] != '\n' && utf8[0] != '\r')))
                _out.Write(_indent);
            int end = utf8.IndexOf((byte)'\n') + 1;
            _lineIsFresh = end > 0;
            _out.Write(end > 0 ? utf8[..end] : utf8);
            utf8 = end > 0 ? utf8[end..] : default;
        }
    }

    /// <summary>Prints a value as an expression statement does: escaped where HTML is made and the value isn't HTML.</summary>
    internal void Print(in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty:
                break;
            case ValueKind.Text:
                PrintText((string)value.Reference!);
                break;
            case ValueKind.Html:
                Write((string)value.Reference!);
                break;
            case ValueKind.Capture:
                Write(((CapturedText)value.Reference!).Utf8);
                break;
            case ValueKind.Int32 or ValueKind.Int64:
                PrintInteger(value.AsInt64);
                break;
            case ValueKind.Bool:
                Write(value.AsBool ? "true"u8 : "false"u8);
                break;
            default:
                PrintText(ToText(value));
                break;
        }
    }

    internal void PrintText(ReadOnlySpan<char> text)
    {
        if (!EscapesHtml)
            Write(text);
        else if (_indent is null)
            HtmlEscaping.Write(text, _out);
        else
            Write(HtmlEscaping.Escape(text.ToString()));
    }

    void PrintInteger(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out int length);
        Write(digits[..length]);
    }

    internal Utf8Buffer RentBuffer() => _spareBuffers.TryPop(out Utf8Buffer? buffer) ? buffer : new Utf8Buffer(1024);

    internal void ReturnBuffer(Utf8Buffer buffer)
    {
        buffer.Clear();
        _spareBuffers.Push(buffer);
    }

    /// <summary>What is printed from now on goes into a buffer of its own; gives the one before, for <see cref="EndCapture"/>.</summary>
    internal Utf8Buffer BeginCapture()
    {
        Utf8Buffer before = _out;
        _out = RentBuffer();
        return before;
    }

    /// <summary>Ends a capture. The buffer is the caller's, who returns it or makes a value of it.</summary>
    internal Utf8Buffer EndCapture(Utf8Buffer before)
    {
        Utf8Buffer captured = _out;
        _out = before;
        return captured;
    }

    /// <summary>Makes a captured buffer a value that lives until the next render.</summary>
    internal Value ToValue(Utf8Buffer captured)
    {
        var text = new CapturedText(captured);
        _captures.Add(text);
        return Value.Of(text);
    }

    void ReleaseCaptures(bool keep)
    {
        foreach (CapturedText text in _captures)
            ReturnBuffer(text.Release(keep));
        _captures.Clear();
    }

    /// <summary>Cuts the finished output to the limit and marks the cut with three dots.</summary>
    internal void LimitOutput()
    {
        int limit = Options.LimitToString;
        if (limit <= 0 || Output.Length <= limit)
            return;
        string text = Output.ToString();
        if (text.Length <= limit)
            return;
        Output.Clear();
        Output.Write(text.AsSpan(0, limit));
        Output.Write("..."u8);
    }
}
