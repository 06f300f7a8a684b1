using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Rendering;

/// <summary>The clock of templates: the instant of the build in the site's zone, on every machine.</summary>
sealed class SiteClock(Site site) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        RenderDependencies.NoteClock();
        return site.Now.ToUniversalTime();
    }

    public override TimeZoneInfo LocalTimeZone => site.Config.Zone.Rules;
}
