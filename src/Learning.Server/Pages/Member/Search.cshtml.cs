using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Server.Errors;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>A material that was found.</summary>
/// <param name="Material">The material.</param>
/// <param name="Snippet">The passage that answers.</param>
internal sealed record Found(CatalogueEntry Material, string? Snippet);

/// <summary>Finds materials by words, in both languages, or those like another one.</summary>
internal sealed class SearchPage(Caller caller, LearningDbContext db, Catalogue catalogue, MaterialSearch search, TimeProvider time) : PageModel
{
    private const int Shown = 20;
    private const int LongestWords = 500;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Minutes { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    /// <summary>The material whose like is looked for.</summary>
    public CatalogueEntry? Model { get; private set; }

    public IReadOnlyList<Found> Items { get; private set; } = [];

    public bool IsAsked => !string.IsNullOrWhiteSpace(Asked) || Model is not null || Topic is not null || Language is not null || Minutes is not null;

    public IReadOnlyList<Topic> TopicsThere { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var materials = await catalogue.CurrentAsync(db, HttpContext.RequestAborted);
        var today = LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);
        var offered = materials.ById.Values.Where(entry => entry.Organisation == caller.Organisation && entry.IsOfferedOn(today)).ToDictionary(entry => entry.Id);
        TopicsThere = [.. offered.Values.SelectMany(entry => entry.Topics).Distinct().Select(Topics.Named).OrderBy(topic => topic.In(HttpContext.Language()), StringComparer.CurrentCulture)];
        (Language, Topic) = (Language is "zh" or "en" ? Language : null, string.IsNullOrEmpty(Topic) ? null : Topic);
        Asked = Asked?.Length > LongestWords ? Asked[..LongestWords] : Asked;
        Model = Like is { } id ? offered.GetValueOrDefault(id) : null;
        Items = IsAsked ? [.. (await FoundAsync(offered, today)).Where(found => Minutes is null || found.Material.Minutes <= Minutes).Take(Shown)] : [];
    }

    private async Task<IEnumerable<Found>> FoundAsync(Dictionary<Guid, CatalogueEntry> offered, DateOnly today)
    {
        var words = Model is null ? Asked : $"{Model.Title} {Model.Summary}";
        if (string.IsNullOrWhiteSpace(words))
        {
            return offered.Values.Where(entry => (Language is null || entry.Language == Language) && (Topic is null || entry.Topics.Contains(Topic)))
                .OrderByDescending(entry => entry.CreatedAt).ThenBy(entry => entry.Id).Select(entry => new Found(entry, null));
        }

        var request = new SearchRequest
        {
            Text = words,
            Limit = 200,
            Filter = new SearchFilter { Language = Language, Topic = Topic, Organisations = [caller.Organisation], ValidOn = today },
        };
        return from hit in await search.SearchAsync(db, request, HttpContext.RequestAborted)
               let entry = offered.GetValueOrDefault(hit.Material)
               where entry is not null && entry.Id != Model?.Id
               select new Found(entry, Model is null && hit.Snippet is { } snippet ? SafeMarkdown.Plain(snippet) : null);
    }
}
