// Records as they stand: the nouns of the trade.
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Csp;

/// <summary>
/// A record as it stands, with everything applied that has fallen due. What is only so in some phases is null in the
/// others.
/// </summary>
public abstract record State
{
    /// <summary>Which one it is.</summary>
    [JsonIgnore]
    public Guid Id { get; private set; }

    /// <summary>The stored version: what <see cref="Request.ExpectedVersion"/> may be.</summary>
    [JsonIgnore]
    public ulong Version { get; private set; }

    /// <summary>Its next deadline; null: never.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>All of it, with what a newer csp added.</summary>
    [JsonIgnore]
    public JsonElement Json { get; private set; }

    /// <summary>The phase it is in: "active".</summary>
    public string Phase { get; init; } = "";

    internal static T Of<T>(Row row, JsonTypeInfo<T> type) where T : State
    {
        var state = row.Json.Deserialize(type) ?? throw new JsonException("a record is an object");
        (state.Id, state.Version, state.NextDue, state.Json) = (row.Id, row.Version, row.NextDue, row.Json);
        return state;
    }
}

/// <summary>A partner of Microsoft.</summary>
public sealed record Partner : State
{
    /// <summary>Its name.</summary>
    public string CompanyName { get; init; } = "";

    /// <summary>Whether it bills its customers itself, through resellers, or resells.</summary>
    public PartnerKind Kind { get; init; }

    /// <summary>Its number in Microsoft's network.</summary>
    public string MpnId { get; init; } = "";

    /// <summary>Where it is: "US".</summary>
    public string Country { get; init; } = "";

    /// <summary>Which of Microsoft's clouds it sells.</summary>
    public Cloud Cloud { get; init; }

    /// <summary>The day of the month on which it is billed.</summary>
    public int BillingDay { get; init; }

    /// <summary>In which currency it is billed: "USD".</summary>
    public string BillingCurrency { get; init; } = "";

    /// <summary>It has signed the agreement of resellers.</summary>
    public bool HasAgreement { get; init; }

    /// <summary>While restricted: why.</summary>
    public string? Reason { get; init; }
}

/// <summary>A customer of a partner.</summary>
public sealed record Customer : State
{
    /// <summary>Whose customer it is.</summary>
    public Guid Partner { get; init; }

    /// <summary>In which of Microsoft's clouds it is.</summary>
    public Cloud Cloud { get; init; }

    /// <summary>Its domain: nobody else has it.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Its name and address.</summary>
    public BillingProfile? Profile { get; init; }

    /// <summary>What it qualifies for.</summary>
    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    /// <summary>How many orders were placed for it.</summary>
    public int OrdersPlaced { get; init; }

    /// <summary>The reseller who looks after it; empty: none.</summary>
    public Guid Reseller { get; init; }
}

/// <summary>What may be bought, in every country.</summary>
public sealed record Offer : State
{
    /// <summary>What it is in each country.</summary>
    public IReadOnlyList<Listing> Listings { get; init; } = [];

    /// <summary>What it costs in each market, and from when on.</summary>
    public IReadOnlyList<Price> Prices { get; init; } = [];
}

/// <summary>An order: a draft, or what was bought.</summary>
public sealed record Order : State
{
    /// <summary>Who sells.</summary>
    public Guid Partner { get; init; }

    /// <summary>Who buys.</summary>
    public Guid Customer { get; init; }

    /// <summary>How it is billed.</summary>
    public Cycle Cycle { get; init; }

    /// <summary>In which market: "US".</summary>
    public string Country { get; init; } = "";

    /// <summary>What is bought; each line's subscription is the one it made.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Once completed: when.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }
}

/// <summary>Licences that a customer has for a term.</summary>
public sealed record Subscription : State
{
    /// <summary>Who sold it.</summary>
    public Guid Partner { get; init; }

    /// <summary>Who has it.</summary>
    public Guid Customer { get; init; }

    /// <summary>The order that made it.</summary>
    public Guid Order { get; init; }

    /// <summary>What was bought.</summary>
    public Guid Offer { get; init; }

    /// <summary>Of an add-on: the subscription it adds to; empty: it is none.</summary>
    public Guid Parent { get; init; }

    /// <summary>What the customer calls it.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary>The reseller who is paid for it.</summary>
    public string ResellerMpnId { get; init; } = "";

    /// <summary>How many licences.</summary>
    public int Quantity { get; init; }

    /// <summary>How it is billed.</summary>
    public Cycle Cycle { get; init; }

    /// <summary>In which market: "US".</summary>
    public string Country { get; init; } = "";

    /// <summary>It was bought to try.</summary>
    public bool IsTrial { get; init; }

    /// <summary>It begins again when its term ends.</summary>
    public bool AutoRenews { get; init; }

    /// <summary>What one licence costs; null: what is used is billed.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>When it was bought.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>While active or suspended: its term.</summary>
    public Term? Term { get; init; }

    /// <summary>While suspended: why.</summary>
    public SuspensionReason? Reason { get; init; }

    /// <summary>While suspended: by hand, or with its parent.</summary>
    public SuspendedBy? By { get; init; }

    /// <summary>While suspended: it was cancelled.</summary>
    public bool? IsCancelled { get; init; }

    /// <summary>While suspended: since when.</summary>
    public DateOnly? SuspendedOn { get; init; }

    /// <summary>While suspended: the last day of its window, the date under the Suspended button.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Once deleted: why.</summary>
    public DeletionCause? Cause { get; init; }

    /// <summary>Once deleted: when.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>Days of a subscription or period.</summary>
/// <param name="Start">The first day in it.</param>
/// <param name="End">The first day that is not.</param>
public sealed record Term(DateOnly Start, DateOnly End);

/// <summary>A bill, or a credit note.</summary>
public sealed record Invoice : State
{
    /// <summary>Who pays.</summary>
    public Guid Partner { get; init; }

    /// <summary>Its number; 0 for a draft.</summary>
    public ulong Number { get; init; }

    /// <summary>How many lines it has.</summary>
    public ulong Lines { get; init; }

    /// <summary>What it comes to.</summary>
    public Money? Amount { get; init; }

    /// <summary>The tax on it.</summary>
    public Money? Tax { get; init; }

    /// <summary>What was paid of it.</summary>
    public Money? Paid { get; init; }

    /// <summary>Until when it is to be paid.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>A bill, or a credit note.</summary>
    public DocumentType Document { get; init; }

    /// <summary>Of a credit note or a new bill: the one it is about; empty: none.</summary>
    public Guid Amends { get; init; }
}

/// <summary>Whether an offer may be bought, or every reason why not.</summary>
public sealed record Availability
{
    /// <summary>Which offer.</summary>
    public Guid Offer { get; init; }

    /// <summary>What it is called in the customer's market.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one licence costs; null: it has no price.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>Why it may not be bought; none: it may.</summary>
    public IReadOnlyList<Refusal> Reasons { get; init; } = [];
}

/// <summary>A command, and why it cannot be asked now.</summary>
public sealed record AllowedCommand
{
    /// <summary>"cancel_subscription".</summary>
    public string Command { get; init; } = "";

    /// <summary>Null: it can be asked.</summary>
    public Refusal? WhyNot { get; init; }
}
