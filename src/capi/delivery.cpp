// Commands whose answer is more than a receipt, and imports.
#include <csp.h>

#include "capi/cursor.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"
#include "capi/query.hpp"

namespace csp::capi {
namespace {

/// `prepare(wrong)` takes what else was given; `ask(engine, request)` answers what becomes rows.
template <class Prepare, class Ask>
csp_status shown_once(csp_engine* engine, const csp_request* request, csp_cursor** cursor_out, csp_error* error,
                      Prepare prepare, Ask ask) {
    show_none(cursor_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Request who;
        const bool is_good = within(check_out(cursor_out, wrong), "cursor_out", wrong) &&
                             within(take_request(request, who, wrong), "request", wrong) && prepare(wrong);
        if (!is_good) { return wrong.error(); }
        ReadyCursor ready(open.shared());
        return shown_by(ready, ask(*open->engine, who), cursor_out);
    });
}

/// The same for what answers a receipt.
template <class Prepare, class Ask>
csp_status receipted(csp_engine* engine, const csp_request* request, csp_receipt* receipt_out, csp_error* error,
                     Prepare prepare, Ask ask) {
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Request who;
        const bool is_good = within(check_out(receipt_out, wrong), "receipt_out", wrong) &&
                             within(take_request(request, who, wrong), "request", wrong) && prepare(wrong);
        if (!is_good) { return wrong.error(); }
        return handed_out(ask(*open->engine, who),
                          [&](const Receipt& receipt) { give_sized(c_receipt(receipt), receipt_out); });
    });
}

/// A struct of a command that must be there.
template <class Given, class T>
bool take_wanted(const Given* from, T& to, std::string_view name, Wrong& wrong) {
    Given whole{};
    return within(take_sized(from, whole, wrong), name, wrong) && take(whole, to, wrong);
}

template <class Ask>
csp_status imported(csp_engine* engine, const csp_request* request, const csp_str* list, csp_import_report* report_out,
                    csp_cursor** problems_out, csp_error* error, Ask ask) {
    show_none(problems_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Request who;
        std::string_view text;
        const bool is_good = within(check_out(report_out, wrong), "report_out", wrong) &&
                             within(take_request(request, who, wrong), "request", wrong) &&
                             within(is_there(list, wrong) && take_bytes_of(*list, text, wrong), "list", wrong);
        if (!is_good) { return wrong.error(); }
        ReadyCursor ready(open.shared());
        return handed_out(ask(*open->engine, who, text), [&](const ImportReport& report) {
            csp_import_report told{};
            told.read = report.read;
            told.stored = report.stored;
            told.unchanged = report.unchanged;
            told.problems = report.problems.size();
            give_sized(told, report_out);
            if (problems_out == nullptr) { return; }
            add_rows(report.problems, ready.rows());
            *problems_out = ready.hand_out();
        });
    });
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_cancel_software_order(csp_engine* engine, const csp_request* request, const csp_id* order,
                                     const csp_cancel_software* command, csp_cursor** cursor_out, csp_error* error) {
    SoftwareOrderId id{};
    CancelSoftware wanted;
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) {
            return within(take_id(order, id, wrong), "order", wrong) && take_wanted(command, wanted, "command", wrong);
        },
        [&](Engine& open, const Request& who) { return open.cancel_software(who, id, wanted); });
}

csp_status csp_show_keys(csp_engine* engine, const csp_request* request, const csp_id* entitlement,
                         const csp_artifact* artifact, csp_cursor** cursor_out, csp_error* error) {
    EntitlementId id{};
    Artifact wanted;
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) {
            return within(take_id(entitlement, id, wrong), "entitlement", wrong) &&
                   within(take_wanted(artifact, wanted, "", wrong), "artifact", wrong);
        },
        [&](Engine& open, const Request& who) { return open.get_keys(who, id, wanted); });
}

csp_status csp_show_link(csp_engine* engine, const csp_request* request, const csp_id* entitlement,
                         const csp_artifact* artifact, csp_cursor** cursor_out, csp_error* error) {
    EntitlementId id{};
    Artifact wanted;
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) {
            return within(take_id(entitlement, id, wrong), "entitlement", wrong) &&
                   within(take_wanted(artifact, wanted, "", wrong), "artifact", wrong);
        },
        [&](Engine& open, const Request& who) { return open.get_link(who, id, wanted); });
}

csp_status csp_show_download(csp_engine* engine, const csp_request* request, const csp_id* link,
                             csp_cursor** cursor_out, csp_error* error) {
    DownloadLinkId id{};
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) { return within(take_id(link, id, wrong), "link", wrong); },
        [&](Engine& open, const Request& who) { return open.download(who, id); });
}

csp_status csp_draft_partnership(csp_engine* engine, const csp_request* request, const csp_request_partnership* wish,
                                 const csp_str* link_address, const csp_id* anew, csp_cursor** cursor_out,
                                 csp_error* error) {
    RequestPartnership wanted;
    std::string_view address;
    const PartnershipId id{anew == nullptr ? AnyId{} : id_from(*anew)};
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) {
            return take_wanted(wish, wanted, "wish", wrong) && take_text(link_address, address, "link_address", wrong);
        },
        [&](Engine& open, const Request& who) { return open.request_partnership(who, wanted, address, id); });
}

csp_status csp_edit_partnership(csp_engine* engine, const csp_request* request, const csp_id* partnership,
                                const csp_str* text, csp_receipt* receipt_out, csp_error* error) {
    PartnershipId id{};
    std::string_view message;
    return receipted(
        engine, request, receipt_out, error,
        [&](Wrong& wrong) {
            return within(take_id(partnership, id, wrong), "partnership", wrong) &&
                   take_text(text, message, "text", wrong);
        },
        [&](Engine& open, const Request& who) { return open.edit_request(who, id, message); });
}

csp_status csp_accept_link(csp_engine* engine, const csp_request* request, const csp_str* link, csp_bool is_authorised,
                           const csp_id* reseller, csp_receipt* receipt_out, csp_error* error) {
    std::string_view address;
    bool is_so = false;
    const PartnerId id{reseller == nullptr ? AnyId{} : id_from(*reseller)};
    return receipted(
        engine, request, receipt_out, error,
        [&](Wrong& wrong) {
            return take_text(link, address, "link", wrong) && take_field("is_authorised", is_authorised, is_so, wrong);
        },
        [&](Engine& open, const Request& who) { return open.accept_partnership(who, address, is_so, id); });
}

csp_status csp_decline_link(csp_engine* engine, const csp_request* request, const csp_str* link,
                            csp_receipt* receipt_out, csp_error* error) {
    std::string_view address;
    return receipted(
        engine, request, receipt_out, error, [&](Wrong& wrong) { return take_text(link, address, "link", wrong); },
        [&](Engine& open, const Request& who) { return open.decline_partnership(who, address); });
}

csp_status csp_set_up_customer(csp_engine* engine, const csp_request* request, const csp_create_customer* command,
                               csp_cursor** cursor_out, csp_error* error) {
    CreateCustomer wanted;
    return shown_once(
        engine, request, cursor_out, error,
        [&](Wrong& wrong) { return take_wanted(command, wanted, "command", wrong); },
        [&](Engine& open, const Request& who) { return open.create_customer(who, std::move(wanted)); });
}

csp_status csp_setup_info(csp_engine* engine, const csp_actor* actor, const csp_id* customer, csp_cursor** cursor_out,
                          csp_error* error) {
    return query_of<Customer>(
        engine, actor, customer, "customer", nullptr, cursor_out, error, [](const Reader& reader, CustomerId id) {
            return one_row(reader, [id](Engine& open, const Actor& who) { return open.setup_info(who, id); });
        });
}

csp_status csp_import_offers(csp_engine* engine, const csp_request* request, const csp_str* json,
                             csp_import_report* report_out, csp_cursor** problems_out, csp_error* error) {
    return imported(
        engine, request, json, report_out, problems_out, error,
        [](Engine& open, const Request& who, std::string_view text) { return open.import_offers(who, text); });
}

csp_status csp_import_prices(csp_engine* engine, const csp_request* request, const csp_str* csv,
                             csp_import_report* report_out, csp_cursor** problems_out, csp_error* error) {
    return imported(
        engine, request, csv, report_out, problems_out, error,
        [](Engine& open, const Request& who, std::string_view text) { return open.import_prices(who, text); });
}
