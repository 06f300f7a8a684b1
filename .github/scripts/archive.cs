#:property PublishAot=false
// Packs a folder into FOLDER.tar.gz, or FOLDER.zip for Windows, and writes the archive's line of SHA256SUMS to ARCHIVE.sha256.
// The same files give the same bytes, on every system: sorted, without times and owners.
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

var folder = Path.GetFullPath(args[0]);
var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
string[] texts = ["LICENSE", "README.md"];
var isWindows = Path.GetFileName(folder).Contains("-win-", StringComparison.Ordinal);
var archive = folder + (isWindows ? ".zip" : ".tar.gz");
using (var target = File.Create(archive))
{
    if (isWindows)
        WriteZip(target);
    else
        WriteTar(target);
}

var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
File.WriteAllText(archive + ".sha256", $"{sum}  {Path.GetFileName(archive)}\n");
Console.WriteLine($"{archive}: {new FileInfo(archive).Length:N0} bytes");

void WriteTar(Stream target)
{
    using var compressed = new GZipStream(target, CompressionLevel.SmallestSize);
    using var tar = new TarWriter(compressed, TarEntryFormat.Ustar);
    foreach (var file in files)
    {
        using var content = File.OpenRead(file);
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, Path.GetFileName(file))
        {
            DataStream = content,
            ModificationTime = DateTimeOffset.UnixEpoch,
            Mode = (UnixFileMode)Convert.ToInt32(texts.Contains(Path.GetFileName(file)) ? "644" : "755", fromBase: 8),
        });
    }
}

void WriteZip(Stream target)
{
    using var zip = new ZipArchive(target, ZipArchiveMode.Create);
    foreach (var file in files)
    {
        var entry = zip.CreateEntry(Path.GetFileName(file), CompressionLevel.SmallestSize);
        // The earliest time that the format knows.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var content = File.OpenRead(file);
        using var written = entry.Open();
        content.CopyTo(written);
    }
}
