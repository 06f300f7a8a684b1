using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Scriban;

namespace SiteGen.Core.Writing;

/// <summary>The record as a file. Its last bytes are a hash of all before, so that a file that is damaged or cut off is none.</summary>
static class RecordFile
{
    public const string Path = Manifest.Folder + "record";

    /// <summary>Another form of the file, another number.</summary>
    static ReadOnlySpan<byte> Header => "SiteGen record 1\n"u8;

    /// <summary>The hash at the end, which names the record; null for no whole record.</summary>
    public static ContentHash? SealOf(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Header) || file.Length < Header.Length + SHA256.HashSizeInBytes || !SHA256.HashData(file[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(file[^SHA256.HashSizeInBytes..]))
            return null;
        return ContentHash.Of(file[^SHA256.HashSizeInBytes..]);
    }

    public static byte[] Write(BuildRecord record)
    {
        using var stream = new MemoryStream();
        stream.Write(Header);
        using (var writer = new RecordWriter(stream))
            writer.Write(record);
        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>The record of a file that has its seal.</summary>
    public static BuildRecord Read(byte[] file)
    {
        using var stream = new MemoryStream(file, Header.Length, file.Length - Header.Length);
        using var reader = new RecordReader(stream);
        return reader.ReadRecord();
    }
}

sealed class RecordWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    public void Write(BuildRecord record)
    {
        Write(record.Basis);
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
        Each(record.PlanComplaints, Write);
        Write(record.Summary);
    }

    void Write(BuildSummary summary)
    {
        Write7BitEncodedInt(summary.Pages);
        Write7BitEncodedInt(summary.Posts);
        Write7BitEncodedInt(summary.Files);
        Write(summary.Language is not null);
        Write7BitEncodedInt((int)(summary.Language ?? default));
        Each(summary.HeldBack, held =>
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

    void Write(RecordedUses uses, IReadOnlyList<RecordedComplaint> complaints)
    {
        Write(uses.OfAll);
        Write(uses.OfClock);
        Each(uses.Documents, Write7BitEncodedInt);
        Each(complaints, Write);
    }

    void Write(RecordedComplaint complaint)
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

    void Write(RecordedPlace place)
    {
        Write(place.Path);
        Write(place.Offset);
    }

    void Write(ContentHash hash)
    {
        Write((ulong)(hash.Value >> 64));
        Write((ulong)hash.Value);
    }

    void Each<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }
}

sealed class RecordReader(Stream stream) : BinaryReader(stream, Encoding.UTF8)
{
    public BuildRecord ReadRecord() => new(
        ReadHash(),
        new RecordedSpan(ReadInt64(), ReadInt64(), ReadInt64()),
        Table(() => (ReadString(), (IReadOnlyList<SiteFile>)List(() => new SiteFile(ReadString(), ReadBoolean())))),
        Table(() => (ReadString(), ReadHash())),
        List(() => new RecordedDocument(ReadString(), ReadHash())),
        Table(() => (ReadString(), new RecordedRoute(new FileStamp(ReadInt64(), ReadInt64()), ReadUses(), List(ReadComplaint)))),
        List(() => new RecordedText(Read7BitEncodedInt(), ReadUses(), List(ReadComplaint))),
        List(ReadComplaint),
        new BuildSummary(Read7BitEncodedInt(), Read7BitEncodedInt(), Read7BitEncodedInt(), ReadLanguage(), List(ReadHeldBack)));

    MessageLanguage? ReadLanguage()
    {
        var (isKnown, language) = (ReadBoolean(), (MessageLanguage)Read7BitEncodedInt());
        return isKnown ? language : null;
    }

    HeldBackDocument ReadHeldBack()
    {
        var (title, path, isPost, reason) = (ReadString(), ReadString(), ReadBoolean(), (HeldBackReason)Read7BitEncodedInt());
        var (isUntil, ticks, offset) = (ReadBoolean(), ReadInt64(), ReadInt64());
        return new HeldBackDocument(title, path, isPost, reason, isUntil ? new DateTimeOffset(ticks, new TimeSpan(offset)) : null);
    }

    RecordedUses ReadUses() => new(ReadBoolean(), ReadBoolean(), List(Read7BitEncodedInt));

    RecordedComplaint ReadComplaint()
    {
        var (rule, message, place) = (ReadString(), ReadMessage(), ReadPlace());
        var (isHint, hint) = (ReadBoolean(), ReadMessage());
        return new RecordedComplaint(rule, message, place, isHint ? hint : null, List(() => new RecordedNote(ReadMessage(), ReadPlace())));
    }

    Message ReadMessage() => new(ReadString(), List<object?>(() => ReadBoolean() ? ReadMessage() : (object)ReadString()));

    RecordedPlace ReadPlace() => new(ReadString(), ReadInt32());

    ContentHash ReadHash() => new(new UInt128(ReadUInt64(), ReadUInt64()));

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
