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
    public static YamlNode? Read(SourceText source, int start, int length, DiagnosticBag diagnostics) =>
        PlainYaml.Read(source.Text, start, length) ?? ReadAny(source, start, length, diagnostics);

    /// <summary>The same by the library alone.</summary>
    public static YamlNode? ReadAny(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        var builder = new TreeReader(source, start, diagnostics);
        try
        {
            return builder.Document(new Parser(new StringReader(source.Text.Substring(start, length))));
        }
        catch (YamlException e)
        {
            diagnostics.Add(builder.Mistake((int)e.Start.Index, Reason(e)));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The library stumbles over some texts that are no YAML, instead of saying so.
            diagnostics.Add(builder.Mistake(builder.Reached, ""));
        }

        return null;
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

    sealed class TreeReader(SourceText source, int start, DiagnosticBag diagnostics)
    {
        readonly Dictionary<AnchorName, YamlNode> anchors = [];
        readonly Dictionary<AnchorName, long> sizes = [];
        readonly Stack<int> brackets = [];
        long values;

        /// <summary>How far into the text the parser has come.</summary>
        public int Reached { get; set; }

        public Diagnostic Mistake(int index, string reason)
        {
            // The parser may give up at the very bracket, before it is known to be open.
            var here = start + Reached;
            var bracket = brackets.TryPeek(out var open) ? open : here < source.Text.Length && source.Text[here] is '[' or '{' ? here : -1;
            return new YamlError(source, start, Math.Min(start + index, source.Text.Length), bracket, reason).ToDiagnostic();
        }

        public YamlNode Document(Parser parser)
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return YamlMap.Empty with { Offset = start };
            var node = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
                diagnostics.Error("yaml-syntax", "A second YAML document begins here; one is expected.", Place(second.Start), "Delete this line, or all from here on.");
            return node;
        }

        YamlNode Node(Parser parser, int depth)
        {
            Reached = (int)(parser.Current?.Start.Index ?? Reached);
            if (depth > MaxDepth)
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"The values are nested more than {MaxDepth} deep");
            if (parser.TryConsume<AnchorAlias>(out var alias))
                return Unfolded(alias);
            var before = values;
            if (parser.TryConsume<Scalar>(out var scalar))
                return Named(scalar.Anchor, new YamlScalar(Offset(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit), before);
            if (parser.TryConsume<SequenceStart>(out var sequence))
                return Named(sequence.Anchor, new YamlList(Offset(sequence.Start), Between(sequence.Start, sequence.Style == SequenceStyle.Flow, () => Items(parser, depth))), before);
            var mapping = parser.Consume<MappingStart>();
            return Named(mapping.Anchor, new YamlMap(Offset(mapping.Start), Between(mapping.Start, mapping.Style == MappingStyle.Flow, () => Entries(parser, depth))), before);
        }

        /// <summary>Reads what stands in a list or mapping, knowing the bracket that it stands in.</summary>
        T Between<T>(Mark at, bool isBracket, Func<T> read)
        {
            if (!isBracket)
                return read();
            brackets.Push(Offset(at));
            var inner = read();
            brackets.Pop();
            return inner;
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
