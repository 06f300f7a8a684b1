using System.Net;
using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Preview;

public sealed record PreviewResponse(int Status, string ContentType, byte[] Body, string? Location = null);

/// <summary>Maps addresses to routes as GitHub Pages does. Only what the plan holds is served.</summary>
/// <param name="language">The language of the preview's panel.</param>
public sealed class PreviewRouter(PreviewSite site, Func<PreviewState, MessageLanguage> language)
{
    /// <summary>Holds the preview's own files; no site has such a folder.</summary>
    public const string OwnFolder = "/.sitegen/";

    static readonly byte[] NotRendered = "This file could not be made; the pages say why."u8.ToArray();

    public PreviewResponse Get(RequestTarget target)
    {
        var state = site.State;
        var links = state.Site.Permalink;
        if (InSite(state, target.Path) is not { } path)
        {
            var isRoot = target.Path == "/" || target.Path + "/" == BasePath(state);
            return isRoot ? Redirect(302, links.Href(UrlPath.Root) + target.Query) : Missing(state);
        }

        if (At(state, path) is { } route)
            return Respond(state, route, 200);
        var folder = new UrlPath(path + "/");
        return state.Find(folder.OutputFile) is null ? Missing(state) : Redirect(301, links.Href(folder) + target.Query);
    }

    /// <summary>The route that is served, perhaps the 404 page; null for none and for a redirect.</summary>
    public static Route? RouteOf(PreviewState state, RequestTarget target) =>
        InSite(state, target.Path) is { } path ? At(state, path) ?? state.Find("404.html") : null;

    static string BasePath(PreviewState state) => Permalink.Decode(state.Site.Permalink.Href(UrlPath.Root));

    /// <summary>The path without the base path; null outside of it.</summary>
    static string? InSite(PreviewState state, string path) =>
        BasePath(state) is var basePath && path.StartsWith(basePath, StringComparison.Ordinal) ? path[(basePath.Length - 1)..] : null;

    static Route? At(PreviewState state, string path) =>
        new UrlPath(path).OutputFile is var file ? state.Find(file) ?? state.Find(file + ".html") : null;

    static PreviewResponse Redirect(int status, string location) => new(status, ContentTypes.Text, [], location);

    PreviewResponse Missing(PreviewState state) => state.Find("404.html") is { } page ? Respond(state, page, 404) : EmptyPage(state, 404);

    PreviewResponse Respond(PreviewState state, Route route, int status)
    {
        var type = ContentTypes.Of(route.OutputFile);
        var isHtml = type == ContentTypes.Html;
        if (state.Render(route) is not { } body)
            return isHtml ? EmptyPage(state, 500) : new PreviewResponse(500, ContentTypes.Text, NotRendered);
        return new PreviewResponse(status, type, isHtml ? WithScript(state, body, state.ContentKey(body)) : body);
    }

    /// <summary>The answer to a request that failed by a fault of ours.</summary>
    public PreviewResponse Failed(Exception fault)
    {
        site.Fail(fault);
        return EmptyPage(site.State, 500);
    }

    /// <summary>A page with nothing but the errors and the panel.</summary>
    PreviewResponse EmptyPage(PreviewState state, int status)
    {
        var errors = state.Diagnostics.Where(one => one.Severity == Severity.Error);
        var text = string.Join('\n', errors.Select(one => DiagnosticPrinter.Text(one, language(state))));
        var html = $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{status}</title></head>" +
            $"<body><pre>{WebUtility.HtmlEncode(text)}</pre></body></html>\n";
        return new PreviewResponse(status, ContentTypes.Html, WithScript(state, Encoding.UTF8.GetBytes(html), ""));
    }

    /// <summary>Inserts the preview's script at the end of the body.</summary>
    byte[] WithScript(PreviewState state, byte[] html, string key)
    {
        var end = html.AsSpan().LastIndexOf("</body>"u8);
        var at = end < 0 ? html.Length : end;
        return [.. html.AsSpan(0, at), .. Encoding.UTF8.GetBytes(Script(state, key)), .. html.AsSpan(at)];
    }

    string Script(PreviewState state, string key)
    {
        var folder = state.Site.Permalink.Href(UrlPath.Root) + OwnFolder[1..];
        var tag = language(state) == MessageLanguage.Korean ? "ko" : "en";
        return $"<script type=\"module\" src=\"{folder}preview.js\" data-folder=\"{folder}\" data-key=\"{key}\" " +
            $"data-version=\"{state.Version}\" data-language=\"{tag}\"></script>";
    }
}
