using SiteGen.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SiteGen.Core.Configuration;

/// <summary>Parses YAML into nodes with offsets. No other file uses YamlDotNet.</summary>
public static class YamlText
{
    const int MaxDepth = 64;

    // Nested aliases can expand to billions of values.
    const int MaxValues = 100_000;

    /// <summary>Parses a part of a source. Null after a syntax error, which is reported; empty text is an empty mapping.</summary>
    public static YamlNode? Read(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        var text = source.Text.Substring(start, length);
        Diagnostic? mistake = null;
        while (Read(text, source, start, diagnostics, out var failed, out var quote) is var node)
        {
            mistake ??= failed;
            if (failed is null)
                return node;
            if (quote < 0 || QuotedLines.Joined(text, quote) is not { } joined)
                break;
            text = joined;
        }

        diagnostics.Add(mistake!);
        return null;
    }

    /// <param name="quote">Where a value in quotes begins whose lines can't be read; negative for none.</param>
    static YamlNode? Read(string text, SourceText source, int start, DiagnosticBag diagnostics, out Diagnostic? mistake, out int quote)
    {
        var builder = new TreeReader(source, start, diagnostics);
        (mistake, quote) = (null, -1);
        try
        {
            return builder.Document(new Parser(new StringReader(text)));
        }
        catch (YamlException e)
        {
            mistake = builder.Mistake((int)e.Start.Index, Reason(e));
            if (Reason(e).Contains("quoted scalar"))
                quote = (int)e.Start.Index;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet throws these for some invalid texts.
            mistake = builder.Mistake(builder.Reached, "");
        }

        return null;
    }

    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var start = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        return Read(source, start, source.Text.Length - start, diagnostics);
    }

    static string Reason(YamlException e) => (e.InnerException as YamlException ?? e).Message.TrimEnd('.') + ".";

    sealed class TreeReader(SourceText source, int start, DiagnosticBag diagnostics)
    {
        readonly Dictionary<AnchorName, YamlNode> anchors = [];
        readonly Dictionary<AnchorName, long> sizes = [];
        readonly Stack<int> brackets = [];
        long values;

        /// <summary>The index that the parser has reached.</summary>
        public int Reached { get; set; }

        public Diagnostic Mistake(int index, string reason)
        {
            // The parser may fail at the bracket itself.
            var here = start + Reached;
            var isBracket = here < source.Text.Length && source.Text[here] is '[' or '{';
            var bracket = brackets.TryPeek(out var open) ? open : isBracket ? here : -1;
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
            {
                diagnostics.Error("yaml-syntax", "A second YAML document begins here; one is expected.", Place(second.Start),
                    "Delete this line, or all from here on.");
            }

            return node;
        }

        YamlNode Node(Parser parser, int depth)
        {
            Reached = (int)(parser.Current?.Start.Index ?? Reached);
            if (depth > MaxDepth)
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"The values are nested more than {MaxDepth} deep");
            if (parser.TryConsume<AnchorAlias>(out var alias))
                return Expanded(alias);
            var before = values;
            if (parser.TryConsume<Scalar>(out var scalar))
            {
                var isPlain = scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit;
                return Anchored(scalar.Anchor, new YamlScalar(Offset(scalar.Start), scalar.Value, isPlain), before);
            }

            if (parser.TryConsume<SequenceStart>(out var sequence))
            {
                var items = Within(sequence.Start, sequence.Style == SequenceStyle.Flow, () => Items(parser, depth));
                return Anchored(sequence.Anchor, new YamlList(Offset(sequence.Start), items), before);
            }

            var mapping = parser.Consume<MappingStart>();
            var entries = Within(mapping.Start, mapping.Style == MappingStyle.Flow, () => Entries(parser, depth));
            return Anchored(mapping.Anchor, new YamlMap(Offset(mapping.Start), entries), before);
        }

        /// <summary>Remembers the bracket of a flow collection while its content is read.</summary>
        T Within<T>(Mark at, bool isFlow, Func<T> read)
        {
            if (!isFlow)
                return read();
            brackets.Push(Offset(at));
            var content = read();
            brackets.Pop();
            return content;
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

        YamlNode Expanded(AnchorAlias alias)
        {
            if (!anchors.TryGetValue(alias.Value, out var known))
                throw new YamlException(alias.Start, alias.End, $"There is no anchor &{alias.Value} above");
            values += sizes[alias.Value];
            return values <= MaxValues
                ? known
                : throw new YamlException(alias.Start, alias.End, $"The aliases unfold to more than {MaxValues} values");
        }

        YamlNode Anchored(AnchorName anchor, YamlNode node, long before)
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
