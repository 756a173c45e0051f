using CsCheck;
using Learning.Records;
using Learning.Tests.Drivers;

namespace Learning.Tests.Records;

public sealed class HistoryTests
{
    private static readonly Shelf OnTheShelf = new Shelf().Holds("急救").Holds("急救（网页版）", twinOf: "急救").Holds("头盔");

    [Fact]
    public void Studied_to_the_end_is_done_but_brings_no_hours_without_evidence()
    {
        var history = Of(Shelf.Record(Verb.Completed, "急救", Shelf.Now));

        Assert.Contains(Shelf.Id("急救"), history.Done.Keys);
        Assert.Equal(0, Hours(history));
    }

    [Fact]
    public void A_passed_recall_brings_the_hours_of_the_catalogue() =>
        Assert.Equal(0.5m, Hours(Of(Shelf.Record(Verb.Recalled, "急救", Shelf.Now, success: true))));

    [Fact]
    public void A_failed_recall_brings_nothing() =>
        Assert.Equal(0, Hours(Of(Shelf.Record(Verb.Recalled, "急救", Shelf.Now, success: false))));

    [Fact]
    public void The_same_lesson_in_two_wrappers_counts_once() => Assert.Equal(0.5m, Hours(Of(
        Shelf.Record(Verb.Recalled, "急救", Shelf.Now, success: true),
        Shelf.Record(Verb.Recalled, "急救（网页版）", Shelf.Now.AddDays(1), success: true))));

    [Fact]
    public void Hours_belong_to_the_day_of_the_first_evidence()
    {
        var history = Of(
            Shelf.Record(Verb.Recalled, "急救", new DateTimeOffset(2025, 12, 31, 8, 0, 0, TimeSpan.Zero), success: true),
            Shelf.Record(Verb.Recalled, "急救", new DateTimeOffset(2026, 1, 2, 8, 0, 0, TimeSpan.Zero), success: true));

        Assert.Equal(0, history.HoursEarned(OnTheShelf.Catalogue, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal(0.5m, history.HoursEarned(OnTheShelf.Catalogue, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void The_year_ends_where_the_member_lives()
    {
        var history = Of(Shelf.Record(Verb.Recalled, "急救", new DateTimeOffset(2025, 12, 31, 17, 0, 0, TimeSpan.Zero), success: true));
        var (first, last) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

        Assert.Equal(0.5m, history.HoursEarned(OnTheShelf.Catalogue, first, last, timeZone: "Asia/Shanghai"));
        Assert.Equal(0, history.HoursEarned(OnTheShelf.Catalogue, first, last, timeZone: "Europe/London"));
    }

    [Fact]
    public void Saving_takes_a_dismissal_back()
    {
        var history = Of(Shelf.Record(Verb.Dismissed, "头盔", Shelf.Now), Shelf.Record(Verb.Saved, "头盔", Shelf.Now.AddMinutes(1)));

        Assert.Empty(history.Dismissed);
        Assert.Contains(Shelf.Id("头盔"), history.Saved);
    }

    [Fact]
    public void Order_and_repetition_of_arrival_change_nothing() => Gen
        .Select(Gen.Int[0, 5].Select(number => (Verb)number), Gen.Int[0, 2].Select(number => new[] { "急救", "急救（网页版）", "头盔" }[number]), Gen.Int[0, 50], Gen.Bool)
        .Select(drawn => Shelf.Record(drawn.Item1, drawn.Item2, Shelf.Now.AddHours(drawn.Item3), drawn.Item4, $"{drawn}"))
        .List[0, 20]
        .SelectMany(records => Gen.Shuffle(records.Concat(records).ToArray()).Select(shuffled => (records, shuffled)))
        .Sample(pair =>
        {
            var (one, other) = (Of([.. pair.records]), Of(pair.shuffled));
            return one.Done.OrderBy(done => done.Key).SequenceEqual(other.Done.OrderBy(done => done.Key))
                && one.Saved.SetEquals(other.Saved) && one.Dismissed.SetEquals(other.Dismissed) && Hours(one) == Hours(other);
        });

    private static History Of(params LearningRecord[] records) => History.Of(records, OnTheShelf.Catalogue);

    private static decimal Hours(History history) => history.HoursEarned(OnTheShelf.Catalogue, DateOnly.MinValue, DateOnly.MaxValue);
}
