using BenchmarkDotNet.Attributes;
using Learning.Indexing;
using Learning.Indexing.Embedded;

namespace Learning.Benchmarks;

/// <summary>One search over 50,000 chunks that are drawn by chance (400 terms, 512 numbers each), the question's vector given; and filling the index with them.</summary>
[Config(typeof(InThisProcess)), MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int Chunks = 50_000;
    private const int Dimension = 512;

    private readonly IndexedMaterial[] materials = new IndexedMaterial[Chunks / 2];
    private readonly EmbeddedIndex index = new();
    private SearchRequest request = new();

    [GlobalSetup]
    public void Fill()
    {
        var drawn = new DrawnTexts(seed: 7);
        for (var number = 0; number < materials.Length; number++) materials[number] = Material(drawn);
        foreach (var batch in materials.Chunk(10_000)) Put(index, batch);
        request = new SearchRequest { Text = drawn.Text(characters: 24), Vectors = [new MaterialVector("drawn", drawn.Vector(Dimension))] };
    }

    [Benchmark]
    public int Words() => Found(request with { Mode = SearchMode.Words });

    [Benchmark]
    public int Vectors() => Found(request with { Mode = SearchMode.Vectors });

    [Benchmark(Baseline = true)]
    public int Hybrid() => Found(request);

    [Benchmark]
    public int Hybrid_within_a_topic() => Found(request with { Filter = new SearchFilter { Topic = "first-aid" } });

    /// <summary>A changed material: the rest of the index is left as it is.</summary>
    [Benchmark]
    public void Put_one_material() => Put(index, [materials[3]]);

    [Benchmark]
    public int Fill_the_index()
    {
        var fresh = new EmbeddedIndex();
        foreach (var batch in materials.Chunk(10_000)) Put(fresh, batch);
        return fresh.Size.Chunks;
    }

    private int Found(SearchRequest asked) => index.SearchAsync(asked, CancellationToken.None).AsTask().GetAwaiter().GetResult().Count;

    private static void Put(EmbeddedIndex index, IndexedMaterial[] materials) => index.PutAsync(materials, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static IndexedMaterial Material(DrawnTexts drawn) => new()
    {
        Id = drawn.Id(),
        Organisation = "drawn",
        Language = "zh",
        Title = drawn.Text(characters: 12),
        Topics = drawn.Once(10) ? ["first-aid"] : [],
        Chunks = [Chunk(drawn), Chunk(drawn)],
    };

    private static IndexedChunk Chunk(DrawnTexts drawn) => new(drawn.Id(), "", drawn.Text(characters: 200), "drawn", drawn.Vector(Dimension));
}
