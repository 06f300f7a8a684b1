using System.Text;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Reads JSON text into nodes that know their places, the same as those of YAML.</summary>
public static class JsonText
{
    /// <summary>Null when it does not parse, which is reported.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var start = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes(source.Text[start..]);
        var reader = new Utf8JsonReader(bytes);
        var builder = new JsonTreeReader(source, bytes, start, diagnostics);
        try
        {
            reader.Read();
            var node = builder.Node(ref reader);
            // Finds text after the value.
            reader.Read();
            return node;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            diagnostics.Add(Mistake(source, builder.At(reader.TokenStartIndex), e));
        }

        return null;
    }

    /// <summary>The error of a text that <see cref="Utf8JsonReader"/> rejected at a token.</summary>
    public static Diagnostic Mistake(SourceText source, SourcePlace token, Exception e)
    {
        if (e is not JsonException json)
        {
            // A string may hold \ud83d without the second half of the pair, which is no character.
            return new Diagnostic(Severity.Error, "json-syntax",
                "A text holds half of a character: a \\u escape from D800 to DFFF without its partner.", token,
                "Write the character itself instead of its escapes.");
        }

        var start = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        var message = source.Text.AsSpan(start).IsWhiteSpace() ? (Message)"The file is empty."
            : $"This is not JSON: {Reason(json)}";
        return new Diagnostic(Severity.Error, "json-syntax", message, new SourcePlace(source, OffsetOf(source.Text, start, json)));
    }

    static string Reason(JsonException e) =>
        e.Message.Split(" LineNumber:")[0].Replace(" which is not supported in this mode. Change the reader options.", ".");

    static int OffsetOf(string text, int start, JsonException e)
    {
        var at = start;
        for (var line = 0; line < (e.LineNumber ?? 0) && text.IndexOf('\n', at) is >= 0 and var end; line++)
            at = end + 1;
        for (var bytes = 0L; bytes < (e.BytePositionInLine ?? 0) && at < text.Length; at++)
            bytes += text[at] < 0x80 ? 1 : text[at] < 0x800 || char.IsSurrogate(text[at]) ? 2 : 3;
        return at;
    }

    sealed class JsonTreeReader(SourceText source, byte[] bytes, int start, DiagnosticBag diagnostics)
    {
        int knownByte;
        int knownOffset = start;

        public YamlNode Node(ref Utf8JsonReader reader)
        {
            var offset = OffsetOf(reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return new YamlMap(offset, Entries(ref reader));
                case JsonTokenType.StartArray:
                    var items = new List<YamlNode>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                        items.Add(Node(ref reader));
                    return new YamlList(offset, items);
                case JsonTokenType.String:
                    return new YamlScalar(offset, reader.GetString()!, IsPlain: false);
                default:
                    return new YamlScalar(offset, Encoding.UTF8.GetString(reader.ValueSpan), IsPlain: true);
            }
        }

        List<YamlEntry> Entries(ref Utf8JsonReader reader)
        {
            var entries = new List<YamlEntry>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var offset = OffsetOf(reader.TokenStartIndex);
                var key = reader.GetString()!;
                reader.Read();
                var value = Node(ref reader);
                if (keys.Add(key))
                    entries.Add(new YamlEntry(key, offset, value));
                else
                    diagnostics.Error("json-duplicate-key", $"The key `{key}` stands here a second time.", new SourcePlace(source, offset),
                        "Keep one of them.");
            }

            return entries;
        }

        public SourcePlace At(long index) => new(source, OffsetOf(index));

        /// <summary>Tokens come in order, so each is counted from the one before.</summary>
        int OffsetOf(long index)
        {
            knownOffset += Encoding.UTF8.GetCharCount(bytes, knownByte, (int)index - knownByte);
            knownByte = (int)index;
            return knownOffset;
        }
    }
}
