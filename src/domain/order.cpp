// The life of an order: its table, the guards and makers it names, and what each event does to the state.
#include "csp/order.hpp"

#include <array>

#include "csp/partner.hpp"
#include "domain/new_ids.hpp"
#include "domain/order_cycle.hpp"
#include "domain/order_lines.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Order;
using Q = Question<S>;
using Reasons = std::vector<Error>;

/// What is to be bought: what the command says, or else what the draft says.
Basket basket_of(const Q& q) {
    if (const auto* place = std::get_if<PlaceOrder>(&q.command)) {
        return {place->customer, place->cycle, place->lines, q.facts, q.policy, q.now};
    }
    if (const auto* draft = std::get_if<DraftOrder>(&q.command)) {
        return {draft->customer, draft->cycle, draft->lines, q.facts, q.policy, q.now};
    }
    if (const auto* change = std::get_if<ChangeDraft>(&q.command)) {
        return {q.state.customer, change->cycle, change->lines, q.facts, q.policy, q.now};
    }
    return {q.state.customer, q.state.cycle, q.state.lines, q.facts, q.policy, q.now};
}
const std::vector<SubscriptionId>& new_ids_in(const Q& q) {
    const auto* place = std::get_if<PlaceOrder>(&q.command);
    return place != nullptr ? place->new_ids : asked<SubmitOrder>(q).new_ids;
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

bool is_known(Cycle cycle) {
    return cycle == Cycle::monthly || cycle == Cycle::annual || cycle == Cycle::none || cycle == Cycle::one_time;
}
constexpr Guard<S> cycle_is_chosen{"a billing cycle is chosen", [](const Q& q) { return is_known(basket_of(q).cycle); },
                                   [](const Q&, Reasons& out) {
                                       out.push_back(invalid("OFF-06", "unknown_cycle", "cycle",
                                                             "the cycle must be monthly, annual, none or one_time"));
                                   },
                                   true};

constexpr Guard<S> lines_are_well_formed{
    "its lines are well formed", [](const Q& q) { return malformed_lines(basket_of(q).lines, q.policy).empty(); },
    [](const Q& q, Reasons& out) {
        for (Error& error : malformed_lines(basket_of(q).lines, q.policy)) { out.push_back(std::move(error)); }
    },
    true};

/// The guard of the lines' shape says it when there are more; nobody else looks at them then.
bool has_too_many_lines(const Q& q) {
    return basket_of(q).lines.size() > static_cast<std::size_t>(q.policy.order_lines);
}
constexpr Guard<S> new_ids_are_given{
    "new ids are given",
    [](const Q& q) { return has_too_many_lines(q) || is_one_for_each_line(new_ids_in(q), basket_of(q).lines.size()); },
    [](const Q& q, Reasons& out) { out.push_back(new_ids_missing(new_ids_in(q).size(), basket_of(q).lines.size())); },
    true};

constexpr Guard<S> customer_is_there{
    "the customer is there",
    [](const Q& q) { return q.facts.customer != nullptr && is_in<Customer::Active>(*q.facts.customer); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_customer(q.facts.customer)); }};

constexpr Guard<S> partner_may_buy{
    "the partner may buy", [](const Q& q) { return q.facts.partner != nullptr && may_order(*q.facts.partner); },
    [](const Q& q, Reasons& out) {
        out.push_back(q.facts.partner != nullptr
                          ? why_may_not_order(*q.facts.partner)
                          : refused("RES-01", "partner_not_found", "partner", "there is no such partner", 20002));
    }};

/// Lines are judged one by one where there is a customer and not a million of them: the guards above say that.
bool is_judged(const Q& q) { return customer_is_there.holds(q) && !has_too_many_lines(q); }
Reasons reasons_against_lines(const Q& q) {
    const Basket basket = basket_of(q);
    Reasons out;
    for (std::size_t i = 0; is_judged(q) && i < basket.lines.size(); ++i) {
        for (Error& reason : reasons_against_line(basket, i)) { out.push_back(std::move(reason)); }
    }
    return out;
}
constexpr Guard<S> every_line_can_be_bought{"every line can be bought",
                                            [](const Q& q) { return reasons_against_lines(q).empty(); },
                                            [](const Q& q, Reasons& out) {
                                                for (Error& reason : reasons_against_lines(q)) {
                                                    out.push_back(std::move(reason));
                                                }
                                            }};

// ---- makers: what happens, with every value it needs ------------------------------------------------

/// As they were asked for: what only submitting can know is left empty.
std::vector<OrderLine> as_drafted(std::vector<OrderLine> lines) {
    for (OrderLine& line : lines) {
        line.subscription = {};
        line.unit_price = {};
    }
    return lines;
}

OrderDrafted drafted(const Q& q) {
    const auto& draft = asked<DraftOrder>(q);
    const Customer& customer = *q.facts.customer;
    return {.partner = customer.partner,
            .customer = draft.customer,
            .cycle = draft.cycle,
            .country = customer.profile.address.country,
            .lines = as_drafted(draft.lines),
            .drafted_at = q.now};
}
DraftChanged changed(const Q& q) { return {asked<ChangeDraft>(q).cycle, as_drafted(asked<ChangeDraft>(q).lines)}; }
OrderSubmitted submitted(const Q& q) {
    const Basket basket = basket_of(q);
    const Customer& customer = *q.facts.customer;
    return {.partner = customer.partner,
            .customer = basket.customer,
            .cycle = basket.cycle,
            .country = customer.profile.address.country,
            .lines = bought_lines(basket, new_ids_in(q)),
            .submitted_at = q.now};
}
DraftCancelled cancelled(const Q& q) { return {q.now}; }
OrderCycleChanged cycle_changed(const Q& q) {
    OrderCycleChanged event{q.state.cycle, asked<ChangeCycle>(q).cycle, date_of(q.now), {}};
    for (const CycleFacts& one : q.facts.cycles) {
        if (domain::changes(one, event.cycle)) { event.subscriptions.push_back(one.id); }
    }
    return event;
}

// ---- refusals where there is no row ------------------------------------------------------------------

Error submitted_already(const Q& q) {
    return refused("SUB-02", "already_submitted", "",
                   "the order was submitted on " + text_of(date_of(in<S::Completed>(q.state).submitted_at)), 800065);
}
Error bought_already(const Q&) {
    return refused("SUS-01", "already_submitted", "",
                   "the order is submitted; its subscriptions can be suspended or cancelled", 800063);
}
Error not_bought_yet(const Q&) {
    return refused("SUB-01", "not_submitted", "", "nothing is bought yet: the draft itself can be changed");
}
Error gone(const Q& q) {
    return refused("SUB-02", "draft_cancelled", "",
                   "the draft was cancelled on " + text_of(date_of(in<S::Cancelled>(q.state).cancelled_at)), 800061);
}

// clang-format off
// ---- the whole life of an order; what is not in this table is refused --------------------------------
constexpr Move<S> moves[] = {
//   from              on               only if                                                                                                                                   emits              to                   rule
    {phase<S::Absent>, on<DraftOrder>,  only_if<&cycle_is_chosen, &lines_are_well_formed, &customer_is_there>,                                                                    emits<&drafted>,   phase<S::Draft>,     "SUB-01"},
    {phase<S::Absent>, on<PlaceOrder>,  only_if<&cycle_is_chosen, &lines_are_well_formed, &new_ids_are_given, &customer_is_there, &partner_may_buy, &every_line_can_be_bought>, emits<&submitted>, phase<S::Completed>, "SUB-02"},
    {phase<S::Draft>,  on<ChangeDraft>, only_if<&cycle_is_chosen, &lines_are_well_formed>,                                                                                        emits<&changed>,   phase<S::Draft>,     "SUB-01"},
    {phase<S::Draft>,  on<SubmitOrder>, only_if<&lines_are_well_formed, &new_ids_are_given, &customer_is_there, &partner_may_buy, &every_line_can_be_bought>,                     emits<&submitted>, phase<S::Completed>, "SUB-02"},
    {phase<S::Draft>,  on<CancelDraft>, always,                                                                                                                                   emits<&cancelled>, phase<S::Cancelled>, "SUB-01"},
    {phase<S::Completed>, on<ChangeCycle>, only_if<&domain::cycle_is_monthly_or_annual, &domain::its_subscriptions_are_active, &domain::add_ons_go_with_their_parents, &domain::they_are_sold_in_that_cycle, &domain::partner_may_begin_a_year, &domain::some_cycle_changes>, emits<&cycle_changed>, phase<S::Completed>, "B5"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Completed>, on<ChangeDraft>, &submitted_already},
    {phase<S::Completed>, on<SubmitOrder>, &submitted_already},
    {phase<S::Completed>, on<CancelDraft>, &bought_already},
    {phase<S::Cancelled>, on<ChangeDraft>, &gone},
    {phase<S::Cancelled>, on<SubmitOrder>, &gone},
    {phase<S::Cancelled>, on<CancelDraft>, &gone},
    {phase<S::Draft>,     on<ChangeCycle>, &not_bought_yet},
    {phase<S::Cancelled>, on<ChangeCycle>, &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const OrderDrafted& e) {
    s.partner = e.partner;
    s.customer = e.customer;
    s.cycle = e.cycle;
    s.country = e.country;
    s.lines = e.lines;
    s.phase = S::Draft{e.drafted_at};
}

void change(S& s, const DraftChanged& e) {
    s.cycle = e.cycle;
    s.lines = e.lines;
}

void complete(S& s, const OrderSubmitted& e) {
    s.partner = e.partner;
    s.customer = e.customer;
    s.cycle = e.cycle;
    s.country = e.country;
    s.lines.clear();
    for (const BoughtLine& bought : e.lines) { s.lines.push_back(bought.line); }
    s.phase = S::Completed{e.submitted_at};
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText order_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const OrderDrafted& e)   { begin(s, e); },
        [&](const DraftChanged& e)   { change(s, e); },
        [&](const OrderSubmitted& e) { complete(s, e); },
        [&](const DraftCancelled& e) { s.phase = S::Cancelled{e.cancelled_at}; },
        [&](const OrderCycleChanged& e) { s.cycle = e.cycle; },
    }, event);
    // clang-format on
}

std::vector<LineReview> review(const Order& order, const OrderFacts& facts, const Policy& policy, Instant now) {
    const Basket basket{order.customer, order.cycle, order.lines, facts, policy, now};
    const std::vector<BoughtLine> bought = bought_lines(basket, {});
    std::vector<LineReview> out;
    for (std::size_t i = 0; i < bought.size(); ++i) {
        const Listing* listing = i < facts.lines.size() ? facts.lines[i].buyer.listing : nullptr;
        const Purchase& purchase = bought[i].purchase;
        LineReview line{.offer = purchase.offer,
                        .name = listing != nullptr ? listing->name : std::string(),
                        .quantity = purchase.quantity,
                        .term = purchase.term,
                        .first_billed_on = purchase.first_billed_on,
                        .wrong = reasons_against_line(basket, i)};
        if (has_currency(purchase.unit_price)) {
            line.unit_price = purchase.unit_price;
            if (auto amount = times(purchase.unit_price, purchase.quantity)) { line.monthly_amount = *amount; }
        }
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace csp
