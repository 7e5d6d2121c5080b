// What is listed where, and for how much: the table of an offer, its guards, and what each event does to the state.
#include "csp/offer.hpp"

#include <algorithm>
#include <array>

#include "csp/policy.hpp"
#include "domain/prices.hpp"
#include "domain/refusals.hpp"
#include "domain/sorted.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = Offer;
using Q = Question<S>;
using Reasons = std::vector<Error>;

const Listing& listing_of(const Q& q) { return asked<ListOffer>(q).listing; }
const Price& price_of(const Q& q) { return asked<SetPrice>(q).price; }

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> in_a_market{
    "in a market", [](const Q& q) { return read_country(listing_of(q).country.text()).has_value(); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("OFF-03", "invalid_country", "country",
                              "the listing must name its country in two upper-case letters"));
    },
    true};

std::array<NamedText, 2> texts_of(const Q& q) {
    return {NamedText{"catalog_id", listing_of(q).catalog_id, q.policy.friendly_name_bytes, true},
            NamedText{"name", listing_of(q).name, q.policy.friendly_name_bytes, true}};
}
constexpr Guard<S> texts_are_good{"its texts are one line each",
                                  [](const Q& q) { return std::ranges::all_of(texts_of(q), is_good); },
                                  [](const Q& q, Reasons& out) {
                                      for (const NamedText& text : texts_of(q)) {
                                          if (!is_good(text)) { out.push_back(not_good(text, "OFF-03")); }
                                      }
                                  },
                                  true};

constexpr Guard<S> quantities_make_a_range{
    "its quantities make a range",
    [](const Q& q) { return make_a_range(listing_of(q).minimum_quantity, listing_of(q).maximum_quantity); },
    [](const Q& q, Reasons& out) {
        out.push_back(no_quantity_range("SUB-04", listing_of(q).minimum_quantity, listing_of(q).maximum_quantity));
    },
    true};

bool is_known(LimitUnit unit) {
    return unit == LimitUnit::none || unit == LimitUnit::concurrent || unit == LimitUnit::lifetime;
}
constexpr Guard<S> limit_makes_sense{
    "its limit makes sense",
    [](const Q& q) {
        const Listing& listing = listing_of(q);
        return is_known(listing.limit_unit) && (is_limited(listing) ? listing.limit >= 1 : listing.limit == 0);
    },
    [](const Q& q, Reasons& out) {
        const Listing& listing = listing_of(q);
        out.push_back(is_known(listing.limit_unit)
                          ? invalid("OFF-01", "limit_out_of_range", "limit",
                                    std::string("the limit must be ") +
                                        (is_limited(listing) ? "at least 1" : "0 where nothing is limited") +
                                        "; it is " + std::to_string(listing.limit))
                          : invalid("OFF-01", "unknown_limit_unit", "limit_unit",
                                    "the limit must be none, concurrent or lifetime"));
    },
    true};

bool is_known(Cycle cycle) {
    return cycle == Cycle::monthly || cycle == Cycle::annual || cycle == Cycle::none || cycle == Cycle::one_time;
}
bool takes_no_cycle_twice(const std::vector<Cycle>& cycles) {
    return std::ranges::all_of(cycles, [&](Cycle cycle) { return std::ranges::count(cycles, cycle) == 1; });
}
constexpr Guard<S> takes_a_cycle{
    "it takes a cycle",
    [](const Q& q) {
        const auto& cycles = listing_of(q).cycles;
        return !cycles.empty() && std::ranges::all_of(cycles, [](Cycle cycle) { return is_known(cycle); }) &&
               takes_no_cycle_twice(cycles);
    },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("OFF-06", "no_cycle", "cycles",
                    "the cycles must be one or more of monthly, annual, none and one_time, none of them twice"));
    },
    true};

constexpr Guard<S> only_trials_have_no_cycle{
    "a trial takes no cycle, and only a trial",
    [](const Q& q) {
        const Listing& listing = listing_of(q);
        return listing.is_trial ? std::ranges::all_of(listing.cycles, [](Cycle cycle) { return cycle == Cycle::none; })
                                : !takes_cycle(listing, Cycle::none);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(invalid("OFF-07", "cycle_of_a_trial", "cycles",
                              listing_of(q).is_trial ? "a trial is not billed; its one cycle must be none"
                                                     : "the cycle none is for trials, and this is not one"));
    },
    true};

constexpr Guard<S> no_trial_is_an_add_on{
    "it is not a trial and an add-on", [](const Q& q) { return !(listing_of(q).is_trial && listing_of(q).is_add_on); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("OFF-07", "trial_add_on", "is_trial", "there are no trials of add-ons"));
    },
    true};

constexpr Guard<S> is_for_sale_there{
    "it is for sale there",
    [](const Q& q) {
        const Listing* listing = listing_in(q.state, asked<WithdrawListing>(q).country);
        return listing != nullptr && listing->is_available;
    },
    [](const Q& q, Reasons& out) {
        const bool is_listed = listing_in(q.state, asked<WithdrawListing>(q).country) != nullptr;
        out.push_back(is_listed
                          ? refused("OFF-03", "withdrawn_already", "country", "it is withdrawn there already", 2091)
                          : refused("OFF-03", "not_in_this_market", "country", "it is not listed there", 800070));
    },
    true};

constexpr Guard<S> market_is_listed{"it is listed in that market",
                                    [](const Q& q) { return listing_in(q.state, price_of(q).market) != nullptr; },
                                    [](const Q&, Reasons& out) {
                                        out.push_back(refused("OFF-03", "not_in_this_market", "market",
                                                              "the offer is not listed in that market", 800070));
                                    },
                                    true};

constexpr Guard<S> amount_is_a_price{"the amount is a price", [](const Q& q) { return !why_no_amount(price_of(q)); },
                                     [](const Q& q, Reasons& out) { out.push_back(*why_no_amount(price_of(q))); },
                                     true};

constexpr Guard<S> holds_for_some_days{"it holds for some days", [](const Q& q) { return !why_no_days(price_of(q)); },
                                       [](const Q& q, Reasons& out) { out.push_back(*why_no_days(price_of(q))); },
                                       true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

OfferListed listed(const Q& q) { return {listing_of(q)}; }
ListingWithdrawn withdrawn(const Q& q) { return {asked<WithdrawListing>(q).country}; }
PriceSet price_set(const Q& q) { return {price_of(q)}; }

constexpr auto well_formed = only_if<&in_a_market, &texts_are_good, &quantities_make_a_range, &limit_makes_sense,
                                     &takes_a_cycle, &only_trials_have_no_cycle, &no_trial_is_an_add_on>;

// clang-format off
// ---- the whole life of an offer; what is not in this table is refused --------------------------------
constexpr Move<S> moves[] = {
//   from              on                   only if                                                               emits              to                rule
    {phase<S::Absent>, on<ListOffer>,       well_formed,                                                          emits<&listed>,    phase<S::Listed>, "OFF-03"},
    {phase<S::Listed>, on<ListOffer>,       well_formed,                                                          emits<&listed>,    phase<S::Listed>, "OFF-03"},
    {phase<S::Listed>, on<WithdrawListing>, only_if<&is_for_sale_there>,                                          emits<&withdrawn>, phase<S::Listed>, "OFF-03"},
    {phase<S::Listed>, on<SetPrice>,        only_if<&market_is_listed, &amount_is_a_price, &holds_for_some_days>, emits<&price_set>, phase<S::Listed>, "CONV-8"},
};
// clang-format on
constexpr std::array<Never<S>, 0> nevers{};
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

Country market_of(const Listing& listing) { return listing.country; }

void list(S& s, const Listing& listing) {
    keep_sorted(s.listings, listing, market_of);
    s.phase = S::Listed{};
}

void withdraw(S& s, Country country) {
    for (Listing& listing : s.listings) {
        if (listing.country == country) { listing.is_available = false; }
    }
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText offer_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const OfferListed& e)      { list(s, e.listing); },
        [&](const ListingWithdrawn& e) { withdraw(s, e.country); },
        [&](const PriceSet& e)         { keep_price(s.prices, e.price); },
    }, event);
    // clang-format on
}

const Listing* listing_in(const Offer& offer, Country country) {
    const auto place = std::ranges::lower_bound(offer.listings, country, {}, &Listing::country);
    return place != offer.listings.end() && place->country == country ? &*place : nullptr;
}

std::optional<Money> price_on(const Offer& offer, Country market, Currency currency, Date day) {
    return price_on(offer.prices, market, currency, day);
}

bool is_limited(const Listing& listing) { return listing.limit_unit != LimitUnit::none; }
bool takes_cycle(const Listing& listing, Cycle cycle) { return std::ranges::count(listing.cycles, cycle) > 0; }

}  // namespace csp
