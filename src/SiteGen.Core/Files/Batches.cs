using System.Collections.Concurrent;

namespace SiteGen.Core.Files;

/// <summary>Parallel loops whose iterations are short: a thread takes several at a time, and the caller runs a small loop alone.</summary>
static class Batches
{
    const int Size = 8;

    public static void For(int count, Action<int> body)
    {
        if (count > Size)
            Parallel.ForEach(Partitioner.Create(0, count, Size), batch => Run(batch.Item1, batch.Item2, body));
        else
            Run(0, count, body);
    }

    static void Run(int start, int end, Action<int> body)
    {
        for (var i = start; i < end; i++)
            body(i);
    }
}
