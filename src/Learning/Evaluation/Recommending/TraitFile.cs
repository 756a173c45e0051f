using Learning.Ranking.Recommenders;

namespace Learning.Evaluation.Recommending;

/// <summary>A file of who people are: <c>user_id</c> and any number of traits.</summary>
internal static class TraitFile
{
    private static readonly string[] Ages = ["age", "birth_year", "birthyear", "year_of_birth"];

    /// <summary>Reads the traits of the people who are known already; the others cannot be recommended anything to.</summary>
    public static List<TraitColumn> Read(string file, Numbering people)
    {
        AtomicFile head = null!;
        var (user, values) = (0, new List<string?[]>());
        AtomicFile.Read(
            file,
            atomic =>
            {
                (head, user) = (atomic, atomic.Demand("user_id"));
                values.AddRange(atomic.Names.Select(_ => new string?[people.Count]));
            },
            (cells, line) =>
            {
                if (people.Find(head.Text(cells, user, line)) is not { } person) return;
                for (var column = 0; column < cells.Length; column++) values[column][person] = string.IsNullOrWhiteSpace(cells[column]) ? null : cells[column].Trim();
            });
        return [.. Enumerable.Range(0, values.Count).Where(column => column != user).Select(column => Column(head.Names[column], head.Types[column], values[column]))];
    }

    /// <summary>
    /// A column of numbers that is no number in one place is still a column of numbers: the place is not known. An age is a number
    /// also where its file says it is a token; other tokens that look like numbers are codes.
    /// </summary>
    private static TraitColumn Column(string name, string type, string?[] values)
    {
        var numbers = Array.ConvertAll(values, AtomicFile.NumberOf);
        var isAge = Ages.Contains(name, StringComparer.OrdinalIgnoreCase) && numbers.Count(number => number is not null) > values.Count(value => value is not null) / 2;
        return type == "float" || isAge ? new TraitColumn(name, numbers, null) : new TraitColumn(name, null, values);
    }
}
