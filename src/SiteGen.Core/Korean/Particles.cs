namespace SiteGen.Core.Korean;

/// <summary>Particles after a word: 면접을, 면접에서는.</summary>
public static class Particles
{
    /// <summary>A shorter stem is likely part of the word (회의, 나이).</summary>
    const int MinStem = 2;

    /// <summary>Longest first.</summary>
    public static readonly IReadOnlyList<string> All = """
        은 는 이 가 을 를 의 에 도 만 과 와 로 으로 에서 에게 에게서 한테 께서 부터 까지 처럼 보다 마다 조차 마저 밖에
        하고 이랑 랑 이나 이며 이고 이다 이라는 라는 이라고 라고 입니다 이에요 예요 이란 란 들 들은 들이 들을 들의 들에게 들도 들과
        에는 에도 에서는 에서도 에게는 에게도 으로는 로는 으로도 으로서 로서 으로써 로써 까지는 까지도 부터는
        만의 만을 만이 과의 와의 과는 와는 에서의 으로의 로의
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .OrderByDescending(particle => particle.Length).ThenBy(particle => particle, StringComparer.Ordinal).ToArray();

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(ReadOnlySpan<char> text) => Lookup.Contains(text);

    /// <summary>The word without its particle; null for none.</summary>
    public static string? Stem(string word)
    {
        var particle = All.FirstOrDefault(one => word.Length - one.Length >= MinStem && word.EndsWith(one, StringComparison.Ordinal));
        return particle is null ? null : word[..^particle.Length];
    }
}
