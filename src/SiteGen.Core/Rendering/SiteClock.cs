using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Rendering;

/// <summary>What templates take for now and for local: the instant of the build and the site's zone, on every machine.</summary>
sealed class SiteClock(Site site) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        RenderDependencies.NoteClock();
        return site.Now.ToUniversalTime();
    }

    public override TimeZoneInfo LocalTimeZone => site.Config.Zone.Rules;
}
