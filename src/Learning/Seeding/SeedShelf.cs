using Learning.Members;

namespace Learning.Seeding;

/// <summary>
/// The lessons as people see them: how good each is, what a person finds in it, what the calendar does to it.
/// Beside topics there is a taste no topic names, in people and lessons alike; it is what only history can tell.
/// </summary>
internal sealed class SeedShelf
{
    /// <summary>How many numbers the nameless taste has.</summary>
    public const int Factors = 6;

    private const double LatentWeight = 1;
    private const double QualitySpread = 0.6;
    private const double ForTheTrade = 0.9;
    private const double ForTheAge = 0.7;
    private const double OtherLanguage = -5;

    private readonly SeedBook _book;
    private readonly Dictionary<string, int> _places;
    private readonly double[] _quality;
    private readonly double[][] _latent;
    private readonly double[][] _season;

    public SeedShelf(SeedBook book, IEnumerable<SeedLesson> lessons)
    {
        _book = book;
        Lessons = [.. lessons.OrderBy(lesson => lesson.Key, StringComparer.Ordinal)];
        _places = Lessons.Select((lesson, index) => (lesson.Key, index)).ToDictionary(StringComparer.Ordinal);
        Prerequisites = [.. Lessons.Select(lesson => PlacesOf(lesson.Prerequisites).ToArray())];
        Topics = [.. Lessons.SelectMany(lesson => lesson.Topics).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _quality = [.. Lessons.Select(lesson => QualitySpread * ChanceOf(lesson, "quality").Normal())];
        _latent = [.. Lessons.Select(lesson => LatentOf(ChanceOf(lesson, "latent")))];
        _season = [.. Lessons.Select(SeasonOf)];
    }

    /// <summary>The lessons in the order of their keys.</summary>
    public SeedLesson[] Lessons { get; }

    /// <summary>Places of the lessons each one presumes.</summary>
    public int[][] Prerequisites { get; }

    /// <summary>Every topic.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Where lessons stand; those that do not exist are left out.</summary>
    public List<int> PlacesOf(IEnumerable<string> keys) => [.. keys.Where(_places.ContainsKey).Select(key => _places[key])];

    /// <summary>By what the time of the year multiplies the likelihood.</summary>
    public double Season(int lesson, int month) => _season[lesson][month - 1];

    /// <summary>Whether a lesson is on offer.</summary>
    public bool IsOffered(int lesson, DateOnly day) => Lessons[lesson].From <= day && !(day > Lessons[lesson].Until);

    /// <summary>Whether two lessons have the same main topic.</summary>
    public bool ShareTopic(int one, int other) => Lessons[one].Topics[0] == Lessons[other].Topics[0];

    /// <summary>How much each lesson draws a person, as a logarithm of odds; negative infinity where it is not for the person.</summary>
    public double[] AppealTo(SeedPerson person, int year)
    {
        var band = AgeBand.Of(person.Member.AgeIn(year))?.Id;
        return [.. Lessons.Select((lesson, index) => IsFor(lesson, person, band) ? Appeal(person, lesson, index) : double.NegativeInfinity)];
    }

    private static bool IsFor(SeedLesson lesson, SeedPerson person, string? band) =>
        (lesson.Occupations.Count == 0 || lesson.Occupations.Any(group => Occupation.IsWithin(person.Trade.Code, group)))
        && (lesson.AgeBands.Count == 0 || (band is not null && lesson.AgeBands.Contains(band)));

    private double Appeal(SeedPerson person, SeedLesson lesson, int index)
    {
        var topic = lesson.Topics[0];
        var second = lesson.Topics.Count > 1 ? 0.3 * person.Likes.GetValueOrDefault(lesson.Topics[1]) : 0;
        return person.Trade.Likes.GetValueOrDefault(topic) + person.Likes.GetValueOrDefault(topic) + second
            + (LatentWeight / Math.Sqrt(Factors) * Dot(person.Latent, _latent[index]))
            + _quality[index]
            + person.Trade.Modes.GetValueOrDefault(lesson.Mode)
            + (lesson.Occupations.Count > 0 ? ForTheTrade : 0)
            + (lesson.AgeBands.Count > 0 ? ForTheAge : 0)
            + (lesson.Language == person.Member.Language ? 0 : OtherLanguage);
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double[] LatentOf(Chance chance) => [.. Enumerable.Range(0, Factors).Select(_ => chance.Normal())];

    private Chance ChanceOf(SeedLesson lesson, string what) => Chance.Of(_book.Organisation.Seed, what, lesson.Key);

    private double[] SeasonOf(SeedLesson lesson)
    {
        var pull = new double[12];
        foreach (var season in _book.Organisation.Seasons)
        {
            if (season.Topics.Contains(lesson.Topics[0]) || season.Keys.Exists(part => lesson.Key.Contains(part, StringComparison.Ordinal)))
            {
                season.Months.ForEach(month => pull[month - 1] += season.Boost);
            }
        }

        return [.. pull.Select(Math.Exp)];
    }
}
