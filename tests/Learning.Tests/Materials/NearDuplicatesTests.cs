using System.Text;
using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class NearDuplicatesTests
{
    private static readonly string[] Paragraphs =
    [
        "Rain makes painted lines and metal covers as smooth as soap, and the first ten minutes are the worst.",
        "Brake before the corner, not in it; keep both hands on the bar and let the bicycle roll through.",
        "Your stopping distance doubles on a wet road, so stay two car lengths behind whatever is in front.",
        "Light clothes are seen earlier than dark ones. A reflecting strip on each ankle moves, and eyes follow what moves.",
        "Keep the phone in a closed bag. Stop under a roof before you answer a customer who asks where you are.",
        "If water covers the kerb you do not know what is below it. Push the bicycle, or take the longer way round.",
    ];

    private static readonly string Text = string.Join("\n\n", Paragraphs);

    private static TwinSide Side(int id, string title, string text, string summary = "") => new(new Guid(id, 0, 0, new byte[8]), title, summary, text);

    private static TwinSide Read(int id, string name, byte[] content)
    {
        var material = MaterialReaders.Read(name, content).Single().Material!;
        return Side(id, material.Title, material.Text, material.Summary);
    }

    public static TheoryData<string, byte[]> Wrappers() => new()
    {
        { "rain.html", Documents.Html("Riding in the rain", string.Concat(Paragraphs.Select(text => $"<p>{text.Replace("ten", "<b>ten</b>", StringComparison.Ordinal)}</p>\n"))) },
        { "rain.docx", Documents.Docx(Paragraphs.Prepend("Riding in the rain")) },
        { "rain.pdf", Documents.Pdf([.. Paragraphs.SelectMany(text => text.Split(' ').Chunk(12).Select(words => string.Join(' ', words)))]) },
        { "rain.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("RIDING IN THE RAIN\r\n\r\n" + string.Join("\r\n\r\n", Paragraphs))).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void The_same_text_in_another_wrapper_is_the_same_lesson(string name, byte[] content)
    {
        var twin = Assert.Single(NearDuplicates.Find(Read(2, name, content), [Side(1, "Riding in the rain", Text)]));

        Assert.Equal(TwinKind.SameText, twin.Kind);
        Assert.True(twin.Jaccard > 0.8);
    }

    [Fact]
    public void The_same_course_from_another_platform_is_the_same_lesson()
    {
        var here = Side(1, "直播带货入门", "从开播准备到售后，学会一场直播的完整流程和三种常用话术。");
        var there = Side(2, "【同行学堂】直播带货入门（2024）", "本课程由同行学堂出品，名师讲解。课上讲从开播准备到售后的完整流程，还有三种常用话术。学完可获得电子证书。");

        var twin = Assert.Single(NearDuplicates.Find(there, [here]));

        Assert.Equal((TwinKind.SameCourse, 1.0), (twin.Kind, twin.TitleSimilarity));
    }

    [Theory]
    [InlineData("直播带货入门", "直播带货进阶")]
    [InlineData("直播带货（上）", "直播带货（下）")]
    [InlineData("直播带货 第一讲", "直播带货 第二讲")]
    [InlineData("Spreadsheets 1", "Spreadsheets 2")]
    [InlineData("反诈课 2023", "反诈课 2024")]
    public void Parts_levels_and_years_of_a_course_are_different_lessons(string one, string other)
    {
        const string Told = "从开播准备到售后，学会一场直播的完整流程和三种常用话术，每讲四十分钟，配练习。";

        Assert.Empty(NearDuplicates.Find(Side(1, one, Told + "甲"), [Side(2, other, Told + "乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙")]));
    }

    [Fact]
    public void Two_lessons_of_one_topic_are_different_lessons() =>
        Assert.Empty(NearDuplicates.Find(Side(1, "雨天怎么骑车", "雨天路滑，刹车要早，转弯要慢。"), [Side(2, "雨天怎么停车", "雨天停车，别停在树下和低洼处。")]));

    [Fact]
    public void Two_laws_that_are_written_alike_are_different_lessons()
    {
        var articles = string.Concat(Enumerable.Range(1, 60).Select(i => $"第{i}条　本市行政区域内的有关活动，适用本条例第{i}项规定，由主管部门负责监督管理和协调指导。\n\n"));

        Assert.Empty(NearDuplicates.Find(Side(1, "甲市市容管理条例", articles), [Side(2, "乙市市容管理条例", articles.Replace("本市", "全市", StringComparison.Ordinal))]));
    }

    [Fact]
    public void The_same_title_alone_links_nothing() =>
        Assert.Empty(NearDuplicates.Find(Side(1, "总则", "劳动者享有休息休假的权利，用人单位应当保障。"), [Side(2, "总则", "食品生产经营者对其生产的食品安全负责。")]));

    [Fact]
    public void A_material_is_no_twin_of_itself() => Assert.Empty(NearDuplicates.Find(Side(1, "a", Text), [Side(1, "a", Text)]));

    [Fact]
    public void The_answer_is_the_same_in_either_order()
    {
        var (one, other) = (Side(1, "Riding in the rain", Text), Side(2, "Riding in rain", Text + "\n\nThis course is free."));

        Assert.Equal(NearDuplicates.Compare(one, other)! with { Id = default }, NearDuplicates.Compare(other, one)! with { Id = default });
    }

    [Fact]
    public void Width_case_marks_and_markdown_do_not_count() =>
        Assert.Equal(Fingerprint.Of("**Stop** at red lights, ok? 红灯停。"), Fingerprint.Of("stop at ＲＥＤ lights ok 红灯\n停"));

    [Fact]
    public void Empty_texts_are_nobodys_twins()
    {
        Assert.Equal(0, Fingerprint.Of(""));
        Assert.Empty(NearDuplicates.Find(Side(1, "", ""), [Side(2, "", "")]));
    }
}
