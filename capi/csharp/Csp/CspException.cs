// Why csp said no.
namespace Csp;

/// <summary>csp said no: a rule, the store, or what it was given. The message is one English sentence.</summary>
public sealed class CspException : Exception
{
    /// <summary>Made by the functions of this package.</summary>
    public CspException(Status status, string message, Exception? inner = null) : base(message, inner) =>
        Status = status;

    /// <summary>What kind of "no" it is.</summary>
    public Status Status { get; }

    /// <summary>The rule that refused: "SUS-09"; or empty.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The refusal in snake case, for programs: "window_expired".</summary>
    public string Reason { get; init; } = "";

    /// <summary>The offending field of the command, as C names it: "lines[1].offer"; or empty.</summary>
    public string Field { get; init; } = "";

    /// <summary>The phase the record is in: "suspended"; or empty.</summary>
    public string Phase { get; init; } = "";

    /// <summary>The commands that may be asked in that phase.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The record that stands in the way.</summary>
    public Guid? Existing { get; init; }

    /// <summary>Microsoft's number for the same refusal, where there is one.</summary>
    public int? MicrosoftNumber { get; init; }

    /// <summary>What else is wrong, when several rules say no.</summary>
    public IReadOnlyList<Refusal> Also { get; init; } = [];

    /// <summary>
    /// The refusal was too long for the room that it had: <see cref="Allowed"/> and <see cref="Also"/> are empty.
    /// </summary>
    public bool IsPartial { get; init; }
}

/// <summary>One reason why not, as rows and other errors tell it.</summary>
public sealed record Refusal
{
    /// <summary>What kind of "no" it is: "refused".</summary>
    public string Code { get; init; } = "";

    /// <summary>The rule that refused: "OFF-08".</summary>
    public string Rule { get; init; } = "";

    /// <summary>The refusal in snake case, for programs.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The refusal in one English sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The offending field, as C names it; or empty.</summary>
    public string Field { get; init; } = "";
}
