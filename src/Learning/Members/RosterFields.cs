using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Learning.Members;

/// <summary>What the columns of a roster are called, in both languages, and what stands in them.</summary>
internal static class RosterFields
{
    public const string Name = "name";
    public const string Occupation = "occupation";
    public const string OccupationCode = "occupationCode";

    private static readonly char[] Separators = [';', '；', '|', '、'];

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["key"] = ["key", "id", "number", "memberid", "编号", "工号", "会员编号"],
        [Name] = ["name", "姓名", "名字"],
        ["birthYear"] = ["birthyear", "yearofbirth", "born", "出生年份", "出生年"],
        ["age"] = ["age", "年龄"],
        [Occupation] = ["occupation", "job", "jobtitle", "职业", "工作", "岗位"],
        [OccupationCode] = ["occupationcode", "职业代码", "职业编码"],
        ["groups"] = ["groups", "group", "小组", "组", "分组", "站点"],
        ["language"] = ["language", "语言"],
        ["timeZone"] = ["timezone", "时区"],
        ["dailyCapMinutes"] = ["dailycapminutes", "每日上限", "每日分钟"],
        ["slots"] = ["slots", "时段", "空闲时段"],
        ["exemptions"] = ["exemptions", "免除"],
        ["tags"] = ["tags", "标签", "兴趣"],
    };

    private static readonly Dictionary<string, string> ByAlias = Known
        .SelectMany(field => field.Value.Select(alias => (alias, field.Key)))
        .ToDictionary(pair => pair.alias, pair => pair.Key, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The field that a column means; null for a column this house has no use for.</summary>
    public static string? NameOf(string column) =>
        ByAlias.GetValueOrDefault(column.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));

    public static RosterRow ToRow(int line, Dictionary<string, string> fields, int thisYear)
    {
        try
        {
            var born = Number(fields, "birthYear") ?? (Number(fields, "age") is { } age ? thisYear - age : null);
            var profile = new MemberProfile
            {
                Name = fields.GetValueOrDefault(Name) ?? throw Missing(),
                BirthYear = born,
                OccupationSaid = fields.GetValueOrDefault(Occupation, ""),
                OccupationCode = fields.GetValueOrDefault(OccupationCode),
                Language = LanguageOf(fields.GetValueOrDefault("language", "zh")),
                TimeZone = fields.GetValueOrDefault("timeZone", LocalDay.Usual),
                DailyCapMinutes = Number(fields, "dailyCapMinutes") ?? 90,
                Slots = [.. List(fields, "slots").Select(RosterSlots.Parse)],
                Exemptions = fields.ContainsKey("exemptions") ? [.. List(fields, "exemptions").Select(kind => new Exemption(kind, null))] : null,
                Tags = fields.ContainsKey("tags") ? [.. List(fields, "tags")] : null,
                Groups = fields.ContainsKey("groups") ? [.. List(fields, "groups")] : null,
            };
            return new RosterRow(line, profile with { Key = fields.GetValueOrDefault("key") ?? KeyOf(profile) }, null);
        }
        catch (BrokenRule broken)
        {
            return new RosterRow(line, null, Problem.Of(broken));
        }
    }

    // Without a key of the organisation's own, the same words mean the same person, so that a roster read twice changes nothing.
    private static string KeyOf(MemberProfile profile) =>
        "row-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{profile.Name}\n{profile.BirthYear}\n{profile.OccupationSaid}")))[..16];

    private static string LanguageOf(string said) => said.Trim().ToLowerInvariant() switch
    {
        "zh" or "zh-cn" or "中文" or "汉语" or "chinese" => "zh",
        "en" or "en-us" or "en-gb" or "英文" or "英语" or "english" => "en",
        var other => other,
    };

    private static string[] List(Dictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name, "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Number(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new Problem("roster-number-invalid", $"'{(text.Length > 30 ? text[..30] : text)}' is no whole number.", name, "Give digits only, or leave it empty.").ToBrokenRule(),
    };

    private static BrokenRule Missing() => new Problem("name-missing", "The row has no name.", Name, "Give the name of the person.").ToBrokenRule();
}
