using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Files;

/// <summary>Reports entries of a listing that can't be read, so that they are not taken for nothing.</summary>
static class UnreadEntry
{
    /// <param name="path">In NFC, for the message.</param>
    public static void Report(ISiteFiles files, SiteFile entry, string path, DiagnosticBag diagnostics)
    {
        var place = SourcePlace.OfFile(path);
        switch (entry.Problem)
        {
            case EntryProblem.LeavesFolder:
                diagnostics.Error("file-link", "This symbolic link leads out of the folder; what lies behind it is not published.",
                    place, "Put the file itself here.");
                break;
            case EntryProblem.ListedElsewhere:
                diagnostics.Warning("folder-link",
                    "This symbolic link leads to a folder of the site, which is read once; the link is left out.", place,
                    "To publish its files here too, put a copy here.");
                break;
            case EntryProblem.NotUtf8:
                diagnostics.Error("file-name", "The name is not UTF-8, so nothing can be read by it.", place,
                    "Rename it. Names from old archives are often EUC-KR (CP949).");
                break;
            case EntryProblem.NoFolder:
                ReportNoFolder(path, diagnostics);
                break;
            case EntryProblem.Unlisted:
                files.TryRead(entry.Path, out _, out var problem);
                diagnostics.Error("folder-unreadable", $"The folder can't be read: {problem}.", place,
                    "An unreadable folder is not taken for an empty one. Make it readable, or move it out of the site.");
                break;
        }
    }

    public static void ReportNoFolder(string path, DiagnosticBag diagnostics) => diagnostics.Error(
        "folder-missing", "This is not a folder, and one belongs here.", SourcePlace.OfFile(path),
        "Put the folder back, or delete what stands in its place.");
}
