using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Learning.Server.Conventions.Json;

/// <summary>How JSON is read and written: strict about values, tolerant about fields it does not know.</summary>
internal static class JsonRules
{
    private const int MostDeep = 32;

    // Chinese stays readable; what HTML would act on stays escaped.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(
        UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.GeneralPunctuation,
        UnicodeRanges.CjkUnifiedIdeographs, UnicodeRanges.CjkUnifiedIdeographsExtensionA, UnicodeRanges.CjkSymbolsandPunctuation,
        UnicodeRanges.CjkCompatibilityForms, UnicodeRanges.HalfwidthandFullwidthForms);

    public static IServiceCollection AddJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = Readable;
        options.MaxDepth = MostDeep;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NoNullsInLists);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new SafeStrings());
        options.Converters.Add(new ClockTimes());
    }

    // The serializer heeds what may be null in properties and parameters, and forgets it in lists.
    private static void NoNullsInLists(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false })
        {
            type.OnDeserialized = static list =>
            {
                foreach (var item in (System.Collections.IEnumerable)list)
                {
                    _ = item ?? throw new JsonException();
                }
            };
        }
    }
}
