using System.Text;
using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

public sealed class OccupationCasesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("4-02-07-08", "4-02-07-08")]
    [InlineData(" 4-02-07-08S ", "4-02-07-08")]
    [InlineData("4-02-07-08 L/S", "4-02-07-08")]
    [InlineData("4 02 07 08", "4-02-07-08")]
    [InlineData("４－０２－０７－０８", "4-02-07-08")]
    [InlineData("4–02–07–08", "4-02-07-08")]
    [InlineData("4-2-7-8", "4-02-07-08")]
    [InlineData("4020708", "4-02-07-08")]
    [InlineData("4020708.0", "4-02-07-08")]
    [InlineData("4-02-07-08 快递员", "4-02-07-08")]
    [InlineData("4-02-07-08快递员", "4-02-07-08")]
    [InlineData("2-08", "2-08-00-00")]
    [InlineData("6", "6-00-00-00")]
    [InlineData("retired", "retired")]
    [InlineData("code", null)]
    [InlineData("快递员", null)]
    [InlineData("", null)]
    [InlineData("12345678", null)]
    public void A_code_is_read_however_it_is_written(string written, string? code) => Assert.Equal(code, OccupationCases.CodeOf(written));

    [Theory]
    [InlineData("title,code\n外卖骑手,4-10-08-01\n", 1, 0)]
    [InlineData("外卖骑手,4-10-08-01\n快递员,4-02-07-08,more,columns\n", 2, 0)]
    [InlineData("职位,代码\r\n\"销售, 代表\",4-01-02-01\r\n没有代码,\r\n", 1, 1)]
    [InlineData("外卖骑手\t4-10-08-01\n", 1, 0)]
    [InlineData("5\"屏测试员,6-31-03-05\n\"司机,4-02-02-01\n", 2, 0)]
    public void Lines_are_read_as_they_are(string text, int cases, int unreadable)
    {
        File.WriteAllText(_file, text);

        var read = OccupationCases.Read(_file);

        Assert.Equal((cases, unreadable), (read.Cases.Count, read.Unreadable));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    public void The_encoding_does_not_matter(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(_file, "title,code\n\"外卖骑手，急招\",4-10-08-01\n", Encoding.GetEncoding(encoding));

        Assert.Equal([new OccupationCase("外卖骑手，急招", "4-10-08-01")], OccupationCases.Read(_file).Cases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("title,code\n")]
    public void A_file_without_a_case_is_refused(string text)
    {
        File.WriteAllText(_file, text);

        Assert.Equal("evaluation-data-unreadable", Assert.Throws<BrokenRule>(() => OccupationCases.Read(_file)).Rule);
    }

    public void Dispose() => File.Delete(_file);
}
