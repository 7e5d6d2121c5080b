// An offer: what can be bought, market by market, with its limits, companions and dated prices.
//
// Rules: OFF-01..08, MKT-01; extended B3. The table stands in src/domain/offer.cpp and is printed into
// docs/states/offer.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/price.hpp"

namespace csp {

/// OFF-01: how a limit counts. Concurrent: what is active or suspended; lifetime: everything that ever was.
enum class LimitUnit : std::uint8_t { none = 0, concurrent = 1, lifetime = 2 };
enum class Metering : std::uint8_t { none = 0, usage = 1, license = 2 };

/// What Microsoft's list says about an offer in one market.
struct Listing {
    Country country{};
    std::string catalog_id{};  ///< Microsoft's own spelling of the id
    std::string name{};
    std::int32_t minimum_quantity{1};
    std::int32_t maximum_quantity{1};
    bool is_add_on{false};
    bool has_add_ons{false};
    bool is_trial{false};
    bool is_available{true};  ///< false: no longer for sale there
    bool auto_renews{true};
    Metering metering{Metering::license};
    std::vector<Cycle> cycles{};  ///< of a trial: none, and no other
    LimitUnit limit_unit{LimitUnit::none};
    std::int32_t limit{0};                      ///< per customer; 0 when there is no unit
    std::vector<OfferId> prerequisites{};       ///< an add-on needs one of these as its parent; empty: any
    std::vector<OfferId> conversion_targets{};  ///< what a trial may become
    std::vector<OfferId> upgrade_targets{};
    std::vector<std::string> customer_qualifications{};  ///< reselleeQualifications
    std::vector<std::string> partner_qualifications{};   ///< resellerQualifications
    std::string sales_group{};
    std::string unit{};
    std::string product_name{};
    std::string other_fields{};  ///< JSON object: every field csp does not know, as it came
    friend bool operator==(const Listing&, const Listing&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
/// Lists it in a market, or says anew what is so there.
struct ListOffer {
    static constexpr std::string_view name = "list_offer";
    Listing listing{};
    friend bool operator==(const ListOffer&, const ListOffer&) = default;
};
/// No longer for sale there. What was bought goes on, and listing it anew sells it again.
struct WithdrawListing {
    static constexpr std::string_view name = "withdraw_listing";
    Country country{};
    friend bool operator==(const WithdrawListing&, const WithdrawListing&) = default;
};
/// One of the same market, currency and first day takes the place of the one before.
struct SetPrice {
    static constexpr std::string_view name = "set_price";
    Price price{};
    friend bool operator==(const SetPrice&, const SetPrice&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct OfferListed {
    static constexpr std::string_view name = "offer_listed";
    Listing listing{};
    friend bool operator==(const OfferListed&, const OfferListed&) = default;
};
struct ListingWithdrawn {
    static constexpr std::string_view name = "listing_withdrawn";
    Country country{};
    friend bool operator==(const ListingWithdrawn&, const ListingWithdrawn&) = default;
};
struct PriceSet {
    static constexpr std::string_view name = "price_set";
    Price price{};
    friend bool operator==(const PriceSet&, const PriceSet&) = default;
};

/// A decision about an offer needs nothing from other records.
struct OfferFacts {};

/// A subscription of some offer that the customer has: active or suspended.
struct Owned {
    SubscriptionId id{};
    OfferId offer{};
    bool is_suspended{false};
    Date last_day{};  ///< of a suspended one: until when it can be reactivated
};

struct Offer {
    static constexpr std::string_view name = "offer";
    static constexpr Kind kind_of_record = Kind::offer;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Listed {
        static constexpr std::string_view name = "listed";
        friend bool operator==(const Listed&, const Listed&) = default;
    };

    using Phase = std::variant<Absent, Listed>;
    using Command = std::variant<ListOffer, WithdrawListing, SetPrice>;
    using Event = std::variant<OfferListed, ListingWithdrawn, PriceSet>;
    using Facts = OfferFacts;

    std::vector<Listing> listings{};  ///< sorted by country, one of each
    std::vector<Price> prices{};      ///< sorted by market, currency and first day, one of each
    Phase phase{};
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// The event, or every reason why not. Changes nothing. The fields of a listing are named without it: "cycles".
Result<Offer::Event> decide(const Question<Offer>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Offer>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Offer& offer, const Offer::Event& event);
/// The table in words.
MachineText offer_table();

/// What is so in that market, or nullptr. Points into `offer`.
const Listing* listing_in(const Offer& offer, Country country);
/// The price per licence and month on that day. Where several hold, the one that began last; the day of a change
/// has the new one.
std::optional<Money> price_on(const Offer& offer, Country market, Currency currency, Date day);
/// OFF-02: a customer may have only so many of it.
bool is_limited(const Listing& listing);
/// OFF-06: it is sold with that billing cycle.
bool takes_cycle(const Listing& listing, Cycle cycle);
/// Billed by its use: it has no periods and no end of its own.
inline bool is_metered(const Listing& listing) { return listing.metering == Metering::usage; }

}  // namespace csp
