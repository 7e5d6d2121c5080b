// What can be read of customers, offers, orders and subscriptions; the feed.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Csp.Interop;

namespace Csp;

public sealed unsafe partial class Engine
{
    /// <summary>One record of any kind, as it stands.</summary>
    public Row Read(Actor actor, Kind kind, Guid record) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_read(engine, actor.Write(arena), kind, arena.Id(record), cursor, error));

    /// <summary>A partner.</summary>
    public Partner Partner(Actor actor, Guid id) => Read(actor, Kind.Partner, id, JsonTypes.Default.Partner);

    /// <summary>A customer.</summary>
    public Customer Customer(Actor actor, Guid id) => Read(actor, Kind.Customer, id, JsonTypes.Default.Customer);

    /// <summary>An offer.</summary>
    public Offer Offer(Actor actor, Guid id) => Read(actor, Kind.Offer, id, JsonTypes.Default.Offer);

    /// <summary>An order.</summary>
    public Order Order(Actor actor, Guid id) => Read(actor, Kind.Order, id, JsonTypes.Default.Order);

    /// <summary>A subscription.</summary>
    public Subscription Subscription(Actor actor, Guid id) =>
        Read(actor, Kind.Subscription, id, JsonTypes.Default.Subscription);

    /// <summary>An invoice.</summary>
    public Invoice Invoice(Actor actor, Guid id) => Read(actor, Kind.Invoice, id, JsonTypes.Default.Invoice);

    /// <summary>What can be asked of a record now, and why the rest cannot.</summary>
    public Query<AllowedCommand> Allowed(Actor actor, Kind kind, Guid record) =>
        new(_handle, (engine, _, cursor, error, arena) =>
            Native.csp_allowed(engine, actor.Write(arena), kind, arena.Id(record), cursor, error),
            row => row.Json.Deserialize(JsonTypes.Default.AllowedCommand)!, OnePage);

    /// <summary>A record's own events behind a version, oldest first. It has no pages, but versions.</summary>
    public Query<Happening> History(Actor actor, Kind kind, Guid record, ulong afterVersion = 0) =>
        Happenings((engine, _, cursor, error, arena) =>
            Native.csp_history(engine, actor.Write(arena), kind, arena.Id(record), afterVersion, cursor, error),
            "a history has no pages: ask for what is behind a version, with afterVersion");

    /// <summary>The feed behind a position. The host sees all of it, a partner its own.</summary>
    public Query<Happening> Events(Actor actor, ulong after = 0) =>
        Happenings((engine, page, cursor, error, arena) =>
            Native.csp_events(engine, actor.Write(arena), after, page, cursor, error));

    /// <summary>The customer who has a domain; null: nobody.</summary>
    public Customer? CustomerByDomain(Actor actor, string domain)
    {
        try
        {
            return State.Of(One((engine, _, cursor, error, arena) =>
                Native.csp_customer_by_domain(engine, actor.Write(arena), arena.TextAt(domain), cursor, error)),
                JsonTypes.Default.Customer);
        }
        catch (CspException none) when (none.Status == Status.NotFound) { return null; }
    }

    /// <summary>The customers, by name.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="namePrefix">How the name begins, in any case; empty: all.</param>
    /// <param name="reseller">Only those associated with it; empty: all.</param>
    public Query<Customer> Customers(Actor actor, string namePrefix = "", Guid reseller = default) =>
        States((engine, page, cursor, error, arena) =>
        {
            var filter = new csp_customer_filter
            {
                size = (uint)sizeof(csp_customer_filter),
                name_prefix = arena.Text(namePrefix),
                reseller = Ids.ToC(reseller),
            };
            return Native.csp_customers(engine, actor.Write(arena), &filter, page, cursor, error);
        }, JsonTypes.Default.Customer);

    /// <summary>The subscriptions of a customer; of one phase, or all.</summary>
    public Query<Subscription> Subscriptions(Actor actor, Guid customer, string phase = "") =>
        States((engine, page, cursor, error, arena) => Native.csp_subscriptions(
            engine, actor.Write(arena), arena.Id(customer), PhaseFilter(arena, phase), page, cursor, error),
            JsonTypes.Default.Subscription);

    /// <summary>The subscriptions of the actor's partner with that reseller of record (RES-13); csp pays
    /// nobody.</summary>
    public Query<Subscription> SubscriptionsOfReseller(Actor actor, string mpnId) =>
        States((engine, page, cursor, error, arena) => Native.csp_subscriptions_of_reseller(
            engine, actor.Write(arena), arena.TextAt(mpnId), page, cursor, error), JsonTypes.Default.Subscription);

    /// <summary>The add-ons of a subscription.</summary>
    public Query<Subscription> AddOns(Actor actor, Guid parent) =>
        States((engine, page, cursor, error, arena) =>
            Native.csp_add_ons(engine, actor.Write(arena), arena.Id(parent), page, cursor, error),
            JsonTypes.Default.Subscription);

    /// <summary>The orders of a customer.</summary>
    public Query<Order> Orders(Actor actor, Guid customer) =>
        States((engine, page, cursor, error, arena) =>
            Native.csp_orders(engine, actor.Write(arena), arena.Id(customer), page, cursor, error),
            JsonTypes.Default.Order);

    /// <summary>What is wrong with each line of a draft, and what it costs.</summary>
    public Query<Row> ReviewOrder(Actor actor, Guid order) =>
        Rows((engine, _, cursor, error, arena) =>
            Native.csp_review_order(engine, actor.Write(arena), arena.Id(order), cursor, error), OnePage);

    /// <summary>All offers.</summary>
    public Query<Offer> Offers(Actor actor) =>
        States((engine, page, cursor, error, arena) =>
            Native.csp_offers(engine, actor.Write(arena), page, cursor, error), JsonTypes.Default.Offer);

    /// <summary>The offers of a market of which a customer may have so many only.</summary>
    public Query<Offer> LimitedOffers(Actor actor, string market) =>
        States((engine, page, cursor, error, arena) =>
        {
            var country = Codes.Country(market);
            return Native.csp_limited_offers(engine, actor.Write(arena), &country, page, cursor, error);
        }, JsonTypes.Default.Offer);

    /// <summary>Every offer of the view, available or with every reason why not.</summary>
    public Query<Availability> AvailabilityFor(Actor actor, Guid customer, Cycle cycle, CatalogView view) =>
        new(_handle, (engine, page, cursor, error, arena) => Native.csp_availability_for(
            engine, actor.Write(arena), arena.Id(customer), cycle, view, page, cursor, error),
            row => row.Json.Deserialize(JsonTypes.Default.Availability)!);

    /// <summary>Whether users, and whether administrators, can sign in now (SUS-02, SUS-03).</summary>
    public Row SignIn(Actor actor, Guid subscription) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_sign_in(engine, actor.Write(arena), arena.Id(subscription), cursor, error));

    /// <summary>Who supports a subscription; null: nobody.</summary>
    public Row? SupportContactOf(Actor actor, Guid subscription) =>
        Rows((engine, _, cursor, error, arena) =>
            Native.csp_support_contact_of(engine, actor.Write(arena), arena.Id(subscription), cursor, error))
            .FirstOrDefault();

    /// <summary>The partnerships between providers and resellers; of one phase, or those that are requested or active.</summary>
    public Query<Row> Partnerships(Actor actor, string phase = "") =>
        Rows((engine, page, cursor, error, arena) => Native.csp_partnerships(
            engine, actor.Write(arena), PhaseFilter(arena, phase), page, cursor, error));

    private static csp_phase_filter* PhaseFilter(Arena arena, string phase)
    {
        var to = arena.New<csp_phase_filter>();
        to->size = (uint)sizeof(csp_phase_filter);
        to->phase = arena.Text(phase);
        return to;
    }

    private const string OnePage = "the answer to this question is one page: say neither rows nor after";

    private Query<Row> Rows(Ask ask, string? whyNoPages = null) => new(_handle, ask, row => row, whyNoPages);

    private Row One(Ask ask) => Rows(ask).First();

    private Query<Happening> Happenings(Ask ask, string? whyNoPages = null) =>
        new(_handle, ask, row => Happening.FromJson(row.Json), whyNoPages);

    private Query<T> States<T>(Ask ask, JsonTypeInfo<T> type) where T : State =>
        new(_handle, ask, row => State.Of(row, type));

    private T Read<T>(Actor actor, Kind kind, Guid id, JsonTypeInfo<T> type) where T : State =>
        State.Of(Read(actor, kind, id), type);
}
