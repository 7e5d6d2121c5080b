// An event of the feed, and what a preview tells.
using System.Text.Json;
using Csp.Interop;

namespace Csp;

/// <summary>Something that happened to a record, or was refused.</summary>
public sealed record Happening
{
    /// <summary>Its place in the feed; 0 in a preview.</summary>
    public required ulong Position { get; init; }

    /// <summary>Of the record.</summary>
    public required Kind Kind { get; init; }

    /// <summary>Of the record.</summary>
    public required Guid Id { get; init; }

    /// <summary>The record's, once it had happened; 0 for a refused command.</summary>
    public required ulong Version { get; init; }

    /// <summary>When it happened: for what fell due, the due time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose record it is.</summary>
    public Guid? Partner { get; init; }

    /// <summary>Whose user asked, where it was not <see cref="Partner"/>: a reseller's.</summary>
    public Guid? Asker { get; init; }

    /// <summary>The request that it belongs to.</summary>
    public Guid? Request { get; init; }

    /// <summary>Who asked; empty for what fell due.</summary>
    public required string User { get; init; }

    /// <summary>What was asked: "suspend_subscription".</summary>
    public required string Command { get; init; }

    /// <summary>What happened: "subscription_suspended", or "command_refused".</summary>
    public required string Name { get; init; }

    /// <summary>The event and its fields.</summary>
    public required JsonElement What { get; init; }

    internal static Happening FromJson(ReadOnlySpan<byte> json) => FromJson(JsonElement.Parse(json));

    internal static Happening FromJson(JsonElement json)
    {
        var what = json.GetProperty("what");
        return new Happening
        {
            Position = json.GetProperty("position").GetUInt64(),
            Kind = KindConverter.Only.Named(json.Text("kind")),
            Id = json.Id("id") ?? Guid.Empty,
            Version = json.GetProperty("version").GetUInt64(),
            At = json.Moment("at") ?? default,
            Partner = json.Id("partner"),
            Asker = json.Id("asker"),
            Request = json.Id("request"),
            User = json.Text("user"),
            Command = json.Text("command"),
            Name = what.Text("event"),
            What = what,
        };
    }
}
