using Learning.Materials;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Tests.Materials;

public sealed class PrerequisiteCirclesTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Asked = new(StringComparer.Ordinal)
    {
        ["b"] = ["c", "x"], ["c"] = ["d"], ["d"] = ["a"], ["x"] = ["y"], ["y"] = ["x"],
    };

    [Fact]
    public void A_circle_over_several_steps_is_named_from_end_to_end() =>
        Assert.Equal(["a", "b", "c", "d", "a"], PrerequisiteCircles.CircleOf("a", ["b"], Asked)!);

    [Fact]
    public void What_leads_elsewhere_is_no_circle_even_where_others_go_round()
    {
        Assert.Null(PrerequisiteCircles.CircleOf("a", ["x", "none"], Asked));
        Assert.Null(PrerequisiteCircles.CircleOf("new", ["a", "b"], Asked));
    }

    [Fact]
    public async Task The_material_that_closes_a_circle_fails_alone_and_the_others_are_stored()
    {
        await using var books = await Books.OpenAsync(members: 0, materials: 0);
        await using var db = books.Db();
        var import = new MaterialImport(db, books.Clock);
        const string Rows = "id,title,text,prerequisites\na,甲,先学乙再学甲。,b\nb,乙,先学丙再学乙。,c\nc,丙,先学甲再学丙。,a\nd,丁,谁都可以先学。,a\n";

        var items = await import.StoreAsync(MaterialReaders.Read("rows.csv", System.Text.Encoding.UTF8.GetBytes(Rows)), "here", null, TestContext.Current.CancellationToken);

        Assert.Equal([ImportStatus.Created, ImportStatus.Created, ImportStatus.Failed, ImportStatus.Created], items.Select(item => item.Status));
        var problem = Assert.Single(items[2].Problems);
        Assert.Equal(("material-prerequisite-circle", "prerequisites (c → a → b → c)"), (problem.Rule, problem.Where));
        Assert.Equal(3, await db.Materials.CountAsync(TestContext.Current.CancellationToken));
        var mended = await import.StoreAsync(MaterialReaders.Read("c.csv", "id,title,text\nc,丙,谁都可以先学丙。\n"u8.ToArray()), "here", null, TestContext.Current.CancellationToken);
        Assert.Equal(ImportStatus.Created, Assert.Single(mended).Status);
    }
}
