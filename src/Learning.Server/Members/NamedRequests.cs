using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Learning.Server.Conventions.Json;

namespace Learning.Server.Members;

/// <summary>A group by its key: <c>"station-3"</c>, or the object that answers carry.</summary>
/// <param name="Key">Key of the group.</param>
[JsonConverter(typeof(GroupRequestJson))]
public sealed record GroupRequest([property: Required, StringLength(200)] string Key);

/// <summary>A group as an object.</summary>
/// <param name="Key">Key of the group.</param>
public sealed record GroupFields(string Key);

/// <summary>See <see cref="GroupRequest"/>.</summary>
public sealed class GroupRequestJson : TextOrObject<GroupRequest, GroupFields>
{
    /// <inheritdoc />
    protected override GroupRequest OfText(string text) => new(text);

    /// <inheritdoc />
    protected override GroupRequest OfFields(GroupFields fields) => new(fields.Key);

    /// <inheritdoc />
    protected override GroupFields FieldsOf(GroupRequest value) => new(value.Key);
}

/// <summary>A tag by its name: <c>"first-aid"</c>, or the object that answers carry.</summary>
/// <param name="Name">The tag.</param>
[JsonConverter(typeof(TagRequestJson))]
public sealed record TagRequest([property: Required, StringLength(50)] string Name);

/// <summary>A tag as an object.</summary>
/// <param name="Name">The tag.</param>
public sealed record TagFields(string Name);

/// <summary>See <see cref="TagRequest"/>.</summary>
public sealed class TagRequestJson : TextOrObject<TagRequest, TagFields>
{
    /// <inheritdoc />
    protected override TagRequest OfText(string text) => new(text);

    /// <inheritdoc />
    protected override TagRequest OfFields(TagFields fields) => new(fields.Name);

    /// <inheritdoc />
    protected override TagFields FieldsOf(TagRequest value) => new(value.Name);
}
