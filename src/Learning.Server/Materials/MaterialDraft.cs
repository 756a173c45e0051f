using Learning.Materials;

namespace Learning.Server.Materials;

/// <summary>Makes of a request what a reader would have read, with what was left out told from the text.</summary>
internal static class MaterialDraft
{
    public static ReadMaterial Of(MaterialRequest request, string key)
    {
        var language = request.Language ?? LanguageOf.Text(request.Text);
        var minutes = request.Minutes ?? ReadingTime.Minutes(request.Text);
        return new ReadMaterial
        {
            Key = key,
            Title = request.Title.Trim(),
            Text = request.Text,
            Summary = request.Summary ?? "",
            Language = language,
            Topics = request.Topics ?? TopicSuggestions.For(request.Title, request.Text),
            Occupations = request.Occupations ?? [],
            AgeBands = request.AgeBands ?? [],
            Level = request.Level ?? Level.Introductory,
            Prerequisites = request.Prerequisites ?? [],
            Minutes = minutes,
            CreditHours = request.CreditHours ?? ReadingTime.CreditHours(minutes),
            Mode = request.Mode ?? Mode.Read,
            ValidFrom = request.ValidFrom,
            ValidUntil = request.ValidUntil,
            Source = request.Source ?? "",
            Licence = request.Licence ?? "",
            Questions = [.. (request.Questions ?? []).Select(question => new RecallQuestion
            {
                Ask = question.Ask,
                Options = [.. question.Options],
                Answer = question.Answer,
                Evidence = question.Evidence ?? "",
            })],
        };
    }
}
