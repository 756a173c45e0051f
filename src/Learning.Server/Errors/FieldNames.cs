using System.Text.Json;

namespace Learning.Server.Errors;

/// <summary>Names of fields as the caller wrote them: <c>Slots[0].Minutes</c> is <c>slots[0].minutes</c>.</summary>
internal static class FieldNames
{
    public static string AsInJson(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
