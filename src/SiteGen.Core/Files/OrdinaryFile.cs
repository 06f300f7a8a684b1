using System.Formats.Tar;

namespace SiteGen.Core.Files;

/// <summary>Opens ordinary files only. A pipe waits for a writer, and a device may never end.</summary>
static class OrdinaryFile
{
    public static byte[] ReadAllBytes(string path)
    {
        Check(path);
        return File.ReadAllBytes(path);
    }

    public static FileStream OpenRead(string path)
    {
        Check(path);
        return File.OpenRead(path);
    }

    /// <summary>Whether it has an end that reading comes to. True where there is nothing.</summary>
    public static bool Is(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        // Pipes, sockets and devices have no length.
        return !file.Exists || file.Length > 0 || OperatingSystem.IsWindows() || IsArchivedAsFile(file.FullName);
    }

    static void Check(string path)
    {
        if (!Is(path))
            throw new IOException("it is a pipe, a socket or a device");
    }

    /// <summary>.NET tells the kind of a file only when it makes an archive, which opens ordinary files alone.</summary>
    static bool IsArchivedAsFile(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true))
                writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            // A tar archive holds no sockets.
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
