using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;

namespace Learning.Cli;

/// <summary><c>learning search "words"</c>: what the index finds, best first.</summary>
internal static class Search
{
    private const int MostSnippet = 120;

    public static Command Verb(Words words) => new Command("search", words.Of("help.search"))
    {
        new Argument<string>("WORDS") { Description = words.Of("help.search.words") },
        Topic(words),
        new Option<string?>("--organisation") { Description = words.Of("help.search.organisation"), HelpName = "KEY" },
        Options.OneOf("--mode", words.Of("help.search.mode"), "hybrid", ["words", "vectors", "hybrid"], words),
        Options.Number("--limit", words.Of("help.search.limit"), standard: 10, least: 1, most: 1000, words),
    }.Runs(words, RunAsync);

    private static Option<string?> Topic(Words words)
    {
        var topic = Options.OneOf("--topic", words.Of("help.search.topic"), standard: null, [.. Topics.All.Select(topic => topic.Id)], words);
        topic.HelpName = "TOPIC";
        return topic;
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var text = call.Value<string>("WORDS")!;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new WrongCall("search-empty");
        }

        await call.OpenAsync(cancellationToken);
        var hits = await call.Get<MaterialSearch>().SearchAsync(
            call.Db,
            new SearchRequest
            {
                Text = text,
                Mode = Enum.Parse<SearchMode>(call.Value<string>("--mode")!, ignoreCase: true),
                Limit = call.Value<int>("--limit"),
                Filter = new SearchFilter
                {
                    Language = call.Value<string?>(Options.Language),
                    Organisations = call.Value<string?>("--organisation") is { } organisation ? [organisation] : [],
                    Topic = call.Value<string?>("--topic"),
                    ValidOn = LocalDay.Of(call.Get<TimeProvider>().GetUtcNow(), LocalDay.Usual),
                },
            },
            cancellationToken);
        var catalogue = await call.Get<Catalogue>().CurrentAsync(call.Db, cancellationToken);
        var found = hits.Select((hit, place) => (Hit: hit, Position: place + 1, Material: catalogue.ById[hit.Material])).ToList();
        call.Teller.Answer(
            new
            {
                query = text,
                items = found.Select(one => new
                {
                    material = one.Material.Id, one.Position, one.Material.Key, one.Material.Title, one.Material.Language, one.Material.Topics, one.Material.Minutes, one.Material.CreditHours,
                    one.Hit.Score, one.Hit.Words, one.Hit.Vectors, one.Hit.Snippet,
                }),
            },
            () => found.SelectMany(one => (string[])
            [
                $"{one.Position}. {one.Material.Title}  ({one.Hit.Score:0.000})",
                $"   {MaterialLine.Of(one.Material)}",
                $"   {Plain.Short(one.Hit.Snippet, MostSnippet)}",
            ]).DefaultIfEmpty(call.Words.Of("search.nothing")));
        return Exit.Done;
    }
}
