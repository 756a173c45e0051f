using Learning.Embeddings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Learning.Tests.Embeddings;

public sealed class EmbeddingSettings
{
    [Fact]
    public void Without_settings_the_models_of_the_project_are_used()
    {
        using var provider = Host();

        var models = provider.GetRequiredService<EmbeddingModels>();

        Assert.Equal(["bge-small-zh-v1.5-int8", "bge-small-en-v1.5-int8"], models.All.Select(model => model.Id));
        Assert.Equal([512, 384], models.All.Select(model => model.Dimension));
    }

    [Theory, InlineData("zh", "zh"), InlineData("en", "en"), InlineData("fr", "en"), InlineData("", "en")]
    public void The_language_chooses_the_model(string language, string expected)
    {
        using var provider = Host();

        Assert.Equal(expected, provider.GetRequiredService<EmbeddingModels>().For(language).Language);
    }

    [Fact]
    public void The_word_may_have_settings_below_it()
    {
        using var provider = Host(
            ("Learning:Embedding", "OpenAI"), ("Learning:Embedding:Endpoint", "http://localhost:11434/v1"),
            ("Learning:Embedding:Model", "bge-m3"), ("Learning:Embedding:Dimension", "1024"));

        var model = Assert.Single(provider.GetRequiredService<EmbeddingModels>().All);

        Assert.Equal(("bge-m3", 1024, EmbeddingModel.EveryLanguage), (model.Id, model.Dimension, model.Language));
    }

    [Theory]
    [InlineData("Learning:Embedding", "Magic", "Kind")]
    [InlineData("Learning:Embedding", "OpenAI", "Endpoint")]
    [InlineData("Learning:Embedding:Dimension", "0", "Dimension")]
    public void A_setting_that_makes_no_sense_is_named(string key, string value, string named)
    {
        using var provider = Host((key, value));

        var problem = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<EmbeddingModels>());

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_models_is_named()
    {
        using var provider = Host(("Learning:Embedding:Folder", "/nowhere"));

        var broken = Assert.Throws<BrokenRule>(() => provider.GetRequiredService<EmbeddingModels>());

        Assert.Equal("embedding-model-missing", broken.Rule);
        Assert.Contains("/nowhere", broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_models_are_found_above_the_program() =>
        Assert.Equal(ModelFolder.Find(asked: null), ModelFolder.Find(asked: null, ["/", AppContext.BaseDirectory]));

    private static ServiceProvider Host(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        return new ServiceCollection().AddEmbeddings(configuration).BuildServiceProvider();
    }
}
