// Queries about money.
#include <csp.h>

#include "capi/query.hpp"

using namespace csp;
using namespace csp::capi;

csp_status csp_invoices(csp_engine* engine, const csp_actor* actor, const csp_id* partner,
                        const csp_phase_filter* filter, const csp_page* page, csp_cursor** cursor_out,
                        csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        PartnerId id{};
        InvoiceFilter wanted;
        if (!within(take_id(partner, id, wrong), "partner", wrong) || !take_phase(filter, wanted.phase, wrong)) {
            return {};
        }
        return pages(reader, [id, wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.invoices(who, id, wanted, piece);
        });
    });
}

csp_status csp_invoice_lines(csp_engine* engine, const csp_actor* actor, const csp_id* invoice, const csp_page* page,
                             csp_cursor** cursor_out, csp_error* error) {
    return query_of<Invoice>(engine, actor, invoice, "invoice", page, cursor_out, error,
                             [](const Reader& reader, Id<Invoice> id) {
                                 return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                                     return open.invoice_lines(who, id, piece);
                                 });
                             });
}

csp_status csp_invoice_as_csv(csp_engine* engine, const csp_actor* actor, const csp_id* invoice,
                              csp_cursor** cursor_out, csp_error* error) {
    return query_of<Invoice>(
        engine, actor, invoice, "invoice", nullptr, cursor_out, error, [](const Reader& reader, Id<Invoice> id) {
            return one_row(reader, [id](Engine& open, const Actor& who) { return open.invoice_as_csv(who, id); });
        });
}

csp_status csp_invoice_as_json(csp_engine* engine, const csp_actor* actor, const csp_id* invoice,
                               csp_cursor** cursor_out, csp_error* error) {
    return query_of<Invoice>(
        engine, actor, invoice, "invoice", nullptr, cursor_out, error, [](const Reader& reader, Id<Invoice> id) {
            return one_row(reader, [id](Engine& open, const Actor& who) { return open.invoice_as_json(who, id); });
        });
}

csp_status csp_forecast(csp_engine* engine, const csp_actor* actor, const csp_id* partner, csp_day from, csp_day to,
                        csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        PartnerId id{};
        Term days{};
        const bool is_good = within(take_id(partner, id, wrong), "partner", wrong) &&
                             take_field("from", from, days.start, wrong) && take_field("to", to, days.end, wrong);
        if (!is_good) { return {}; }
        return whole_list(reader, [id, days](Engine& open, const Actor& who) {
            return open.forecast(who, id, days.start, days.end);
        });
    });
}
