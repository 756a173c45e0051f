using System.Text;
using Learning.Materials;

namespace Learning.Tests.Materials;

/// <summary>The ways in which people tell fields.</summary>
public sealed class ToldFields
{
    private static ReadResult Row(string field, string value) =>
        Assert.Single(MaterialReaders.Read("a.csv", Encoding.UTF8.GetBytes($"title,{field}\nT,\"{value}\"\n")));

    [Theory]
    [InlineData("credit_hours", "1.5", "1.5", 68)]
    [InlineData("学时（小时）", "2学时", "2", 90)]
    [InlineData("Credit Hours", "0.4 hours", "0.4", 18)]
    public void Credit_hours_tell_the_minutes_too(string field, string value, string hours, int minutes)
    {
        var material = Row(field, value).Material!;

        Assert.Equal(decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture), material.CreditHours);
        Assert.Equal(minutes, material.Minutes);
        Assert.Contains("minutes", material.Estimated);
    }

    [Theory]
    [InlineData("minutes", "601")]
    [InlineData("minutes", "-5")]
    [InlineData("minutes", "1e3")]
    [InlineData("minutes", "7.5")]
    [InlineData("creditHours", "0.25")]
    [InlineData("creditHours", "13.4")]
    [InlineData("validFrom", "2025-02-30")]
    [InlineData("language", "Klingon")]
    [InlineData("level", "七级")]
    [InlineData("mode", "骑马")]
    [InlineData("ageBands", "年轻人")]
    [InlineData("occupations", "9-99")]
    [InlineData("questions", "not json")]
    public void A_value_that_makes_no_sense_names_its_line_and_field(string field, string value)
    {
        var problem = Row(field, value).Problem!;

        Assert.Equal((MaterialRules.FieldInvalid, $"line 2, field {field}"), (problem.Rule, problem.Where));
    }

    [Theory]
    [InlineData("2027-12-31")]
    [InlineData("2027/12/31")]
    [InlineData("2027.12.31")]
    [InlineData("2027年12月31日")]
    [InlineData("20271231")]
    [InlineData("2027-12-31T00:00:00Z")]
    public void A_date_is_written_in_many_ways(string value) => Assert.Equal(new DateOnly(2027, 12, 31), Row("有效期至", value).Material?.ValidUntil);

    [Theory]
    [InlineData("长期")]
    [InlineData("null")]
    [InlineData("无")]
    public void An_open_end_is_no_date(string value) => Assert.Null(Row("validUntil", value).Material!.ValidUntil);

    [Theory]
    [InlineData("25-34岁；65岁以上", "25-34,65-plus")]
    [InlineData("35–44, under-25", "35-44,under-25")]
    public void Age_bands_are_told_by_id_or_in_words(string value, string bands) => Assert.Equal(bands, string.Join(',', Row("年龄段", value).Material!.AgeBands));

    [Fact]
    public void Occupations_in_words_are_asked_of_whoever_knows_them()
    {
        var content = "title,职业\nT,网约配送员、退休人员、4-02\n"u8.ToArray();
        var options = new ReadOptions { OccupationOf = said => said == "网约配送员" ? "4-10-08-01" : null };

        Assert.Equal(["4-10-08-01", "retired", "4-02"], MaterialReaders.Read("a.csv", content, options).Single().Material!.Occupations);
    }

    [Fact]
    public void A_material_does_not_require_itself_nor_end_before_it_begins()
    {
        var problems = MaterialReaders.Read("a.md", "---\nid: a\nprerequisites: [a]\nvalidFrom: 2025-02-01\nvalidUntil: 2025-01-01\n---\ntext"u8.ToArray()).Single().Problems;

        Assert.Equal(["field prerequisites", "field validUntil"], problems.Select(problem => problem.Where.Split(", ")[^1]));
    }

    [Fact]
    public void A_told_language_wins_over_the_letters() =>
        Assert.Equal("en", MaterialReaders.Read("a.md", "---\nlanguage: English\n---\n中文字很多很多很多"u8.ToArray()).Single().Material!.Language);

    [Fact]
    public void The_importers_language_serves_where_nothing_is_told() =>
        Assert.Equal("en", MaterialReaders.Read("a.md", "12345"u8.ToArray(), new ReadOptions { Language = "en-GB" }).Single().Material!.Language);

    [Fact]
    public void A_front_page_takes_its_folders_name_where_nothing_else_names_it() =>
        Assert.Equal("labour-law", MaterialReaders.Read("social/labour-law/README.md", "Only words."u8.ToArray()).Single().Material!.Title);
}
