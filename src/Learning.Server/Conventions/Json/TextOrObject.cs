using System.Text.Json;
using System.Text.Json.Serialization;

namespace Learning.Server.Conventions.Json;

/// <summary>Reads a value that people write in one word and programs in an object: <c>"送外卖的"</c> or <c>{"said": "送外卖的"}</c>. It is written as the object.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <typeparam name="TFields">The same as an object.</typeparam>
public abstract class TextOrObject<T, TFields> : JsonConverter<T>
    where T : class
    where TFields : class
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? OfText(JsonSerializer.Deserialize<string>(ref reader, options)!)
        : OfFields(JsonSerializer.Deserialize<TFields>(ref reader, options) ?? throw new JsonException());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, FieldsOf(value), options);

    /// <summary>The value of one word.</summary>
    protected abstract T OfText(string text);

    /// <summary>The value of an object.</summary>
    protected abstract T OfFields(TFields fields);

    /// <summary>The object of a value.</summary>
    protected abstract TFields FieldsOf(T value);
}
