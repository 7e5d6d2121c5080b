// Queries about software, support and activity.
#include <csp.h>

#include "capi/query.hpp"

namespace csp::capi {
namespace {

bool take_days(const csp_activity_filter& from, ActivityFilter& to, Wrong& wrong) {
    if (from.from == nullptr && from.to == nullptr) { return true; }
    if (from.from == nullptr) { return within(wrong.is("must not be NULL beside `to`"), "from", wrong); }
    if (from.to == nullptr) { return within(wrong.is("must not be NULL beside `from`"), "to", wrong); }
    DayRange& days = to.days.emplace();
    return take_field("from", *from.from, days.from, wrong) && take_field("to", *from.to, days.to, wrong);
}

bool take_filter(const csp_activity_filter* from, ActivityFilter& to, Wrong& wrong) {
    csp_activity_filter whole{};
    const bool is_good = take_sized_or_nothing(from, whole, wrong) && take_days(whole, to, wrong) &&
                         take_field("customer", whole.customer, to.customer, wrong);
    return within(is_good, "filter", wrong);
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_products(csp_engine* engine, const csp_actor* actor, const csp_page* page, csp_cursor** cursor_out,
                        csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [](const Reader& reader, Wrong&) {
        return pages(
            reader, [](Engine& open, const Actor& who, const PageRequest& piece) { return open.products(who, piece); });
    });
}

csp_status csp_software_items(csp_engine* engine, const csp_actor* actor, const csp_id* customer, const csp_page* page,
                              csp_cursor** cursor_out, csp_error* error) {
    return query_of<Customer>(engine, actor, customer, "customer", page, cursor_out, error,
                              [](const Reader& reader, Id<Customer> id) {
                                  return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                                      return open.software_items(who, id, piece);
                                  });
                              });
}

csp_status csp_software_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer, const csp_page* page,
                               csp_cursor** cursor_out, csp_error* error) {
    return query_of<Customer>(engine, actor, customer, "customer", page, cursor_out, error,
                              [](const Reader& reader, Id<Customer> id) {
                                  return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                                      return open.software_orders(who, id, piece);
                                  });
                              });
}

csp_status csp_cancellable_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                  const csp_id* product, const csp_page* page, csp_cursor** cursor_out,
                                  csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        CustomerId id{};
        ProductId which{};
        if (!within(take_id(customer, id, wrong), "customer", wrong) ||
            !within(take_id(product, which, wrong), "product", wrong)) {
            return {};
        }
        return pages(reader, [id, which](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.cancellable_orders(who, id, which, piece);
        });
    });
}

csp_status csp_cancellation_of(csp_engine* engine, const csp_actor* actor, const csp_id* software_order,
                               csp_cursor** cursor_out, csp_error* error) {
    return query_of<SoftwareOrder>(
        engine, actor, software_order, "software_order", nullptr, cursor_out, error,
        [](const Reader& reader, Id<SoftwareOrder> id) {
            return whole_list(reader, [id](Engine& open, const Actor& who) { return open.cancellation(who, id); });
        });
}

csp_status csp_support_form_of(csp_engine* engine, const csp_actor* actor, const csp_id* software_order,
                               csp_cursor** cursor_out, csp_error* error) {
    return query_of<SoftwareOrder>(
        engine, actor, software_order, "software_order", nullptr, cursor_out, error,
        [](const Reader& reader, Id<SoftwareOrder> id) {
            return one_row(reader, [id](Engine& open, const Actor& who) { return open.support_form(who, id); });
        });
}

csp_status csp_support_requests(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query_of<Customer>(engine, actor, customer, "customer", page, cursor_out, error,
                              [](const Reader& reader, Id<Customer> id) {
                                  return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                                      return open.support_requests(who, id, piece);
                                  });
                              });
}

csp_status csp_software_activity(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                                 const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        ActivityFilter wanted;
        if (!take_filter(filter, wanted, wrong)) { return {}; }
        return pages(reader, [wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.software_activity(who, wanted, piece);
        });
    });
}

csp_status csp_activity_log(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                            const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        ActivityFilter wanted;
        if (!take_filter(filter, wanted, wrong)) { return {}; }
        return pages(reader, [wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.activity_log(who, wanted, piece);
        });
    });
}

csp_status csp_software_users(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                              csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        ActivityFilter wanted;
        if (!take_filter(filter, wanted, wrong)) { return {}; }
        return whole_list(reader,
                          [wanted](Engine& open, const Actor& who) { return open.software_users(who, wanted); });
    });
}
