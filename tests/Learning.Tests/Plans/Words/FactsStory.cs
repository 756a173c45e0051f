using Learning.Plans.Words;

namespace Learning.Tests.Plans.Words;

/// <summary>A plan of two lessons, to be told.</summary>
internal static class FactsStory
{
    public static readonly Guid Rain = new("01890000-0000-7000-8000-000000000001");
    public static readonly Guid Milk = new("01890000-0000-7000-8000-000000000002");

    public static PlanFacts In(string language, string? rainTitle = null, string rainSummary = "") => new()
    {
        Plan = new Guid("01890000-0000-7000-8000-000000000099"),
        Version = 2,
        Language = language,
        From = new DateOnly(2027, 1, 4),
        Until = new DateOnly(2027, 1, 31),
        Weeks = 4,
        Items =
        [
            new ItemFact(Rain, rainTitle ?? (language == "zh" ? "雨天骑行三件事" : "Three things in the rain"), rainSummary, new DateOnly(2027, 1, 4), new TimeOnly(20, 30), 25, Mode.Read, 0.6m)
            {
                Reasons = [language == "zh" ? "为您的职业编写" : "Made for people in your occupation"],
                Due = new DateOnly(2027, 1, 15),
                NeededBy = [Milk],
            },
            new ItemFact(Milk, language == "zh" ? "冷链与牛奶" : "Cold chain and milk", "", new DateOnly(2027, 1, 6), new TimeOnly(7, 5), 40, Mode.Listen, 0.9m)
            {
                Reasons = [language == "zh" ? "与您学过的《食品安全十问》内容相近" : "Close to what you finished: Ten questions about food"],
                Needs = [Rain],
            },
        ],
        Hours = [new HoursFact(language == "zh" ? "每年集中学习培训不少于 32 学时" : "At least 32 hours of group study and training a year", 32, 12.5m, 1.5m, new DateOnly(2027, 12, 31), false)],
        Unmet = [language == "zh" ? "截至2027年1月31日，还差 3 学时排不下。" : "3 credit hours do not fit by 31 Jan 2027."],
        Checks = 18,
    };
}
