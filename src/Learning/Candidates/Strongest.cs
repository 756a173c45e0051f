using System.Buffers;

namespace Learning.Candidates;

/// <summary>Gives candidates strongest first, equal ones in the order of their ids. Of thousands a few hundred are taken, so a heap is built and popped, and nothing is sorted that nobody asks for.</summary>
internal static class Strongest
{
    /// <summary>The candidates, strongest first.</summary>
    /// <param name="candidates">In any order.</param>
    /// <param name="most">How many there are at most.</param>
    public static IEnumerable<Candidate> First(IEnumerable<Candidate> candidates, int most)
    {
        var heap = ArrayPool<Candidate>.Shared.Rent(Math.Max(1, most));
        try
        {
            var count = 0;
            foreach (var candidate in candidates)
            {
                heap[count++] = candidate;
            }

            for (var parent = (count / 2) - 1; parent >= 0; parent--)
            {
                Sink(heap, parent, count);
            }

            while (count > 0)
            {
                yield return heap[0];
                heap[0] = heap[--count];
                Sink(heap, 0, count);
            }
        }
        finally
        {
            ArrayPool<Candidate>.Shared.Return(heap, clearArray: true);
        }
    }

    private static void Sink(Candidate[] heap, int place, int count)
    {
        var sinking = heap[place];
        for (var child = (2 * place) + 1; child < count; child = (2 * place) + 1)
        {
            if (child + 1 < count && IsBefore(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsBefore(heap[child], sinking))
            {
                break;
            }

            (heap[place], place) = (heap[child], child);
        }

        heap[place] = sinking;
    }

    private static bool IsBefore(in Candidate one, in Candidate other) =>
        one.Score > other.Score || (one.Score == other.Score && one.Material.CompareTo(other.Material) < 0);
}
