using Learning.Candidates;
using Learning.Data;
using Learning.Materials;
using Learning.Records;
using Microsoft.Extensions.Options;

namespace Learning.Ranking;

/// <summary>Recommends: recall, rank, spread, explain, and keep what was shown.</summary>
public sealed class Recommender(LearningDbContext db, RequestReader reader, IRanker ranker, IOptions<ExplorationOptions> exploration, TimeProvider time)
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
        var list = List(asked, limit);
        var now = time.GetUtcNow();
        var impression = new Impression
        {
            Id = Guid.CreateVersion7(now),
            MemberId = member,
            At = now,
            Model = ranker.Id,
            Personalised = asked.Request.Person is not null,
            Query = asked.Request.Query,
            Propensity = list.Propensity,
            Items = [.. list.Lines.Select((line, place) => new ImpressionItem(
                line.Trace.Material.Id, place + 1, line.Trace.Score, new Dictionary<string, double>(line.Trace.Features, StringComparer.Ordinal), line.Propensity, PoolOf(line)))],
        };
        db.Impressions.Add(impression);
        await db.SaveChangesAsync(cancellationToken);
        var context = new RankingContext(asked.Request);
        return new Recommendation(
            impression.Id, ranker.Id, impression.Personalised, asked.Request.Language,
            [.. list.Lines.Select((line, place) => new RecommendedItem(
                line.Trace.Material, place + 1, line.Trace.Score, line.IsExplored ? [Reasons.Alone(Reasons.Explored)] : Reasons.Of(line.Trace, context)))]);
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

        return Answer(entry, asked, limit);
    }

    /// <summary>The list for a member: ranked, spread, and in the last lines a little left to chance, unless words were asked or personalisation is off.</summary>
    public ExploredList List(MemberRequest asked, int limit) =>
        Listed(asked, ranker.Rank(Recall.Candidates(asked.Request, limit), asked.Request), limit);

    private static List<PooledMaterial>? PoolOf(ExploredLine line) => line.Pool.Count == 0 ? null : [.. line.Pool.Select(trace => new PooledMaterial(
        trace.Material.Id, trace.Features.Where(feature => feature.Value != 0).ToDictionary(StringComparer.Ordinal)))];

    private ExploredList Listed(MemberRequest asked, IReadOnlyList<RankingTrace> ranked, int limit)
    {
        var request = asked.Request;
        var list = Spread.Take(ranked, limit, spreadTopics: request.Query is null, request.VectorOf);
        var chance = request.Person is null || request.Query is not null ? new ExplorationOptions { Share = 0 } : exploration.Value;
        return Exploration.Of(list, ranked, request.Now, chance, Exploration.Seed(asked.Member.Id, request.Today, ranker.Id));
    }

    private WhyNot Answer(CatalogueEntry entry, MemberRequest asked, int limit)
    {
        var request = asked.Request;
        if (Funnel.WhyNot(entry, request) is { } excluded)
        {
            return new WhyNot(entry, null, excluded, [], request.Language);
        }

        var candidates = Recall.Candidates(request, limit);
        var isCandidate = candidates.Contains(entry);
        var ranked = ranker.Rank(isCandidate ? candidates : [.. candidates, entry], request);

        // What no source brought up must not enter the list here either.
        var list = Listed(asked, isCandidate ? ranked : [.. ranked.Where(trace => trace.Material != entry)], limit);
        var own = ranked.First(trace => trace.Material.Id == entry.Id);
        var place = list.Lines.ToList().FindIndex(line => line.Trace.Material.Id == entry.Id) + 1;
        var reasons = place > 0 && list.Lines[place - 1].IsExplored ? [Reasons.Alone(Reasons.Explored)] : Reasons.Of(own, new RankingContext(request));
        return new WhyNot(entry, place > 0 ? place : null, place > 0 ? null : Lower(own, ranked, [.. list.Lines.Select(line => line.Trace)], limit), reasons, request.Language);
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
