using System.Globalization;
using System.Text;
using SiteGen.Core.Files;

namespace SiteGen.Core.Checking;

/// <summary>Recent responses of external servers, in the site's cache: rows of time, kind, address, reason and detail.</summary>
public sealed class ExternalLinkCache(ICacheFiles cache)
{
    const string Name = "external-links";
    static readonly TimeSpan FineFor = TimeSpan.FromDays(7);
    static readonly TimeSpan GoneFor = TimeSpan.FromDays(1);

    readonly Lazy<Dictionary<string, (DateTimeOffset When, ExternalAnswer Answer)>> rows = new(() => Read(cache));

    internal ExternalAnswer? Find(string address, DateTimeOffset now) =>
        rows.Value.TryGetValue(address, out var row) && now - row.When is var age && age >= TimeSpan.Zero
        && age < (row.Answer.Kind == ExternalKind.Fine ? FineFor : GoneFor) ? row.Answer : null;

    /// <summary>Keeps certain answers.</summary>
    internal void Save(IEnumerable<ExternalAnswer> answers, DateTimeOffset now)
    {
        var text = new StringBuilder();
        var certain = answers.Where(answer => answer.Kind != ExternalKind.Unreachable);
        foreach (var (address, kind, reason, detail) in certain.OrderBy(answer => answer.Address, StringComparer.Ordinal))
        {
            var when = Find(address, now) is not null ? rows.Value[address].When : now;
            text.Append(CultureInfo.InvariantCulture, $"{when.UtcDateTime:s}Z\t{kind}\t{address}\t{reason}\t{detail}\n");
        }

        try
        {
            cache.Write(Name, Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The answers are reported anyway.
        }
    }

    static Dictionary<string, (DateTimeOffset When, ExternalAnswer Answer)> Read(ICacheFiles cache)
    {
        var read = new Dictionary<string, (DateTimeOffset When, ExternalAnswer Answer)>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(cache.Read(Name) ?? []).Split('\n'))
        {
            if (line.Split('\t') is [var when, var kind, var address, var why, var detail]
                && DateTimeOffset.TryParse(when, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                && Enum.TryParse<ExternalKind>(kind, out var known) && Enum.TryParse<ExternalReason>(why, out var reason))
                read[address] = (time, new ExternalAnswer(address, known, reason, detail));
        }

        return read;
    }
}
