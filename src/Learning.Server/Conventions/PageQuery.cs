using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Conventions;

/// <summary>Which part of a list is asked for.</summary>
public sealed class PageQuery
{
    private const int Usual = 20;

    /// <summary><c>nextCursor</c> of the page before; left out for the first page.</summary>
    [FromQuery(Name = "cursor")]
    [Description("nextCursor of the page before; left out for the first page.")]
    public string? Cursor { get; init; }

    /// <summary>Most items of the page, 1–100; 20 when left out.</summary>
    [FromQuery(Name = "limit")]
    [Range(1, 100)]
    [Description("Most items of the page, 1–100; 20 when left out.")]
    public int? Limit { get; init; }

    /// <summary>How many items the page may have.</summary>
    internal int Size => Limit ?? Usual;

    /// <summary>How many rows to read: one more than the page shows.</summary>
    internal int SizeAndOne => Size + 1;

    /// <summary>Items come after this id; the empty id for the first page, which lies before every other.</summary>
    internal Guid After => string.IsNullOrEmpty(Cursor)
        ? Guid.Empty
        : Conventions.Cursor.TryRead(Cursor, out var id) ? id : throw new Refusal("cursor-invalid", StatusCodes.Status400BadRequest) { Fields = ["cursor"] };
}
