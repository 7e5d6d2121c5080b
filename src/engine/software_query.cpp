// Questions about software: what was bought, what can be taken back, and what support has to be asked.
#include "codec/keys.hpp"
#include "csp/engine.hpp"
#include "engine/look_up.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::as_it_stands;
using engine::Entry;
using engine::Reading;

SoftwareItem item_of(const Entry<Entitlement>& entry, const Policy& policy, Instant now) {
    const Entitlement& state = entry.state();
    const OnTheDashboard shown = on_the_dashboard(state, policy, now);
    return SoftwareItem{.id = entry.id,
                        .grant = state.grant,
                        .phase = std::string(machine::Names<Entitlement::Phase>::list[state.phase.index()]),
                        .dashboard_phase = std::string(shown.phase),
                        .visible_by = shown.visible_by,
                        .expires_at = expires_at(state),
                        .links = state.links};
}

bool can_be_cancelled(const SoftwareOrder& order, const ProductId& product, const Policy& policy, Date today) {
    const auto lines = cancellation(order, policy, today);
    return std::ranges::any_of(lines, [&](const LineCancellation& line) {
        return line.product == product && line.answer == CancellationAnswer::can_be_cancelled;
    });
}

}  // namespace

Result<Page<Standing<Product>>> Engine::products(const Actor&, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        return engine::page_of<Product, Standing<Product>>(open, codec::Index::products_by_name, {}, page,
                                                           as_it_stands<Product>);
    });
}

Result<Page<SoftwareItem>> Engine::software_items(const Actor& actor, CustomerId customer, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<SoftwareItem>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        const auto as_item = [&](const Entry<Entitlement>& entry) -> Result<std::optional<SoftwareItem>> {
            return std::optional<SoftwareItem>(item_of(entry, open.pipeline.policy(), open.now));
        };
        return engine::page_of<Entitlement, SoftwareItem>(open, codec::Index::entitlements_of_customer,
                                                          codec::prefix_of((*owner)->state().partner, customer), page,
                                                          as_item);
    });
}

Result<Page<Standing<SoftwareOrder>>> Engine::software_orders(const Actor& actor, CustomerId customer,
                                                              const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<SoftwareOrder>>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        return engine::page_of<SoftwareOrder, Standing<SoftwareOrder>>(
            open, codec::Index::software_orders_of_customer, codec::prefix_of((*owner)->state().partner, customer),
            page, as_it_stands<SoftwareOrder>);
    });
}

Result<Page<Standing<SoftwareOrder>>> Engine::cancellable_orders(const Actor& actor, CustomerId customer,
                                                                 ProductId product, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<SoftwareOrder>>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        const auto keep = [&](const Entry<SoftwareOrder>& entry) -> Result<std::optional<Standing<SoftwareOrder>>> {
            if (!can_be_cancelled(entry.state(), product, open.pipeline.policy(), date_of(open.now))) {
                return std::optional<Standing<SoftwareOrder>>{};
            }
            return as_it_stands(entry);
        };
        return engine::page_of<SoftwareOrder, Standing<SoftwareOrder>>(open, codec::Index::software_orders_by_product,
                                                                       codec::prefix_of(customer, product), page, keep);
    });
}

Result<std::vector<LineCancellation>> Engine::cancellation(const Actor& actor, SoftwareOrderId order) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<LineCancellation>> {
        auto entry = open.pipeline.standing(actor, order, open.now);
        if (!entry) { return std::move(entry).error(); }
        return csp::cancellation((*entry)->state(), open.pipeline.policy(), date_of(open.now));
    });
}

Result<SupportForm> Engine::support_form(const Actor& actor, SoftwareOrderId order) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<SupportForm> {
        auto entry = open.pipeline.standing(actor, order, open.now);
        if (!entry) { return std::move(entry).error(); }
        const SoftwareOrder& bought = (*entry)->state();
        auto customer = engine::look_up(open.pipeline, bought.customer);
        if (!customer) { return std::move(customer).error(); }
        if (*customer == nullptr) { return engine::no_such(Kind::customer, bought.customer.bytes); }
        return prefilled_form(order, bought, bought.customer, **customer, open.pipeline.policy(), date_of(open.now));
    });
}

Result<Page<Standing<SupportRequest>>> Engine::support_requests(const Actor& actor, CustomerId customer,
                                                                const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<SupportRequest>>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        return engine::page_of<SupportRequest, Standing<SupportRequest>>(
            open, codec::Index::support_requests_of_customer, codec::prefix_of((*owner)->state().partner, customer),
            page, as_it_stands<SupportRequest>);
    });
}

}  // namespace csp
