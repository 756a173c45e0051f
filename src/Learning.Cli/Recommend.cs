using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Ranking;

namespace Learning.Cli;

/// <summary><c>learning recommend MEMBER</c>: the list this member would see now, with its reasons. It is kept as an impression like any other.</summary>
internal static class Recommend
{
    public static Command Verb(Words words) => new Command("recommend", words.Of("help.recommend"))
    {
        MemberNamed.Argument(words),
        Options.Number("--limit", words.Of("help.recommend.limit"), standard: 10, least: 1, most: Recommender.LongestList, words),
        new Option<string?>("--query") { Description = words.Of("help.recommend.query"), HelpName = "WORDS" },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await call.OpenAsync(cancellationToken);
        var member = await MemberNamed.FindAsync(call.Db, call.Value<string>("MEMBER")!, cancellationToken);
        var list = await call.Get<Recommender>().RecommendAsync(member.Id, call.Value<int>("--limit"), call.Value<string?>("--query"), call.Words.Language, cancellationToken);
        var items = list.Items.Select(item => new
        {
            material = item.Material.Id, item.Position, item.Material.Title, item.Material.Summary, item.Material.Language, item.Material.Topics,
            item.Material.Minutes, item.Material.CreditHours, item.Material.Mode, item.Score,
            reasons = item.Reasons.Select(reason => new { reason.Kind, text = reason.In(list.Language), reason.Weight }),
        });
        call.Teller.Answer(
            new { list.ImpressionId, list.Model, list.Personalised, items },
            () => list.Items.SelectMany(item => (string[])
            [
                $"{item.Position}. {item.Material.Title}",
                $"   {MaterialLine.Of(item.Material)}",
                .. item.Reasons.Select(reason => $"   {reason.Weight,4:P0}  {reason.In(list.Language)}"),
            ]).DefaultIfEmpty(call.Words.Of("recommend.nothing")));
        return Exit.Done;
    }
}
