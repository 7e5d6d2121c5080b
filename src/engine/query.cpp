// Questions about records: answered as of now, whatever has been persisted of it.
#include "csp/engine.hpp"

#include "csp/text.hpp"
#include "engine/eyes.hpp"
#include "engine/facts.hpp"
#include "engine/happenings.hpp"
#include "engine/look_up.hpp"
#include "engine/nouns.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::as_it_stands;
using engine::Entry;
using engine::Pipeline;
using engine::Reading;

/// Every command once, with nothing filled in.
template <class... Commands>
std::vector<std::variant<Commands...>> one_of_each(const std::variant<Commands...>&) {
    return {std::variant<Commands...>{Commands{}}...};
}

template <class S>
Result<std::vector<Choice>> choices(Reading& open, const Actor& actor, const Pipeline::Seen<S>& seen) {
    Entry<S>& entry = *seen.entry;
    const auto now = open.pipeline.time_for(entry.saved_at, open.now);  // a refusal is every command's
    std::vector<Choice> menu;
    for (const auto& command : one_of_each(typename S::Command{})) {
        if (engine::is_asked_by_nobody<S>(command.index())) { continue; }  // csp itself asks it
        Choice choice{.command = std::string(engine::name_of_command<S>(command)),
                      .why_not = engine::not_permitted<S>(actor, command.index(), seen.relation)};
        if (!choice.why_not && !now) { choice.why_not = now.error(); }
        if (!choice.why_not) {
            auto facts = engine::gather<S>(open.pipeline, entry, command, *now);
            if (!facts) { return std::move(facts).error(); }
            choice.why_not =
                why_not(Question<S>{entry.state(), command, facts->facts, open.pipeline.policy(), *now}, true);
        }
        if (choice.why_not) { engine::keep_what_may_be_asked<S>(*choice.why_not, actor, seen.relation); }
        menu.push_back(std::move(choice));
    }
    return menu;
}

struct CustomerList {
    codec::Index index{codec::Index::customers_by_name};
    std::string prefix{};
};
/// The host's list has everybody's customers, a reseller's those it administers (RES-15), a partner's its own.
Result<CustomerList> list_of_customers(Reading& open, const Actor& actor, const CustomerFilter& filter,
                                       const std::string& beginning) {
    if (actor.partner.is_nil() && actor.roles.has(Role::host)) { return CustomerList{}; }
    auto partner = engine::look_up(open.pipeline, actor.partner);
    if (!partner) { return std::move(partner).error(); }
    const std::string by_name = codec::customers_by_name(actor.partner, beginning);
    if (*partner != nullptr && (*partner)->kind == PartnerKind::indirect_reseller) {
        return CustomerList{codec::Index::delegated_customers, by_name};
    }
    if (filter.reseller.is_nil()) { return CustomerList{codec::Index::customers_by_name, by_name}; }
    return CustomerList{codec::Index::customers_by_reseller,
                        codec::customers_by_reseller(actor.partner, filter.reseller, beginning)};
}

/// A record as this actor sees it.
template <class S>
Result<Standing<S>> shown(Reading& open, const Actor& actor, const Pipeline::Seen<S>& seen) {
    auto viewer = engine::viewer_of(open.pipeline, actor, seen.relation);
    if (!viewer) { return std::move(viewer).error(); }
    return engine::for_eyes_of(*viewer, engine::standing_of(*seen.entry));
}

/// The whole subscription as the item of a page, as that viewer sees it.
auto each_for_eyes_of(const engine::Viewer& viewer) {
    return [&viewer](const Entry<Subscription>& entry) -> Result<std::optional<Standing<Subscription>>> {
        return std::optional(engine::for_eyes_of(viewer, engine::standing_of(entry)));
    };
}

}  // namespace

template <class S>
Result<Standing<S>> Engine::read(const Actor& actor, Id<S> id) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Standing<S>> {
        auto seen = open.pipeline.seen(actor, id, open.now);
        if (!seen) { return std::move(seen).error(); }
        if constexpr (std::is_same_v<S, Activity>) {
            auto no = engine::may_not_see_software_activity(actor, open.pipeline.policy());
            if (no) { return *std::move(no); }
        }
        return shown(open, actor, *seen);
    });
}

template <class S>
Result<std::vector<Choice>> Engine::allowed(const Actor& actor, Id<S> id) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Choice>> {
        auto seen = open.pipeline.seen(actor, id, open.now);
        if (!seen) { return std::move(seen).error(); }
        return choices(open, actor, *seen);
    });
}

Result<Standing<Customer>> Engine::customer_by_domain(const Actor& actor, std::string_view domain) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Standing<Customer>> {
        const std::string wanted = codec::customer_by_domain(lower_ascii(domain));
        auto hits = open.transaction.scan(static_cast<std::uint16_t>(codec::Index::customer_by_domain), wanted, {}, 2);
        if (!hits) { return std::move(hits).error(); }
        for (const Hit& hit : *hits) {
            if (hit.key != wanted) { continue; }  // a longer domain that begins with this one
            auto seen = open.pipeline.seen(actor, CustomerId{hit.record.id}, open.now);
            if (seen) { return shown(open, actor, *seen); }
            if (seen.error().code != Code::not_found) { return std::move(seen).error(); }
        }
        return engine::no_such(Kind::customer, AnyId{});
    });
}

Result<Page<Standing<Customer>>> Engine::customers(const Actor& actor, const CustomerFilter& filter,
                                                   const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        const std::string beginning = lower_ascii(filter.name_prefix);
        auto list = list_of_customers(open, actor, filter, beginning);
        if (!list) { return Result<Page<Standing<Customer>>>(std::move(list).error()); }
        const auto keep = [&](const Entry<Customer>& entry) -> Result<std::optional<Standing<Customer>>> {
            const std::string name = lower_ascii(entry.state().profile.company_name);
            if (!name.starts_with(beginning)) { return std::optional<Standing<Customer>>{}; }
            auto seen = engine::for_eyes_of(engine::Viewer{.actor = actor}, engine::standing_of(entry));
            const bool is_of_reseller = filter.reseller.is_nil() || seen.state.reseller == filter.reseller;
            return is_of_reseller ? std::optional(std::move(seen)) : std::nullopt;
        };
        return engine::page_of<Customer, Standing<Customer>>(open, list->index, list->prefix, page, keep);
    });
}

Result<Page<Standing<Subscription>>> Engine::subscriptions(const Actor& actor, CustomerId customer,
                                                           const SubscriptionFilter& filter, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Subscription>>> {
        auto owner = open.pipeline.seen(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        const auto viewer = engine::viewer_of(open.pipeline, actor, owner->relation);
        if (!viewer) { return Error(viewer.error()); }
        const auto keep = [&](const Entry<Subscription>& entry) -> Result<std::optional<Standing<Subscription>>> {
            const std::string_view phase = machine::Names<Subscription::Phase>::list[entry.state().phase.index()];
            if (filter.phase && *filter.phase != phase) { return std::optional<Standing<Subscription>>{}; }
            return each_for_eyes_of(*viewer)(entry);
        };
        return engine::page_of<Subscription, Standing<Subscription>>(
            open, codec::Index::subscriptions_of_customer, codec::prefix_of(owner->entry->state().partner, customer),
            page, keep);
    });
}

Result<Page<Standing<Subscription>>> Engine::subscriptions_of_reseller(const Actor& actor, std::string_view mpn_id,
                                                                       const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        return engine::page_of<Subscription, Standing<Subscription>>(
            open, codec::Index::subscriptions_by_reseller, codec::subscriptions_by_reseller(actor.partner, mpn_id),
            page, as_it_stands<Subscription>);
    });
}

Result<std::optional<DesignatedContact>> Engine::support_contact(const Actor& actor, SubscriptionId subscription) {
    using Answer = std::optional<DesignatedContact>;
    return engine::reading(*inside_, [&](Reading& open) -> Result<Answer> {
        auto seen = open.pipeline.seen(actor, subscription, open.now);
        if (!seen) { return std::move(seen).error(); }
        const Subscription& state = seen->entry->state();
        if (is_in<Subscription::Deleted>(state)) { return Answer{}; }
        auto customer = engine::look_up(open.pipeline, state.customer);
        if (!customer) { return std::move(customer).error(); }
        if (*customer == nullptr || !is_in<Customer::Active>(**customer)) { return Answer{}; }
        const PartnerId contact = state.support_contact.is_nil() ? state.partner : state.support_contact;
        const bool is_another_reseller = contact != state.partner && contact != actor.partner;
        if (seen->relation == Relation::delegated && is_another_reseller) { return Answer{}; }  // RES-15
        auto partner = engine::look_up(open.pipeline, contact);
        if (!partner) { return std::move(partner).error(); }
        if (*partner == nullptr) { return Answer{}; }
        return Answer(
            DesignatedContact{contact, (*partner)->mpn_id, (*partner)->company_name, contact == state.partner});
    });
}

Result<Page<Standing<Subscription>>> Engine::add_ons(const Actor& actor, SubscriptionId parent,
                                                     const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Subscription>>> {
        auto owner = open.pipeline.seen(actor, parent, open.now);
        if (!owner) { return std::move(owner).error(); }
        const auto viewer = engine::viewer_of(open.pipeline, actor, owner->relation);
        if (!viewer) { return Error(viewer.error()); }
        return engine::page_of<Subscription, Standing<Subscription>>(
            open, codec::Index::add_ons_of_parent, codec::prefix_of(parent), page, each_for_eyes_of(*viewer));
    });
}

Result<Page<Standing<Order>>> Engine::orders(const Actor& actor, CustomerId customer, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Order>>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        return engine::page_of<Order, Standing<Order>>(open, codec::Index::orders_of_customer,
                                                       codec::prefix_of((*owner)->state().partner, customer), page,
                                                       as_it_stands<Order>);
    });
}

Result<SignIn> Engine::sign_in(const Actor& actor, SubscriptionId subscription) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<SignIn> {
        auto seen = open.pipeline.seen(actor, subscription, open.now);
        if (!seen) { return std::move(seen).error(); }
        return csp::sign_in(seen->entry->state(), open.pipeline.policy());
    });
}

#define CSP_QUESTIONS(S)                                            \
    template Result<Standing<S>> Engine::read(const Actor&, Id<S>); \
    template Result<std::vector<Choice>> Engine::allowed(const Actor&, Id<S>);
CSP_FOR_EACH_NOUN(CSP_QUESTIONS)
#undef CSP_QUESTIONS

}  // namespace csp
