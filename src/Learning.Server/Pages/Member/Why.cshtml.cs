using Learning.Data;
using Learning.Ranking;
using Learning.Records;
using Learning.Server.Errors;
using Learning.Server.Ranking;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>Why a lesson is put before me, or why not; and what I can do about it.</summary>
internal sealed class WhyPage(Caller caller, LearningDbContext db, Recommender recommender, RecordIntake intake, TimeProvider time) : PageModel
{
    private const int ListOf = 10;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WhyNot Why { get; private set; } = null!;

    public IReadOnlyList<ReasonView> SpeaksFor { get; private set; } = [];

    /// <summary>Whether the person's traits and history were used.</summary>
    public bool Personalised { get; private set; }

    public async Task OnGetAsync()
    {
        Why = await recommender.WhyNotAsync(caller.RequiredMemberId, Id, ListOf, HttpContext.AskedLanguage(), HttpContext.RequestAborted);
        SpeaksFor = [.. Why.SpeaksFor.Select(reason => Recommend.View(reason, Why.Language))];
        Personalised = (await db.Members.FindAsync([caller.RequiredMemberId], HttpContext.RequestAborted))!.Personalised;
    }

    public async Task<IActionResult> OnPostDismissAsync()
    {
        await KeepAsync(Verb.Dismissed);
        return LocalRedirect($"/why/{Id}");
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        await KeepAsync(Verb.Saved);
        return LocalRedirect($"/why/{Id}");
    }

    private async Task KeepAsync(Verb verb)
    {
        if ((await intake.TakeAsync([Record(verb)], null, HttpContext.RequestAborted))[0].Problem is { } problem)
        {
            throw problem.ToBrokenRule();
        }
    }

    private RecordSubmission Record(Verb verb) => new(Guid.CreateVersion7(time.GetUtcNow()), caller.RequiredMemberId, verb, Id, time.GetUtcNow(), null, null, null);
}
