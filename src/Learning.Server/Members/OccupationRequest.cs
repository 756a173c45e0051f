using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Learning.Server.Conventions.Json;

namespace Learning.Server.Members;

/// <summary>An occupation: in the person's own words, by its code, or both. A text alone means the words.</summary>
/// <param name="Said">In the person's own words.</param>
/// <param name="Code">Code of the occupational classification of 2022, or <c>retired</c>; left out, it is looked for by the words.</param>
[JsonConverter(typeof(OccupationRequestJson))]
public sealed record OccupationRequest(
    [property: StringLength(200)] string? Said,
    [property: StringLength(20)] string? Code);

/// <summary>An occupation as an object.</summary>
/// <param name="Said">In the person's own words.</param>
/// <param name="Code">Its code.</param>
public sealed record OccupationFields(string? Said = null, string? Code = null);

/// <summary>See <see cref="OccupationRequest"/>.</summary>
public sealed class OccupationRequestJson : TextOrObject<OccupationRequest, OccupationFields>
{
    /// <inheritdoc />
    protected override OccupationRequest OfText(string text) => new(text, null);

    /// <inheritdoc />
    protected override OccupationRequest OfFields(OccupationFields fields) => new(fields.Said, fields.Code);

    /// <inheritdoc />
    protected override OccupationFields FieldsOf(OccupationRequest value) => new(value.Said, value.Code);
}
