using Learning.Candidates;
using Learning.Data;
using Learning.Materials;
using Learning.Records;

namespace Learning.Ranking;

/// <summary>Recommends: recall, rank, spread, explain, and keep what was shown.</summary>
public sealed class Recommender(LearningDbContext db, RequestReader reader, IRanker ranker, TimeProvider time)
{
    /// <summary>Longest list.</summary>
    public const int LongestList = 100;

    /// <summary>Recommends to a member and keeps the list as an impression.</summary>
    /// <param name="member">The member.</param>
    /// <param name="limit">How many, 1–100.</param>
    /// <param name="query">Asked words, or null.</param>
    /// <param name="language">Language in which the answer is read, or null for the member's own.</param>
    /// <param name="cancellationToken">Stops it; then nothing is kept.</param>
    /// <exception cref="BrokenRule">There is no such member.</exception>
    public async Task<Recommendation> RecommendAsync(Guid member, int limit, string? query, string? language, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(member, language, query, cancellationToken);
        var list = List(asked.Request, limit);
        var impression = new Impression
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            MemberId = member,
            At = time.GetUtcNow(),
            Model = ranker.Id,
            Personalised = asked.Request.Person is not null,
            Query = asked.Request.Query,
            Items = [.. list.Select((trace, place) => new ImpressionItem(trace.Material.Id, place + 1, trace.Score, new Dictionary<string, double>(trace.Features, StringComparer.Ordinal)))],
        };
        db.Impressions.Add(impression);
        await db.SaveChangesAsync(cancellationToken);
        var context = new RankingContext(asked.Request);
        return new Recommendation(
            impression.Id, ranker.Id, impression.Personalised, asked.Request.Language,
            [.. list.Select((trace, place) => new RecommendedItem(trace.Material, place + 1, trace.Score, Reasons.Of(trace, context)))]);
    }

    /// <summary>Says why a material is not, or where it is, in the list a member would see now.</summary>
    /// <param name="member">The member.</param>
    /// <param name="material">Any material of the catalogue.</param>
    /// <param name="limit">Length of the list.</param>
    /// <param name="language">Language in which the answer is read, or null for the member's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">There is no such member or material.</exception>
    public async Task<WhyNot> WhyNotAsync(Guid member, Guid material, int limit, string? language, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(member, language, query: null, cancellationToken);
        if (!asked.Request.Catalogue.ById.TryGetValue(material, out var entry) || entry.Organisation != asked.Member.Organisation)
        {
            throw new BrokenRule("material-unknown", $"There is no material {material}.", "Use an id from GET /materials.", BrokenRuleKind.NotFound);
        }

        return Answer(entry, asked.Request, limit);
    }

    /// <summary>The list for a request; a function of the request alone.</summary>
    public IReadOnlyList<RankingTrace> List(CandidateRequest request, int limit) =>
        Spread.Take(ranker.Rank(Recall.Candidates(request, limit), request), limit, spreadTopics: request.Query is null);

    private WhyNot Answer(CatalogueEntry entry, CandidateRequest request, int limit)
    {
        if (Funnel.WhyNot(entry, request) is { } excluded)
        {
            return new WhyNot(entry, null, excluded, [], request.Language);
        }

        var candidates = Recall.Candidates(request, limit);
        var ranked = ranker.Rank([.. candidates.Union([entry])], request);
        var list = Spread.Take(ranked, limit, spreadTopics: true);
        var own = ranked.First(trace => trace.Material.Id == entry.Id);
        var place = list.ToList().FindIndex(trace => trace.Material.Id == entry.Id) + 1;
        return new WhyNot(entry, place > 0 ? place : null, place > 0 ? null : Lower(own, ranked, list, limit), Reasons.Of(own, new RankingContext(request)), request.Language);
    }

    private static Exclusion Lower(RankingTrace own, IReadOnlyList<RankingTrace> ranked, IReadOnlyList<RankingTrace> list, int limit)
    {
        if (list.FirstOrDefault(trace => trace.Material.Lesson == own.Material.Lesson) is { } twin)
        {
            return new Exclusion("same-lesson", ("title", twin.Material.Title));
        }

        var position = ranked.ToList().FindIndex(trace => trace.Material.Id == own.Material.Id) + 1;
        return position <= limit
            ? new Exclusion("topic-share")
            : new Exclusion("ranked-lower", ("position", $"{position}"), ("count", $"{ranked.Count}"), ("limit", $"{limit}"));
    }
}

/// <summary>A list that was shown.</summary>
/// <param name="ImpressionId">Under which it is kept.</param>
/// <param name="Model">Id of the model that ranked.</param>
/// <param name="Personalised">Whether traits and history were used.</param>
/// <param name="Language">Language in which it is read.</param>
/// <param name="Items">The lines, first first.</param>
public sealed record Recommendation(Guid ImpressionId, string Model, bool Personalised, string Language, IReadOnlyList<RecommendedItem> Items);

/// <summary>One line of a list.</summary>
/// <param name="Material">The material.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Score">The ranker's score.</param>
/// <param name="Reasons">Why, strongest first.</param>
public sealed record RecommendedItem(CatalogueEntry Material, int Position, double Score, IReadOnlyList<Reason> Reasons);

/// <summary>Why a material is not in a member's list, or where it is.</summary>
/// <param name="Material">The material.</param>
/// <param name="Position">Its place in the list; null when it is not in it.</param>
/// <param name="Exclusion">What keeps it out; null when it is in.</param>
/// <param name="SpeaksFor">What speaks for it all the same.</param>
/// <param name="Language">Language in which it is read.</param>
public sealed record WhyNot(CatalogueEntry Material, int? Position, Exclusion? Exclusion, IReadOnlyList<Reason> SpeaksFor, string Language)
{
    /// <summary>The answer as a sentence.</summary>
    public string Text => Exclusion is { } exclusion
        ? Texts.Of("exclusion-" + exclusion.Rule, Language, exclusion.Values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal))
        : Texts.Of("exclusion-none", Language, new Dictionary<string, string>(StringComparer.Ordinal) { ["position"] = $"{Position}" });
}
