using System.Globalization;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Glossary;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Incremental;

/// <summary>A <see cref="CachedBuild"/> as bytes. A hash in front tells a damaged file from a whole one.</summary>
static class BuildCacheFile
{
    /// <summary>The number changes with the format.</summary>
    static ReadOnlySpan<byte> Header => "SiteGen build 5\n"u8;

    /// <param name="basis">What must be the same for the next build to use it.</param>
    public static byte[] Write(CachedBuild build, ContentHash basis)
    {
        using var body = new MemoryStream();
        using var writer = new BuildCacheWriter(body);
        writer.Write(basis);
        writer.Write(build);
        writer.Flush();
        using var file = new MemoryStream();
        using var header = new BuildCacheWriter(file);
        header.Write(Header);
        header.Write(ContentHash.Of(body.GetBuffer().AsSpan(0, (int)body.Length)));
        header.Flush();
        body.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>Null for a file that is damaged, of another format, or of another basis.</summary>
    public static CachedBuild? Read(byte[] file, ContentHash basis)
    {
        if (!file.AsSpan().StartsWith(Header) || file.Length < Header.Length + HashSize)
            return null;
        using var reader = new BuildCacheReader(new MemoryStream(file, Header.Length, file.Length - Header.Length));
        var isWhole = reader.ReadHash() == ContentHash.Of(file.AsSpan(Header.Length + HashSize));
        return isWhole && reader.ReadHash() == basis ? reader.ReadBuild() : null;
    }

    const int HashSize = 2 * sizeof(ulong);
}

sealed class BuildCacheWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    public void Write(CachedBuild build)
    {
        Write(build.Span.Now);
        Write(build.Span.From);
        Write(build.Span.Until);
        Each(build.Folders, folder => Write(folder.Key),
            folder => Each(folder.Value, file => Write(file.Path), file => Write((byte)file.Problem)));
        Each(build.Reads, read => Write(read.Key), read => Write(read.Value));
        Each(build.Documents, document => Write(document.Path), document => Write(document.FrontMatter));
        Each(build.Routes, route => Write(route.Key), route => Write(route.Value.Stamp.Written), route => Write(route.Value.Stamp.Length),
            route => Write(route.Value.Dependencies, route.Value.Warnings));
        Each(build.Texts, text => Write7BitEncodedInt(text.Document), text => Write(text.Dependencies, text.Warnings));
        Write(build.Terms);
        Each(build.PlanWarnings, Write);
        Write(build.Summary);
    }

    /// <summary>Many texts explain the same terms, so keys are written once.</summary>
    void Write(IReadOnlyList<IReadOnlyList<KnownTerm>?> terms)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms.SelectMany(ofText => ofText ?? []))
            keys.TryAdd(term.Key, keys.Count);
        Each(keys.Keys, Write);
        Each(terms, ofText =>
        {
            Write(ofText is not null);
            Each(ofText ?? [], term =>
            {
                Write7BitEncodedInt(keys[term.Key]);
                Write(term.Mention is not null);
                if (term.Mention is not { } mention)
                    return;
                Write(mention.Term);
                Write(mention.Original);
                Write(mention.Sentence);
                Write(mention.Anchor is not null);
                Write(mention.Anchor ?? "");
            });
        });
    }

    void Write(BuildSummary summary)
    {
        Write7BitEncodedInt(summary.Pages);
        Write7BitEncodedInt(summary.Posts);
        Write7BitEncodedInt(summary.Files);
        Write(summary.Language?.ToString() ?? "");
        Each(summary.Unpublished, held =>
        {
            Write(held.Title);
            Write(held.Path);
            Write(held.IsPost);
            Write7BitEncodedInt((int)held.Reason);
            Write(held.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        });
    }

    void Write(CachedDependencies dependencies, IReadOnlyList<CachedWarning> warnings)
    {
        Write(dependencies.OfAll);
        Write(dependencies.OfClock);
        Each(dependencies.Documents, Write7BitEncodedInt);
        Each(dependencies.Mentions, mentions => Write(mentions.Person), mentions => Write(mentions.Posts));
        Each(warnings, Write);
    }

    void Write(CachedWarning warning)
    {
        Write(warning.Rule);
        WriteMessage(warning.Message);
        Write(warning.Place);
        Write(warning.Hint is not null);
        WriteMessage(warning.Hint ?? "");
        Each(warning.Notes, note => WriteMessage(note.Message), note => Write(note.Place));
    }

    /// <summary>Messages inside a message are translated; other arguments are kept as text.</summary>
    void WriteMessage(Message message)
    {
        Write(message.Format);
        Each(message.Arguments, argument =>
        {
            Write(argument is Message);
            if (argument is Message inner)
                WriteMessage(inner);
            else
                Write(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        });
    }

    void Write(CachedPlace place)
    {
        Write(place.Path);
        Write(place.Offset);
    }

    public void Write(ContentHash hash)
    {
        Write(hash.First);
        Write(hash.Second);
    }

    void Each<T>(IReadOnlyCollection<T> items, params Action<T>[] parts)
    {
        Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            Array.ForEach(parts, write => write(item));
    }
}

sealed class BuildCacheReader(Stream stream) : BinaryReader(stream, Encoding.UTF8)
{
    public CachedBuild ReadBuild() => new(
        new CachedSpan(ReadInt64(), ReadInt64(), ReadInt64()),
        Table(() => (ReadString(), (IReadOnlyList<SiteFile>)List(() => new SiteFile(ReadString(), (EntryProblem)ReadByte())))),
        Table(() => (ReadString(), ReadHash())),
        List(() => new CachedDocument(ReadString(), ReadHash())),
        Table(() => (ReadString(), new CachedRoute(new FileStamp(ReadInt64(), ReadInt64()), ReadDependencies(), List(ReadWarning)))),
        List(() => new CachedText(Read7BitEncodedInt(), ReadDependencies(), List(ReadWarning))),
        ReadTerms(),
        List(ReadWarning),
        new BuildSummary(Read7BitEncodedInt(), Read7BitEncodedInt(), Read7BitEncodedInt(), ReadLanguage(), List(ReadUnpublished)));

    IReadOnlyList<KnownTerm>?[] ReadTerms()
    {
        var keys = List(ReadString);
        return List(() =>
        {
            var isKnown = ReadBoolean();
            var terms = List(() => new KnownTerm(keys[Read7BitEncodedInt()], ReadBoolean() ? ReadMention() : null));
            return isKnown ? terms : null;
        });
    }

    TermMention ReadMention()
    {
        var (term, original, sentence, isAnchor, anchor) = (ReadString(), ReadString(), ReadString(), ReadBoolean(), ReadString());
        return new TermMention(term, original, sentence, isAnchor ? anchor : null);
    }

    MessageLanguage? ReadLanguage() => Enum.TryParse<MessageLanguage>(ReadString(), out var language) ? language : null;

    UnpublishedDocument ReadUnpublished()
    {
        var (title, path, isPost, reason) = (ReadString(), ReadString(), ReadBoolean(), (UnpublishedReason)Read7BitEncodedInt());
        var isUntil = DateTimeOffset.TryParse(ReadString(), CultureInfo.InvariantCulture, out var until);
        return new UnpublishedDocument(title, path, isPost, reason, isUntil ? until : null);
    }

    CachedDependencies ReadDependencies() =>
        new(ReadBoolean(), ReadBoolean(), List(Read7BitEncodedInt), List(() => new CachedMentions(ReadString(), ReadHash())));

    CachedWarning ReadWarning()
    {
        var (rule, message, place) = (ReadString(), ReadMessage(), ReadPlace());
        var (isHint, hint) = (ReadBoolean(), ReadMessage());
        return new CachedWarning(rule, message, place, isHint ? hint : null, List(() => new CachedNote(ReadMessage(), ReadPlace())));
    }

    Message ReadMessage() => new(ReadString(), List<object?>(() => ReadBoolean() ? ReadMessage() : (object)ReadString()));

    CachedPlace ReadPlace() => new(ReadString(), ReadInt32());

    public ContentHash ReadHash() => new(ReadUInt64(), ReadUInt64());

    T[] List<T>(Func<T> read)
    {
        var items = new T[Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    Dictionary<string, T> Table<T>(Func<(string Key, T Value)> read) =>
        List(read).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
}
