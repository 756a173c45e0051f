using System.ComponentModel.DataAnnotations;
using Learning.Server.Settings;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.Extensions.Configuration;

namespace Learning.Server.Tests.Starting;

public sealed class SettingsFit
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public void The_shipped_settings_pass(string environment)
    {
        var shipped = new ConfigurationBuilder().SetBasePath(Path.Combine(Repository.Root, "src", "Learning.Server"))
            .AddJsonFile("appsettings.json").AddJsonFile($"appsettings.{environment}.json", optional: true).Build();

        Assert.Empty(Problems(shipped.GetSection(LearningSettings.Section).Get<LearningSettings>()!));
        Assert.Empty(Problems(shipped.GetSection(LimitSettings.Section).Get<LimitSettings>() ?? new LimitSettings()));
        Assert.Empty(Problems(shipped.GetSection(SignInSettings.Section).Get<SignInSettings>() ?? new SignInSettings()));
        Assert.Empty(Problems(shipped.GetSection(OpenIdConnectSettings.Section).Get<OpenIdConnectSettings>() ?? new OpenIdConnectSettings()));
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://[::1]:80", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.168.1.4:5080", false)]
    [InlineData("https://example.com", false)]
    public void Loopback_is_told_from_the_rest(string address, bool isLoopback) => Assert.Equal(isLoopback, Addresses.IsLoopback(address));

    private static List<ValidationResult> Problems(object settings)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true);
        return problems;
    }
}
