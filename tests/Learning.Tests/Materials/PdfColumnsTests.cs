using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class PdfColumnsTests
{
    private static readonly string[] Left = ["Rain makes painted lines and metal covers", "as smooth as soap, and the first minutes", "are the worst. Brake before the corner,", "not in it, and keep both hands on the bar", "until you have come to a full stop there."];
    private static readonly string[] Right = ["Keep the phone in a closed bag, and stop", "under a roof before you answer those who", "ask where you are. Light clothes are seen", "earlier than dark ones, and feet that move", "are what a driver notices before the rest."];

    [Fact]
    public void Two_columns_are_read_one_after_the_other_in_whichever_order_they_were_written()
    {
        var rows = Left.Zip(Right).SelectMany((pair, i) => new[] { (60.0, 700.0 - (14 * i), pair.First), (320.0, 700.0 - (14 * i), pair.Second) }).Prepend((60, 730, "Riding in the rain: what to look out for when the road is wet, and what to leave alone until it is dry")).ToList();

        foreach (var written in new[] { rows, [.. rows.OrderBy(line => line.Item1)] })
        {
            var text = Read(written);
            Assert.EndsWith($"{string.Join(' ', Left)} {string.Join(' ', Right)}", text.Replace("\n\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.StartsWith("Riding in the rain", text.TrimStart('#', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cells_of_a_table_stay_in_their_rows()
    {
        string[] weather = ["dry", "rain", "snow", "ice", "fog"];
        var text = Read([.. weather.SelectMany((cell, i) => new[] { (60.0, 700.0 - (14 * i), cell), (320.0, 700.0 - (14 * i), $"{25 - (5 * i)} km/h") })]);

        Assert.Contains("rain 20 km/h", text, StringComparison.Ordinal);
        Assert.Contains("fog 5 km/h", text, StringComparison.Ordinal);
    }

    private static string Read(IEnumerable<(double, double, string)> placed) => MaterialReaders.Read("page.pdf", Documents.PdfAt(placed)).Single().Material!.Text;
}
