// The life of an order of software: its table, the guards and makers it names, and what each event does to the state.
#include "csp/software_order.hpp"

#include <algorithm>
#include <array>

#include "csp/partner.hpp"
#include "domain/new_ids.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"
#include "domain/software_guards.hpp"
#include "domain/software_lines.hpp"

namespace csp {
namespace {

using namespace software_guards;

// ---- guards of buying: each reads after "only if" -----------------------------------------------------

SoftwareBasket basket_of(const Q& q) { return {asked<BuySoftware>(q), q.facts, q.policy, date_of(q.now)}; }

/// A condition about the lines that answers with what is wrong with them.
template <Reasons (*Wrong)(const SoftwareBasket&)>
constexpr Guard<S> nothing_is(std::string_view name) {
    return {name, [](const Q& q) { return Wrong(basket_of(q)).empty(); },
            [](const Q& q, Reasons& out) { add(out, Wrong(basket_of(q))); }, true};
}

constexpr Guard<S> lines_are_well_formed{
    "its lines are well formed",
    [](const Q& q) { return malformed_wishes(asked<BuySoftware>(q).lines, q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, malformed_wishes(asked<BuySoftware>(q).lines, q.policy)); }, true};

/// The guard of the lines' shape says it when there are more; nobody else looks at them then.
bool has_too_many_lines(const Q& q) {
    return asked<BuySoftware>(q).lines.size() > static_cast<std::size_t>(q.policy.order_lines);
}
constexpr Guard<S> new_ids_are_given{
    "new ids are given",
    [](const Q& q) {
        const auto& buy = asked<BuySoftware>(q);
        return has_too_many_lines(q) || is_one_for_each_line(buy.new_ids, buy.lines.size());
    },
    [](const Q& q, Reasons& out) {
        out.push_back(new_ids_missing(asked<BuySoftware>(q).new_ids.size(), asked<BuySoftware>(q).lines.size()));
    },
    true};

constexpr Guard<S> customer_is_there{
    "the customer is there",
    [](const Q& q) { return q.facts.customer != nullptr && is_in<Customer::Active>(*q.facts.customer); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_customer(q.facts.customer)); }};

constexpr Guard<S> products_are_for_sale = nothing_is<&not_for_sale>("its products are for sale");

constexpr Guard<S> cloud_sells_software{
    "its cloud sells software",
    [](const Q& q) {
        return q.facts.customer == nullptr ||
               capabilities_of(q.facts.customer->cloud, date_of(q.now), q.policy).sells_software;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("GEN-02", "cloud_sells_no_software", "customer",
                              "software is sold in the global cloud only; the customer is in " +
                                  std::string(name_of(q.facts.customer->cloud))));
    }};

constexpr Guard<S> customer_is_commercial{
    "the customer is commercial",
    [](const Q& q) { return q.facts.customer == nullptr || q.facts.customer->qualifications.empty(); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("GEN-05", "segment_not_allowed", "customer",
                              "reservations and software are for commercial customers; this one is " +
                                  std::string(name_of(q.facts.customer->qualifications.front()))));
    }};

constexpr Guard<S> market_has_them = nothing_is<&not_in_its_market>("they are sold in the customer's market");

constexpr Guard<S> partner_may_buy{
    "the partner may buy", [](const Q& q) { return q.facts.partner != nullptr && may_order(*q.facts.partner); },
    [](const Q& q, Reasons& out) {
        out.push_back(q.facts.partner != nullptr
                          ? why_may_not_order(*q.facts.partner)
                          : refused("RES-01", "partner_not_found", "partner", "there is no such partner", 20002));
    }};

constexpr Guard<S> prices_are_known = nothing_is<&without_a_price>("their prices are known");
constexpr Guard<S> taxes_suit = nothing_is<&with_a_tax_that_does_not_suit>("their taxes suit their prices");
constexpr Guard<S> amounts_fit = nothing_is<&with_amounts_that_do_not_fit>("their amounts fit and can be added up");

// ---- makers: what happens, with every value it needs ------------------------------------------------

SoftwareBought bought(const Q& q) {
    const Customer& customer = *q.facts.customer;
    return {.partner = customer.partner,
            .customer = asked<BuySoftware>(q).customer,
            .country = customer.profile.address.country,
            .lines = bought_lines(basket_of(q)),
            .bought_at = q.now};
}
SoftwareCancelled cancelled_for(const Q& q, std::vector<CancelledLine> lines) {
    const Currency currency = lines.front().credit.amount.currency;
    return {.lines = std::move(lines),
            .cancelled_at = q.now,
            .visible_by = us_after(q.now, q.policy.projection_lag_us),
            .termination_fee = Money{0, currency}};
}
SoftwareCancelled cancelled(const Q& q) {
    std::vector<CancelledLine> lines;
    for (const std::int32_t number : chosen(q)) {
        lines.push_back({number, line(q, number).entitlement, *credit_of(q, number)});
    }
    return cancelled_for(q, std::move(lines));
}
SoftwareCancelled refunded(const Q& q) {
    const auto& refund = asked<RefundSoftware>(q);
    SoftwareCancelled event = cancelled_for(q, shares_of(q.state, chosen(q), refund.amount, date_of(q.now), q.policy));
    event.support_request = refund.support_request;
    return event;
}
SupportAskedFor support_asked_for(const Q& q) { return {asked<AskForSupport>(q).is_needed}; }
SoftwareOrderClosed closed(const Q& q) { return {q.now}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error gone(const Q& q) {
    return refused("CAN-16", "already_cancelled", "",
                   "the order was cancelled on " + text_of(date_of(in<S::Cancelled>(q.state).cancelled_at)), 800061);
}
Error never_exchanged(const Q& q) {
    const ProductId& product = asked<ExchangeSoftware>(q).product;
    const bool is_linux_plan = std::ranges::any_of(q.state.lines, [&](const SoftwareLine& one) {
        return one.product == product && one.kind == ProductKind::linux_plan;
    });
    return refused("CAN-07", "exchange_refused", "product",
                   is_linux_plan ? "a SUSE Linux or Red Hat plan can be neither cancelled nor exchanged"
                                 : "software is not exchanged; cancel it and buy what is wanted instead");
}

constexpr auto can_be_bought =
    only_if<&lines_are_well_formed, &new_ids_are_given, &customer_is_there, &products_are_for_sale,
            &cloud_sells_software, &customer_is_commercial, &market_has_them, &partner_may_buy, &prices_are_known,
            &taxes_suit, &amounts_fit>;
constexpr auto can_be_taken_back =
    only_if<&acknowledged, &lines_are_there, &says_what_is_cancelled, &is_of_that_customer, &has_that_product,
            &still_stands, &no_support_is_needed, &is_cancellable, &in_cancel_window, &credit_can_be_counted>;
constexpr auto can_be_refunded =
    only_if<&is_asked_by_support, &lines_are_there, &still_stands, &amount_is_within_the_charge>;

// clang-format off
// ---- the whole life of an order of software; what is not in this table is refused ----------------------
constexpr Move<S> moves[] = {
//   from                 on                      only if                       emits                      to                    rule
    {phase<S::Absent>,    on<BuySoftware>,        can_be_bought,                emits<&bought>,            phase<S::Completed>,  "SWP-01"},
    {phase<S::Completed>, on<CancelSoftware>,     can_be_taken_back,            emits<&cancelled>,         phase<S::Completed>,  "CAN-01"},
    {phase<S::Completed>, on<AskForSupport>,      only_if<&says_something_new>, emits<&support_asked_for>, phase<S::Completed>,  "CAN-15"},
    {phase<S::Completed>, on<RefundSoftware>,     can_be_refunded,              emits<&refunded>,          phase<S::Completed>,  "CAN-15"},
    {phase<S::Completed>, on<CloseSoftwareOrder>, only_if<&no_line_stands>,     emits<&closed>,            phase<S::Cancelled>,  "CAN-12"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Absent>,    on<ExchangeSoftware>,   &never_exchanged},
    {phase<S::Completed>, on<ExchangeSoftware>,   &never_exchanged},
    {phase<S::Cancelled>, on<ExchangeSoftware>,   &never_exchanged},
    {phase<S::Cancelled>, on<CancelSoftware>,     &gone},
    {phase<S::Cancelled>, on<AskForSupport>,      &gone},
    {phase<S::Cancelled>, on<RefundSoftware>,     &gone},
    {phase<S::Cancelled>, on<CloseSoftwareOrder>, &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const SoftwareBought& e) {
    s.partner = e.partner;
    s.customer = e.customer;
    s.country = e.country;
    s.lines = e.lines;
    s.bought_at = e.bought_at;
    s.phase = S::Completed{};
}

void take_back(S& s, const SoftwareCancelled& e) {
    for (const CancelledLine& cancelled : e.lines) {
        const auto at = static_cast<std::size_t>(cancelled.line);
        if (at >= s.lines.size()) { continue; }
        s.lines[at].quantity = 0;
        s.lines[at].cancelled = cancelled.credit;
    }
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText software_order_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const SoftwareBought& e)      { begin(s, e); },
        [&](const SoftwareCancelled& e)   { take_back(s, e); },
        [&](const SupportAskedFor& e)     { s.needs_support = e.is_needed; },
        [&](const SoftwareOrderClosed& e) { s.phase = S::Cancelled{e.closed_at}; },
    }, event);
    // clang-format on
}

}  // namespace csp
