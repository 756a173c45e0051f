using Learning.Embeddings;
using Learning.Members.Occupations;

namespace Learning.Tests.Members.Occupations;

/// <summary>Recruiting titles that were taken out of the table are still found, by what stays in it. The weights were chosen on such titles.</summary>
public sealed class NamesHeldOut
{
    [Theory]
    [InlineData(true, 0.70, 0.86)]
    [InlineData(false, 0.52, 0.74)]
    public void A_title_the_table_does_not_know_is_mostly_found(bool withOwnNames, double first, double amongFive)
    {
        using var models = EmbeddingServices.Create(new EmbeddingOptions());
        var table = OccupationTable.Shipped;
        var asked = table.Labels.Where(label => label.Kind == OccupationLabelKind.Recruiting && label.Text.Length > 1).Where((_, place) => place % 5 == 0).ToList();
        var heldOut = asked.Concat(withOwnNames ? [] : table.Labels.Where(label => label.Kind == OccupationLabelKind.Everyday))
            .Select(label => OccupationText.Key(label.Text)).ToHashSet(StringComparer.Ordinal);
        var matcher = OccupationMatcher.Without(heldOut, OccupationSenses.Of(models));

        var places = asked.ConvertAll(label => matcher.Match(label.Text, 5).Candidates.ToList().FindIndex(candidate => candidate.Occupation.Code == table.All[label.Occupation].Code));

        var (shareFirst, shareAmongFive) = ((double)places.Count(place => place == 0) / places.Count, (double)places.Count(place => place >= 0) / places.Count);
        TestContext.Current.SendDiagnosticMessage($"{asked.Count} titles, own names {withOwnNames}: first {shareFirst:0.000}, among five {shareAmongFive:0.000}");
        Assert.True(shareFirst >= first && shareAmongFive >= amongFive, $"first {shareFirst:0.000}, among five {shareAmongFive:0.000}");
    }
}
