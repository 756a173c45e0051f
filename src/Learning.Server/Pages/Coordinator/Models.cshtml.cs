using Hangfire;
using Learning.Data;
using Learning.Members.Occupations;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Retraining;
using Learning.Server.Jobs;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Which model ranks, how good each is and for whom; promote, roll back, train. For administrators.</summary>
[Authorize(Policy = Policies.Administers)]
internal sealed class ModelsPage(ModelStore store, Promotion promotion, TrainingRuns runs, IBackgroundJobClient jobs, LearningDbContext db, TimeProvider time) : RefusingPage
{
    private const int MostTrainings = 10;

    /// <summary>The model set by hand, which needs no training.</summary>
    public static string ByHand => WeightedRanker.Name;

    public ServingModel Serving { get; private set; } = null!;

    public bool IsByHand => Serving.Model == ByHand;

    public IReadOnlyList<ModelManifest> Models { get; private set; } = [];

    public IReadOnlyList<TrainingRun> Trainings { get; private set; } = [];

    public string? Done { get; private set; }

    public Task OnGetAsync(string? done)
    {
        Done = done is "promoted" or "back" or "asked" ? done : null;
        return ReadAsync();
    }

    /// <summary>Lets a model rank. One that the gate refused is promoted only by who ticks that this is known.</summary>
    public Task<IActionResult> OnPostPromoteAsync(string? id, bool force) => TryAsync(Then("promoted"), () => promotion.PromoteAsync(id ?? "", Roles.Administrator, force, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostBackAsync() => TryAsync(Then("back"), () => promotion.RollBackAsync(Roles.Administrator, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostTrainAsync() => TryAsync(Then("asked"), async () =>
    {
        // Whoever presses twice in a minute means one training.
        var run = await runs.AskAsync($"asked {time.GetUtcNow():yyyy-MM-dd HH:mm}", HttpContext.RequestAborted);
        jobs.Enqueue<RetrainingJob>(job => job.DoAsync(run.Id, CancellationToken.None));
    });

    /// <summary>A model in words: what it is and up to when it learned; the id where it is not kept.</summary>
    public string NameOf(string id, Words words) => id == ByHand ? words["c.model-by-hand"]
        : Models.FirstOrDefault(model => model.Id == id) is not { } kept ? id
        : words.Of("c.model-name", ("kind", words["kind." + kept.Kind]), ("day", words.Date(DateOnly.FromDateTime(kept.Data.Until.UtcDateTime))));

    /// <summary>How a model stands, as the end of a key of words.</summary>
    public string StandingOf(ModelManifest model) =>
        model.Id == Serving.Model ? "serves"
        : model.Refusals.Count > 0 ? "refused"
        : Serving.Before.Contains(model.Id) ? "served"
        : Trainings.Any(run => run.Model == model.Id && run.Status == TrainingStatus.Waiting) ? "waits"
        : "passed";

    /// <summary>How many people were erased whom a model was trained on.</summary>
    public int ErasedOf(ModelManifest model) => store.Erased(model.Id)?.Count ?? 0;

    /// <summary>Why the gate refused, in words.</summary>
    public static string Why(string refusal, Words words) => refusal.Split(' ') is ["worse-for", var age, var job]
        ? words.Of("refusal.worse-for", ("age", Age(age == "*" ? null : age, words)), ("job", Job(job == "*" ? null : job, words)))
        : words["refusal." + refusal];

    /// <summary>An age band in words; null: all.</summary>
    public static string Age(string? band, Words words) => words[band is null ? "c.all" : "age." + band];

    /// <summary>An occupation group in words; null: all.</summary>
    public static string Job(string? group, Words words) => group is null ? words["c.all"] : OccupationCodes.NameOf(group, words.Language) ?? group;

    private static string Then(string done) => $"/coordinator/models?done={done}";

    protected override async Task ReadAsync()
    {
        Serving = store.Current();
        Models = store.All();
        Trainings = await db.TrainingRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(MostTrainings).ToListAsync(HttpContext.RequestAborted);
    }
}
