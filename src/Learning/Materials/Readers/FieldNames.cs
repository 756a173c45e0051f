using System.Text;

namespace Learning.Materials.Readers;

/// <summary>The fields of a material and the names by which people call them in front matter and catalogues, in both languages.</summary>
internal static class FieldNames
{
    public const string Id = "id", Title = "title", Summary = "summary", Language = "language", Topics = "topics",
        Occupations = "occupations", AgeBands = "ageBands", Level = "level", Prerequisites = "prerequisites",
        CreditHours = "creditHours", Minutes = "minutes", Mode = "mode", ValidFrom = "validFrom", ValidUntil = "validUntil",
        Organisation = "organisation", Source = "source", Licence = "licence", Questions = "questions", Text = "text";

    private static readonly Dictionary<string, string> Canonical = Build(
        (Id, "id key code 编号 课程编号 课程代码 标识 键"),
        (Title, "title name 标题 名称 题目 课程名称 课程名 课程标题"),
        (Summary, "summary description abstract 摘要 简介 描述 概要 课程简介 内容简介"),
        (Language, "language lang 语言 语种"),
        (Topics, "topics topic category categories subject subjects 主题 专题 分类 类别 类目"),
        (Occupations, "occupations occupation audience 职业 适用职业 适合职业 岗位 适用岗位"),
        (AgeBands, "ageBands ageBand ages age 年龄 年龄段 适用年龄"),
        (Level, "level difficulty 级别 难度 层次 程度"),
        (Prerequisites, "prerequisites prerequisite requires 先修 先修课程 前置 前置课程 先学"),
        (CreditHours, "creditHours creditHour credits credit hours 学时 学时数 课时"),
        (Minutes, "minutes minute duration 分钟 分钟数 时长 用时"),
        (Mode, "mode format 方式 学习方式 形式 授课方式"),
        (ValidFrom, "validFrom from startDate 生效日期 开始日期 有效期起 起始日期"),
        (ValidUntil, "validUntil validTo until expires endDate 失效日期 结束日期 有效期至 有效期止 截止日期"),
        (Organisation, "organisation organization org 组织 机构 单位"),
        (Source, "source author publisher 来源 出处 作者"),
        (Licence, "licence license 许可 许可证 授权 版权"),
        (Questions, "questions quiz 问题 测验 试题"),
        (Text, "text body content markdown 正文 内容 全文 文本"));

    /// <summary>The field a name means; null for a name that means none (such names are tolerated).</summary>
    public static string? Of(string name) => Canonical.GetValueOrDefault(Plain(name));

    /// <summary>Told entries by field. Where two names mean the same field, the first that says something wins.</summary>
    public static Dictionary<string, RawValue> Told(RawMap map)
    {
        var told = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        foreach (var (name, value) in map.Entries)
        {
            if (Of(name) is { } field && value is not RawText { Text: "" })
                told.TryAdd(field, value);
        }

        return told;
    }

    private static Dictionary<string, string> Build(params (string Field, string Names)[] table) => table
        .SelectMany(row => row.Names.Split(' ').Select(name => (Name: Plain(name), row.Field)))
        .ToDictionary(pair => pair.Name, pair => pair.Field, StringComparer.Ordinal);

    // "Credit_Hours", "credit hours" and "学时（小时）" are the names they look like; what stands in brackets is a remark.
    private static string Plain(string name)
    {
        var text = name.Normalize(NormalizationForm.FormKC);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
            text = text[..bracket];
        return new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
    }
}
