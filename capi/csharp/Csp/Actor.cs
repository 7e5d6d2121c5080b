// Who asks, for what, and what was done.
using Csp.Interop;

namespace Csp;

/// <summary>Somebody of a partner, as you have signed them in; or the embedding program itself.</summary>
public sealed record Actor
{
    /// <summary>The embedding program itself, who may do everything.</summary>
    public static Actor Host { get; } = new() { Roles = Role.Host, User = "host" };

    /// <summary>What they may do; any one role suffices where several may.</summary>
    public required Role Roles { get; init; }

    /// <summary>Whose user it is; empty for the host.</summary>
    public Guid Partner { get; init; }

    /// <summary>Shown in the history: "ann@contoso.com".</summary>
    public string User { get; init; } = "";

    internal unsafe csp_actor* Write(Arena arena)
    {
        var to = arena.New<csp_actor>();
        to->size = (uint)sizeof(csp_actor);
        to->roles = (uint)Roles;
        to->partner = Ids.ToC(Partner);
        to->user = arena.Text(User);
        return to;
    }
}

/// <summary>Who asks for a command, under which id, and about which version. An actor alone is one, too.</summary>
/// <param name="By">Who asks.</param>
public sealed record Request(Actor By)
{
    /// <summary>Asked again with the same id and command, the answer is the same. Empty: none.</summary>
    public Guid Id { get; init; }

    /// <summary>A record that changed since answers <see cref="Status.Conflict"/>. 0: any.</summary>
    public ulong ExpectedVersion { get; init; }

    /// <summary>A request without an id, about any version.</summary>
    public static implicit operator Request(Actor by) => new(by);

    internal unsafe csp_request* Write(Arena arena)
    {
        var to = arena.New<csp_request>();
        to->size = (uint)sizeof(csp_request);
        to->by = By.Write(arena);
        to->id = Ids.ToC(Id);
        to->expected_version = ExpectedVersion;
        return to;
    }
}

/// <summary>What was done. Once you have it, it survives the end of the process, unless the store is in
/// memory.</summary>
public sealed record Receipt
{
    /// <summary>Of the record.</summary>
    public required Kind Kind { get; init; }

    /// <summary>The record, new or changed.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its version now.</summary>
    public required ulong Version { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The position of its first event in the feed.</summary>
    public required ulong FirstEvent { get; init; }

    /// <summary>How many events it made, reactions included.</summary>
    public required ulong Events { get; init; }

    /// <summary>It had been done before, under the same request id.</summary>
    public required bool IsRepeated { get; init; }

    internal static Receipt FromC(in csp_receipt receipt) => new()
    {
        Kind = (Kind)receipt.kind,
        Id = Ids.FromC(receipt.id),
        Version = receipt.version,
        At = Times.FromUs(receipt.at_us),
        FirstEvent = receipt.first_event,
        Events = receipt.events,
        IsRepeated = receipt.is_repeated != 0,
    };
}
