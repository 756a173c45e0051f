using System.Globalization;

namespace Learning.Plans;

/// <summary>Says what is proven of a plan, and what is not.</summary>
public static class ProofTexts
{
    /// <summary>The sentences.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static IReadOnlyList<string> Of(StoredProof proof, string language)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["passed"] = proof.Checks.Count(check => check.Passed).ToString(CultureInfo.InvariantCulture),
            ["checks"] = proof.Checks.Count.ToString(CultureInfo.InvariantCulture),
            ["percent"] = Percent(proof.Bound ?? 0),
        };
        return [Texts.Of("proof-checks", language, values), Texts.Of("proof-" + Kind(proof), language, values)];
    }

    private static string Kind(StoredProof proof) => proof switch
    {
        { Status: "empty" } => "empty",
        { Bound: null } or { Status: "feasible" } => "feasible",
        { Status: "optimal" } => "optimal",
        { Aim: "required" } => "required",
        { Aim: "hours" } => "hours",
        _ => "worth",
    };

    /// <summary>Rounded up: a bound that is said must hold.</summary>
    private static string Percent(double share) => (Math.Ceiling(Math.Round(share * 10_000, 2)) / 100).ToString("0.##", CultureInfo.InvariantCulture);
}
