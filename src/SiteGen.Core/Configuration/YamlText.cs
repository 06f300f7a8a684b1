using SiteGen.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SiteGen.Core.Configuration;

/// <summary>Reads YAML text into nodes that know their places. The only file that knows the YAML library.</summary>
public static class YamlText
{
    const int MaxDepth = 64;

    // A few lines of aliases to lists of aliases can stand for billions of values, and a reader of them would never end.
    const int MaxValues = 100_000;

    /// <summary>
    /// Reads the part of a source from <paramref name="start"/>, <paramref name="length"/> UTF-16 units long, as one document.
    /// Null when it does not parse (the complaint is in the bag); an empty text is an empty mapping.
    /// </summary>
    public static YamlNode? Read(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        var builder = new Builder(source, start, diagnostics);
        try
        {
            return builder.Document(new Parser(new StringReader(source.Text.Substring(start, length))));
        }
        catch (YamlException e)
        {
            var offset = Math.Min(start + (int)e.Start.Index, source.Text.Length);
            diagnostics.Error("yaml-syntax", "This is not YAML: " + Reason(e), new SourcePlace(source, offset), HintFor(source, offset));
            return null;
        }
    }

    /// <summary>Reads a whole source as one YAML document.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var start = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        return Read(source, start, source.Text.Length - start, diagnostics);
    }

    static string Reason(YamlException e)
    {
        var text = (e.InnerException as YamlException ?? e).Message;
        return text.TrimEnd('.') + ".";
    }

    /// <summary>The mistakes that authors make most, told from the line itself.</summary>
    static string? HintFor(SourceText source, int offset)
    {
        var line = source.Line(source.LineAndColumn(offset).Line);
        if (line.Contains('\t'))
            return "YAML is indented with spaces; this line has a tab.";
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && line.IndexOf(':', colon + 1) > 0 && line[(colon + 2)..].TrimStart() is var value && value.Length > 0 && value[0] is not ('"' or '\'' or '[' or '{'))
            return $"A value that holds a colon needs quotes: {line[..(colon + 2)].TrimStart()}{Quoted(value.TrimEnd())}";
        if (colon > 0 && line[(colon + 2)..].TrimStart() is var start && start.Length > 0 && start[0] is '@' or '`' or '%' or '*' or '&' or '!' or '|' or '>')
            return $"A value that begins with {start[0]} needs quotes.";
        return line.Contains(':') ? "Check the quotes and brackets up to here." : "Each line is `key: value`, with a space after the colon.";
    }

    static string Quoted(string value) => value.Contains('"') ? $"'{value.Replace("'", "''")}'" : $"\"{value}\"";

    sealed class Builder(SourceText source, int start, DiagnosticBag diagnostics)
    {
        readonly Dictionary<AnchorName, YamlNode> anchors = [];
        readonly Dictionary<AnchorName, long> sizes = [];
        long values;

        public YamlNode Document(Parser parser)
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return YamlMap.Empty with { Offset = start };
            var node = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
                diagnostics.Error("yaml-syntax", "There is a second YAML document here; one is expected.", Place(second.Start));
            return node;
        }

        YamlNode Node(Parser parser, int depth)
        {
            if (depth > MaxDepth)
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"The values are nested more than {MaxDepth} deep");
            if (parser.TryConsume<AnchorAlias>(out var alias))
                return Unfolded(alias);
            var before = values;
            if (parser.TryConsume<Scalar>(out var scalar))
                return Named(scalar.Anchor, new YamlScalar(Offset(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit), before);
            if (parser.TryConsume<SequenceStart>(out var sequence))
                return Named(sequence.Anchor, new YamlList(Offset(sequence.Start), Items(parser, depth)), before);
            var mapping = parser.Consume<MappingStart>();
            return Named(mapping.Anchor, new YamlMap(Offset(mapping.Start), Entries(parser, depth)), before);
        }

        List<YamlNode> Items(Parser parser, int depth)
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, depth + 1));
            return items;
        }

        List<YamlEntry> Entries(Parser parser, int depth)
        {
            var entries = new List<YamlEntry>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var at = parser.Current!.Start;
                if (!parser.TryConsume<Scalar>(out var scalar))
                    throw new YamlException(at, parser.Current.End, "A key must be a word, not a list or mapping");
                var key = scalar.Value.Trim();
                var value = Node(parser, depth + 1);
                if (keys.Add(key))
                    entries.Add(new YamlEntry(key, Offset(at), value));
                else
                    diagnostics.Error("yaml-duplicate-key", $"The key `{key}` stands here a second time.", Place(at), "Keep one of them.");
            }

            return entries;
        }

        YamlNode Unfolded(AnchorAlias alias)
        {
            if (!anchors.TryGetValue(alias.Value, out var known))
                throw new YamlException(alias.Start, alias.End, $"There is no anchor &{alias.Value} above");
            values += sizes[alias.Value];
            return values <= MaxValues ? known : throw new YamlException(alias.Start, alias.End, $"The aliases unfold to more than {MaxValues} values");
        }

        YamlNode Named(AnchorName anchor, YamlNode node, long before)
        {
            values++;
            if (!anchor.IsEmpty)
                (anchors[anchor], sizes[anchor]) = (node, values - before);
            return node;
        }

        int Offset(Mark mark) => start + (int)mark.Index;

        SourcePlace Place(Mark mark) => new(source, Offset(mark));
    }
}
