using Learning.Candidates;
using Learning.Data;
using Learning.Ranking;
using Learning.Server.Ranking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>How it ranks, from the running configuration, for everybody to read.</summary>
[AllowAnonymous]
internal sealed class HowItRanksPage(IRanker ranker, StatisticsKeeper statistics, LearningDbContext db) : PageModel
{
    public AlgorithmView Algorithm { get; private set; } = null!;

    public async Task OnGetAsync() => Algorithm = (await DescribeAlgorithm.Handle(HttpContext, ranker, statistics, db, HttpContext.RequestAborted)).Value!;
}
