using System.Net;
using System.Text;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Rendering;

/// <summary>The page at an alias: a redirect for readers, which keeps the fragment, and a canonical link for search engines.</summary>
public static class RedirectRenderer
{
    public static byte[] Render(RedirectRoute route, Site site)
    {
        var href = WebUtility.HtmlEncode(site.Permalink.Href(route.Target.Path));
        var title = WebUtility.HtmlEncode(route.Target.Title);
        return Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="{WebUtility.HtmlEncode(site.Config.Language)}">
            <head>
            <meta charset="utf-8">
            <title>{title}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <link rel="canonical" href="{WebUtility.HtmlEncode(site.Permalink.Absolute(route.Target.Path))}">
            <script>location.replace("{site.Permalink.Href(route.Target.Path)}" + location.search + location.hash)</script>
            <meta http-equiv="refresh" content="0; url={href}">
            </head>
            <body>
            <h1><a href="{href}">{title}</a></h1>
            </body>
            </html>

            """);
    }
}
