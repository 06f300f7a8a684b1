namespace SiteGen.Core.Files;

/// <summary>Puts other bytes into an author's file, whole or not at all, and only if nobody changed it meanwhile.</summary>
public static class ChangedFile
{
    /// <summary>Ends the name of the file that takes the new bytes first.</summary>
    internal const string Aside = ".sitegen-new";

    /// <summary>Replaces the bytes in one step; false with the reason when the file has changed or can't be written.</summary>
    /// <param name="before">The bytes that were read.</param>
    public static bool TryWrite(string root, string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, out string problem)
    {
        // A link stays one: what it points to is changed.
        var full = DiskFiles.RealPath(new FileInfo(Path.Combine(Path.GetFullPath(root), path)));
        var aside = full + Aside;
        problem = "it was changed in this very moment";
        try
        {
            if (!before.SequenceEqual(OrdinaryFile.ReadAllBytes(full)))
                return false;
            // One may be left of a killed run.
            File.Delete(aside);
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(after);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, File.GetUnixFileMode(full));
            File.Move(aside, full, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e.Message.TrimEnd('.');
            TemporaryFolder.TryDelete(aside, recursive: false);
            return false;
        }
    }
}
