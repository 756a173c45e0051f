using Learning.Ranking;
using Learning.Tests.Drivers;

namespace Learning.Tests.Ranking.Models;

public sealed class ModelStoreTests : IDisposable
{
    private readonly ModelFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Before_anything_was_trained_the_one_set_by_hand_serves()
    {
        Assert.Equal(WeightedRanker.Name, _models.NewServing().Current().Id);
        Assert.Empty(_models.Store.All());
    }

    [Fact]
    public async Task A_promotion_holds_in_every_process_from_the_next_list_on_and_so_does_the_way_back()
    {
        var (one, other) = (_models.NewServing(), _models.NewServing());
        var model = _models.Keep("20260501-aaaaaaaa");

        await _models.Promotion.PromoteAsync(model, "administrator", evenRefused: false, TestContext.Current.CancellationToken);
        Assert.Equal(model, one.Current().Id);
        Assert.Equal(model, other.Current().Id);

        await _models.Promotion.RollBackAsync("administrator", TestContext.Current.CancellationToken);
        Assert.Equal(WeightedRanker.Name, one.Current().Id);
        Assert.Equal(WeightedRanker.Name, other.Current().Id);
    }

    [Fact]
    public async Task Rolling_back_goes_one_step_at_a_time_until_nothing_served_before()
    {
        foreach (var id in new[] { "20260501-aaaaaaaa", "20260502-bbbbbbbb" })
        {
            await _models.Promotion.PromoteAsync(_models.Keep(id), "gate", evenRefused: false, TestContext.Current.CancellationToken);
        }

        Assert.Equal("20260501-aaaaaaaa", (await _models.Promotion.RollBackAsync("administrator", TestContext.Current.CancellationToken)).Model);
        Assert.Equal(WeightedRanker.Name, (await _models.Promotion.RollBackAsync("administrator", TestContext.Current.CancellationToken)).Model);
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => _models.Promotion.RollBackAsync("administrator", TestContext.Current.CancellationToken));
        Assert.Equal("no-model-before", broken.Rule);
    }

    [Fact]
    public async Task What_the_gate_refused_serves_only_when_a_person_insists()
    {
        var model = _models.Keep("20260501-aaaaaaaa", refusals: ["worse-for 65-plus retired"]);

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => _models.Promotion.PromoteAsync(model, "administrator", evenRefused: false, TestContext.Current.CancellationToken));
        Assert.Equal("model-refused", broken.Rule);
        Assert.Contains("65-plus", broken.Detail, StringComparison.Ordinal);

        await _models.Promotion.PromoteAsync(model, "administrator", evenRefused: true, TestContext.Current.CancellationToken);
        Assert.Equal(model, _models.NewServing().Current().Id);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("NoSuchModel")]
    public async Task An_id_that_is_none_finds_nothing_and_leaves_the_folder(string id)
    {
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => _models.Promotion.PromoteAsync(id, "administrator", evenRefused: true, TestContext.Current.CancellationToken));
        Assert.Equal("model-not-kept", broken.Rule);
    }

    [Fact]
    public async Task A_model_whose_file_was_touched_is_not_promoted_and_one_that_breaks_later_leaves_the_last_good_one_serving()
    {
        var serving = _models.NewServing();
        var good = _models.Keep("20260501-aaaaaaaa");
        var touched = _models.Keep("20260502-bbbbbbbb");
        await _models.Promotion.PromoteAsync(good, "gate", evenRefused: false, TestContext.Current.CancellationToken);
        Assert.Equal(good, serving.Current().Id);
        await File.AppendAllTextAsync(Path.Combine(_models.Path, touched, "model"), " ", TestContext.Current.CancellationToken);

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => _models.Promotion.PromoteAsync(touched, "gate", evenRefused: false, TestContext.Current.CancellationToken));
        Assert.Equal("model-unreadable", broken.Rule);

        _models.Store.Put(new Learning.Ranking.Models.ServingModel(touched, null, "", [good]));
        Assert.Equal(good, serving.Current().Id);
        Assert.NotEmpty(serving.Problem());
    }

    [Fact]
    public void What_a_killed_training_left_is_no_model_and_is_taken_away()
    {
        var left = Directory.CreateDirectory(Path.Combine(_models.Path, ".making-20260501-aaaaaaaa"));
        File.WriteAllText(Path.Combine(left.FullName, "manifest.json"), "{\"id\":");

        Assert.Empty(_models.Store.All());
        _models.Keep("20260501-aaaaaaaa");
        Assert.Single(_models.Store.All());
        Assert.False(Directory.Exists(left.FullName));
    }

    [Fact]
    public async Task The_oldest_go_but_never_the_one_that_serves_nor_the_one_before_it()
    {
        await _models.Promotion.PromoteAsync(_models.Keep("20260501-aaaaaaaa", day: 1), "gate", evenRefused: false, TestContext.Current.CancellationToken);
        await _models.Promotion.PromoteAsync(_models.Keep("20260502-bbbbbbbb", day: 2), "gate", evenRefused: false, TestContext.Current.CancellationToken);
        for (var day = 3; day < 9; day++)
        {
            _models.Keep($"2026050{day}-cccccccc", day: day);
        }

        _models.Store.Prune(keep: 2);

        Assert.Equal(["20260508-cccccccc", "20260507-cccccccc", "20260502-bbbbbbbb", "20260501-aaaaaaaa"], _models.Store.All().Select(manifest => manifest.Id));
    }

    [Fact]
    public void Erasing_a_member_marks_each_model_trained_on_them_once_and_forgets_the_member()
    {
        var (gone, stays) = (Shelf.Id("gone"), Shelf.Id("stays"));
        var with = _models.Keep("20260501-aaaaaaaa", people: [gone, stays]);
        var without = _models.Keep("20260502-bbbbbbbb", people: [stays]);

        Assert.Equal(1, _models.Store.MarkErased(gone, Shelf.Now));
        Assert.Equal(0, _models.Store.MarkErased(gone, Shelf.Now));

        Assert.Equal(1, _models.Store.Erased(with)!.Count);
        Assert.Null(_models.Store.Erased(without));
    }

    [Fact]
    public void The_file_of_people_tells_nobody_who_they_are()
    {
        var member = Shelf.Id("somebody");
        _models.Keep("20260501-aaaaaaaa", people: [member]);
        var bytes = File.ReadAllBytes(Path.Combine(_models.Path, "20260501-aaaaaaaa", "people"));

        Assert.Equal(-1, bytes.AsSpan().IndexOf(member.ToByteArray().AsSpan(0, 8)));
        Assert.Equal(16 + 8, bytes.Length);
    }
}
