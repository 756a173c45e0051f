using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class MaterialFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("materials-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Put(string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private List<FolderItem> Walk(ReadOptions? options = null) => [.. MaterialFolder.Walk(folder, options)];

    [Fact]
    public void Every_file_is_accounted_for_in_a_stable_order()
    {
        Put("b/lesson.md", "# One\n\nSome words to learn.");
        Put("a.txt", "Title\n\nOther words to learn.");
        Put("b/picture.png", "x");
        Put("LICENSE", "MIT");
        Put(".git/config", "x");
        Put("old.doc", "x");
        Put("broken.json", "[");

        var items = Walk();

        Assert.Equal([".git/", "LICENSE", "a.txt", "b/lesson.md", "b/picture.png", "broken.json", "old.doc"], items.Select(item => item.File));
        Assert.Equal(
            [FolderSkips.Hidden, FolderSkips.AboutTheCollection, null, null, FolderSkips.NoDocument, null, null],
            items.Select(item => item.Skipped?.Rule));
        Assert.Equal(
            [null, null, MaterialRules.FileBroken, MaterialRules.FileNotSupported],
            items.Where(item => item.Skipped is null).Select(item => item.Results.Single().Problem?.Rule));
    }

    [Fact]
    public void Keys_are_paths_with_slashes()
    {
        Put("deep/er/lesson.md", "Some words to learn.");

        Assert.Equal("deep/er/lesson.md", Walk().Single().Results.Single().Material?.Key);
    }

    [Fact]
    public void One_file_is_read_under_its_name()
    {
        Put("lesson.md", "Some words to learn.");

        Assert.Equal("lesson.md", MaterialFolder.Walk(Path.Combine(folder, "lesson.md")).Single().Results.Single().Material?.Key);
    }

    [Fact]
    public void A_path_that_is_not_there_is_a_problem() =>
        Assert.Equal(MaterialRules.FileUnreadable, MaterialFolder.Walk(Path.Combine(folder, "none.md")).Single().Results.Single().Problem?.Rule);

    [Fact]
    public void A_key_that_another_file_has_is_refused_and_says_where()
    {
        Put("a.md", "---\nid: same\n---\nSome words to learn.");
        Put("b.md", "---\nid: same\n---\nOther words to learn.");

        var second = Walk()[1].Results.Single().Problem;

        Assert.Equal(MaterialRules.KeyRepeated, second?.Rule);
        Assert.Contains("a.md", second?.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_takes_the_title_of_its_work()
    {
        Put("charter/README.md", "# 同行者学习协会章程\n\n2024年3月1日第一届会员大会通过\n");
        Put("charter/02-members.md", "# 第二章　会员\n\n**第三条**　凡承认本章程的劳动者，均可申请入会。");
        Put("charter/how-to.md", "# 怎么入会\n\n填一张表，交给站点的联系人。");

        var items = Walk();

        Assert.Equal(FolderSkips.TitlePage, items[0].Skipped?.Rule);
        Assert.Equal(["同行者学习协会章程　第二章 会员", "怎么入会"], items.Skip(1).Select(item => item.Results.Single().Material?.Title));
    }

    [Fact]
    public void What_is_short_or_all_in_a_table_is_read_as_well_as_rows_and_files_that_are_named()
    {
        Put("few.md", "---\r\ntitle: 头盔\r\n---\r\n\r\n系好带子。");
        Put("one.json", """[{"title": "灯光"}]""");
        Put("row.csv", "title,text\n刹车,先后轮。\n");
        Put("table.md", "# 车速\n\n| 天气 | 车速 |\n| --- | --- |\n| 雨 | 15 |\n");
        Put("title.md", "# 只有标题\n");

        Assert.Equal([null, null, null, null, FolderSkips.TitlePage], Walk().Select(item => item.Skipped?.Rule));
        Assert.Equal("只有标题", MaterialFolder.Walk(Path.Combine(folder, "title.md")).Single().Results.Single().Material?.Title);
        Put("tool.exe", "x");
        Assert.Equal(MaterialRules.FileNotSupported, MaterialFolder.Walk(Path.Combine(folder, "tool.exe")).Single().Results.Single().Problem?.Rule);
    }

    [Fact]
    public void A_list_of_links_and_a_page_of_layout_are_passed_over()
    {
        Put("category.md", "# Laws\n\n[Labour law](../a/)\n\n[Contract law](../b/)\n");
        Put("home.md", "---\nhome: true\n---\n<main class=\"home\">\n  <h1>Welcome</h1>\n</main>\n");

        Assert.Equal([FolderSkips.IndexPage, FolderSkips.LayoutPage], Walk().Select(item => item.Skipped?.Rule));
    }

    [Fact]
    public void A_link_to_elsewhere_is_not_followed()
    {
        Put("lesson.md", "Some words to learn.");
        File.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);

        Assert.Equal([null, FolderSkips.Link], Walk().Select(item => item.Skipped?.Rule));
    }

    [Fact]
    public void A_file_over_the_limit_fails_alone()
    {
        Put("a.md", new string('x', 100));
        Put("b.md", "Some words.");

        var rules = Walk(new ReadOptions { Limits = new ReadLimits { FileBytes = 50 } }).Select(item => item.Results.Single().Problem?.Rule);

        Assert.Equal([MaterialRules.FileTooLarge, null], rules);
    }
}
