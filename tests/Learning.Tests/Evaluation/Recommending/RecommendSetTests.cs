using System.IO.Compression;
using System.Text;
using Learning.Evaluation.Recommending;
using Learning.Ranking.Stacking;

namespace Learning.Tests.Evaluation.Recommending;

/// <summary>Sets are read as they come: with what is there, without what is not.</summary>
public sealed class RecommendSetTests
{
    [Fact]
    public void Who_did_what_twice_did_it_once_and_what_is_in_train_cannot_be_wanted()
    {
        using var folder = new SetFolder()
            .With("train.inter", SetFolder.Pairs, "ann a", "ann b", "ann a", "bob b")
            .With("test.inter", SetFolder.Pairs, "ann a", "ann c", "ann c", "bob b", "eve a");

        var set = RecommendSet.Read(folder.Path);

        Assert.Equal("small", set.Name);
        Assert.Equal([0, 1], set.Train.Of(0).ToArray());
        Assert.Equal([2], set.Test.Of(0).ToArray());
        Assert.Empty(set.Test.Of(1).ToArray());
        Assert.Equal([0], set.Test.Of(2).ToArray());
        Assert.Equal(1, set.Unwanted);
        Assert.Equal((2, 3), (set.Train.Items, set.Items.Count));
    }

    [Fact]
    public void Columns_nobody_asked_for_are_left_alone_and_the_order_of_columns_is_free()
    {
        using var folder = new SetFolder()
            .With("train.inter", "mood:token item_id:token timestamp:float user_id:token rating:float", "good a 20 ann 3", "bad b 10 ann 1")
            .With("test.inter", SetFolder.Pairs, "ann c")
            .With("user", "age:float user_id:token name:token job:token", "31 ann Ann cook", "40 nobody Max cook");

        var set = RecommendSet.Read(folder.Path);

        Assert.Equal([1, 0], set.Train.Of(0).ToArray());
        Assert.Equal(["age", "name", "job"], set.TraitColumns.Select(column => column.Name));
        Assert.Equal(31, set.TraitColumns[0].Numbers![0]);
    }

    [Fact]
    public void Packed_files_are_read_like_plain_ones()
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a").With("test.inter", SetFolder.Pairs, "ann b");
        var plain = Path.Combine(folder.Path, "small.train.inter");
        using (var packed = new GZipStream(File.Create(plain + ".gz"), CompressionLevel.Fastest)) packed.Write(File.ReadAllBytes(plain));
        File.Delete(plain);

        Assert.Equal(1, RecommendSet.Read(folder.Path).Train.Count);
        Assert.Equal(1, RecommendSet.Read(plain + ".gz").Train.Count);
    }

    [Theory]
    [InlineData("train.inter line 2 has no item_id.", "user_id:token item_id:token", "ann ")]
    [InlineData("train.inter line 2 has 3 cells", "user_id:token item_id:token", "ann a b")]
    [InlineData("train.inter line 2 has no number as timestamp, but 'noon'.", "user_id:token item_id:token timestamp:float", "ann a noon")]
    [InlineData("train.inter line 1 names no column user_id", "person:token item_id:token", "ann a")]
    [InlineData("train.inter holds no row below its first line.", "user_id:token item_id:token")]
    [InlineData("train.inter is empty")]
    public void A_file_that_cannot_be_read_says_where(string said, params string[] lines)
    {
        using var folder = new SetFolder().With("train.inter", lines).With("test.inter", SetFolder.Pairs, "ann b");

        var broken = Assert.Throws<BrokenRule>(() => RecommendSet.Read(folder.Path));

        Assert.Equal("evaluation-data-unreadable", broken.Rule);
        Assert.Contains(said, broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_set_with_half_of_one_and_with_two_is_refused()
    {
        using var folder = new SetFolder();
        Assert.Contains("holds no file NAME.train.inter", Refusal(), StringComparison.Ordinal);
        folder.With("train.inter", SetFolder.Pairs, "ann a");
        Assert.Contains("no small.test.inter", Refusal(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, "other.train.inter"), SetFolder.Pairs);
        Assert.Contains("several sets (other, small)", Refusal(), StringComparison.Ordinal);

        string Refusal() => Assert.Throws<BrokenRule>(() => RecommendSet.Read(folder.Path)).Detail;
    }

    [Theory]
    [InlineData(Situation.AfterADay, "ann c 30", "bob c 30")]
    [InlineData(Situation.WhatCameNext, "ann c 12", "bob c 30")]
    [InlineData(Situation.Anything, "ann c 5", "bob c 6")]
    public void The_clock_tells_how_the_test_was_taken(Situation situation, params string[] test)
    {
        const string head = "user_id:token item_id:token timestamp:float";
        using var folder = new SetFolder().With("train.inter", head, "ann a 10", "ann b 11", "bob a 15", "bob b 20").With("test.inter", [head, .. test]);

        Assert.Equal(situation, RecommendSet.Read(folder.Path).Holdout.Situation);
    }

    [Fact]
    public void Without_times_or_with_one_time_for_all_nothing_is_known_of_order()
    {
        const string head = "user_id:token item_id:token timestamp:float";
        using var folder = new SetFolder().With("train.inter", head, "ann a 0", "ann b 0").With("test.inter", head, "ann c 0");

        var set = RecommendSet.Read(folder.Path);

        Assert.False(set.Train.HasTimes);
        Assert.Equal(Situation.Anything, set.Holdout.Situation);
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void Names_stay_different_whatever_the_file_is_written_in(string encoding)
    {
        var names = encoding == "iso-8859-1" ? ["Caf\u00e9 ", "Caf\u00e8 "] : new[] { "雨天", "雪天" };
        using var folder = new SetFolder().With("test.inter", SetFolder.Pairs, "ann b");
        var text = $"{SetFolder.Pairs}\r\nann\t{names[0]}\r\nann\t{names[1]}\r\n";
        var written = encoding == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        File.WriteAllBytes(Path.Combine(folder.Path, "small.train.inter"), [.. written.GetPreamble(), .. written.GetBytes(text)]);

        Assert.Equal(2, RecommendSet.Read(folder.Path).Train.Items);
    }

    [Fact]
    public void An_age_is_a_number_also_as_a_token_and_a_code_stays_a_word()
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a", "bob a").With("test.inter", SetFolder.Pairs, "ann b")
            .With("user", "user_id:token age:token occupation:token", "ann 31 4", "bob 50 12");

        var columns = RecommendSet.Read(folder.Path).TraitColumns;

        Assert.Equal(31, columns[0].Numbers![0]);
        Assert.Equal("4", columns[1].Words![0]);
    }

    [Fact]
    public void Times_known_of_some_only_are_no_times()
    {
        const string head = "user_id:token item_id:token timestamp:float";
        using var folder = new SetFolder().With("train.inter", head, "ann a 10", "ann b ", "bob a 12").With("test.inter", head, "ann c 20");

        Assert.False(RecommendSet.Read(folder.Path).Train.HasTimes);
    }

    [Theory]
    [InlineData(true, 0.5, 0.25, "ann d")]
    [InlineData(false, 1, 0.375, "ann d", "ann e", "bob c")]
    public void Counts_tell_how_much_of_whom_the_test_asks(bool one, double people, double share, params string[] test)
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a", "ann b", "ann c", "bob a", "bob d").With("test.inter", [SetFolder.Pairs, .. test]);

        var holdout = RecommendSet.Read(folder.Path).Holdout;

        Assert.Equal((one, people, share), (holdout.One, holdout.People, holdout.Share));
    }
}
