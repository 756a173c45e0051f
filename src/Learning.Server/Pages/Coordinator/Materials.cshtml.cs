using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Server.Materials;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages.Coordinator;

/// <summary>The catalogue: find, import, see what was withdrawn.</summary>
[RequestSizeLimit(ImportMaterials.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportMaterials.MostBytes)]
internal sealed class MaterialsPage(Caller caller, LearningDbContext db, Catalogue catalogue, MaterialImport import, MaterialSearch search, IndexingWork indexing) : RefusingPage
{
    private const int Shown = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    public IReadOnlyList<CatalogueEntry> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int WithdrawnCount { get; private set; }

    /// <summary>What became of each file or row of an import; null before.</summary>
    public IReadOnlyList<ImportedItem>? Imported { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task OnPostAsync(List<IFormFile> files)
    {
        await TryAsync(async () =>
        {
            if (files.Count == 0)
            {
                throw new BrokenRule("import-empty", "The form holds no file.", "Add at least one file field.");
            }

            var read = new List<ReadResult>();
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                read.AddRange(await MaterialReaders.ReadAsync(file.FileName, content, null, HttpContext.RequestAborted));
            }

            Imported = await import.StoreAsync(read.Select(result => ImportMaterials.Owned(result, caller)), caller.Organisation, null, HttpContext.RequestAborted);
            await search.CatchUpAsync(db, HttpContext.RequestAborted);
            await indexing.SoonAsync(HttpContext.RequestAborted);
        });

        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var all = (await catalogue.CurrentAsync(db, HttpContext.RequestAborted)).ById.Values.Where(entry => entry.Organisation == caller.Organisation).ToList();
        (Count, WithdrawnCount) = (all.Count(entry => !entry.IsWithdrawn), all.Count(entry => entry.IsWithdrawn));
        Rows = [.. all.Where(entry => string.IsNullOrWhiteSpace(Asked) || entry.Title.Contains(Asked.Trim(), StringComparison.OrdinalIgnoreCase) || entry.Key == Asked.Trim())
            .OrderByDescending(entry => entry.CreatedAt).ThenBy(entry => entry.Id).Take(Shown)];
    }
}
