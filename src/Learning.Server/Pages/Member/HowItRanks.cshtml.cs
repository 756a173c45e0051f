using Learning.Server.Errors;
using Learning.Server.Ranking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>How it ranks, from the running configuration, for everybody to read.</summary>
[AllowAnonymous]
internal sealed class HowItRanksPage(AlgorithmTold told) : PageModel
{
    public AlgorithmView Algorithm { get; private set; } = null!;

    public async Task OnGetAsync() => Algorithm = await told.InAsync(HttpContext.Language(), HttpContext.RequestAborted);
}
