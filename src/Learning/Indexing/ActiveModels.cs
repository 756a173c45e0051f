using Learning.Data;
using Learning.Embeddings;
using Microsoft.EntityFrameworkCore;

namespace Learning.Indexing;

/// <summary>
/// Which embedding model searches go by, for each language. It is the one that was configured when every text had its vector;
/// while another is being brought in, the old one stays in use until the new one is complete.
/// </summary>
internal static class ActiveModels
{
    /// <summary>Languages of materials.</summary>
    public static readonly string[] Languages = ["zh", "en"];

    public static async Task<Dictionary<string, string>> ReadAsync(LearningDbContext db, EmbeddingModels configured, CancellationToken cancellationToken)
    {
        var facts = await db.StoreFacts.AsNoTracking().Where(fact => fact.Name.StartsWith(Prefix)).ToDictionaryAsync(fact => fact.Name, fact => fact.Text, cancellationToken);
        return Languages.ToDictionary(language => language, language => facts.GetValueOrDefault(Prefix + language) ?? configured.For(language).Id, StringComparer.Ordinal);
    }

    /// <summary>Whether it is written down that a model is complete for a language.</summary>
    public static Task<bool> IsRecordedAsync(LearningDbContext db, string language, string model, CancellationToken cancellationToken) =>
        db.StoreFacts.AnyAsync(fact => fact.Name == Prefix + language && fact.Text == model, cancellationToken);

    /// <summary>
    /// Writes down that a model has a vector of every text in a language, and lets the vectors of others go.
    /// Where another was in use the materials get the next revision: every index goes over to the model as one.
    /// </summary>
    public static async Task SwitchAsync(LearningDbContext db, string language, string model, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var name = Prefix + language;
        if (await db.StoreFacts.Where(fact => fact.Name == name).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Text, model), cancellationToken) == 0)
        {
            db.StoreFacts.Add(new StoreFact { Name = name, Text = model });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
        else
        {
            var revision = await db.NextRevisionAsync(cancellationToken);
            await db.Materials.Where(material => material.Language == language)
                .ExecuteUpdateAsync(set => set.SetProperty(material => material.Revision, revision), cancellationToken);
        }

        await db.ChunkVectors.Where(vector => vector.Model != model && db.Chunks.Any(chunk => chunk.Id == vector.ChunkId && chunk.Language == language))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private const string Prefix = "embedding-model:";
}
