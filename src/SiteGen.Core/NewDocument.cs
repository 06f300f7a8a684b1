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

/// <summary>A validated request for a new document.</summary>
/// <param name="Kind">post, interview or page.</param>
/// <param name="Date">The day of a post; for a page null unless one was asked for.</param>
/// <param name="Bundle">A folder with an <c>index.md</c>.</param>
public sealed record NewDocumentRequest(string Kind, string Title, string Slug, DateTimeOffset? Date, bool Bundle)
{
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];
    public string? Source { get; init; }
}

/// <summary>A document that is not on disk yet.</summary>
/// <param name="Path">Root-relative, NFC.</param>
public sealed record NewDocument(string Path, string Text)
{
    /// <summary>The document from its archetype; null after reporting errors, including those of a build with it.</summary>
    public static NewDocument? Make(Site site, NewDocumentRequest wish, BuildOptions options, DiagnosticBag diagnostics)
    {
        var path = PathOf(wish);
        if (Twin(site, path) is { } twin)
        {
            diagnostics.Error("document-exists", "There is such a file already; it was left as it is.", SourcePlace.OfFile(twin),
                "Give the new one another name with --slug.");
            return null;
        }

        var model = new ArchetypeModel(wish.Kind, wish.Title, wish.Slug, wish.Date is { } date ? Written(date)
            : null, wish.Speakers, wish.Source);
        if (Archetype.Render(site, model, diagnostics) is not { } text)
            return null;
        var before = diagnostics.ErrorCount;
        Try(site, path, text, options, diagnostics);
        return diagnostics.ErrorCount > before ? null : new NewDocument(path, text);
    }

    /// <summary>Why a text is not a valid title, as the end of a sentence; null for a valid one.</summary>
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

    /// <summary>The default speakers in the site's language: an interviewer and an interviewee.</summary>
    public static IReadOnlyList<Speaker> UsualSpeakers(SiteConfig config) =>
        config.Language.StartsWith("ko", StringComparison.Ordinal)
            ? [new Speaker("진행자", "host"), new Speaker("인터뷰이", "guest")]
            : [new Speaker("Host", "host"), new Speaker("Guest", "guest")];

    /// <summary>A post's name starts with its date, so that a folder of posts is sorted; a page's is its address.</summary>
    static string PathOf(NewDocumentRequest wish)
    {
        var name = wish.Kind == "page"
            ? $"content/pages/{wish.Slug}"
            : string.Create(CultureInfo.InvariantCulture, $"content/posts/{wish.Date:yyyy-MM-dd}-{wish.Slug}");
        return name + (wish.Bundle ? "/index.md" : ".md");
    }

    /// <summary>A date is in the site's zone; a time has its offset, so that it survives a change of the zone.</summary>
    static string Written(DateTimeOffset date)
    {
        if (date.TimeOfDay == TimeSpan.Zero)
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = date.ToString(date.Second == 0 ? "yyyy-MM-dd HH:mm " : "yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture);
        return time + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }

    /// <summary>A file of that name, or of one that is equal on other systems (other case, decomposed Hangul).</summary>
    static string? Twin(Site site, string path) =>
        site.Sources.Files.List(path[..path.IndexOf('/', "content/".Length)]).Select(file => file.Path)
            .FirstOrDefault(file => Nfc.Normalize(file).Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Plans the site as if the document existed, and reports its errors.</summary>
    static void Try(Site site, string path, string text, BuildOptions options, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var files = new OverlayFiles(site.Sources.Files, path, Encoding.UTF8.GetBytes(text));
        SiteBuilder.Plan(files, options with { Drafts = true, Future = true }, found);
        foreach (var error in found.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error))
        {
            if (error.Place.Path == path || error.Notes.Any(note => note.Place.Path == path))
                diagnostics.Add(error);
        }
    }
}
