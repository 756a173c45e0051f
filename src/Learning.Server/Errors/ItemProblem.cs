namespace Learning.Server.Errors;

/// <summary>Why one item of a batch failed, in the caller's language.</summary>
/// <param name="Type">Where the rule is explained.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Where">Line, column, field or page; empty where the whole item is meant.</param>
/// <param name="Hint">How to mend it.</param>
public sealed record ItemProblem(string Type, string Title, string Detail, string Rule, string Where, string Hint)
{
    internal static ItemProblem? Of(Problem? problem, HttpContext context)
    {
        if (problem is null)
        {
            return null;
        }

        var language = context.Language();
        return new ItemProblem(
            $"/problems/{problem.Rule}",
            ProblemTexts.Title(problem.Rule, language),
            ProblemTexts.Detail(problem.Rule, language, problem.Detail) ?? problem.Detail,
            problem.Rule,
            problem.Where,
            ProblemTexts.Hint(problem.Rule, language, problem.Hint) ?? problem.Hint);
    }
}
