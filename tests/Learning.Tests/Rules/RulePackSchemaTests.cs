using Learning.Rules;

namespace Learning.Tests.Rules;

public sealed class RulePackSchemaTests
{
    private const string Good = """
        id: local
        title: { zh: 本地, en: Local }
        source: { document: 办法, article: 第一条, quote: 应学八学时, address: https://example.test/a }
        from: 2026-01-01
        hours: { target: 8, period: year }
        topics: [{ topic: traffic-safety, hours: 2 }]
        required: [{ key: first-lesson, due: 2026-06-30 }]
        exemptions: [{ kind: ill, text: { zh: 因病, en: Ill } }]
        """;

    [Fact]
    public void A_good_pack_is_read() => Assert.Equal(8, RulePacks.Parse(Good, "local.yaml").Hours!.Target);

    [Theory]
    [InlineData("id: local", "id: Lokal!", "id")]
    [InlineData("id: local", "id: another", "id")]
    [InlineData("en: Local", "en: ' '", "title")]
    [InlineData("quote: 应学八学时", "quote: ''", "source")]
    [InlineData("https://example.test/a", "somewhere", "source.address")]
    [InlineData("target: 8", "target: 0", "hours.target")]
    [InlineData("period: year", "period: month", "hours.period")]
    [InlineData("hours: 2 }", "hours: 9 }", "topics[0]")]
    [InlineData("hours: { target: 8, period: year }", "hours: null", "topics")]
    [InlineData("key: first-lesson", "key: ''", "required[0].key")]
    [InlineData("due: 2026-06-30", "due: 2025-06-30", "required[0].due")]
    [InlineData("kind: ill", "kind: Very Ill", "exemptions[0].kind")]
    [InlineData("zh: 因病, en: Ill", "zh: '', en: Ill", "exemptions[0].text")]
    [InlineData("zh: 因病, en: Ill", "zh: ~, en: Ill", "exemptions[0].text.zh")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\nappliesTo: { ageBands: [old] }", "appliesTo.ageBands[0]")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\nappliesTo: { occupations: [driver] }", "appliesTo.occupations[0]")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\nappliesTo: ~", "appliesTo")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\nuntil: 2025-01-01", "until")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\npoints: 3", "points")]
    [InlineData("from: 2026-01-01", "from: 2026-01-01\nid: local", "id")]
    public void What_is_wrong_is_named_with_its_field_in_both_languages(string right, string wrong, string field)
    {
        var broken = Assert.Throws<BrokenRule>(() => RulePacks.Parse(Good.Replace(right, wrong, StringComparison.Ordinal), "local.yaml"));

        Assert.Equal("rule-pack-invalid", broken.Rule);
        Assert.Contains(field, broken.Detail, StringComparison.Ordinal);
        Assert.Contains(field, (string)broken.Values["problemsZh"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("rule-pack-", broken.Detail.Replace("rule-pack-invalid", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var broken = Assert.Throws<BrokenRule>(() => RulePacks.Parse(Good.Replace("target: 8", "target: -1", StringComparison.Ordinal).Replace("kind: ill", "kind: ILL", StringComparison.Ordinal), "local.yaml"));

        Assert.Contains("hours.target", broken.Detail, StringComparison.Ordinal);
        Assert.Contains("exemptions[0].kind", broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organisation_adds_its_own_packs_and_replaces_none_that_ships()
    {
        var folder = Directory.CreateTempSubdirectory("learning-rules-");
        try
        {
            var shipped = DataFolder.Find("data/rules");
            File.WriteAllText(Path.Combine(folder.FullName, "local.yaml"), Good);
            Assert.NotNull(RulePacks.Read(shipped, folder.FullName).Find("local"));
            Assert.Null(RulePacks.Read(shipped, Path.Combine(folder.FullName, "absent")).Find("local"));

            File.Copy(Path.Combine(shipped, "party-education-2019.yaml"), Path.Combine(folder.FullName, "party-education-2019.yaml"));
            Assert.Equal("rule-pack-twice", Assert.Throws<BrokenRule>(() => RulePacks.Read(shipped, folder.FullName)).Rule);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_regulation_on_education_stands_as_it_is_written()
    {
        var pack = RulePacks.Read(DataFolder.Find("data/rules")).Find("party-education-2019")!;

        Assert.Equal(("中国共产党党员教育管理工作条例", "第二十条", "不少于32学时"), (pack.Source.Document, pack.Source.Article, pack.Source.Quote));
        Assert.Equal("https://www.12371.cn/2019/05/21/ARTI1558430155193230.shtml", pack.Source.Address);
        Assert.Equal((32m, "year", new DateOnly(2019, 5, 6)), (pack.Hours!.Target, pack.Hours.Period, pack.From));
        Assert.Equal(["old-age", "ill", "disabled"], pack.Exemptions.Select(exemption => exemption.Kind));
        Assert.All(pack.Exemptions, exemption => Assert.Equal("第二十三条", exemption.Article));
    }
}
