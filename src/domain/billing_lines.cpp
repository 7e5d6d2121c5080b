#include "domain/billing_lines.hpp"

#include <algorithm>
#include <iterator>

#include "csp/proration.hpp"

namespace csp::domain {
namespace {

std::int32_t months_of(Cycle cycle, const Policy& policy) { return cycle == Cycle::annual ? policy.term_months : 1; }

/// Of one licence for a whole period. It fits: csp::why_not_billed was asked.
Money price_of_period(const BillingTerms& terms, const Policy& policy) {
    return times(terms.unit_price, months_of(terms.cycle, policy)).value();
}

}  // namespace

Biller::Biller(const BillingTerms& terms, const Billing& before, Date until, const Policy& policy)
    : charged_until(until), terms_(terms), policy_(policy), standing_(before.standing), last_line_(before.last_line) {}

Money Biller::amount_of(Term days, Term period, Money price, std::int32_t quantity) const {
    const Money whole = times(price, quantity).value();
    if (days == period) { return whole; }
    // Rounded in stages, the parts of a small price may be more than the whole.
    const Money part = part_of_price(policy_.proration, price, quantity, days_in(days), days_in(period)).value();
    return Money{std::min(part.amount_minor, whole.amount_minor), whole.currency};
}

void Biller::add(ChargeLine line) {
    line.number = ++last_line_;
    stand(standing_, line);
    lines.push_back(line);
}

void Biller::charge(ChargeType type, Term days, const ChargeLine& like, std::int32_t quantity) {
    add({.number = 0,
         .credits = 0,
         .type = type,
         .days = days,
         .period = like.period,
         .unit_price = like.unit_price,
         .quantity = quantity,
         .amount = amount_of(days, like.period, like.unit_price, quantity)});
}

/// The whole of it, to the cent; or its last days, by their share of the period.
void Biller::credit(const ChargeLine& line, Term days, ChargeType type) {
    Money amount = days == line.days ? line.amount : amount_of(days, line.period, line.unit_price, line.quantity);
    amount.amount_minor = -std::min(amount.amount_minor, line.amount.amount_minor);  // C9: never below the charge
    add({.number = 0,
         .credits = line.number,
         .type = type,
         .days = days,
         .period = line.period,
         .unit_price = line.unit_price,
         .quantity = line.quantity,
         .amount = amount});
}

void Biller::charge_period(Called called) {
    const Term period = period_of(terms_.anchor, months_of(terms_.cycle, policy_), charged_until);
    const Term days{charged_until, std::min(period.end, terms_.term.end)};
    const ChargeLine like{.period = period, .unit_price = price_of_period(terms_, policy_)};
    charge(days == period ? called.whole : called.part, days, like, terms_.quantity);
    charged_until = days.end;
}

void Biller::charge_up_to(Date day, Called called) {
    charged_until = std::max(charged_until, terms_.anchor);  // an add-on is free until its parent is paid for
    if (terms_.unit_price.amount_minor == 0) { charged_until = std::max(charged_until, terms_.term.end); }
    while (charged_until <= day && charged_until < terms_.term.end) {
        charge_period(called);
        called = gone_on;
    }
}

/// Only the period that is running is charged beyond today: its lines are taken back and its days billed anew.
void Biller::change_quantity(Date day, std::int32_t quantity) {
    Lines running;
    std::ranges::copy_if(standing_, std::back_inserter(running),
                         [&](const ChargeLine& line) { return line.days.end > day; });
    if (running.empty()) { return; }
    const ChargeLine first = running.front();
    Term rest{day, running.back().days.end};
    const auto goes_on_with_it = [&](const ChargeLine& line) {  // there and back on the same day
        return line.days.end == rest.start && line.days.start < rest.start && line.quantity == quantity &&
               line.period == first.period && line.unit_price == first.unit_price;
    };
    for (auto before = std::ranges::find_if(standing_, goes_on_with_it); before != standing_.end();
         before = std::ranges::find_if(standing_, goes_on_with_it)) {
        rest.start = before->days.start;
        running.insert(running.begin(), *before);
    }
    for (const ChargeLine& line : running) { credit(line, line.days, ChargeType::cycle_instance_prorate); }
    if (first.days.start < day) {
        charge(ChargeType::cycle_instance_prorate, Term{first.days.start, day}, first, first.quantity);
    }
    const Date anniversary = next_anniversary(terms_.anchor, 1, rest.start);
    const bool is_split = policy_.quantity_is_recognised_at_anniversary && rest != first.period;
    if (is_split && anniversary < rest.end) {
        charge(ChargeType::cycle_instance_prorate, Term{rest.start, anniversary}, first, quantity);
        rest.start = anniversary;
    }
    charge(ChargeType::cycle_instance_prorate, rest, first, quantity);
}

void Biller::credit_from(Date day, ChargeType type) {
    for (const ChargeLine& line : Lines(standing_)) {
        if (line.days.end > day) { credit(line, Term{std::max(day, line.days.start), line.days.end}, type); }
    }
}

void Biller::credit_everything() {
    for (const ChargeLine& line : Lines(standing_)) { credit(line, line.days, ChargeType::cancel_fee); }
}

void Biller::charge_again(const Lines& taken_back) {
    for (ChargeLine line : taken_back) {
        line.type = ChargeType::activation_fee;
        add(line);
    }
}

void stand(Lines& standing, const ChargeLine& line) {
    if (line.credits == 0) {
        standing.push_back(line);
        return;
    }
    const auto charged = std::ranges::find(standing, line.credits, &ChargeLine::number);
    if (charged == standing.end()) { return; }  // settled long ago: no credit reaches back so far
    if (charged->days == line.days) {
        standing.erase(charged);
    } else {
        charged->days.end = line.days.start;
        charged->amount.amount_minor += line.amount.amount_minor;
    }
}

}  // namespace csp::domain
