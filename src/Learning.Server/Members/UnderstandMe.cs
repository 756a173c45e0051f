using System.ComponentModel.DataAnnotations;
using Learning.Plans.Words.FreeWords;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>What a member says in own words.</summary>
/// <param name="Text">When one is free, what one would like to learn.</param>
public sealed record UnderstandRequest([property: Required, StringLength(FreeWordsRules.Longest, MinimumLength = 1)] string Text);

/// <summary>What the words seem to say. Nothing of it holds until it is sent to <c>PUT /me/slots</c>.</summary>
/// <param name="Slots">Weekly times.</param>
/// <param name="Wishes">What the member would like to learn.</param>
/// <param name="NotUnderstood">Parts of the text nothing was made of.</param>
/// <param name="AiGenerated">Whether a language model helped; it may only quote what was said.</param>
public sealed record UnderstoodAnswer(IReadOnlyList<ProposedSlotAnswer> Slots, IReadOnlyList<ProposedWishAnswer> Wishes, IReadOnlyList<string> NotUnderstood, bool AiGenerated);

/// <summary>A weekly time as it was understood.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Start">Start.</param>
/// <param name="Minutes">Length; it ends the same day.</param>
/// <param name="Said">The words it comes from.</param>
/// <param name="Assumed">Whether a part of it was not said and is a guess.</param>
public sealed record ProposedSlotAnswer(DayOfWeek Day, TimeOnly Start, int Minutes, string Said, bool Assumed);

/// <summary>A wish as it was understood.</summary>
/// <param name="Text">In the member's own words.</param>
/// <param name="Topic">The topic it seems to belong to; null when none does.</param>
public sealed record ProposedWishAnswer(string Text, string? Topic);

/// <summary>Turns a member's own words into a proposal.</summary>
internal static class UnderstandMe
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/slots/understand", Handle)
        .WithSummary("Say in your own words when you are free and what you would like to learn")
        .WithDescription("Chinese or English. The answer is a proposal to confirm with PUT /me/slots; nothing is kept. Rules understand it; a language model helps only where one is configured, and may only quote what was said.")
        .WithRequestExample(new UnderstandRequest("我每天晚上十点后有空，想学一下交通事故怎么处理"))
        .NotRepeatable();

    private static async Task<Ok<UnderstoodAnswer>> Handle(UnderstandRequest request, FreeWordsReader reader, CancellationToken cancellationToken)
    {
        var understood = await reader.ReadAsync(request.Text, cancellationToken);
        return TypedResults.Ok(new UnderstoodAnswer(
            [.. understood.Slots.Select(slot => new ProposedSlotAnswer(slot.Day, slot.Start, slot.Minutes, slot.Said, slot.Assumed))],
            [.. understood.Wishes.Select(wish => new ProposedWishAnswer(wish.Text, wish.Topic))],
            understood.NotUnderstood,
            understood.Model is not null));
    }
}
