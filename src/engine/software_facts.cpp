// Looks up and copies what decisions about software need.
#include "codec/keys.hpp"
#include "csp/text.hpp"
#include "engine/authority.hpp"
#include "engine/facts.hpp"
#include "engine/look_up.hpp"

namespace csp::engine {
namespace {

Result<Done> add_products(Pipeline& pipeline, const BuySoftware& wish, SoftwareOrderFacts& facts) {
    // A guard refuses a longer order; it need not cost a million look-ups to say so.
    const std::size_t judged = std::min(wish.lines.size(), static_cast<std::size_t>(pipeline.policy().order_lines));
    for (std::size_t line = 0; line < judged; ++line) {
        auto product = look_up(pipeline, wish.lines[line].product);
        if (!product) { return std::move(product).error(); }
        facts.products.push_back(*product);
    }
    return done;
}

/// By its id, or else by its domain; nil: there is none for whoever asks.
Result<CustomerId> customer_in(Pipeline& pipeline, const SupportForm& form) {
    if (!form.customer.is_nil() || form.domain.empty()) { return form.customer; }
    const std::string key = codec::customer_by_domain(lower_ascii(form.domain));
    auto hits =
        pipeline.work().transaction().scan(static_cast<std::uint16_t>(codec::Index::customer_by_domain), key, {}, 2);
    if (!hits) { return std::move(hits).error(); }
    for (const Hit& hit : *hits) {
        if (hit.key == key) { return CustomerId{hit.record.id}; }
    }
    return CustomerId{};
}

/// SUP-04: whose request it is. What another partner sold does not exist for it, though the host asks, who sees all.
PartnerId partner_of(const Entry<SupportRequest>& entry, const SupportRequest::Command& command) {
    const auto* draft = std::get_if<DraftSupportRequest>(&command);
    return draft != nullptr ? draft->partner : entry.state().partner;
}

/// A record of that partner's; nullptr: there is none.
template <class S>
Result<const S*> look_up_of(Pipeline& pipeline, const PartnerId& partner, const Id<S>& id) {
    auto found = look_up(pipeline, id);
    const bool is_anothers = found && *found != nullptr && owner_of(id, **found) != partner;
    if (is_anothers) { return static_cast<const S*>(nullptr); }
    return found;
}

/// Whose the order or the subscription in the form is; nil: there is none.
CustomerId buyer_in(const SupportRequestFacts& facts) {
    if (facts.order != nullptr) { return facts.order->customer; }
    return facts.subscription != nullptr ? facts.subscription->customer : CustomerId{};
}

const SupportForm* form_in(const Entry<SupportRequest>& entry, const SupportRequest::Command& command) {
    if (const auto* draft = std::get_if<DraftSupportRequest>(&command)) { return &draft->form; }
    if (const auto* change = std::get_if<ChangeSupportRequest>(&command)) { return &change->form; }
    return &entry.state().form;
}

}  // namespace

template <>
Result<Gathered<Product>> gather(Pipeline&, const Entry<Product>&, const Product::Command&, Instant) {
    return Gathered<Product>{};
}

template <>
Result<Gathered<SoftwareOrder>> gather(Pipeline& pipeline, const Entry<SoftwareOrder>&,
                                       const SoftwareOrder::Command& command, Instant at) {
    Gathered<SoftwareOrder> gathered;
    if (const auto* wish = std::get_if<BuySoftware>(&command)) {
        auto buyer = buyer_of(pipeline, wish->customer, at);
        if (!buyer) { return std::move(buyer).error(); }
        gathered.facts.customer = buyer->customer;
        gathered.facts.partner = buyer->partner;
        if (auto added = add_products(pipeline, *wish, gathered.facts); !added) { return std::move(added).error(); }
    }
    return gathered;
}

template <>
Result<Gathered<Entitlement>> gather(Pipeline& pipeline, const Entry<Entitlement>& entry,
                                     const Entitlement::Command& command, Instant at) {
    Gathered<Entitlement> gathered;
    if (std::holds_alternative<GetKeys>(command) || std::holds_alternative<GetLink>(command)) {
        auto customer = look_up(pipeline, entry.state().grant.customer);
        if (!customer) { return std::move(customer).error(); }
        gathered.facts.customer = *customer;
    }
    if (const auto* link = std::get_if<GetLink>(&command)) {
        auto known = look_up_settled(pipeline, link_for(entry.state(), link->artifact), at);
        if (!known) { return std::move(known).error(); }
        gathered.facts.link = *known;
    }
    return gathered;
}

/// ENT-05: whoever it was handed to comes through the host, and may still download.
template <>
Result<Gathered<DownloadLink>> gather(Pipeline& pipeline, const Entry<DownloadLink>& entry,
                                      const DownloadLink::Command& command, Instant) {
    Gathered<DownloadLink> gathered;
    if (std::holds_alternative<Download>(command) && !pipeline.asker().is_nil()) {
        auto customer = look_up(pipeline, entry.state().target.customer);
        if (!customer) { return std::move(customer).error(); }
        gathered.facts.customer = *customer;
    }
    return gathered;
}

template <>
Result<Gathered<SupportRequest>> gather(Pipeline& pipeline, const Entry<SupportRequest>& entry,
                                        const SupportRequest::Command& command, Instant) {
    Gathered<SupportRequest> gathered;
    const SupportForm& form = *form_in(entry, command);
    const PartnerId partner = partner_of(entry, command);
    auto id = customer_in(pipeline, form);
    if (!id) { return std::move(id).error(); }
    auto customer = look_up_of(pipeline, partner, *id);
    if (!customer) { return std::move(customer).error(); }
    gathered.facts.customer = *customer;
    if (*customer != nullptr) { gathered.facts.customer_id = *id; }
    auto order = look_up_of(pipeline, partner, form.order);
    if (!order) { return std::move(order).error(); }
    gathered.facts.order = *order;
    auto subscription = look_up_of(pipeline, partner, form.subscription);
    if (!subscription) { return std::move(subscription).error(); }
    gathered.facts.subscription = *subscription;
    auto buyer = look_up(pipeline, buyer_in(gathered.facts));
    if (!buyer) { return std::move(buyer).error(); }
    gathered.facts.buyer = *buyer;
    return gathered;
}

template <>
Result<Gathered<Activity>> gather(Pipeline&, const Entry<Activity>&, const Activity::Command&, Instant) {
    return Gathered<Activity>{};
}

}  // namespace csp::engine
