// Draws the walks: a command is taken when it is legal for the subscription as it stands then.
#include "decision_walk.hpp"

#include <array>

#include "dice.hpp"
#include "world.hpp"

namespace csp::bench {
namespace {

using S = Subscription;

constexpr std::size_t subscriptions = 64;
constexpr std::size_t steps = 8'192;
const OfferId offer = offer_id_of("91fd106f-4b2c-4938-95ac-f54f74e9a239");

Purchase purchase_of(std::size_t kind, Dice& dice) {
    Purchase bought{};
    bought.partner = PartnerId{dice.id()};
    bought.customer = CustomerId{dice.id()};
    bought.order = OrderId{dice.id()};
    bought.offer = offer;
    bought.parent = kind == 1 ? SubscriptionId{dice.id()} : SubscriptionId{};
    bought.friendly_name = "seats";
    bought.quantity = 10 + static_cast<std::int32_t>(kind);
    bought.cycle = kind == 2 ? Cycle::annual : Cycle::monthly;
    bought.country = Country{{'U', 'S'}};
    bought.is_trial = kind == 3;
    bought.auto_renews = kind < 2;
    bought.unit_price = Money{800, Currency{{'U', 'S', 'D'}}};
    bought.opened_on = first_day;
    bought.first_billed_on = days_after(first_day, 12);
    bought.anchor = bought.first_billed_on;
    bought.term = Term{first_day, months_after(bought.anchor, 12)};
    return bought;
}

FlatCommand flat_of(const S::Command& command) {
    FlatCommand flat{.ask = static_cast<FlatAsk>(command.index())};
    std::visit(
        [&](const auto& asked) {
            if constexpr (requires { asked.reason; }) { flat.reason = asked.reason; }
            if constexpr (requires { asked.acknowledged; }) { flat.acknowledged = asked.acknowledged; }
            if constexpr (requires { asked.quantity; }) { flat.quantity = asked.quantity; }
            if constexpr (requires { asked.cycle; }) { flat.cycle = asked.cycle; }
            if constexpr (requires { asked.offer; }) { flat.offer = asked.offer; }
            if constexpr (requires { asked.friendly_name; }) { flat.friendly_name = asked.friendly_name; }
            if constexpr (requires { asked.purchase; }) { flat.purchase = asked.purchase; }
            if constexpr (requires { asked.last_day; }) {
                flat.suspended_on = asked.suspended_on;
                flat.last_day = asked.last_day;
            }
        },
        command);
    return flat;
}

std::vector<S::Command> asked_by_people() {
    std::vector<S::Command> commands;
    for (const char* name : {"seats", "Contoso EMEA", "sales, floor 2", "Fabrikam 2020"}) {
        commands.emplace_back(RenameSubscription{name});
    }
    for (const std::int32_t quantity : {1, 25, 120, 299}) { commands.emplace_back(ChangeQuantity{quantity}); }
    for (const auto reason : {SuspensionReason::customer_request, SuspensionReason::non_payment}) {
        commands.emplace_back(SuspendSubscription{reason});
        commands.emplace_back(CancelSubscription{reason});
    }
    commands.emplace_back(ReactivateSubscription{});
    return commands;
}

std::vector<S::Command> asked_by_all(Dice& dice) {
    auto commands = asked_by_people();
    for (std::size_t kind = 0; kind < 4; ++kind) { commands.emplace_back(CreateSubscription{purchase_of(kind, dice)}); }
    commands.emplace_back(CancelSubscriptionAtOnce{SuspensionReason::fraud, true});
    commands.emplace_back(ConvertTrial{offer, Cycle::monthly, 0});
    commands.emplace_back(RenewSubscription{});
    commands.emplace_back(EndTerm{});
    commands.emplace_back(EndTrial{});
    commands.emplace_back(ExpireSubscription{});
    commands.emplace_back(
        SuspendWithParent{SuspensionReason::non_payment, days_after(first_day, 20), days_after(first_day, 110)});
    commands.emplace_back(ReactivateWithParent{});
    commands.emplace_back(EndWithParent{DeletionCause::expired});
    return commands;
}

/// A moment at which the command may be legal: mostly soon, for what time asks when it is due.
Instant moment_for(const S& state, const S::Command& command, Instant before, Dice& dice) {
    const bool is_asked_by_time =
        std::holds_alternative<RenewSubscription>(command) || std::holds_alternative<EndTerm>(command) ||
        std::holds_alternative<EndTrial>(command) || std::holds_alternative<ExpireSubscription>(command);
    const auto deadline = next_deadline(state);
    if (is_asked_by_time && deadline && deadline->at > before) { return deadline->at; }
    return us_after(before, static_cast<std::int64_t>(dice.below(us_per_day / 4)));
}

void draw_steps(Walk& walk, const WalkFacts& given, Dice& dice) {
    auto states = walk.starts;
    std::array<Instant, subscriptions> clocks;
    clocks.fill(start_of(days_after(first_day, 1)));
    while (walk.steps.size() < steps) {
        const std::size_t who = dice.below(subscriptions);
        const bool begins_anew = is_in<S::Deleted>(states[who]);
        if (begins_anew) {
            states[who].phase = S::Absent{};
            clocks[who] = start_of(first_day);
        }
        for (;;) {
            const std::size_t which = dice.below(walk.commands.size());
            const Instant now = moment_for(states[who], walk.commands[which], clocks[who], dice);
            const auto event = decide(Question<S>{states[who], walk.commands[which], given.facts, given.policy, now});
            if (!event) { continue; }
            evolve(states[who], *event);
            clocks[who] = now;
            walk.steps.push_back(
                Step{static_cast<std::uint16_t>(who), static_cast<std::uint16_t>(which), begins_anew, now});
            break;
        }
    }
}

Walk walk_with(std::vector<S::Command> commands, const WalkFacts& given, Dice& dice) {
    Walk walk{.commands = std::move(commands)};
    for (const auto& command : walk.commands) { walk.flat_commands.push_back(flat_of(command)); }
    for (std::size_t who = 0; who < subscriptions; ++who) {
        const Purchase bought = purchase_of(who % 3, dice);
        S& state = walk.starts.emplace_back();
        evolve(state, SubscriptionCreated{bought});
        FlatEvent created{};
        created.purchase = bought;
        evolve(walk.flat_starts.emplace_back(), created);
    }
    draw_steps(walk, given, dice);
    return walk;
}

}  // namespace

WalkFacts::WalkFacts() {
    parent_.phase = S::Active{};
    listing_.minimum_quantity = 1;
    listing_.maximum_quantity = 300;
    listing_.cycles = {Cycle::monthly, Cycle::annual};
    listing_.conversion_targets = {offer};
    facts.listing = &listing_;
    facts.parent = &parent_;
    facts.target = &listing_;
    facts.target_price = Money{800, Currency{{'U', 'S', 'D'}}};
}

Walk walk_of_people(const WalkFacts& given) {
    Dice dice(1);
    return walk_with(asked_by_people(), given, dice);
}

Walk walk_of_whole_lives(const WalkFacts& given) {
    Dice dice(2);
    return walk_with(asked_by_all(dice), given, dice);
}

bool agree(const S& state, const FlatState& flat) {
    if (state.phase.index() != static_cast<std::size_t>(flat.phase) || state.quantity != flat.bought.quantity ||
        state.friendly_name != flat.bought.friendly_name || state.anchor != flat.bought.anchor ||
        state.is_trial != flat.bought.is_trial || state.trial != flat.trial) {
        return false;
    }
    if (const auto* active = std::get_if<S::Active>(&state.phase)) { return active->term == flat.term; }
    if (const auto* deleted = std::get_if<S::Deleted>(&state.phase)) {
        return deleted->cause == flat.cause && deleted->deleted_at == flat.deleted_at;
    }
    const auto* suspended = std::get_if<S::Suspended>(&state.phase);
    return suspended == nullptr || (suspended->term == flat.term && suspended->last_day == flat.last_day &&
                                    suspended->by == flat.by && suspended->reason == flat.reason);
}

}  // namespace csp::bench
