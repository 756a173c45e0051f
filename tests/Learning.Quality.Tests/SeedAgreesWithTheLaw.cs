using System.Text.RegularExpressions;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>Every lesson of the seed is whole, and what it says of the law stands in the law.</summary>
public sealed partial class SeedAgreesWithTheLaw(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<SeedLessonFile> Lessons = SeedLessonFile.ReadAll(Repository.Folder("data/seed/materials"));

    [Fact]
    public void There_are_at_least_240_lessons_180_of_them_Chinese_and_40_English()
    {
        var (chinese, english) = (Lessons.Count(lesson => lesson.Fields.Language == "zh"), Lessons.Count(lesson => lesson.Fields.Language == "en"));

        output.WriteLine($"{Lessons.Count} lessons: {chinese} Chinese, {english} English; {Lessons.Min(lesson => lesson.Characters)} to {Lessons.Max(lesson => lesson.Characters)} characters; {Lessons.Sum(lesson => lesson.Fields.Questions.Count)} questions");
        Assert.True(Lessons.Count >= 240);
        Assert.True(chinese >= 180);
        Assert.True(english >= 40);
    }

    [Fact]
    public void Each_has_300_to_1500_characters_under_its_own_title() => Each(lesson =>
    [
        lesson.Characters is >= 300 and <= 1500 ? null : $"has {lesson.Characters} characters",
        lesson.Body.StartsWith("# " + lesson.Fields.Title + "\n", StringComparison.Ordinal) ? null : "does not begin with its title",
        lesson.Fields.Id == lesson.Name ? null : "has another id than its file",
        Html().IsMatch(lesson.Body) ? "holds HTML" : null,
    ]);

    [Fact]
    public void Each_asks_2_to_4_questions_whose_answers_stand_in_the_text() => Each(lesson =>
    [
        lesson.Fields.Questions.Count is >= 2 and <= 4 ? null : $"asks {lesson.Fields.Questions.Count} questions",
        .. lesson.Fields.Questions.SelectMany(question => new[]
        {
            question.Options.Count is 3 or 4 && question.Options.Distinct().Count() == question.Options.Count ? null : $"{question.Ask} has not three or four different options",
            question.Options.Contains(question.Answer) ? null : $"{question.Ask} has an answer that is no option",
            question.Evidence.Length > 1 && lesson.Body.Contains(question.Evidence, StringComparison.Ordinal) ? null : $"{question.Ask} has evidence that is not in the text",
        }),
    ]);

    [Fact]
    public void Each_presumes_only_lessons_that_exist_and_none_presumes_itself()
    {
        var byId = Lessons.ToDictionary(lesson => lesson.Fields.Id, StringComparer.Ordinal);

        Each(lesson => lesson.Fields.Prerequisites.Select(id => byId.ContainsKey(id) ? null : $"presumes {id}, which is no lesson"));
        Each(lesson => [Presumed(lesson.Fields.Id, []).Contains(lesson.Fields.Id) ? "presumes itself" : null]);

        HashSet<string> Presumed(string id, HashSet<string> found)
        {
            foreach (var before in byId[id].Fields.Prerequisites.Where(found.Add))
            {
                Presumed(before, found);
            }

            return found;
        }
    }

    [Fact]
    public void Each_article_that_is_named_is_listed_with_its_law_and_each_listed_is_named() => Each(lesson =>
    [
        .. Article().Matches(lesson.Body).Select(match => match.Value).Distinct()
            .Select(article => lesson.Fields.Laws.Exists(law => law.Article == article) ? null : $"names {article}, which is not listed"),
        .. LawAndArticle().Matches(lesson.Body).Select(match => (Law: match.Groups["law"].Value, Article: match.Groups["article"].Value))
            .Select(named => lesson.Fields.Laws.Exists(law => law.Article == named.Article && law.IsCalled(named.Law)) ? null : $"names 《{named.Law}》{named.Article}, which is not listed"),
        .. lesson.Fields.Laws.Select(law => lesson.Body.Contains(law.Article, StringComparison.Ordinal) ? null : $"lists {law.Article} and does not name it"),
    ]);

    [Fact]
    public void Each_quotation_stands_in_the_article_it_is_from()
    {
        if (LawTexts.Find() is not { } laws)
        {
            output.WriteLine("No laws to compare with: set LEARNING_LAWS to a folder of laws (docs of just-laws) to check the quotations too.");
            return;
        }

        Each(lesson => lesson.Fields.Laws.Select(law =>
            law.Quote.Length < 10 ? $"quotes fewer than ten characters of {law.Article}"
            : laws.Article(law.Law, law.Article) is not { } text ? $"names {law.Law} {law.Article}, which is not there"
            : text.Contains(LawTexts.Plain(law.Quote), StringComparison.Ordinal) ? null : $"quotes what is not in {law.Law} {law.Article}: {law.Quote}"));
        output.WriteLine($"{Lessons.Sum(lesson => lesson.Fields.Laws.Count)} quotations compared with {laws.Folder}.");
    }

    private static void Each(Func<SeedLessonFile, IEnumerable<string?>> problems) =>
        Assert.Empty(Lessons.SelectMany(lesson => problems(lesson).OfType<string>().Select(problem => $"{lesson.Name} {problem}")));

    [GeneratedRegex("<[a-zA-Z/!]", RegexOptions.None, 1000)]
    private static partial Regex Html();

    [GeneratedRegex(LawTexts.ArticlePattern, RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("《(?<law>[^》]{2,40})》\\s?的?(?<article>" + LawTexts.ArticlePattern + ")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LawAndArticle();
}
