// Arms the commands that make something new.
#include "engine/arm.hpp"

#include <algorithm>
#include <array>

#include "engine/nouns.hpp"
#include "engine/personal_link.hpp"

namespace csp::engine {
namespace {

template <class S>
std::vector<Id<S>> new_ids_for(std::size_t lines, IdSource& ids) {
    std::vector<Id<S>> made(lines);
    for (auto& id : made) { id = Id<S>{ids.next()}; }
    return made;
}

MachineText text_of_table(const Partner*) { return partner_table(); }
MachineText text_of_table(const Customer*) { return customer_table(); }
MachineText text_of_table(const Offer*) { return offer_table(); }
MachineText text_of_table(const Order*) { return order_table(); }
MachineText text_of_table(const Subscription*) { return subscription_table(); }
MachineText text_of_table(const Product*) { return product_table(); }
MachineText text_of_table(const SoftwareOrder*) { return software_order_table(); }
MachineText text_of_table(const Entitlement*) { return entitlement_table(); }
MachineText text_of_table(const DownloadLink*) { return download_link_table(); }
MachineText text_of_table(const SupportRequest*) { return support_request_table(); }
MachineText text_of_table(const Activity*) { return activity_table(); }
MachineText text_of_table(const Partnership*) { return partnership_table(); }
MachineText text_of_table(const Charge*) { return charge_table(); }
MachineText text_of_table(const Billing*) { return billing_table(); }
MachineText text_of_table(const Ledger*) { return ledger_table(); }
MachineText text_of_table(const Invoice*) { return invoice_table(); }

/// Which commands lead out of the first phase, by their place in the variant.
template <class S>
const auto& beginnings() {
    static const auto begins = [] {
        std::array<bool, std::variant_size_v<typename S::Command>> flags{};
        const MachineText table = text_of_table(static_cast<const S*>(nullptr));
        for (std::size_t command = 0; command < flags.size(); ++command) {
            flags[command] = std::ranges::any_of(table.moves, [&](const MoveText& move) {
                return move.from == table.phases.front() && move.on == table.commands[command];
            });
        }
        return flags;
    }();
    return begins;
}

}  // namespace

template <>
bool needs_arming<Customer>(const Customer::Command& command) {
    return std::holds_alternative<CreateCustomer>(command);
}

/// A partner's new customer is that partner's, whatever the command says; the host says whose it is.
template <>
Result<Customer::Command> armed(Pipeline& pipeline, Entry<Customer>&, const Customer::Command& command, Instant) {
    auto create = std::get<CreateCustomer>(command);
    if (!pipeline.actor().roles.has(Role::host)) { create.partner = pipeline.actor().partner; }
    FirstOrder& first = create.first_order;
    const auto most = static_cast<std::size_t>(pipeline.policy().order_lines);
    if (!first.lines.empty() && first.lines.size() <= most) {
        IdSource& ids = pipeline.outside().ids;
        first.order = OrderId{ids.next()};
        first.new_ids = new_ids_for<Subscription>(first.lines.size(), ids);
    }
    return Customer::Command{std::move(create)};
}

template <>
bool needs_arming<Partnership>(const Partnership::Command& command) {
    return std::holds_alternative<RequestPartnership>(command) || std::holds_alternative<EditRequest>(command) ||
           link_shown_with(command) != nullptr;
}

/// Whoever asks is the one side, whoever accepts the other; the host says who it is. Digests become those that are
/// kept.
template <>
Result<Partnership::Command> armed(Pipeline& pipeline, Entry<Partnership>&, const Partnership::Command& command,
                                   Instant) {
    const bool is_host = pipeline.actor().roles.has(Role::host);
    const PartnerId partner = pipeline.actor().partner;
    if (const auto* decline = std::get_if<DeclinePartnership>(&command)) {
        return Partnership::Command{DeclinePartnership{kept_digest_of(decline->link_digest)}};
    }
    if (const auto* accept = std::get_if<AcceptPartnership>(&command)) {
        return Partnership::Command{AcceptPartnership{is_host ? accept->reseller : partner,
                                                      kept_digest_of(accept->link_digest), accept->is_authorised}};
    }
    if (const auto* edit = std::get_if<EditRequest>(&command)) {
        EditRequest kept{edit->text, {}};
        for (const std::string& digest : edit->link_digests) { kept.link_digests.push_back(kept_digest_of(digest)); }
        return Partnership::Command{std::move(kept)};
    }
    RequestPartnership request = std::get<RequestPartnership>(command);
    if (!is_host) { request.provider = partner; }
    return Partnership::Command{std::move(request)};
}

template <>
bool needs_arming<Order>(const Order::Command& command) {
    return std::holds_alternative<SubmitOrder>(command) || std::holds_alternative<PlaceOrder>(command);
}

template <>
Result<Order::Command> armed(Pipeline& pipeline, Entry<Order>& entry, const Order::Command& command, Instant) {
    IdSource& ids = pipeline.outside().ids;
    const auto most = static_cast<std::size_t>(pipeline.policy().order_lines);
    if (const auto* place = std::get_if<PlaceOrder>(&command)) {
        if (place->lines.size() > most) { return command; }  // it is refused for that, and costs no ids
        auto with_ids = *place;
        with_ids.new_ids = new_ids_for<Subscription>(place->lines.size(), ids);
        return Order::Command{std::move(with_ids)};
    }
    const std::size_t lines = entry.state().lines.size();
    if (lines > most) { return Order::Command(command); }
    return Order::Command{SubmitOrder{new_ids_for<Subscription>(lines, ids)}};
}

template <>
bool needs_arming<SoftwareOrder>(const SoftwareOrder::Command& command) {
    return std::holds_alternative<BuySoftware>(command);
}

template <>
Result<SoftwareOrder::Command> armed(Pipeline& pipeline, Entry<SoftwareOrder>&, const SoftwareOrder::Command& command,
                                     Instant) {
    const auto& wish = std::get<BuySoftware>(command);
    if (wish.lines.size() > static_cast<std::size_t>(pipeline.policy().order_lines)) { return command; }
    auto with_ids = wish;
    with_ids.new_ids = new_ids_for<Entitlement>(with_ids.lines.size(), pipeline.outside().ids);
    return SoftwareOrder::Command{std::move(with_ids)};
}

template <>
bool needs_arming<SupportRequest>(const SupportRequest::Command& command) {
    return std::holds_alternative<DraftSupportRequest>(command);
}

/// As with a new customer: it is whoever's who drafts it.
template <>
Result<SupportRequest::Command> armed(Pipeline& pipeline, Entry<SupportRequest>&,
                                      const SupportRequest::Command& command, Instant) {
    auto draft = std::get<DraftSupportRequest>(command);
    if (!pipeline.actor().roles.has(Role::host)) { draft.partner = pipeline.actor().partner; }
    return SupportRequest::Command{std::move(draft)};
}

bool asks_outside(const Command& command) {
    const auto* ask = std::get_if<Ask<Entitlement>>(&command);
    return ask != nullptr && needs_arming<Entitlement>(ask->command);
}

template <class S>
bool begins_a_record(const typename S::Command& command) {
    return beginnings<S>()[command.index()];
}

template <class S>
bool may_begin(const Actor& actor, const Ask<S>& ask) {
    return begins_a_record<S>(ask.command) && (ask.id.is_nil() || actor.roles.has(Role::host));
}

#define CSP_MAY_BEGIN(S)                                          \
    template bool begins_a_record<S>(const typename S::Command&); \
    template bool may_begin(const Actor&, const Ask<S>&);
CSP_FOR_EACH_NOUN(CSP_MAY_BEGIN)
#undef CSP_MAY_BEGIN

}  // namespace csp::engine
