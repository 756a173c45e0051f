using Learning.Members;

namespace Learning.Tests.Members;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Etc/GMT+8")]
    [InlineData("UTC")]
    public void Names_of_zones_are_known(string name) => Assert.True(LocalDay.IsKnown(name));

    [Theory]
    [InlineData("")]
    [InlineData("Asia/Nowhere")]
    [InlineData("../zoneinfo/Asia/Tokyo")]
    [InlineData("Asia/../Asia/Tokyo")]
    [InlineData("/usr/share/zoneinfo/Asia/Tokyo")]
    [InlineData("Asia/Tokyo\n")]
    public void What_is_no_name_is_no_zone_even_where_it_leads_to_the_file_of_one(string name)
    {
        Assert.False(LocalDay.IsKnown(name));
        Assert.Equal(LocalDay.Usual, LocalDay.Zone(name).Id);
    }
}
