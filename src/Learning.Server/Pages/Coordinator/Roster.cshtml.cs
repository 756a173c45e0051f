using System.Text;
using Learning.Data;
using Learning.Members;
using Learning.Server.Members;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Takes a roster in: what would become of each row is shown first, then it is done.</summary>
[RequestSizeLimit(3 * MostBytes)]
internal sealed class RosterPage(Caller caller, Scope scope, LearningDbContext db, RosterImport import, TimeProvider time) : RefusingPage
{
    // Three times as much arrives when a form escapes its signs.
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The roster as text, which the page carries from the preview to the import.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What becomes of each row; null before there is one.</summary>
    public IReadOnlyList<(RosterOutcome Outcome, string Name)>? Rows { get; private set; }

    public bool IsDone { get; private set; }

    public int CountOf(RosterStatus status) => Rows?.Count(row => row.Outcome.Status == status) ?? 0;

    public void OnGet()
    {
        // The form is all there is.
    }

    /// <summary>Reads the file, does everything, and takes it back: so the preview is what the import will do.</summary>
    public Task<IActionResult> OnPostPreviewAsync(IFormFile? file, string? pasted) => ShowAsync(async () =>
    {
        Text = file is { Length: > 0 } ? await TextOfAsync(file) : pasted ?? "";
        await using var transaction = await db.Database.BeginTransactionAsync(HttpContext.RequestAborted);
        await TakeAsync();
        await transaction.RollbackAsync(HttpContext.RequestAborted);
    });

    public Task<IActionResult> OnPostImportAsync(string? text) => ShowAsync(async () =>
    {
        Text = text ?? "";
        await TakeAsync();
        IsDone = true;
    });

    /// <summary>Nothing is read before a roster is given.</summary>
    protected override Task ReadAsync() => Task.CompletedTask;

    private async Task<IActionResult> ShowAsync(Func<Task> act)
    {
        if (!await TryAsync(act))
        {
            Rows = null;
        }

        return Page();
    }

    private async Task TakeAsync()
    {
        DemandSize(Encoding.UTF8.GetByteCount(Text));
        if (string.IsNullOrWhiteSpace(Text))
        {
            throw new BrokenRule("import-empty", "The form holds no file.", "Add at least one file field.");
        }

        var rows = RosterReader.Read(Encoding.UTF8.GetBytes(Text), RosterForm.Csv, time.GetUtcNow().Year).ToList();
        var outcomes = await import.TakeAsync(rows, Tellers.Coordinator(caller, "roster"), scope.LookedAfter, null, HttpContext.RequestAborted);
        Rows = [.. outcomes.Zip(rows).Select(pair => (pair.First, pair.Second.Profile?.Name ?? ""))];
    }

    private async Task<string> TextOfAsync(IFormFile file)
    {
        DemandSize(file.Length);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, HttpContext.RequestAborted);
        return Path.GetExtension(file.FileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? Sheets.ToCsv(memory, MostBytes)
            : RosterText.Of(memory.ToArray());
    }

    private static void DemandSize(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw Sheets.TooLarge(bytes, MostBytes);
        }
    }
}
