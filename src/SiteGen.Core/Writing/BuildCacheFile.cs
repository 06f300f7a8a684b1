using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Writing;

/// <summary>
/// The record as a file, encrypted by what the build was made of. It lies in the output folder, which an author may copy to a server as it is, and it names
/// drafts; and a record of another kind of build, a damaged one or one that was cut off can't be opened at all.
/// </summary>
static class BuildCacheFile
{
    public const string Path = Manifest.Folder + "record";

    const int NonceSize = 12;
    const int TagSize = 16;

    /// <summary>Another form of the file, another number.</summary>
    static ReadOnlySpan<byte> Header => "SiteGen record 3\n"u8;

    /// <param name="basis">The program, what it was asked for and the site's configuration, of which nothing is published.</param>
    public static byte[] Write(CachedBuild record, ContentHash basis)
    {
        using var stream = new MemoryStream();
        using (var writer = new BuildCacheWriter(stream))
            writer.Write(record);
        var plain = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        var file = new byte[Header.Length + NonceSize + TagSize + plain.Length];
        Header.CopyTo(file);
        // The same text gets the same nonce, and no other text will: the same build leaves the same bytes.
        SHA256.HashData(plain).AsSpan(0, NonceSize).CopyTo(file.AsSpan(Header.Length));
        using var cipher = new AesGcm(Key(basis), TagSize);
        cipher.Encrypt(file.AsSpan(Header.Length, NonceSize), plain, file.AsSpan(Header.Length + NonceSize + TagSize), file.AsSpan(Header.Length + NonceSize, TagSize));
        return file;
    }

    /// <summary>Null for no record, and for one of another basis.</summary>
    public static CachedBuild? Read(byte[] file, ContentHash basis)
    {
        if (!file.AsSpan().StartsWith(Header) || file.Length < Header.Length + NonceSize + TagSize || !AesGcm.IsSupported)
            return null;
        var plain = new byte[file.Length - Header.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(Key(basis), TagSize);
            cipher.Decrypt(file.AsSpan(Header.Length, NonceSize), file.AsSpan(Header.Length + NonceSize + TagSize), file.AsSpan(Header.Length + NonceSize, TagSize), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        using var reader = new BuildCacheReader(new MemoryStream(plain));
        return reader.ReadRecord();
    }

    static byte[] Key(ContentHash basis)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(key, basis.First);
        BinaryPrimitives.WriteUInt64LittleEndian(key.AsSpan(sizeof(ulong)), basis.Second);
        return key;
    }
}

sealed class BuildCacheWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    public void Write(CachedBuild record)
    {
        Write(record.Span.Now);
        Write(record.Span.From);
        Write(record.Span.Until);
        Each(record.Folders, folder =>
        {
            Write(folder.Key);
            Each(folder.Value, file =>
            {
                Write(file.Path);
                Write(file.LeavesFolder);
            });
        });
        Each(record.Reads, read =>
        {
            Write(read.Key);
            Write(read.Value);
        });
        Each(record.Documents, document =>
        {
            Write(document.Path);
            Write(document.FrontMatter);
        });
        Each(record.Routes, route =>
        {
            Write(route.Key);
            Write(route.Value.Stamp.Written);
            Write(route.Value.Stamp.Length);
            Write(route.Value.Uses, route.Value.Complaints);
        });
        Each(record.Texts, text =>
        {
            Write7BitEncodedInt(text.Document);
            Write(text.Uses, text.Complaints);
        });
        Write(record.Terms);
        Each(record.PlanComplaints, Write);
        Write(record.Summary);
    }

    /// <summary>Most terms are explained by many texts, so their keys are written once.</summary>
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
        Write(summary.Language is not null);
        Write7BitEncodedInt((int)(summary.Language ?? default));
        Each(summary.Unpublished, held =>
        {
            Write(held.Title);
            Write(held.Path);
            Write(held.IsPost);
            Write7BitEncodedInt((int)held.Reason);
            Write(held.Until is not null);
            Write(held.Until?.Ticks ?? 0);
            Write(held.Until?.Offset.Ticks ?? 0);
        });
    }

    void Write(CachedDependencies uses, IReadOnlyList<CachedWarning> complaints)
    {
        Write(uses.OfAll);
        Write(uses.OfClock);
        Each(uses.Documents, Write7BitEncodedInt);
        Each(uses.Mentions, mentions =>
        {
            Write(mentions.Person);
            Write(mentions.Posts);
        });
        Each(complaints, Write);
    }

    void Write(CachedWarning complaint)
    {
        Write(complaint.Rule);
        WriteMessage(complaint.Message);
        Write(complaint.Place);
        Write(complaint.Hint is not null);
        WriteMessage(complaint.Hint ?? "");
        Each(complaint.Notes, note =>
        {
            WriteMessage(note.Message);
            Write(note.Place);
        });
    }

    /// <summary>
    /// A message within it stays one, since it is said in the reader's language; whatever else stands in its places is printed the same in all. Its name is not
    /// that of the others: texts, which can become messages, would be written so too.
    /// </summary>
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

    void Write(ContentHash hash)
    {
        Write(hash.First);
        Write(hash.Second);
    }

    void Each<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }
}

sealed class BuildCacheReader(Stream stream) : BinaryReader(stream, Encoding.UTF8)
{
    public CachedBuild ReadRecord() => new(
        new CachedSpan(ReadInt64(), ReadInt64(), ReadInt64()),
        Table(() => (ReadString(), (IReadOnlyList<SiteFile>)List(() => new SiteFile(ReadString(), ReadBoolean())))),
        Table(() => (ReadString(), ReadHash())),
        List(() => new CachedDocument(ReadString(), ReadHash())),
        Table(() => (ReadString(), new CachedRoute(new FileStamp(ReadInt64(), ReadInt64()), ReadUses(), List(ReadComplaint)))),
        List(() => new CachedText(Read7BitEncodedInt(), ReadUses(), List(ReadComplaint))),
        ReadTerms(),
        List(ReadComplaint),
        new BuildSummary(Read7BitEncodedInt(), Read7BitEncodedInt(), Read7BitEncodedInt(), ReadLanguage(), List(ReadHeldBack)));

    IReadOnlyList<KnownTerm>?[] ReadTerms()
    {
        var keys = List(ReadString);
        return List(() =>
        {
            var (isKnown, terms) = (ReadBoolean(), List(() => new KnownTerm(keys[Read7BitEncodedInt()], ReadBoolean() ? ReadMention() : null)));
            return isKnown ? terms : null;
        });
    }

    TermMention ReadMention()
    {
        var (term, original, sentence, isAnchor, anchor) = (ReadString(), ReadString(), ReadString(), ReadBoolean(), ReadString());
        return new TermMention(term, original, sentence, isAnchor ? anchor : null);
    }

    MessageLanguage? ReadLanguage()
    {
        var (isKnown, language) = (ReadBoolean(), (MessageLanguage)Read7BitEncodedInt());
        return isKnown ? language : null;
    }

    UnpublishedDocument ReadHeldBack()
    {
        var (title, path, isPost, reason) = (ReadString(), ReadString(), ReadBoolean(), (UnpublishedReason)Read7BitEncodedInt());
        var (isUntil, ticks, offset) = (ReadBoolean(), ReadInt64(), ReadInt64());
        return new UnpublishedDocument(title, path, isPost, reason, isUntil ? new DateTimeOffset(ticks, new TimeSpan(offset)) : null);
    }

    CachedDependencies ReadUses() => new(ReadBoolean(), ReadBoolean(), List(Read7BitEncodedInt), List(() => new CachedMentions(ReadString(), ReadHash())));

    CachedWarning ReadComplaint()
    {
        var (rule, message, place) = (ReadString(), ReadMessage(), ReadPlace());
        var (isHint, hint) = (ReadBoolean(), ReadMessage());
        return new CachedWarning(rule, message, place, isHint ? hint : null, List(() => new CachedNote(ReadMessage(), ReadPlace())));
    }

    Message ReadMessage() => new(ReadString(), List<object?>(() => ReadBoolean() ? ReadMessage() : (object)ReadString()));

    CachedPlace ReadPlace() => new(ReadString(), ReadInt32());

    ContentHash ReadHash() => new(ReadUInt64(), ReadUInt64());

    T[] List<T>(Func<T> read)
    {
        var count = Read7BitEncodedInt();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read();
        return items;
    }

    Dictionary<string, T> Table<T>(Func<(string Key, T Value)> read)
    {
        var count = Read7BitEncodedInt();
        var table = new Dictionary<string, T>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var (key, value) = read();
            table.Add(key, value);
        }

        return table;
    }
}
