using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Errors;

public sealed class ValidationIsToldInBothLanguages(SharedApplication app)
{
    [Fact]
    public void Every_validation_attribute_in_use_has_a_chinese_sentence()
    {
        var messages = typeof(Program).Assembly.GetExportedTypes()
            .Where(type => !type.Name.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .SelectMany(property => property.GetCustomAttributes<ValidationAttribute>().Select(attribute => attribute.FormatErrorMessage(property.Name)))
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(messages);
        var untold = messages.FindAll(message => ValidationTexts.In("zh", message) == message);
        Assert.Empty(untold);
        Assert.All(messages, message => Assert.Equal(message, ValidationTexts.In("en", message)));
    }

    [Theory]
    [InlineData("en", "must be between")]
    [InlineData("zh-CN", "之间")]
    public async Task Fields_are_named_as_they_were_sent(string language, string words)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator, language);
        var problem = await coordinator.SendAsync("POST", "/api/v1/members", """{"name":"x","birthYear":1492,"slots":[{"day":"monday","start":"10:00","minutes":1}]}""")
            .ProblemAsync(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Contains(words, (string?)problem["errors"]!["birthYear"]![0], StringComparison.Ordinal);
        Assert.Contains(words, (string?)problem["errors"]!["slots[0].minutes"]![0], StringComparison.Ordinal);
    }
}
