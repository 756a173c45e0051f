namespace Learning.Records.Recall;

/// <summary>
/// How long something learned is remembered: FSRS-6 with its default weights (J. Ye, J. Su and Y. Cao, "A stochastic shortest path algorithm for optimizing spaced repetition
/// scheduling", KDD 2022; formulae and the 21 weights as published by the Open Spaced Repetition project, "The Algorithm"). A function of its input; days are whole.
/// </summary>
public static class Fsrs
{
    /// <summary>The chance of remembering at which something is asked again.</summary>
    public const double Wanted = 0.9;

    private const double LeastStability = 0.001;

    private static readonly double[] W =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    private static readonly double Factor = Math.Pow(Wanted, -1 / W[20]) - 1;

    /// <summary>What is remembered of something after it was learned or recalled for the first time.</summary>
    public static Memory First(Grade grade) => new(Math.Max(LeastStability, W[(int)grade - 1]), Bounded(FirstDifficulty(grade)));

    /// <summary>What is remembered after something was recalled again.</summary>
    /// <param name="before">What was remembered before.</param>
    /// <param name="grade">How well it went.</param>
    /// <param name="days">Days since the time before; 0: on the same day.</param>
    public static Memory Next(Memory before, Grade grade, int days) => new(
        Math.Max(LeastStability, days < 1 ? SameDay(before.Stability, grade) : grade == Grade.Again ? Forgotten(before, days) : Remembered(before, grade, days)),
        NextDifficulty(before.Difficulty, grade));

    /// <summary>The chance of remembering after some days: 0.9 when as many have gone by as the memory is stable.</summary>
    public static double Chance(Memory memory, int days) => Math.Pow(1 + (Factor * Math.Max(0, days) / memory.Stability), -W[20]);

    /// <summary>After how many days the chance has fallen to <see cref="Wanted"/>; at least one.</summary>
    public static int DaysUntilDue(Memory memory) => (int)Math.Clamp(Math.Round(memory.Stability, MidpointRounding.ToEven), 1, 36_500);

    private static double SameDay(double stability, Grade grade)
    {
        var growth = Math.Exp(W[17] * ((int)grade - 3 + W[18])) * Math.Pow(stability, -W[19]);
        return stability * (grade >= Grade.Good ? Math.Max(1, growth) : growth);
    }

    private static double Remembered(Memory before, Grade grade, int days) => before.Stability * (1 + (
        Math.Exp(W[8]) * (11 - before.Difficulty) * Math.Pow(before.Stability, -W[9]) * (Math.Exp((1 - Chance(before, days)) * W[10]) - 1)
        * (grade == Grade.Hard ? W[15] : 1) * (grade == Grade.Easy ? W[16] : 1)));

    private static double Forgotten(Memory before, int days) => Math.Min(
        W[11] * Math.Pow(before.Difficulty, -W[12]) * (Math.Pow(before.Stability + 1, W[13]) - 1) * Math.Exp((1 - Chance(before, days)) * W[14]),
        before.Stability / Math.Exp(W[17] * W[18]));

    private static double FirstDifficulty(Grade grade) => W[4] - Math.Exp(W[5] * ((int)grade - 1)) + 1;

    private static double NextDifficulty(double difficulty, Grade grade) =>
        Bounded((W[7] * FirstDifficulty(Grade.Easy)) + ((1 - W[7]) * (difficulty - ((10 - difficulty) * W[6] * ((int)grade - 3) / 9))));

    private static double Bounded(double difficulty) => Math.Clamp(difficulty, 1, 10);
}

/// <summary>What is remembered of something.</summary>
/// <param name="Stability">Days until the chance of remembering has fallen to 0.9.</param>
/// <param name="Difficulty">How hard it is to make it more stable, 1–10.</param>
public sealed record Memory(double Stability, double Difficulty);

/// <summary>How well something was recalled.</summary>
public enum Grade
{
    /// <summary>Not at all.</summary>
    Again = 1,

    /// <summary>With effort.</summary>
    Hard = 2,

    /// <summary>Well.</summary>
    Good = 3,

    /// <summary>Without thinking.</summary>
    Easy = 4,
}
