namespace SiteGen.Core.Configuration;

/// <summary>
/// Reads the YAML of nearly all front matter: <c>key: value</c> lines, block collections, flow collections on one line, plain and quoted
/// scalars. Anything else, and any error, is left to YamlDotNet, which is much slower.
/// </summary>
public ref struct SimpleYamlReader
{
    const int MaxDepth = 16;

    readonly string text;
    readonly int end;

    /// <summary>The start of a line, or of the content after <c>- </c>.</summary>
    int at;
    int depth;

    SimpleYamlReader(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        at = start;
    }

    /// <summary>Null when YamlDotNet has to read it.</summary>
    public static YamlMap? Read(string text, int start, int length)
    {
        foreach (var c in text.AsSpan(start, length))
        {
            if (c != '\n' && char.IsControl(c) || c == '\uFEFF' || char.IsSurrogate(c) || c >= 0x80 && char.IsWhiteSpace(c))
                return null;
        }

        var reader = new SimpleYamlReader(text, start, start + length);
        if (!reader.SkipBlankLines() || reader.Indentation() > 0)
            return null;
        return reader.Mapping(0) is { } map && !reader.SkipBlankLines() ? map : null;
    }

    /// <summary>Moves to the next line that is not blank; false at the end.</summary>
    bool SkipBlankLines()
    {
        while (at < end)
        {
            var line = at;
            while (line < end && text[line] == ' ')
                line++;
            if (line < end && text[line] != '\n')
                return true;
            at = Math.Min(end, line + 1);
        }

        return false;
    }

    readonly int Indentation()
    {
        var spaces = 0;
        while (at + spaces < end && text[at + spaces] == ' ')
            spaces++;
        return spaces;
    }

    readonly int LineEnd(int from)
    {
        var length = text.AsSpan(from, end - from).IndexOf('\n');
        return length < 0 ? end : from + length;
    }

    readonly bool IsDash(int place) => text[place] == '-' && place + 1 < end && text[place + 1] == ' ';

    /// <summary>Entries at an indentation. After <c>- </c>, <see cref="at"/> is at the first key already.</summary>
    YamlMap? Mapping(int indentation)
    {
        var entries = new List<YamlEntry>();
        var place = text[at] == ' ' ? at + indentation : at;
        var offset = place;
        if (++depth > MaxDepth)
            return null;
        for (; ; place = at + indentation)
        {
            if (KeyEnd(place) is not (> 0 and var colon))
                return null;
            var key = text[place..colon];
            foreach (var entry in entries)
            {
                if (entry.Key == key)
                    return null;
            }

            if (Value(colon + 1, indentation) is not { } value)
                return null;
            entries.Add(new YamlEntry(key, place, value));
            if (!SkipBlankLines() || Indentation() is var next && next < indentation)
                break;
            if (next > indentation || IsDash(at + next))
                return null;
        }

        depth--;
        return new YamlMap(offset, entries);
    }

    /// <summary>The colon after a key of letters, digits, <c>_</c>, <c>-</c> and spaces; 0 when there is no such key.</summary>
    readonly int KeyEnd(int place)
    {
        if (place >= end || !char.IsLetter(text[place]) && text[place] != '_')
            return 0;
        for (var i = place; i < end; i++)
        {
            var c = text[i];
            if (c == ':')
                return (i + 1 == end || text[i + 1] is ' ' or '\n') && text[i - 1] != ' ' ? i : 0;
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or ' '))
                return 0;
        }

        return 0;
    }

    /// <summary>The value after a colon: on its line, or indented on the following ones.</summary>
    YamlNode? Value(int place, int indentation)
    {
        while (place < end && text[place] == ' ')
            place++;
        var line = LineEnd(place);
        if (place < line)
            return OnLine(place, line, indentation);
        at = Math.Min(end, line + 1);
        if (!SkipBlankLines())
            return null;
        var inner = Indentation();
        return inner >= indentation && IsDash(at + inner) ? List(inner) : inner > indentation ? Mapping(inner) : null;
    }

    YamlList? List(int indentation)
    {
        var items = new List<YamlNode>();
        var offset = at + indentation;
        if (++depth > MaxDepth)
            return null;
        while (true)
        {
            var place = at + indentation + 2;
            while (place < end && text[place] == ' ')
                place++;
            var line = LineEnd(place);
            if (place == line || IsDash(place))
                return null;
            var column = place - at;
            var isMapping = KeyEnd(place) > 0;
            if (isMapping)
                at = place;
            if ((isMapping ? Mapping(column) : OnLine(place, line, indentation)) is not { } item)
                return null;
            items.Add(item);
            if (!SkipBlankLines() || Indentation() is var next && (next < indentation || next == indentation && !IsDash(at + next)))
                break;
            if (next > indentation)
                return null;
        }

        depth--;
        return new YamlList(offset, items);
    }

    /// <summary>A value on one line; a following line with more indentation would continue it.</summary>
    YamlNode? OnLine(int place, int line, int indentation)
    {
        var value = text[place] is '[' or '{' or '"' or '\'' ? Enclosed(ref place, line) : Plain(ref place, line, isFlow: false);
        if (value is null || !text.AsSpan(place, line - place).Trim(' ').IsEmpty)
            return null;
        at = Math.Min(end, line + 1);
        return SkipBlankLines() && Indentation() > indentation ? null : value;
    }

    YamlNode? Enclosed(ref int place, int line) => text[place] switch
    {
        '[' => FlowList(ref place, line),
        '{' => FlowMapping(ref place, line),
        _ => Quoted(ref place, line),
    };

    readonly YamlScalar? Quoted(ref int place, int line)
    {
        var (mark, start) = (text[place], place);
        var length = text.AsSpan(start + 1, line - start - 1).IndexOf(mark);
        if (length < 0)
            return null;
        var inside = text.AsSpan(start + 1, length);
        place = start + length + 2;
        var hasEscape = mark == '"' && inside.Contains('\\') || place < line && text[place] == mark;
        return hasEscape ? null : new YamlScalar(start, inside.ToString(), false);
    }

    readonly YamlScalar? Plain(ref int place, int line, bool isFlow)
    {
        var start = place;
        if (!char.IsLetterOrDigit(text[start]) && text[start] is not ('_' or '/' or '.' or '(' or '“' or '‘' or '「' or '『' or '<'))
            return null;
        while (place < line && !(isFlow && text[place] is ',' or ']' or '}'))
        {
            var c = text[place];
            var next = place + 1 < line ? text[place + 1] : ' ';
            if (c == ':' && (next == ' ' || isFlow && next is ',' or '[' or ']' or '{' or '}'))
                return null;
            if (c == '#' && text[place - 1] == ' ' || isFlow && c is '[' or '{')
                return null;
            place++;
        }

        return new YamlScalar(start, text[start..place].TrimEnd(' '), true);
    }

    YamlList? FlowList(ref int place, int line)
    {
        var (offset, items) = (place, new List<YamlNode>());
        if (++depth > MaxDepth)
            return null;
        place++;
        if (!SkipSpaces(ref place, line))
            return null;
        while (text[place] != ']')
        {
            if (FlowValue(ref place, line) is not { } item || !SkipSpaces(ref place, line))
                return null;
            items.Add(item);
            if (!Comma(ref place, line, ']'))
                return null;
        }

        place++;
        depth--;
        return new YamlList(offset, items);
    }

    YamlMap? FlowMapping(ref int place, int line)
    {
        var (offset, entries) = (place, new List<YamlEntry>());
        if (++depth > MaxDepth)
            return null;
        place++;
        if (!SkipSpaces(ref place, line))
            return null;
        while (text[place] != '}')
        {
            var colon = KeyEnd(place);
            if (colon == 0 || colon + 1 >= line)
                return null;
            var (key, keyOffset) = (text[place..colon], place);
            place = colon + 1;
            if (!SkipSpaces(ref place, line) || FlowValue(ref place, line) is not { } value || !SkipSpaces(ref place, line))
                return null;
            foreach (var entry in entries)
            {
                if (entry.Key == key)
                    return null;
            }

            entries.Add(new YamlEntry(key, keyOffset, value));
            if (!Comma(ref place, line, '}'))
                return null;
        }

        place++;
        depth--;
        return new YamlMap(offset, entries);
    }

    YamlNode? FlowValue(ref int place, int line) =>
        text[place] is '[' or '{' or '"' or '\'' ? Enclosed(ref place, line) : Plain(ref place, line, isFlow: true);

    /// <summary>Moves past a comma, or stays at the closing bracket; false at anything else.</summary>
    readonly bool Comma(ref int place, int line, char closing)
    {
        if (text[place] == closing)
            return true;
        if (text[place] != ',')
            return false;
        place++;
        return SkipSpaces(ref place, line) && text[place] != closing;
    }

    readonly bool SkipSpaces(ref int place, int line)
    {
        while (place < line && text[place] == ' ')
            place++;
        return place < line;
    }
}
