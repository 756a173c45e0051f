using Learning.Data;
using Learning.Materials;
using Learning.Records;
using Learning.Server.Materials;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>A material, then its questions, then the hours.</summary>
internal sealed class LearnPage(Caller caller, LearningDbContext db, Catalogue catalogue, RecordIntake intake, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The list in which it was shown.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public Guid? Impression { get; set; }

    public Material Material { get; private set; } = null!;

    public SafeText Text { get; private set; } = null!;

    /// <summary>When its lesson was finished first; null while it is not.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When hours were booked for it; null while they are not.</summary>
    public DateTimeOffset? BookedAt { get; private set; }

    public bool IsSaved { get; private set; }

    /// <summary>Id under which an answer will be kept; the same form sent twice counts once.</summary>
    public Guid Attempt { get; private set; }

    /// <summary>Answers just given, by question; null before.</summary>
    public IReadOnlyList<string>? Given { get; private set; }

    /// <summary>What became of them.</summary>
    public LearningRecord? Result { get; private set; }

    public Problem? Failed { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    /// <summary>Grades the answers. The grade is the server's; what the browser says about it counts nothing.</summary>
    public async Task<IActionResult> OnPostRecallAsync(Guid attempt, List<string> answers)
    {
        await FindAsync();
        Given = [.. Material.Questions.Select((_, place) => answers.ElementAtOrDefault(place) ?? "")];
        var outcome = await KeepAsync(attempt, Material.Questions.Count == 0 ? Verb.Completed : Verb.Recalled, Material.Questions.Count == 0 ? null : Given);
        (Result, Failed) = (outcome.Record, outcome.Problem);
        if (Failed is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        await FindAsync();
        await KeepAsync(Guid.CreateVersion7(time.GetUtcNow()), Verb.Saved, null);
        return LocalRedirect($"/learn/{Id}");
    }

    public async Task<IActionResult> OnPostDismissAsync()
    {
        await FindAsync();
        await KeepAsync(Guid.CreateVersion7(time.GetUtcNow()), Verb.Dismissed, null);
        return LocalRedirect("/");
    }

    private async Task<RecordOutcome> KeepAsync(Guid id, Verb verb, IReadOnlyList<string>? answers)
    {
        var submission = new RecordSubmission(id, caller.RequiredMemberId, verb, Id, time.GetUtcNow(), answers, null, Impression);
        return (await intake.TakeAsync([submission], reportedBy: null, HttpContext.RequestAborted))[0];
    }

    private async Task FindAsync() => Material = await GetMaterial.FindAsync(db.Materials.AsNoTracking(), Id, caller, HttpContext.RequestAborted);

    private async Task ReadAsync()
    {
        await FindAsync();
        var materials = await catalogue.CurrentAsync(db, HttpContext.RequestAborted);
        var history = await History.ReadAsync(db, caller.RequiredMemberId, materials, HttpContext.RequestAborted);
        Text = SafeMarkdown.Render(Material.Text, Material.Title);
        DoneAt = history.Done.TryGetValue(Id, out var done) ? done : null;
        BookedAt = history.Verified.TryGetValue(Material.Lesson, out var evidence) ? evidence.At : null;
        IsSaved = history.Saved.Contains(Id);
        Attempt = Guid.CreateVersion7(time.GetUtcNow());
    }
}
