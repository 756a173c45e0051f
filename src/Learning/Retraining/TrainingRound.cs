using Learning.Indexing;
using Learning.Ranking.Models;
using Learning.Ranking.Scoring;
using Learning.Retraining.Fitting;

namespace Learning.Retraining;

/// <summary>One round of learning, as a function of what goes in: lists, choice, fit, judgement, manifest.</summary>
/// <param name="data">The data.</param>
/// <param name="vectorOf">What the text of a material is about.</param>
/// <param name="options">How many of what.</param>
public sealed class TrainingRound(TrainingData data, Func<Guid, MaterialVector?> vectorOf, RetrainingOptions options)
{
    /// <summary>Id the model gets.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of the data.</summary>
    public required string Hash { get; init; }

    /// <summary>Id of the model that serves.</summary>
    public required string Serving { get; init; }

    /// <summary>Its scorer.</summary>
    public required IScorer ServingScorer { get; init; }

    /// <summary>Whether somebody was erased whom it was trained on.</summary>
    public bool ServingIsMarked { get; init; }

    /// <summary>The moment, for the manifest.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Makes a model; null where too few people did something.</summary>
    /// <param name="until">The end of the data; the last horizon before it is judged on, and nothing of it trained on.</param>
    /// <param name="progress">Told what it does, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public TrainedModel? Make(DateTimeOffset until, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("lists");
        var cut = until.AddDays(-options.HorizonDays);
        var sets = TrainingSets.Of(data, cut, vectorOf, options);
        progress?.Report("judge");
        var judged = sets.Judged(cut);
        if (judged.Count < options.FewestPeople || sets.Lists.Count < options.FewestPeople)
        {
            return null;
        }

        progress?.Report("choose");
        var choice = Choice.Of(sets, cancellationToken);
        progress?.Report("fit");
        var rows = new TrainingRows(sets.Lists);
        var fitted = Fitted.Of(choice.Kind, rows, cancellationToken);
        var scorer = fitted.Scorer();
        var chance = ChanceJudging.Compare(ChanceLine.Of(data, cut, until, options.ListsPerPerson), scorer, ServingScorer);
        var answer = Gate.Ask(judged, Judging.Ndcg(scorer, judged), Judging.Ndcg(ServingScorer, judged), ServingIsMarked, options.SmallestGroup, chance);

        // Whoever did anything is in the statistics that the features were made of, with a list or without.
        var people = ModelPeople.Of(Id, data.People.Where(person => person.Records.Count > 0).Select(person => person.Member.Id));
        var manifest = fitted.Manifest with
        {
            Id = Id,
            Parent = Serving,
            TrainedAt = Now,
            Data = new ModelData(Hash, sets.From, cut, until, people.Count, sets.Lists.Count, sets.Lists.Count(list => list.IsReplayed), rows.Count, Synthetic()),
            Scores = answer.Scores,
            Groups = answer.Groups,
            Chance = chance,
            Chosen = choice.Scores,
            Refusals = answer.Refusals,
            Shown = Drift.Baseline(scorer, judged),
        };
        return new TrainedModel(manifest, fitted.Model, people);
    }

    private double Synthetic()
    {
        var records = data.People.Sum(person => person.Records.Count);
        return records == 0 ? 0 : data.People.Sum(person => person.Records.Count(record => record.Synthetic)) / (double)records;
    }
}

/// <summary>A model with its manifest.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Model">The model.</param>
/// <param name="People">Whom it was trained on.</param>
public sealed record TrainedModel(ModelManifest Manifest, ModelFile Model, ModelPeople People);
