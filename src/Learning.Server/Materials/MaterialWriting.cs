using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Writes one material the way an import does, so that there is one way in.</summary>
internal sealed class MaterialWriting(LearningDbContext db, MaterialImport import, MaterialSearch search, IndexingWork indexing)
{
    public async Task<Material> WriteAsync(ReadMaterial draft, string organisation, CancellationToken cancellationToken)
    {
        Demand(draft);
        var stored = (await import.StoreAsync([ReadResult.Of("body", null, draft)], organisation, null, cancellationToken))[0];
        await search.CatchUpAsync(db, cancellationToken);
        await indexing.SoonAsync(cancellationToken);
        return await db.Materials.AsNoTracking().SingleAsync(material => material.Id == stored.Id, cancellationToken);
    }

    /// <summary>What holds for a material whoever writes it and annotations can't say.</summary>
    private static void Demand(ReadMaterial draft)
    {
        if (draft.ValidUntil < draft.ValidFrom)
        {
            throw new BrokenRule("material-validity-invalid", $"It is offered until {draft.ValidUntil:yyyy-MM-dd}, before it is offered from {draft.ValidFrom:yyyy-MM-dd}.", "Swap the days, or leave one out.");
        }

        if (draft.AgeBands.FirstOrDefault(id => AgeBand.All.All(band => band.Id != id)) is { } unknown)
        {
            throw new BrokenRule("age-band-unknown", $"There is no age band {unknown}.", $"Use {string.Join(", ", AgeBand.All.Select(band => band.Id))}.");
        }

        if (draft.Questions.FirstOrDefault(question => !question.Options.Contains(question.Answer)) is { } open)
        {
            throw new BrokenRule("question-answer-missing", $"The answer to “{open.Ask}” is none of its options.", "Repeat one option word for word as the answer.");
        }
    }
}
