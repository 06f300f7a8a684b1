using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Preview;

/// <summary>An answer to a request: a body, or a place to go instead.</summary>
public sealed record PreviewAnswer(int Status, string ContentType, byte[] Body, string? Location = null);

/// <summary>What is at an address, with the manners of GitHub Pages. Only what the plan holds is there.</summary>
/// <param name="site">The site as it stands.</param>
/// <param name="language">What the preview speaks.</param>
public sealed class PreviewAnswers(PreviewSite site, Func<PreviewState, MessageLanguage> language)
{
    /// <summary>The preview's own files lie below this, where no site has any.</summary>
    public const string OwnFolder = "/.sitegen/";

    static readonly byte[] BodyEnd = "</body>"u8.ToArray();

    public PreviewAnswer Get(RequestTarget target)
    {
        var state = site.State;
        var links = state.Site.Permalink;
        if (InSite(state, target.Path) is not { } path)
            return target.Path == "/" || target.Path + "/" == BasePath(state) ? Redirect(302, links.Href(UrlPath.Root) + target.Query) : Missing(state);
        if (At(state, path) is { } route)
            return Answer(state, route, 200);
        return state.Find(new UrlPath(path + "/").OutputFile) is null ? Missing(state) : Redirect(301, links.Href(new UrlPath(path + "/")) + target.Query);
    }

    /// <summary>The route that answers; null for none, and for a redirect to one.</summary>
    public static Route? RouteOf(PreviewState state, RequestTarget target) => InSite(state, target.Path) is { } path ? At(state, path) ?? state.Find("404.html") : null;

    static string BasePath(PreviewState state) => Permalink.Decode(state.Site.Permalink.Href(UrlPath.Root));

    /// <summary>The path without the base path; null for one outside it.</summary>
    static string? InSite(PreviewState state, string path) => BasePath(state) is var basePath && path.StartsWith(basePath, StringComparison.Ordinal) ? path[(basePath.Length - 1)..] : null;

    static Route? At(PreviewState state, string path) => new UrlPath(path).OutputFile is var file ? state.Find(file) ?? state.Find(file + ".html") : null;

    static PreviewAnswer Redirect(int status, string location) => new(status, "text/plain; charset=utf-8", [], location);

    PreviewAnswer Missing(PreviewState state) =>
        state.Find("404.html") is { } page ? Answer(state, page, 404) : new PreviewAnswer(404, ContentTypes.Html, WithScript(state, Shell("404"), ""));

    PreviewAnswer Answer(PreviewState state, Route route, int status)
    {
        var type = ContentTypes.Of(route.OutputFile);
        var body = state.Render(route);
        if (type != ContentTypes.Html)
            return body is null ? new PreviewAnswer(500, "text/plain; charset=utf-8", "This file could not be made; the pages say why."u8.ToArray()) : new PreviewAnswer(status, type, body);
        return body is null ? new PreviewAnswer(500, type, WithScript(state, Shell("500"), "")) : new PreviewAnswer(status, type, WithScript(state, body, state.ContentKey(body)));
    }

    /// <summary>A page that has nothing but the panel with what is wrong.</summary>
    static byte[] Shell(string title) => Encoding.UTF8.GetBytes($"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body></body></html>\n");

    /// <summary>The page with the preview's script before the end of its body. It is not in built output.</summary>
    byte[] WithScript(PreviewState state, byte[] html, string key)
    {
        var script = Encoding.UTF8.GetBytes(Script(state, key));
        var at = html.AsSpan().LastIndexOf(BodyEnd);
        if (at < 0)
            at = html.Length;
        return [.. html.AsSpan(0, at), .. script, .. html.AsSpan(at)];
    }

    internal string Script(PreviewState state, string key)
    {
        var folder = state.Site.Permalink.Href(UrlPath.Root) + OwnFolder[1..];
        return $"<script type=\"module\" src=\"{folder}preview.js\" data-folder=\"{folder}\" data-key=\"{key}\" data-version=\"{state.Version}\" data-language=\"{(language(state) == MessageLanguage.Korean ? "ko" : "en")}\"></script>";
    }
}
