namespace Learning.Materials.Readers;

/// <summary>Raw item → draft: names become fields, fields become values, gaps are filled and named. The one place where all formats meet.</summary>
internal static class Drafts
{
    private const int ShortCharacters = 500;
    private const decimal MostCreditHours = 13.3m;

    public static ReadResult From(RawMaterial raw, SourceFile file)
    {
        var told = FieldNames.Told(raw.Fields);
        var fields = new FieldReader(told, raw.Line);
        var text = raw.IsCatalogueRow ? fields.Text(FieldNames.Text) ?? raw.Text : raw.Text;
        var estimated = new List<string>();
        var key = Key(fields, file, raw, estimated);
        var title = Title(fields, raw, text, file, estimated);
        var summary = Summary(fields, raw, title, text, file.Limits, estimated);
        var questions = QuestionReader.Read(fields, text, file.Limits.Questions);
        CheckText(fields, text, raw, file.Limits);
        var (minutes, credit) = Time(fields, text, questions.Count, estimated);
        var draft = new ReadMaterial
        {
            Key = key,
            Organisation = Short(fields, FieldNames.Organisation),
            Title = title,
            Summary = summary,
            Language = Language(fields, raw, title + "\n" + text, file.Options, estimated),
            Topics = TopicsOf(fields, title, text, estimated),
            Occupations = Audience.Occupations(fields, file.Options.OccupationOf),
            AgeBands = Audience.AgeBands(fields),
            Level = fields.Choice(FieldNames.Level, Words.Levels) ?? Level.Introductory,
            Prerequisites = Prerequisites(fields, key),
            CreditHours = credit,
            Minutes = minutes,
            Mode = fields.Choice(FieldNames.Mode, Words.Modes) ?? Mode.Read,
            ValidFrom = fields.Date(FieldNames.ValidFrom),
            ValidUntil = fields.Date(FieldNames.ValidUntil),
            Source = Short(fields, FieldNames.Source) ?? raw.SourceHint ?? "",
            Licence = Short(fields, FieldNames.Licence) ?? "",
            Text = text.Trim().Length > 0 ? text.Trim('\n') : summary,
            Questions = questions,
            Estimated = estimated,
        };
        if (draft.ValidFrom > draft.ValidUntil)
            fields.Refuse(FieldNames.ValidUntil, "is before validFrom", "Exchange or correct the dates.");
        return fields.Problems.Count > 0 ? ReadResult.Failed(file.Name, raw.Line, fields.Problems) : ReadResult.Of(file.Name, raw.Line, draft);
    }

    private static string Key(FieldReader fields, SourceFile file, RawMaterial raw, List<string> estimated)
    {
        if (fields.Text(FieldNames.Id) is { } told)
        {
            if (told.Length > ShortCharacters || told.Contains('\n', StringComparison.Ordinal))
                fields.Refuse(FieldNames.Id, $"is longer than {ShortCharacters} characters or has several lines", "Give it a short name of one line.");
            return told;
        }

        estimated.Add(FieldNames.Id);
        return raw.Line is { } line ? $"{file.FallbackKey}#{fields.Text(FieldNames.Title) ?? line.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : file.FallbackKey;
    }

    private static string Title(FieldReader fields, RawMaterial raw, string text, SourceFile file, List<string> estimated)
    {
        var title = fields.Text(FieldNames.Title);
        if (title is null && raw.IsCatalogueRow)
        {
            if (!fields.Has(FieldNames.Title))
                fields.Problems.Add(Problems.TitleMissing(fields.Where(FieldNames.Title)));
            return "";
        }

        if (title is null)
        {
            estimated.Add(FieldNames.Title);
            title = raw.TitleHint ?? Markup.FirstHeading(text) ?? file.FallbackTitle;
        }

        title = Markup.OneLine(title);
        if (title.Length > file.Limits.TitleCharacters)
            fields.Problems.Add(Problems.TitleTooLong(title.Length, file.Limits.TitleCharacters, fields.Where(FieldNames.Title)));
        return title;
    }

    private static string Summary(FieldReader fields, RawMaterial raw, string title, string text, ReadLimits limits, List<string> estimated)
    {
        if (fields.Text(FieldNames.Summary) is { } told)
        {
            if (told.Length > limits.SummaryCharacters)
                fields.Refuse(FieldNames.Summary, $"has {told.Length} characters; {limits.SummaryCharacters} are allowed", "Shorten it; the text may be long.");
            return told;
        }

        if (raw.SummaryHint is { Length: > 0 } hint && hint.Length <= limits.SummaryCharacters)
            return Markup.OneLine(hint);
        estimated.Add(FieldNames.Summary);
        return FirstSentences.Of(text, title);
    }

    private static string Language(FieldReader fields, RawMaterial raw, string text, ReadOptions options, List<string> estimated)
    {
        if (fields.Text(FieldNames.Language) is { } told)
        {
            if (LanguageOf.Told(told) is { } known)
                return known;
            fields.Refuse(FieldNames.Language, $"is neither Chinese nor English: {Problems.Shown(told)}", "Write zh or en, or leave it out.");
            return "zh";
        }

        // What a page's frame says (lang="en" left over from a template) yields to what its text plainly is.
        var detected = LanguageOf.Text(text, options.Language ?? "zh");
        if (LanguageOf.Told(raw.LanguageHint) is { } hinted && (hinted == detected || !LanguageOf.IsPlainly(detected, text)))
            return hinted;
        if (options.Language is { } known2 && LanguageOf.Told(known2) is { } option)
            return option;
        estimated.Add(FieldNames.Language);
        return detected;
    }

    private static IReadOnlyList<string> TopicsOf(FieldReader fields, string title, string text, List<string> estimated)
    {
        var told = fields.List(FieldNames.Topics).Select(Words.Topic).Distinct(StringComparer.Ordinal).ToList();
        if (told.Count > 0)
            return Words.Bounded(fields, FieldNames.Topics, told);
        var suggested = TopicSuggestions.For(title, text);
        if (suggested.Count > 0)
            estimated.Add(FieldNames.Topics);
        return suggested;
    }

    private static List<string> Prerequisites(FieldReader fields, string key)
    {
        var told = Words.Bounded(fields, FieldNames.Prerequisites, fields.List(FieldNames.Prerequisites));
        if (told.Contains(key, StringComparer.Ordinal))
            fields.Refuse(FieldNames.Prerequisites, "names the material itself", "Take it out.");
        return told;
    }

    private static (int Minutes, decimal Credit) Time(FieldReader fields, string text, int questions, List<string> estimated)
    {
        var minutes = (int?)fields.Number(FieldNames.Minutes, 1, ReadingTime.MostMinutes, 0, "分钟", "分", "minutes", "mins", "min");
        var credit = fields.Number(FieldNames.CreditHours, 0, MostCreditHours, 1, "学时", "课时", "hours", "hour", "h");
        if (minutes is null && !fields.Has(FieldNames.Minutes))
        {
            estimated.Add(FieldNames.Minutes);
            minutes = credit is > 0 ? (int)Math.Clamp(Math.Ceiling(credit.Value * ReadingTime.MinutesPerCreditHour), 1, ReadingTime.MostMinutes) : ReadingTime.Minutes(text, questions);
        }

        if (credit is null && !fields.Has(FieldNames.CreditHours))
        {
            estimated.Add(FieldNames.CreditHours);
            credit = ReadingTime.CreditHours(minutes ?? 0);
        }

        return (minutes ?? 0, credit ?? 0);
    }

    private static string? Short(FieldReader fields, string field)
    {
        var said = fields.Text(field);
        if (said?.Length > ShortCharacters)
            fields.Refuse(field, $"has {said.Length} characters; {ShortCharacters} are allowed", "Shorten it.");
        return said;
    }

    private static void CheckText(FieldReader fields, string text, RawMaterial raw, ReadLimits limits)
    {
        var where = fields.Where(FieldNames.Text);
        if (text.Length > limits.TextCharacters)
            fields.Problems.Add(Problems.TextTooLong(limits.TextCharacters, where));
        if (!raw.IsCatalogueRow && string.IsNullOrWhiteSpace(text))
            fields.Problems.Add(Problems.NoText("There is no text below the front matter.", "", "Write the lesson below the second line of ---."));
    }
}
