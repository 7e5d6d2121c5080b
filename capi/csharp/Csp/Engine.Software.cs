// What can be read of software, support, activity and money.
using Csp.Interop;

namespace Csp;

public sealed unsafe partial class Engine
{
    /// <summary>All products.</summary>
    public Query<Row> Products(Actor actor) =>
        Rows((engine, page, cursor, error, arena) =>
            Native.csp_products(engine, actor.Write(arena), page, cursor, error));

    /// <summary>All software bought for a customer, cancelled items too (ENT-02, CAN-17).</summary>
    public Query<Row> SoftwareItems(Actor actor, Guid customer) =>
        Rows((engine, page, cursor, error, arena) =>
            Native.csp_software_items(engine, actor.Write(arena), arena.Id(customer), page, cursor, error));

    /// <summary>The orders of software of a customer.</summary>
    public Query<Row> SoftwareOrders(Actor actor, Guid customer) =>
        Rows((engine, page, cursor, error, arena) =>
            Native.csp_software_orders(engine, actor.Write(arena), arena.Id(customer), page, cursor, error));

    /// <summary>The orders of a product that can still be cancelled.</summary>
    public Query<Row> CancellableOrders(Actor actor, Guid customer, Guid product) =>
        Rows((engine, page, cursor, error, arena) => Native.csp_cancellable_orders(
            engine, actor.Write(arena), arena.Id(customer), arena.Id(product), page, cursor, error));

    /// <summary>What would become of each line of an order of software that is cancelled.</summary>
    public Query<Row> CancellationOf(Actor actor, Guid softwareOrder) =>
        Rows((engine, _, cursor, error, arena) =>
            Native.csp_cancellation_of(engine, actor.Write(arena), arena.Id(softwareOrder), cursor, error), OnePage);

    /// <summary>The form with which support is asked for an order of software, as far as it can be filled in.</summary>
    public Row SupportFormOf(Actor actor, Guid softwareOrder) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_support_form_of(engine, actor.Write(arena), arena.Id(softwareOrder), cursor, error));

    /// <summary>The support requests about a customer.</summary>
    public Query<Row> SupportRequests(Actor actor, Guid customer) =>
        Rows((engine, page, cursor, error, arena) =>
            Native.csp_support_requests(engine, actor.Write(arena), arena.Id(customer), page, cursor, error));

    /// <summary>Who did what to keys and downloads.</summary>
    public Query<Row> SoftwareActivity(Actor actor, ActivityFilter? filter = null) =>
        Rows((engine, page, cursor, error, arena) => Native.csp_software_activity(
            engine, actor.Write(arena), ActivityFilter.Write(filter, arena), page, cursor, error));

    /// <summary>Which users did something to keys and downloads.</summary>
    public Query<Row> SoftwareUsers(Actor actor, ActivityFilter? filter = null) =>
        Rows((engine, _, cursor, error, arena) => Native.csp_software_users(
            engine, actor.Write(arena), ActivityFilter.Write(filter, arena), cursor, error), OnePage);

    /// <summary>The entries of SoftwareActivity for the general roles, of at most the last 90 days (B12).
    /// Everything that happened is Events.</summary>
    public Query<Row> ActivityLog(Actor actor, ActivityFilter? filter = null) =>
        Rows((engine, page, cursor, error, arena) => Native.csp_activity_log(
            engine, actor.Write(arena), ActivityFilter.Write(filter, arena), page, cursor, error));

    /// <summary>The invoices of a partner; of one phase, or all.</summary>
    public Query<Invoice> Invoices(Actor actor, Guid partner, string phase = "") =>
        States((engine, page, cursor, error, arena) => Native.csp_invoices(
            engine, actor.Write(arena), arena.Id(partner), PhaseFilter(arena, phase), page, cursor, error),
            JsonTypes.Default.Invoice);

    /// <summary>The lines of an invoice.</summary>
    public Query<Row> InvoiceLines(Actor actor, Guid invoice) =>
        Rows((engine, page, cursor, error, arena) =>
            Native.csp_invoice_lines(engine, actor.Write(arena), arena.Id(invoice), page, cursor, error));

    /// <summary>An invoice with the columns of Microsoft's reconciliation file.</summary>
    public string InvoiceAsCsv(Actor actor, Guid invoice) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_invoice_as_csv(engine, actor.Write(arena), arena.Id(invoice), cursor, error)).Text;

    /// <summary>An invoice as one JSON object.</summary>
    public string InvoiceAsJson(Actor actor, Guid invoice) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_invoice_as_json(engine, actor.Write(arena), arena.Id(invoice), cursor, error)).Text;

    /// <summary>What lies ahead if nobody does anything, both days included: renewals, expiries, ends of trials,
    /// charges, last days to cancel and to reactivate.</summary>
    public Query<Row> Forecast(Actor actor, Guid partner, DateOnly from, DateOnly to) =>
        Rows((engine, _, cursor, error, arena) => Native.csp_forecast(
            engine, actor.Write(arena), arena.Id(partner), Times.ToDay(from), Times.ToDay(to), cursor, error),
            OnePage);
}

/// <summary>Which days, and of whom.</summary>
public sealed record ActivityFilter
{
    /// <summary>The first day. Say both days or neither; neither: the last 30 days and today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day. Say both days or neither.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Empty: all of the actor's partner; the host has to name one.</summary>
    public Guid Customer { get; init; }

    internal static unsafe csp_activity_filter* Write(ActivityFilter? filter, Arena arena)
    {
        if (filter is null) { return null; }
        var to = arena.New<csp_activity_filter>();
        to->size = (uint)sizeof(csp_activity_filter);
        to->from = arena.Day(filter.From);
        to->to = arena.Day(filter.To);
        to->customer = Ids.ToC(filter.Customer);
        return to;
    }
}
