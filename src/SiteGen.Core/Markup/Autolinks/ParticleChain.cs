namespace SiteGen.Core.Markup;

/// <summary>The particles and endings that Korean attaches to a foreign word such as a URL.</summary>
static class ParticleChain
{
    /// <summary>First particles; a longer one precedes its own prefixes.</summary>
    static readonly string[] First =
    [
        "이라고요", "이라고", "이라는", "이라며", "이라면", "이라도", "이에요", "이었다", "입니다", "입니까", "으로서", "으로써", "에서부터",
        "에게서", "라고요", "에서", "에게", "으로", "라고", "라는", "라며", "라면", "라도", "로서", "로써", "까지", "부터", "처럼", "보다", "마다",
        "조차", "마저", "밖에", "같이", "하고", "이랑", "이란", "이나", "이며", "이고", "이다", "인데", "인가", "예요", "였다", "께서", "한테",
        "대로", "만큼", "쪽", "등", "을", "를", "은", "는", "이", "가", "의", "에", "께", "로", "와", "과", "랑", "도", "만", "뿐", "란", "나", "며",
        "고", "인", "임", "요",
    ];

    static readonly string[] Following =
    [
        "까지", "부터", "조차", "마저", "만큼", "보다", "처럼", "라도", "이나", "입니다", "이다", "는", "은", "도", "만", "의", "를", "을", "이",
        "가", "나", "서", "요", "와", "과", "로", "에", "에서",
    ];

    /// <summary>Whether the whole run is a particle, perhaps followed by up to two others: 에서는, 까지만.</summary>
    public static bool Is(ReadOnlySpan<char> run)
    {
        foreach (var particle in First)
        {
            if (run.StartsWith(particle) && IsRest(run[particle.Length..], 2))
                return true;
        }

        return false;
    }

    static bool IsRest(ReadOnlySpan<char> run, int most)
    {
        if (run.IsEmpty)
            return true;
        if (most == 0)
            return false;
        foreach (var particle in Following)
        {
            if (run.StartsWith(particle) && IsRest(run[particle.Length..], most - 1))
                return true;
        }

        return false;
    }
}
