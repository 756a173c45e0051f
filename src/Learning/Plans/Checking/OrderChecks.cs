namespace Learning.Plans.Checking;

/// <summary>What comes before what, and what was fixed by a person.</summary>
internal static class OrderChecks
{
    public static IEnumerable<string> Prerequisites(Evidence evidence)
    {
        foreach (var (item, candidate) in evidence.Known)
        {
            foreach (var prerequisite in candidate.Prerequisites)
            {
                if (!evidence.IsDone(prerequisite) && !(evidence.ItemFor(prerequisite) is { } earlier && Evidence.EndOf(earlier) <= Evidence.StartOf(item)))
                    yield return $"{item.Material} needs {prerequisite}, which is neither done nor earlier.";
            }
        }
    }

    public static IEnumerable<string> Pins(Evidence evidence)
    {
        foreach (var pin in evidence.Problem.Pins.Distinct())
        {
            var respected = evidence.Draft.Items.Any(item => item.Material == pin.Material && item.Date == pin.Date && (pin.Start is null || item.Start == pin.Start));
            var listed = evidence.Draft.Unmet.Any(entry => entry.Kind == UnmetKinds.PinDoesNotFit && entry.Material == pin.Material && entry.By == pin.Date);
            if (!respected && !listed) yield return $"{pin.Material} is fixed to {pin.Date:yyyy-MM-dd} and neither stands there nor is listed as unmet.";
        }
    }
}
