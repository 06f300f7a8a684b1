using System.Diagnostics.CodeAnalysis;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>The base URL of the site.</summary>
/// <param name="Origin">Scheme, host and port: <c>https://name.github.io</c>.</param>
/// <param name="BasePath">The decoded path with a slash at both ends: <c>/</c> or <c>/repo/</c>.</param>
public sealed record SiteAddress(string Origin, string BasePath)
{
    public static readonly SiteAddress Default = new("http://localhost:4000", "/");

    /// <summary>Parses <c>https://host/path/</c>.</summary>
    /// <param name="problem">A phrase that says what is wrong.</param>
    public static bool TryParse(string text, out SiteAddress address, [NotNullWhen(false)] out Message? problem)
    {
        address = Default;
        problem = "it must begin with https:// or http://";
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return false;
        problem = "it may have no user, query (?) or fragment (#)";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            return false;
        problem = null;
        var path = Uri.UnescapeDataString(uri.AbsolutePath).Trim('/');
        address = new SiteAddress(uri.GetLeftPart(UriPartial.Authority), path.Length == 0 ? "/" : "/" + path + "/");
        return true;
    }
}
