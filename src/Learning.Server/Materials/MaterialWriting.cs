using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Members.Occupations;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Writes one material the way an import does, so that there is one way in.</summary>
internal sealed class MaterialWriting(LearningDbContext db, MaterialImport import, MaterialSearch search, IndexingWork indexing)
{
    public async Task<Material> WriteAsync(ReadMaterial draft, string organisation, CancellationToken cancellationToken)
    {
        Demand(draft);
        var stored = (await import.StoreAsync([ReadResult.Of("body", null, draft)], organisation, null, cancellationToken))[0];
        if (stored.Problems is [var problem, ..])
        {
            throw problem.ToBrokenRule();
        }

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

        if (((string[])[draft.Key, draft.Title, draft.Summary, draft.Source, draft.Licence]).Any(text => text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t' or '\r'))))
        {
            throw new BrokenRule("material-text-invalid", "The key, title, summary, source or licence holds control characters.", "Leave them out; the text alone has lines.");
        }

        if (draft.Occupations.FirstOrDefault(code => !OccupationCodes.IsKnown(code)) is { } none)
        {
            throw new Problem("occupation-code-invalid", $"'{none}' is no code of the occupational classification of 2022.", "occupations", "Use codes from GET /occupations, such as 4-02-07-08, cut short to mean all below, or retired.").ToBrokenRule();
        }

        if (draft.Prerequisites.Contains(draft.Key, StringComparer.Ordinal))
        {
            throw new Problem("material-prerequisite-invalid", "It asks for itself to be finished before.", "prerequisites", "Name other materials, by their keys.").ToBrokenRule();
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
