namespace Learning.Server.Pages;

/// <summary>The words of the start page.</summary>
internal static class StartPageTexts
{
    private static readonly Dictionary<string, (string En, string Zh)> Texts = new(StringComparer.Ordinal)
    {
        ["lang"] = ("en", "zh-CN"),
        ["title"] = ("Learning", "学习"),
        ["what"] = (
            "Materials in, a tailored and dated study plan out: for people whose hours are not office hours, looked after by coordinators who see why.",
            "导入学习材料，得到量身定制、有日期的学习计划：服务于作息不固定的人，协调员看得见每一条理由。"),
        ["docs"] = ("The API, to read and try", "接口说明，可在线试用"),
        ["openapi"] = ("The same as OpenAPI 3.1", "同一说明的 OpenAPI 3.1 文档"),
        ["algorithm"] = ("How it ranks, in words", "排序方法的文字说明"),
        ["ready"] = ("Whether it can answer now", "当前是否就绪"),
        ["readme"] = ("How to run it, build on it and change it stands in README.md beside the source.", "如何运行、使用和修改，见源代码旁的 README.zh-CN.md。"),
        ["rights"] = (
            "Nothing is ranked about people. Personalisation can be switched off, and the plan stays complete; everything kept about a person can be taken along or erased.",
            "不给人排名。个性化可随时关闭，计划依然完整；与本人有关的一切都可以导出或删除。"),
    };

    public static string Fill(string template, string language)
    {
        foreach (var (name, text) in Texts)
        {
            template = template.Replace($"{{{{{name}}}}}", language == "zh" ? text.Zh : text.En, StringComparison.Ordinal);
        }

        return template;
    }
}
