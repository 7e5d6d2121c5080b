// Questions about records: answered as of now, whatever has been persisted of it.
#include "csp/engine.hpp"

#include "csp/text.hpp"
#include "engine/facts.hpp"
#include "engine/happenings.hpp"
#include "engine/nouns.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::as_it_stands;
using engine::Entry;
using engine::Reading;

/// Every command once, with nothing filled in.
template <class... Commands>
std::vector<std::variant<Commands...>> one_of_each(const std::variant<Commands...>&) {
    return {std::variant<Commands...>{Commands{}}...};
}

template <class S>
Result<std::vector<Choice>> choices(Reading& open, const Actor& actor, Entry<S>& entry) {
    const auto now = open.pipeline.time_for(entry.saved_at, open.now);  // a refusal is every command's
    std::vector<Choice> menu;
    for (const auto& command : one_of_each(typename S::Command{})) {
        if (engine::roles_for<S>(command.index()).is_empty()) { continue; }  // csp itself asks it
        Choice choice{.command = std::string(engine::name_of_command<S>(command)),
                      .why_not = engine::not_permitted<S>(actor, command.index())};
        if (!choice.why_not && !now) { choice.why_not = now.error(); }
        if (!choice.why_not) {
            auto facts = engine::gather<S>(open.pipeline, entry, command, *now);
            if (!facts) { return std::move(facts).error(); }
            choice.why_not =
                why_not(Question<S>{entry.state(), command, facts->facts, open.pipeline.policy(), *now}, true);
        }
        if (choice.why_not) { engine::keep_what_may_be_asked<S>(*choice.why_not, actor); }
        menu.push_back(std::move(choice));
    }
    return menu;
}

}  // namespace

template <class S>
Result<Standing<S>> Engine::read(const Actor& actor, Id<S> id) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Standing<S>> {
        auto entry = open.pipeline.standing(actor, id, open.now);
        if (!entry) { return std::move(entry).error(); }
        if constexpr (std::is_same_v<S, Activity>) {
            auto no = engine::may_not_see_software_activity(actor, open.pipeline.policy());
            if (no) { return *std::move(no); }
        }
        return engine::standing_of(**entry);
    });
}

template <class S>
Result<std::vector<Choice>> Engine::allowed(const Actor& actor, Id<S> id) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Choice>> {
        auto entry = open.pipeline.standing(actor, id, open.now);
        if (!entry) { return std::move(entry).error(); }
        return choices(open, actor, **entry);
    });
}

Result<Standing<Customer>> Engine::customer_by_domain(const Actor& actor, std::string_view domain) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Standing<Customer>> {
        const std::string wanted = codec::customer_by_domain(lower_ascii(domain));
        auto hits = open.transaction->scan(static_cast<std::uint16_t>(codec::Index::customer_by_domain), wanted, {}, 2);
        if (!hits) { return std::move(hits).error(); }
        for (const Hit& hit : *hits) {
            if (hit.key != wanted) { continue; }  // a longer domain that begins with this one
            auto entry = open.pipeline.standing(actor, CustomerId{hit.record.id}, open.now);
            if (entry) { return engine::standing_of(**entry); }
        }
        return engine::no_such(Kind::customer, AnyId{});
    });
}

Result<Page<Standing<Customer>>> Engine::customers(const Actor& actor, const CustomerFilter& filter,
                                                   const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        const std::string beginning = lower_ascii(filter.name_prefix);
        const bool is_of_all = actor.partner.is_nil() && actor.roles.has(Role::host);
        const std::string prefix = is_of_all ? std::string{} : codec::customers_by_name(actor.partner, beginning);
        const auto keep = [&](const Entry<Customer>& entry) -> Result<std::optional<Standing<Customer>>> {
            const std::string name = lower_ascii(entry.state().profile.company_name);
            if (!name.starts_with(beginning)) { return std::optional<Standing<Customer>>{}; }
            return as_it_stands(entry);
        };
        return engine::page_of<Customer, Standing<Customer>>(open, codec::Index::customers_by_name, prefix, page, keep);
    });
}

Result<Page<Standing<Subscription>>> Engine::subscriptions(const Actor& actor, CustomerId customer,
                                                           const SubscriptionFilter& filter, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Subscription>>> {
        auto owner = open.pipeline.standing(actor, customer, open.now);
        if (!owner) { return std::move(owner).error(); }
        const auto keep = [&](const Entry<Subscription>& entry) -> Result<std::optional<Standing<Subscription>>> {
            const std::string_view phase = machine::Names<Subscription::Phase>::list[entry.state().phase.index()];
            if (filter.phase && *filter.phase != phase) { return std::optional<Standing<Subscription>>{}; }
            return as_it_stands(entry);
        };
        return engine::page_of<Subscription, Standing<Subscription>>(
            open, codec::Index::subscriptions_of_customer, codec::prefix_of((*owner)->state().partner, customer), page,
            keep);
    });
}

Result<Page<Standing<Subscription>>> Engine::add_ons(const Actor& actor, SubscriptionId parent,
                                                     const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Subscription>>> {
        auto owner = open.pipeline.standing(actor, parent, open.now);
        if (!owner) { return std::move(owner).error(); }
        return engine::page_of<Subscription, Standing<Subscription>>(
            open, codec::Index::add_ons_of_parent, codec::prefix_of(parent), page, as_it_stands<Subscription>);
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
        auto entry = open.pipeline.standing(actor, subscription, open.now);
        if (!entry) { return std::move(entry).error(); }
        return csp::sign_in((*entry)->state(), open.pipeline.policy());
    });
}

#define CSP_QUESTIONS(S)                                            \
    template Result<Standing<S>> Engine::read(const Actor&, Id<S>); \
    template Result<std::vector<Choice>> Engine::allowed(const Actor&, Id<S>);
CSP_FOR_EACH_NOUN(CSP_QUESTIONS)
#undef CSP_QUESTIONS

}  // namespace csp
