using Learning.Data;
using Learning.Plans.Words.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Learning.Plans.Words;

/// <summary>Says a plan in words. The model drafts where one is configured; what it wrote is read only when it passes the check, else the template speaks and the log says why.</summary>
public sealed partial class Narrator(LearningDbContext db, LanguageModel model, TimeProvider time, ILogger<Narrator> log)
{
    /// <summary>Tells.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="facts">All that may be said.</param>
    /// <param name="about">The lesson, where one is asked about.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The lesson is not in the plan.</exception>
    public async Task<Told> TellAsync(WordsKind kind, PlanFacts facts, Guid? about, CancellationToken cancellationToken)
    {
        if (about is { } id && facts.Items.All(item => item.Material != id))
        {
            throw new BrokenRule("material-not-in-plan", $"The material {id} is not in this plan.", "Use an id of the plan's items.", BrokenRuleKind.NotFound);
        }

        var template = WordsTemplate.Of(kind, facts, about);
        if (!model.IsThere || facts.Items.Count == 0)
        {
            return template;
        }

        // Kept words may name what was withdrawn or may have been written for other facts: they are judged anew each time.
        var kept = await KeptAsync(kind, facts, about, cancellationToken);
        if (kept is not null && WordsCheck.FaultOf(kept.Sentences, facts, about) is null)
        {
            return Told(template, kept);
        }

        var (sentences, fault) = await DraftAsync(kind, facts, about, cancellationToken);
        if (fault is not null)
        {
            LogFallback(kind, facts.Plan, fault, model.Name);
            return template with { Fallback = fault };
        }

        return Told(template, await KeepAsync(kind, facts, about, sentences!, cancellationToken));
    }

    private async Task<(IReadOnlyList<ToldSentence>? Sentences, string? Fault)> DraftAsync(WordsKind kind, PlanFacts facts, Guid? about, CancellationToken cancellationToken)
    {
        var functions = new PlanFunctions(facts, about);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = facts.Language == "zh" ? "简体中文" : "English",
            ["about"] = about?.ToString() ?? "",
        };
        var reply = await model.AskAsync(NameOf(kind), values, functions.ForPrompt, functions.ForModel, cancellationToken);
        if (reply.Fault is not null)
        {
            return (null, reply.Fault);
        }

        var sentences = WordsReply.Read(reply.Text!);
        return sentences is null ? (null, "garbage") : (sentences, WordsCheck.FaultOf(sentences, facts, about));
    }

    private Task<ToldWords?> KeptAsync(WordsKind kind, PlanFacts facts, Guid? about, CancellationToken cancellationToken)
    {
        var asked = about ?? Guid.Empty;
        return db.ToldWords.AsNoTracking()
            .Where(words => words.PlanId == facts.Plan && words.Kind == kind && words.About == asked && words.Language == facts.Language && words.Version == facts.Version && words.Model == model.Name)
            .OrderByDescending(words => words.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ToldWords> KeepAsync(WordsKind kind, PlanFacts facts, Guid? about, IReadOnlyList<ToldSentence> sentences, CancellationToken cancellationToken)
    {
        var words = new ToldWords
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PlanId = facts.Plan,
            Version = facts.Version,
            Kind = kind,
            Language = facts.Language,
            About = about ?? Guid.Empty,
            Sentences = [.. sentences],
            Model = model.Name,
            At = time.GetUtcNow(),
        };
        db.ToldWords.Add(words);
        await db.SaveChangesAsync(cancellationToken);
        return words;
    }

    private static Told Told(Told template, ToldWords words) =>
        template with { Sentences = words.Sentences, Model = words.Model, ContentNumber = words.Id };

    private static string NameOf(WordsKind kind) => kind switch
    {
        WordsKind.Letter => "letter",
        WordsKind.Why => "why",
        _ => "attention",
    };

    [LoggerMessage(LogLevel.Warning, "The template speaks for {Kind} of plan {Plan}: {Reason} (model {Model})")]
    private partial void LogFallback(WordsKind kind, Guid plan, string reason, string model);
}
