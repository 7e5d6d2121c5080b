// The lines of an order: their shape, what stands against them, and the dates and prices they are bought with.
#include "domain/order_lines.hpp"

#include <algorithm>
#include <cstddef>

#include "base/undying.hpp"
#include "csp/billing.hpp"
#include "csp/partner.hpp"
#include "csp/text.hpp"
#include "domain/refusals.hpp"
#include "domain/resellers.hpp"
#include "domain/subscription_guards.hpp"

namespace csp {
namespace {

using Reasons = std::vector<Error>;

std::string field_of(std::size_t index, std::string_view name) {
    return "lines[" + std::to_string(index) + "]." + std::string(name);
}

const LineFacts& facts_of(const Basket& basket, std::size_t index) {
    if (index < basket.facts.lines.size()) { return basket.facts.lines[index]; }
    return undying<const LineFacts>();  // a line without facts is one of which nothing is known
}
PartnerId partner_of(const Basket& basket) {
    return basket.facts.customer != nullptr ? basket.facts.customer->partner : PartnerId{};
}
ServedCustomer served_by(const Basket& basket) {
    const Customer* customer = basket.facts.customer;
    return customer != nullptr ? ServedCustomer{customer->partner, customer->profile.address.country}
                               : ServedCustomer{};
}
const Listing* listing_of(const Basket& basket, std::size_t index) { return facts_of(basket, index).buyer.listing; }

/// Whether the line names an earlier one as its parent, which the shape of a draft promises.
bool has_parent_line(const OrderLine& line, std::size_t index) {
    return line.parent_line && *line.parent_line >= 0 && static_cast<std::size_t>(*line.parent_line) < index;
}

/// The subscription the line names as its parent; nullptr when the customer has no such one.
const Subscription* parent_of(const Basket& basket, std::size_t index) {
    const Subscription* parent = facts_of(basket, index).parent;
    const bool is_theirs = parent != nullptr && parent->customer == basket.customer;
    return is_theirs && !is_in<Subscription::Absent>(*parent) ? parent : nullptr;
}

std::optional<ParentOffer> parent_offer_of(const Basket& basket, std::size_t index) {
    const OrderLine& line = basket.lines[index];
    if (has_parent_line(line, index)) {
        const auto at = static_cast<std::size_t>(*line.parent_line);
        const Listing* listing = listing_of(basket, at);
        return ParentOffer{.offer = basket.lines[at].offer,
                           .cycle = listing != nullptr && listing->is_trial ? Cycle::none : basket.cycle,
                           .is_add_on = listing != nullptr && listing->is_add_on};
    }
    if (const Subscription* parent = parent_of(basket, index)) { return parent_offer(line.parent, *parent); }
    return std::nullopt;
}

Wish wish_of(const Basket& basket, std::size_t index) {
    const OrderLine& line = basket.lines[index];
    const auto wants_it_too = [&](const OrderLine& other) { return other.offer == line.offer; };
    const auto before = basket.lines.begin() + static_cast<std::ptrdiff_t>(index);
    const Listing* listing = listing_of(basket, index);
    const auto is_target = [&](const OrderLine& other) {
        return listing != nullptr && std::ranges::count(listing->conversion_targets, other.offer) > 0;
    };
    return {.offer = line.offer,
            .cycle = basket.cycle,
            .quantity = line.quantity,
            .parent = parent_offer_of(basket, index),
            .before_in_order = static_cast<std::int32_t>(std::count_if(basket.lines.begin(), before, wants_it_too)),
            .is_target_in_order = std::ranges::any_of(basket.lines, is_target)};
}

/// When a line is paid for, and for how long it is agreed.
struct Dates {
    Cycle cycle{};
    bool auto_renews{false};
    Date first_billed_on{};
    Date anchor{};
    Term term{};
};

Date paid_from(const Basket& basket, Cycle cycle) {
    const std::int32_t billing_day = basket.facts.partner != nullptr ? basket.facts.partner->billing_day : 1;
    return first_billed_on(date_of(basket.now), cycle, billing_day, basket.policy);
}

Dates dates_of_trial(const Basket& basket) {
    const Date today = date_of(basket.now);
    return {Cycle::none, false, today, today, Term{today, days_after(today, basket.policy.trial_days)}};
}

/// A-SUSPEND: only licences have days before the first bill; use is paid from the first day.
Dates dates_of_its_own(const Basket& basket, const Listing& listing, Cycle cycle) {
    const Date paid = is_metered(listing) ? date_of(basket.now) : paid_from(basket, cycle);
    return {cycle, domain::renews_at_first(listing), paid, paid,
            domain::first_term(listing, date_of(basket.now), paid, basket.policy)};
}

/// B5: an add-on ends and renews with its parent. It is free until its parent is paid for, to the end of the first term
/// at most. What is metered has no end: where one of the two is, there is none to share, and the add-on has its own.
Dates dates_of_add_on(const Basket& basket, const Listing& listing, const Dates& parent) {
    if (is_metered(listing) || parent.term.end == last_date) { return dates_of_its_own(basket, listing, parent.cycle); }
    const Date paid = std::min(std::max(paid_from(basket, parent.cycle), parent.anchor), parent.term.end);
    return {parent.cycle, listing.auto_renews && parent.auto_renews, paid, parent.anchor,
            Term{date_of(basket.now), parent.term.end}};
}

Dates dates_in(const Purchase& bought) {
    return {bought.cycle, bought.auto_renews, bought.first_billed_on, bought.anchor, bought.term};
}
Dates dates_in(const Subscription& parent) {
    const auto* active = std::get_if<Subscription::Active>(&parent.phase);
    return {parent.cycle, parent.auto_renews, parent.first_billed_on, parent.anchor,
            active != nullptr ? active->term : Term{}};
}

Dates dates_of(const Basket& basket, std::size_t index, const std::vector<BoughtLine>& earlier) {
    const Listing* listing = listing_of(basket, index);
    const OrderLine& line = basket.lines[index];
    if (listing == nullptr) { return {}; }
    if (listing->is_trial) { return dates_of_trial(basket); }
    if (!listing->is_add_on) { return dates_of_its_own(basket, *listing, basket.cycle); }
    if (has_parent_line(line, index)) {
        const Purchase& parent = earlier[static_cast<std::size_t>(*line.parent_line)].purchase;
        return dates_of_add_on(basket, *listing, dates_in(parent));
    }
    const Subscription* parent = parent_of(basket, index);
    return parent == nullptr ? Dates{} : dates_of_add_on(basket, *listing, dates_in(*parent));
}

Money price_of(const Basket& basket, std::size_t index) {
    const Listing* listing = listing_of(basket, index);
    Money price = facts_of(basket, index).unit_price;
    if (listing != nullptr && listing->is_trial) { price.amount_minor = 0; }  // B5: trials are free
    return price;
}

OrderLine bought_line(const Basket& basket, std::size_t index, const std::vector<BoughtLine>& earlier,
                      const std::vector<SubscriptionId>& new_ids) {
    OrderLine line = basket.lines[index];
    if (has_parent_line(line, index)) {
        line.parent = earlier[static_cast<std::size_t>(*line.parent_line)].line.subscription;
    }
    line.subscription = index < new_ids.size() ? new_ids[index] : SubscriptionId{};
    line.unit_price = price_of(basket, index);
    return line;
}

Purchase purchase_of(const Basket& basket, std::size_t index, const OrderLine& line, const Dates& dates) {
    const Listing* listing = listing_of(basket, index);
    const Customer* customer = basket.facts.customer;
    return {.partner = partner_of(basket),
            .customer = basket.customer,
            .offer = line.offer,
            .parent = line.parent,
            .friendly_name = line.friendly_name,
            .reseller_mpn_id = line.reseller_mpn_id,
            .quantity = line.quantity,
            .cycle = dates.cycle,
            .cloud = customer != nullptr ? customer->cloud : Cloud::global,
            .country = customer != nullptr ? customer->profile.address.country : Country{},
            .is_trial = listing != nullptr && listing->is_trial,
            .auto_renews = dates.auto_renews,
            .unit_price = line.unit_price,
            .opened_on = date_of(basket.now),
            .first_billed_on = dates.first_billed_on,
            .anchor = dates.anchor,
            .term = dates.term};
}

}  // namespace

std::vector<Error> malformed_lines(const std::vector<OrderLine>& lines, const Policy& policy) {
    Reasons out;
    if (lines.empty() || lines.size() > static_cast<std::size_t>(policy.order_lines)) {
        out.push_back(invalid("SUB-02", "line_count_out_of_range", "lines",
                              "an order must have from 1 to " + std::to_string(policy.order_lines) + " lines; it has " +
                                  std::to_string(lines.size())));
        return out;  // not a word about each of a million lines
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OrderLine& line = lines[i];
        if (line.offer.is_nil()) {
            out.push_back(invalid("SUB-01", "offer_missing", field_of(i, "offer"), "the line must name its offer"));
        }
        if (line.quantity < 1) {
            out.push_back(invalid("SUB-01", "quantity_out_of_range", field_of(i, "quantity"),
                                  "the quantity must be at least 1; it is " + std::to_string(line.quantity), 2002));
        }
        if (!is_plain_text(line.friendly_name, policy.friendly_name_bytes)) {
            Error error = not_plain_text(line.friendly_name, policy.friendly_name_bytes, "friendly_name", "SUB-03");
            error.field = field_of(i, error.field);
            out.push_back(std::move(error));
        }
        if (!line.reseller_mpn_id.empty() && !is_mpn_id(line.reseller_mpn_id, policy)) {
            out.push_back(not_an_mpn_id(field_of(i, "reseller_mpn_id"), "RES-13", policy));
        }
        if (line.parent_line && !has_parent_line(line, i)) {
            out.push_back(invalid(
                "OFF-08", "no_such_line", field_of(i, "parent_line"),
                "the line of the parent must stand before its add-on; it is " + std::to_string(*line.parent_line),
                800071));
        }
        if (line.parent_line && !line.parent.is_nil()) {
            out.push_back(invalid("OFF-08", "two_parents", field_of(i, "parent"),
                                  "an add-on has one parent: a subscription or a line, not both"));
        }
    }
    return out;
}

std::vector<Error> reasons_against_line(const Basket& basket, std::size_t index) {
    const OrderLine& line = basket.lines[index];
    Reasons out;
    if (!line.parent.is_nil() && parent_of(basket, index) == nullptr) {
        out.push_back(refused("OFF-08", "parent_not_found", "parent", "the customer has no such subscription", 20003));
        out.back().code = Code::not_found;
    } else {
        out =
            reasons_against(wish_of(basket, index), facts_of(basket, index).buyer, basket.policy, date_of(basket.now));
        const auto is_said_of_the_shape = [&line](const Error& reason) {
            return line.quantity < 1 && reason.reason == "quantity_out_of_range";
        };
        std::erase_if(out, is_said_of_the_shape);
    }
    if (auto too_much = why_not_billed(price_of(basket, index), line.quantity, basket.policy)) {
        out.push_back(*std::move(too_much));
        out.back().field = "quantity";
    }
    for (Error& reason :
         wrong_reseller_of_record(line.reseller_mpn_id, served_by(basket), facts_of(basket, index).reseller,
                                  "reseller_mpn_id", basket.policy, date_of(basket.now))) {
        out.push_back(std::move(reason));
    }
    for (Error& reason : out) { reason.field = field_of(index, reason.field); }
    return out;
}

std::vector<BoughtLine> bought_lines(const Basket& basket, const std::vector<SubscriptionId>& new_ids) {
    std::vector<BoughtLine> out;
    out.reserve(basket.lines.size());
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        const OrderLine line = bought_line(basket, i, out, new_ids);
        out.push_back(BoughtLine{line, purchase_of(basket, i, line, dates_of(basket, i, out))});
    }
    return out;
}

}  // namespace csp
