using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Publishing;

/// <summary>Where GitHub Pages serves a repository: at the CNAME's domain, at OWNER.github.io, or in a folder below that.</summary>
public static class PagesAddress
{
    /// <summary>Null for a remote that is not on GitHub and has no domain.</summary>
    /// <param name="domain">The published CNAME.</param>
    public static SiteAddress? Of(RemoteAddress remote, string? domain)
    {
        if (domain is not null)
            return new SiteAddress("https://" + domain, "/");
        if ((Repository(remote.Used) ?? Repository(remote.Written)) is not var (owner, name))
            return null;
        var host = owner.ToLowerInvariant() + ".github.io";
        return new SiteAddress("https://" + host, name.Equals(host, StringComparison.OrdinalIgnoreCase) ? "/" : $"/{name}/");
    }

    /// <summary>Warns when the site was built for another address than it will be served at.</summary>
    /// <param name="place">Where the address of the build is configured.</param>
    public static void Check(SiteAddress built, SourcePlace place, RemoteAddress remote, string? domain, DiagnosticBag diagnostics)
    {
        if (Of(remote, domain) is not { } served || Written(served).Equals(Written(built), StringComparison.OrdinalIgnoreCase))
            return;
        var because = domain is not null ? (Message)$"CNAME says {domain}"
            : served.BasePath == "/" ? (Message)"it is the repository of a user or an organization"
            : $"it is the repository {served.BasePath.Trim('/')}";
        diagnostics.Warning("publish-address",
            $"GitHub Pages would serve this site at {Written(served)}, since {because}, " +
            $"but its pages are made for {Written(built)}: links, styles and feeds would lead there.",
            place,
            place.Path.Length == 0 ? (Message)$"Say --base-url {Written(served)}."
            : domain is null ? (Message)$"Write it as `base_url: {Written(served)}`, or name your own `domain`."
            : $"Write it as `base_url: {Written(served)}`, or take `base_url` away and write `domain: {domain}`.");
    }

    static string Written(SiteAddress address) => address.Origin + address.BasePath;

    /// <summary>Owner and name of a repository on github.com, from any form of its address.</summary>
    static (string Owner, string Name)? Repository(string address)
    {
        // https://github.com/owner/name.git, ssh://git@github.com/owner/name, git@github.com:owner/name.git
        var at = address.IndexOf("github.com", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at > 0 && address[at - 1] is not ('/' or '@'))
            return null;
        var path = address[(at + "github.com".Length)..];
        if (path is not ['/' or ':', ..] || path[1..].TrimEnd('/').Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name])
            return null;
        return (owner, name.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name);
    }
}
