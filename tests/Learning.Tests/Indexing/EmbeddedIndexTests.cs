using CsCheck;
using Learning.Indexing;
using Learning.Indexing.Embedded;

namespace Learning.Tests.Indexing;

public sealed class EmbeddedIndexTests : SearchIndexContract
{
    private static readonly Gen<(int Lesson, int Text, bool Remove)[]> Changes =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 9], Gen.Int[0, 3].Select(number => number == 0)).Array[1, 120];

    protected override ISearchIndex Index { get; } = new EmbeddedIndex();

    [Fact]
    public void However_it_came_to_be_the_same_content_gives_the_same_answer() => Changes.Sample(changes =>
    {
        var (changed, fresh, content) = (new EmbeddedIndex(), new EmbeddedIndex(), new SortedDictionary<string, IndexedMaterial>(StringComparer.Ordinal));
        foreach (var (lesson, text, remove) in changes)
        {
            var title = $"第{lesson}课安全";
            content.Remove(title);
            if (remove)
            {
                Done(changed.RemoveAsync([Lesson.Id(title)], default));
                continue;
            }

            content[title] = Lesson.Of(title, $"交通 safety {text} 法律{text}条");
            Done(changed.PutAsync([content[title]], default));
        }

        Done(fresh.PutAsync(content.Values, default));
        return changed.Size == fresh.Size && Answers(changed).SequenceEqual(Answers(fresh));
    });

    [Fact]
    public async Task An_untold_language_of_vectors_does_not_disturb_the_mean()
    {
        var material = Lesson.Of("甲") with { Chunks = [Lesson.Chunk("一", "水"), Lesson.Chunk("二", "火", "model-old")] };

        await PutAsync(material);

        Assert.Equal("model-zh", Index.VectorOf(material.Id)?.Model);
    }

    private static IEnumerable<(Guid Material, double Score)> Answers(EmbeddedIndex index) =>
        new[] { "交通安全", "safety 第3课", "法律5条" }
            .SelectMany(text => index.SearchAsync(new SearchRequest { Text = text, Vectors = [Lesson.Question(text)], Limit = 50 }, default).AsTask().Result)
            .Select(hit => (hit.Material, Math.Round(hit.Score, 4)));

    private static void Done(ValueTask task) => Assert.True(task.IsCompletedSuccessfully);
}
