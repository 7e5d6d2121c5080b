// Commands whose answer is more than a receipt, and imports.
using Csp.Interop;

namespace Csp;

public sealed unsafe partial class Engine
{
    /// <summary>Cancels an order of software; the row has the receipt and what became of each line.</summary>
    public Row CancelSoftwareOrder(Request request, Guid order, CancelSoftware command) =>
        One((engine, _, cursor, error, arena) => Native.csp_cancel_software_order(
            engine, request.Write(arena), arena.Id(order), command.Write(arena), cursor, error));

    /// <summary>Shows a key, in the row's text; the log remembers who saw it.</summary>
    public Row ShowKeys(Request request, Guid entitlement, Artifact artifact) =>
        One((engine, _, cursor, error, arena) => Native.csp_show_keys(
            engine, request.Write(arena), arena.Id(entitlement), artifact.Write(arena), cursor, error));

    /// <summary>Makes a download link and shows its address, in the row's text.</summary>
    public Row ShowLink(Request request, Guid entitlement, Artifact artifact) =>
        One((engine, _, cursor, error, arena) => Native.csp_show_link(
            engine, request.Write(arena), arena.Id(entitlement), artifact.Write(arena), cursor, error));

    /// <summary>Uses a download link, and shows its address, in the row's text.</summary>
    public Row ShowDownload(Request request, Guid link) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_show_download(engine, request.Write(arena), arena.Id(link), cursor, error));

    /// <summary>Drafts a request for a partnership. Two rows: the whole message, and the link in it.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="wish">For what.</param>
    /// <param name="linkAddress">Where the link leads to.</param>
    /// <param name="anew">A partnership that has ended and is to begin again; null: a new one.</param>
    public IReadOnlyList<Row> DraftPartnership(
        Request request, RequestPartnership wish, string linkAddress, Guid? anew = null) =>
        [.. Rows((engine, _, cursor, error, arena) => Native.csp_draft_partnership(engine, request.Write(arena),
            wish.Write(arena), arena.TextAt(linkAddress), arena.Id(anew), cursor, error))];

    /// <summary>Changes the text of a request for a partnership; its links are read from it.</summary>
    public Receipt EditPartnership(Request request, Guid partnership, string text) =>
        Done((engine, receipt, error, arena) => Native.csp_edit_partnership(
            engine, request.Write(arena), arena.Id(partnership), arena.TextAt(text), receipt, error));

    /// <summary>Accepts a partnership by the link that was sent.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="link">What was sent.</param>
    /// <param name="isAuthorised">The box is ticked: the provider may order for the reseller's customers (B8).</param>
    /// <param name="reseller">Who accepts, where the host asks.</param>
    public Receipt AcceptLink(Request request, string link, bool isAuthorised, Guid? reseller = null) =>
        Done((engine, receipt, error, arena) => Native.csp_accept_link(
            engine, request.Write(arena), arena.TextAt(link), isAuthorised ? Native.CSP_YES : Native.CSP_NO,
            arena.Id(reseller), receipt, error));

    /// <summary>Declines a partnership by the link that was sent.</summary>
    public Receipt DeclineLink(Request request, string link) =>
        Done((engine, receipt, error, arena) => Native.csp_decline_link(
            engine, request.Write(arena), arena.TextAt(link), receipt, error));

    /// <summary>Creates a customer, and shows the first administrator's password, in the row's text.</summary>
    public Row SetUpCustomer(Request request, CreateCustomer command) =>
        One((engine, _, cursor, error, arena) => Native.csp_set_up_customer(
            engine, request.Write(arena), command.Write(arena), cursor, error));

    /// <summary>
    /// Always refused (CUS-07), with a CspException that says why: the first administrator's password is shown once, by
    /// <see cref="SetUpCustomer"/>.
    /// </summary>
    public Row SetupInfo(Actor actor, Guid customer) =>
        One((engine, _, cursor, error, arena) =>
            Native.csp_setup_info(engine, actor.Write(arena), arena.Id(customer), cursor, error));

    /// <summary>Reads Microsoft's list of offers, see docs/imports.md. By the host alone.</summary>
    public ImportReport ImportOffers(Request request, string json) =>
        Import((engine, report, problems, error, arena) => Native.csp_import_offers(
            engine, request.Write(arena), arena.TextAt(json), report, problems, error));

    /// <summary>Reads prices from csp's CSV, see docs/imports.md. By the host alone.</summary>
    public ImportReport ImportPrices(Request request, string csv) =>
        Import((engine, report, problems, error, arena) => Native.csp_import_prices(
            engine, request.Write(arena), arena.TextAt(csv), report, problems, error));

    /// <summary>Of the library that was loaded: "0.1.0".</summary>
    public static string LibraryVersion => Text.OfConstant(Native.csp_version_text());

    /// <summary>The id of an offer, by its name in Microsoft's catalogue.</summary>
    public static Guid OfferIdOf(string catalogId)
    {
        using var arena = new Arena();
        csp_id id;
        using var call = Call.Begin();
        call.Check(Native.csp_offer_id_of(arena.TextAt(catalogId), &id, call.Error));
        return Ids.FromC(id);
    }

    private delegate Status AskReceipt(nint engine, csp_receipt* receipt, csp_error* error, Arena arena);

    private delegate Status AskReport(
        nint engine, csp_import_report* report, nint* problems, csp_error* error, Arena arena);

    private Receipt Done(AskReceipt ask)
    {
        using var held = _handle.Hold();
        using var arena = new Arena();
        var receipt = new csp_receipt { size = (uint)sizeof(csp_receipt) };
        using var call = Call.Begin();
        call.Check(ask(held.C, &receipt, call.Error, arena));
        return Receipt.FromC(receipt);
    }

    private ImportReport Import(AskReport ask)
    {
        using var held = _handle.Hold();
        using var arena = new Arena();
        var report = new csp_import_report { size = (uint)sizeof(csp_import_report) };
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(ask(held.C, &report, &opened, call.Error, arena));
        using var cursor = new Cursor(opened);
        var problems = new List<Refusal>();
        while (cursor.Next() is { } row) { problems.Add(row.Refusal()); }
        return new ImportReport(report.read, report.stored, report.unchanged, problems);
    }
}

/// <summary>What an import did.</summary>
/// <param name="Read">How many entries there were.</param>
/// <param name="Stored">New, or different from what was stored.</param>
/// <param name="Unchanged">As they were.</param>
/// <param name="Problems">One for each entry that is not in, with its place in the field.</param>
public sealed record ImportReport(
    ulong Read, ulong Stored, ulong Unchanged, IReadOnlyList<Refusal> Problems);
