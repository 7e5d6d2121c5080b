// A row of a query: a record, an event, or an answer.
using System.Text.Json;
using Csp.Interop;

namespace Csp;

/// <summary>A row of a query. <see cref="Json"/> has all of it; docs/c-api.md names the fields.</summary>
public sealed record Row
{
    /// <summary>A record, an event, a charge, what is coming, or another answer.</summary>
    public required RowWhat What { get; init; }

    /// <summary>Of the record or event; 0 for what is neither.</summary>
    public required Kind Kind { get; init; }

    /// <summary>Of the record.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stored one: what a request may expect. Of an event, the record's once it had happened.</summary>
    public required ulong Version { get; init; }

    /// <summary>The next deadline of a record; null: never.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>All of it, as one object.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>A file as it is, or what is shown once: a key, an address, a password.</summary>
    public required string Text { get; init; }

    internal static Row FromC(in csp_row row) => new()
    {
        What = (RowWhat)row.what,
        Kind = (Kind)row.kind,
        Id = Ids.FromC(row.id),
        Version = row.version,
        NextDue = Times.OrNull(row.next_due_us),
        Json = row.json.size == 0 ? default : JsonElement.Parse(Interop.Text.Span(row.json)),
        Text = Interop.Text.FromC(row.text),
    };
}
