// Queries about customers, offers, orders and subscriptions.
#include <csp.h>

#include "capi/fields/commands.hpp"
#include "capi/query.hpp"

using namespace csp;
using namespace csp::capi;

csp_status csp_customer_by_domain(csp_engine* engine, const csp_actor* actor, const csp_str* domain,
                                  csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        std::string_view given;
        if (!take_text(domain, given, "domain", wrong)) { return {}; }
        return one_row(reader, [wanted = std::string(given)](Engine& open, const Actor& who) {
            return open.customer_by_domain(who, wanted);
        });
    });
}

csp_status csp_customers(csp_engine* engine, const csp_actor* actor, const csp_customer_filter* filter,
                         const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        csp_customer_filter whole{};
        CustomerFilter wanted;
        const bool is_good = take_sized_or_nothing(filter, whole, wrong) &&
                             take_field("name_prefix", whole.name_prefix, wanted.name_prefix, wrong) &&
                             take_field("reseller", whole.reseller, wanted.reseller, wrong);
        if (!within(is_good, "filter", wrong)) { return {}; }
        return pages(reader, [wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.customers(who, wanted, piece);
        });
    });
}

csp_status csp_subscriptions(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                             const csp_phase_filter* filter, const csp_page* page, csp_cursor** cursor_out,
                             csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        CustomerId id{};
        SubscriptionFilter wanted;
        if (!within(take_id(customer, id, wrong), "customer", wrong) || !take_phase(filter, wanted.phase, wrong)) {
            return {};
        }
        return pages(reader, [id, wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.subscriptions(who, id, wanted, piece);
        });
    });
}

csp_status csp_subscriptions_of_reseller(csp_engine* engine, const csp_actor* actor, const csp_str* mpn_id,
                                         const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        std::string_view given;
        if (!take_text(mpn_id, given, "mpn_id", wrong)) { return {}; }
        return pages(reader, [wanted = std::string(given)](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.subscriptions_of_reseller(who, wanted, piece);
        });
    });
}

csp_status csp_add_ons(csp_engine* engine, const csp_actor* actor, const csp_id* parent, const csp_page* page,
                       csp_cursor** cursor_out, csp_error* error) {
    return query_of<Subscription>(
        engine, actor, parent, "parent", page, cursor_out, error, [](const Reader& reader, Id<Subscription> id) {
            return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                return open.add_ons(who, id, piece);
            });
        });
}

csp_status csp_sign_in(csp_engine* engine, const csp_actor* actor, const csp_id* subscription, csp_cursor** cursor_out,
                       csp_error* error) {
    return query_of<Subscription>(
        engine, actor, subscription, "subscription", nullptr, cursor_out, error,
        [](const Reader& reader, Id<Subscription> id) {
            return one_row(reader, [id](Engine& open, const Actor& who) { return open.sign_in(who, id); });
        });
}

csp_status csp_support_contact_of(csp_engine* engine, const csp_actor* actor, const csp_id* subscription,
                                  csp_cursor** cursor_out, csp_error* error) {
    return query_of<Subscription>(engine, actor, subscription, "subscription", nullptr, cursor_out, error,
                                  [](const Reader& reader, SubscriptionId id) -> Fetch {
                                      return [reader, id](Engine& open, const std::string&) -> Result<Piece> {
                                          auto contact = open.support_contact(reader.actor, id);
                                          if (!contact) { return std::move(contact).error(); }
                                          Piece piece;
                                          if (contact->has_value()) { piece.rows.push_back(row_of(**contact)); }
                                          return piece;
                                      };
                                  });
}

csp_status csp_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer, const csp_page* page,
                      csp_cursor** cursor_out, csp_error* error) {
    return query_of<Customer>(engine, actor, customer, "customer", page, cursor_out, error,
                              [](const Reader& reader, Id<Customer> id) {
                                  return pages(reader, [id](Engine& open, const Actor& who, const PageRequest& piece) {
                                      return open.orders(who, id, piece);
                                  });
                              });
}

csp_status csp_review_order(csp_engine* engine, const csp_actor* actor, const csp_id* order, csp_cursor** cursor_out,
                            csp_error* error) {
    return query_of<Order>(
        engine, actor, order, "order", nullptr, cursor_out, error, [](const Reader& reader, Id<Order> id) {
            return whole_list(reader, [id](Engine& open, const Actor& who) { return open.review(who, id); });
        });
}

csp_status csp_offers(csp_engine* engine, const csp_actor* actor, const csp_page* page, csp_cursor** cursor_out,
                      csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [](const Reader& reader, Wrong&) {
        return pages(reader,
                     [](Engine& open, const Actor& who, const PageRequest& piece) { return open.offers(who, piece); });
    });
}

csp_status csp_limited_offers(csp_engine* engine, const csp_actor* actor, const csp_country* market,
                              const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        Country where{};
        const bool is_good = market != nullptr ? take_value(*market, where, wrong) : wrong.is("must not be NULL");
        if (!within(is_good, "market", wrong)) { return {}; }
        return pages(reader, [where](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.limited_offers(who, where, piece);
        });
    });
}

csp_status csp_availability_for(csp_engine* engine, const csp_actor* actor, const csp_id* customer, csp_cycle cycle,
                                csp_catalog_view view, const csp_page* page, csp_cursor** cursor_out,
                                csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        CustomerId id{};
        Cycle how_often = Cycle::monthly;
        CatalogView where = CatalogView::regular;
        const bool is_good = within(take_id(customer, id, wrong), "customer", wrong) &&
                             take_field("cycle", cycle, how_often, wrong) && take_field("view", view, where, wrong);
        if (!is_good) { return {}; }
        return pages(reader, [id, how_often, where](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.availability(who, id, how_often, where, piece);
        });
    });
}

csp_status csp_partnerships(csp_engine* engine, const csp_actor* actor, const csp_phase_filter* filter,
                            const csp_page* page, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        PartnershipFilter wanted;
        if (!take_phase(filter, wanted.phase, wrong)) { return {}; }
        return pages(reader, [wanted](Engine& open, const Actor& who, const PageRequest& piece) {
            return open.partnerships(who, wanted, piece);
        });
    });
}
