using System.Globalization;
using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;

namespace SiteGen.Core;

/// <summary>A document as its author asks for it, each part checked.</summary>
/// <param name="Kind">post, interview or page.</param>
/// <param name="Date">The day of a post; for a page null unless one was asked for.</param>
/// <param name="Bundle">A folder with an <c>index.md</c>, for pictures beside it.</param>
public sealed record NewDocumentRequest(string Kind, string Title, string Slug, DateTimeOffset? Date, bool Bundle)
{
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];
    public string? Source { get; init; }
}

/// <summary>A document that is not on disk yet.</summary>
/// <param name="Path">Root-relative, NFC.</param>
public sealed record NewDocument(string Path, string Text)
{
    /// <summary>The document from its archetype; null after complaining, also of what a build would complain of if it were there.</summary>
    public static NewDocument? Make(Site site, NewDocumentRequest wish, BuildOptions options, DiagnosticBag diagnostics)
    {
        var path = PathOf(wish);
        if (Twin(site, path) is { } twin)
        {
            diagnostics.Error("document-exists", "There is such a file already; it was left as it is.", SourcePlace.OfFile(twin), "Give the new one another name with --slug.");
            return null;
        }

        var model = new ArchetypeModel(wish.Kind, wish.Title, wish.Slug, wish.Date is { } date ? Written(date) : null, wish.Speakers, wish.Source);
        if (Archetype.Render(site, model, diagnostics) is not { } text)
            return null;
        var before = diagnostics.ErrorCount;
        Try(site, path, text, options, diagnostics);
        return diagnostics.ErrorCount > before ? null : new NewDocument(path, text);
    }

    /// <summary>Why a text can't be a title, as the end of a sentence; null when it can.</summary>
    public static Message? TitleProblem(string title)
    {
        if (title.Trim().Length == 0)
            return "is empty";
        for (var i = 0; i < title.Length; i++)
        {
            var c = title[i];
            if (c is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029')
                return c == '\t' ? (Message)"holds a tab" : "holds a line break; a title stands on one line";
            if (char.IsSurrogate(c) && !(i + 1 < title.Length && char.IsSurrogatePair(c, title[i + 1])))
                return $"holds half of a character (U+{(int)c:X4})";
            i += char.IsSurrogate(c) ? 1 : 0;
            if (char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF')
                return $"holds U+{(int)c:X4}, which is no character to read";
        }

        return null;
    }

    /// <summary>Who speaks when nobody says so, in the site's language: one who asks and one who answers.</summary>
    public static IReadOnlyList<Speaker> UsualSpeakers(SiteConfig config) =>
        config.Language.StartsWith("ko", StringComparison.Ordinal)
            ? [new Speaker("진행자", "host"), new Speaker("인터뷰이", "guest")]
            : [new Speaker("Host", "host"), new Speaker("Guest", "guest")];

    /// <summary>A post's name begins with its day, so that a folder of posts is in their order; a page's is its address.</summary>
    static string PathOf(NewDocumentRequest wish)
    {
        var name = wish.Kind == "page" ? $"content/pages/{wish.Slug}" : string.Create(CultureInfo.InvariantCulture, $"content/posts/{wish.Date:yyyy-MM-dd}-{wish.Slug}");
        return name + (wish.Bundle ? "/index.md" : ".md");
    }

    /// <summary>A day alone is local to the site's zone; a time of day names its zone, so that it stays that instant when the site moves.</summary>
    static string Written(DateTimeOffset date)
    {
        if (date.TimeOfDay == TimeSpan.Zero)
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.ToString(date.Second == 0 ? "yyyy-MM-dd HH:mm " : "yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }

    /// <summary>A file of that name, or of one that other systems take for the same (other case, decomposed Hangul).</summary>
    static string? Twin(Site site, string path)
    {
        foreach (var file in site.Sources.Files.List(path[..path.IndexOf('/', "content/".Length)]))
        {
            if (Nfc.Normalize(file.Path).Equals(path, StringComparison.OrdinalIgnoreCase))
                return file.Path;
        }

        return null;
    }

    /// <summary>Reads the site as if the document were there; whatever concerns it is an error now rather than at the next build.</summary>
    static void Try(Site site, string path, string text, BuildOptions options, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        SiteBuilder.Plan(new OverlayFiles(site.Sources.Files, path, Encoding.UTF8.GetBytes(text)), options with { Drafts = true, Future = true }, found);
        foreach (var complaint in found.Sorted().Where(complaint => complaint.Severity == Severity.Error))
        {
            if (complaint.Place.Path == path || complaint.Notes.Any(note => note.Place.Path == path))
                diagnostics.Add(complaint);
        }
    }
}
