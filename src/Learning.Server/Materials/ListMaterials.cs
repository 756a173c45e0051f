using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Materials;

/// <summary>What is looked for.</summary>
public sealed class MaterialQuery
{
    /// <summary>Words, in Chinese or English; left out: the whole catalogue.</summary>
    [FromQuery(Name = "q")]
    [StringLength(500)]
    [Description("Words, in Chinese or English; left out: the whole catalogue.")]
    public string? Words { get; init; }

    /// <summary>Only this language.</summary>
    [FromQuery(Name = "language")]
    [AllowedValues("zh", "en", null)]
    [Description("Only this language: zh or en.")]
    public string? Language { get; init; }

    /// <summary>Only this topic.</summary>
    [FromQuery(Name = "topic")]
    [StringLength(100)]
    [Description("Only this topic, by its id.")]
    public string? Topic { get; init; }
}

/// <summary>The catalogue, or what answers words in it.</summary>
internal static class ListMaterials
{
    private const int MostFound = 1000;

    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithSummary("List or search the materials on offer")
        .WithDescription("Search goes by words (BM25) and by meaning (vectors), in Chinese and English. Withdrawn and expired materials are never in it.");

    private static async Task<Ok<Page<MaterialListItem>>> Handle(
        [AsParameters] MaterialQuery query, [AsParameters] PageQuery page, Caller caller, LearningDbContext db, Catalogue catalogue, MaterialSearch search, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var all = string.IsNullOrWhiteSpace(query.Words)
            ? Listed(materials, query, caller, today)
            : await FoundAsync(materials, query, caller, today, db, search, cancellationToken);
        var rest = page.After == Guid.Empty ? all : all.SkipWhile(item => item.Id != page.After).Skip(1);
        return TypedResults.Ok(Page.Of([.. rest.Take(page.SizeAndOne)], page.Size, item => item.Id));
    }

    private static IEnumerable<MaterialListItem> Listed(CatalogueSnapshot materials, MaterialQuery query, Caller caller, DateOnly today) => materials.ById.Values
        .Where(entry => entry.Organisation == caller.Organisation && entry.IsOfferedOn(today)
            && (query.Language is null || entry.Language == query.Language)
            && (query.Topic is null || entry.Topics.Contains(query.Topic)))
        .OrderBy(entry => entry.Id)
        .Select(entry => MaterialListItem.Of(entry));

    private static async Task<IEnumerable<MaterialListItem>> FoundAsync(
        CatalogueSnapshot materials, MaterialQuery query, Caller caller, DateOnly today, LearningDbContext db, MaterialSearch search, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Text = query.Words!,
            Limit = MostFound,
            Filter = new SearchFilter { Language = query.Language, Topic = query.Topic, Organisations = [caller.Organisation], ValidOn = today },
        };
        return from hit in await search.SearchAsync(db, request, cancellationToken)
               let entry = materials.ById.GetValueOrDefault(hit.Material)
               where entry is not null && entry.IsOfferedOn(today)
               select MaterialListItem.Of(entry, hit.Score, hit.Snippet);
    }
}
