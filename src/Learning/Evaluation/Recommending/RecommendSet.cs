using Learning.Ranking.Recommenders;
using Learning.Ranking.Stacking;

namespace Learning.Evaluation.Recommending;

/// <summary>A recommendation set in RecBole's atomic files: who learned what before, and what of the rest they learned after.</summary>
/// <param name="Name">Its name, NAME in <c>NAME.train.inter</c>.</param>
/// <param name="Train">What was learned before.</param>
/// <param name="Test">What is to be found, by person; pairs that are in train are taken out, as they cannot be recommended.</param>
/// <param name="Traits">Traits of the people; null where there are none.</param>
/// <param name="TraitColumns">The same as they were read, for figures by group.</param>
/// <param name="Items">What is known of the items.</param>
/// <param name="Holdout">How the test was taken from the whole.</param>
/// <param name="Unwanted">How many people of the test have everything in train already.</param>
public sealed record RecommendSet(
    string Name, Interactions Train, Interactions Test, TraitTable? Traits, IReadOnlyList<TraitColumn> TraitColumns, ItemTexts Items, Holdout Holdout, int Unwanted)
{
    /// <summary>Reads the set of a folder, or the one of a file <c>NAME.train.inter</c>.</summary>
    /// <exception cref="BrokenRule">Something is missing or cannot be read; says where.</exception>
    public static RecommendSet Read(string path)
    {
        var (folder, name) = SetFiles.Find(path);
        var (people, items) = (new Numbering(), new Numbering());
        var train = InteractionFile.Read(SetFiles.Of(folder, name, "train.inter")!, people, items);
        if (train.Items.Count == 0) throw DataLines.Unreadable(SetFiles.Of(folder, name, "train.inter")!, 0, "holds no row below its first line.");
        var trained = items.Count;
        var test = InteractionFile.Read(SetFiles.Of(folder, name, "test.inter")!, people, items);
        var about = SetFiles.Of(folder, name, "item") is { } file ? ItemTexts.Read(file, items) : ItemTexts.Unknown;
        var columns = SetFiles.Of(folder, name, "user") is { } users ? TraitFile.Read(users, people) : [];
        // The same moment everywhere is a filler, not a time.
        var times = train.Times?.Exists(when => when != train.Times[0]) == true ? train.Times : null;
        var before = Interactions.Of(people.Count, trained, train.People, train.Items, times);
        var after = Interactions.Of(people.Count, items.Count, test.People, test.Items, test.Times);
        var left = after.Where((person, place) => !before.Of(person).Contains(after.Of(person)[place]));
        var unwanted = Enumerable.Range(0, people.Count).Count(person => left.Of(person).IsEmpty && !after.Of(person).IsEmpty);
        return new RecommendSet(name, before, left, TraitTable.Of(people.Count, columns), columns, about with { Count = items.Count }, Holdout.Of(before, after), unwanted);
    }

    /// <summary>What recommenders may learn from.</summary>
    public TrainingData Training => new(Train, Traits, Directions);

    /// <summary>Directions of the items, by <see cref="ItemDirections"/>; null where nothing is known of them.</summary>
    public IReadOnlyList<float[]>? Directions { get; init; }
}
