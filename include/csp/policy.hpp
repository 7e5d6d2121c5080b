// Every number of the rulebook, with the date it holds from.
//
// A rule never holds a number of its own: it asks the policy for the number that held on the day of the
// order (or of the event, where said). A host that negotiated other numbers copies a profile and changes it.
// Units stand last in the names; a comment without a unit is about a count. What Microsoft's texts do not say was
// decided in docs/decisions/0002-numbers-in-policy.md.
// Rule: CONV-8. Threads: a plain value; the engine copies it when it opens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "csp/country_rules.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

/// A number that changed over time. `on(day)` gives the one that held on that day.
template <class T>
class Dated {
public:
    struct Since {
        Date from{};
        T value{};
    };

    constexpr Dated(T always) : values_{Since{first_date, always}}, count_(1) {}
    /// From `changed_on` on it is `then`; before, it was `first`.
    constexpr Dated(T first, Date changed_on, T then)
        : values_{Since{first_date, first}, Since{changed_on, then}}, count_(2) {}

    [[nodiscard]] constexpr T on(Date day) const {
        T value = values_[0].value;
        for (std::size_t i = 1; i < count_; ++i) {
            if (values_[i].from <= day) { value = values_[i].value; }  // the day of the change has the new number
        }
        return value;
    }

private:
    std::array<Since, 2> values_{};
    std::size_t count_{0};
};

/// A-PRORATE: how a price is split over days.
enum class Proration : std::uint8_t {
    exact = 1,      ///< round(price x quantity x days / length)
    two_stage = 2,  ///< a price per day and licence, rounded, and rounded again
    daily3 = 3,     ///< a rate per day with three decimals, times days
};
/// CAN-22: what a cancelled software subscription is credited.
enum class SoftwareSubscriptionCredit : std::uint8_t { prorated = 1, full = 2 };
/// TAX-01: whose country decides whether a price includes tax.
enum class TaxCountryOf : std::uint8_t { customer = 1, partner = 2 };

/// The lists of countries that csp brings; a host changes the copies in its policy.
namespace markets {
/// A market as the source names it, in UTF-8: "Åland Islands".
struct Named {
    Country country{};
    std::string_view name{};
};
/// MKT-01: the 109 markets by their names in source S2, correct as of 2019-11-30, in the order of their names. Three
/// of them share the code BQ and two SJ.
std::span<const Named> named_without_reservations_2019();
/// MKT-01: 106 countries, as of 2019-11-30 (source S2). Sorted.
std::vector<Country> without_reservations_2019();
/// The 18 countries of 2018-09 (A10). Sorted.
std::vector<Country> without_reservations_2018();
/// The list of 2021 (A10): the one of 2019 without AZ, with BR and RU. Sorted. It is for software subscriptions too.
std::vector<Country> without_reservations_2021();
/// TAX-01: AU and BR.
std::vector<Country> with_tax_in_prices();
/// B1: the 11 countries that ask for a registration number and a phone. Sorted.
std::vector<Country> with_registration_numbers();
/// B1: CA, CN, MX and US, where the state is one of a list. Sorted.
std::vector<Country> with_state_lists();
}  // namespace markets

struct Policy {
    // ---- suspension ------------------------------------------------------------------------------
    Dated<std::int32_t> suspension_days{90};        ///< SUS-05, by the day of the suspension
    std::int32_t suspension_days_china{60};         ///< A-SUSPEND: the 21Vianet cloud keeps data 60 days
    std::int32_t suspension_days_max{120};          ///< SUS-06
    bool extension_only_during_free_period{false};  ///< A-SUSPEND: or every suspension is extended by the gap
    bool administrators_keep_access{true};          ///< SUS-03; later texts dropped the sentence
    bool parent_reactivates_its_add_ons{true};      ///< C5: those that were suspended with it

    // ---- terms -----------------------------------------------------------------------------------
    std::int32_t term_months{12};       ///< B5: a licence subscription runs a year, whatever its cycle
    Date billing_alignment_on{17583};   ///< A-SUSPEND: 2018-02-21; before, monthly ones began on the billing day
    std::int32_t last_aligned_day{28};  ///< A-SUSPEND: bought on day 29 to 31, paid from the 1st

    /// B3: whether a lifetime limit counts what was deleted too. Trials count for good, whatever this says.
    bool lifetime_counts_deleted{true};

    // ---- trials ----------------------------------------------------------------------------------
    std::int32_t trial_days{30};      ///< B5
    std::int32_t trial_quantity{25};  ///< B5: fixed

    // ---- clouds and programme --------------------------------------------------------------------
    Dated<bool> germany_takes_new_customers{true, Date{17774}, false};  ///< GEN-01: until 2018-08-30, by that day
    /// C2: the partner agreement, from 2020-02-01, by the day a partnership is accepted or its reseller
    /// named.
    Dated<bool> partner_agreement_needed{false, Date{18293}, true};
    /// B4: the customer agreement, from 2020-01-31, by the day of the order. No order asks for it yet.
    Dated<bool> customer_agreement_needed{false, Date{18292}, true};
    std::int32_t mpn_id_digits{10};  ///< RES-01: at most

    // ---- customers -------------------------------------------------------------------------------
    /// B1: at most one for each country.
    std::vector<CountryRules> country_rules{built_in_country_rules()};
    /// B1: where the state must be one of the list in its country's rules; elsewhere any plain text is one.
    std::vector<Country> state_list_markets{markets::with_state_lists()};
    /// B1: where a registration number and a phone are required; elsewhere the number is forbidden.
    std::vector<Country> registration_number_markets{markets::with_registration_numbers()};
    Dated<bool> education_is_vetted{false, Date{18597}, true};  ///< B2: from 2020-12-01; before, set at once

    // ---- texts: bytes of UTF-8, at most ------------------------------------------------------------
    std::size_t friendly_name_bytes{256};       ///< SUB-03
    std::size_t company_name_bytes{256};        ///< B1: a customer's or partner's
    std::size_t domain_bytes{253};              ///< CUS-03: of a domain name
    std::size_t domain_label_bytes{63};         ///< CUS-03: between two dots
    std::size_t email_bytes{254};               ///< B1
    std::size_t registration_number_bytes{64};  ///< B1
    std::size_t address_line_bytes{200};        ///< B1: line1 has 1 to 200, line2 0 to 200
    std::size_t city_bytes{100};                ///< B1
    std::size_t state_bytes{2};                 ///< B1: 0 to 2
    std::size_t postal_code_bytes{20};          ///< B1
    std::size_t region_bytes{100};              ///< B1
    std::size_t person_name_bytes{50};          ///< B1: first and last name have 1 to 50
    std::size_t phone_bytes{30};                ///< B1
    std::size_t validation_code_bytes{256};     ///< B2: of government community cloud
    std::size_t reason_bytes{1024};             ///< B2, B4: why it was denied or restricted; SUP-04: the refund reason
    std::size_t support_title_bytes{512};       ///< SUP-03
    std::size_t support_text_bytes{8192};       ///< B13: of a description or a note, which may have several lines
    std::size_t contact_name_bytes{256};        ///< SUP-05
    std::size_t request_text_bytes{8192};       ///< RES-09: of the message that asks for a partnership
    std::size_t user_name_bytes{64};            ///< CUS-07: what stands before the @ of the first administrator
    std::size_t file_name_bytes{255};           ///< SUP-06
    std::size_t file_reference_bytes{2048};     ///< SUP-06: where the host keeps the file

    // ---- orders ----------------------------------------------------------------------------------
    std::int32_t order_lines{200};                            ///< B4: at most
    std::int32_t cart_minutes{7 * 24 * 60};                   ///< B4: seven days since 2020; no draft expires yet
    std::int64_t projection_lag_us{15 * 60 * us_per_second};  ///< SUB-03, CAN-16: lists may be that late

    // ---- software --------------------------------------------------------------------------------
    Dated<std::int32_t> software_cancel_days{60, Date{18779}, 30};  ///< CAN-01: from 2021-06-01, by the order's day
    bool every_cancellation_by_support{false};  ///< CAN-09: texts of 2018 know no dialog, only the support form
    bool security_updates_by_support{true};     ///< CAN-06: Windows 7 updates; later texts dropped the exception
    SoftwareSubscriptionCredit software_credit{SoftwareSubscriptionCredit::prorated};  ///< CAN-22
    std::vector<std::int32_t> software_term_months{12, 36};                            ///< SWP-01: P1Y and P3Y
    std::int32_t link_days{14};                                                        ///< ENT-06: times 24 hours
    std::int32_t link_downloads{50};                                                   ///< ENT-06: the 50th is good
    /// ENT-06: days after the first download, from 2021-06-03, by the day of the download; 0: it does not matter.
    Dated<std::int32_t> link_days_after_first_download{0, Date{18781}, 5};
    bool link_starts_again_on_request{false};  ///< ENT-07: or only once it has expired

    // ---- reservations and marketplace ------------------------------------------------------------
    /// MKT-01: no reservations are sold there.
    std::vector<Country> markets_without_reservations{markets::without_reservations_2019()};
    /// MKT-01: no perpetual software and no software subscriptions are sold there. The source lists reservations only.
    std::vector<Country> markets_without_software{};
    std::int32_t reservation_full_credit_days{5};  ///< B6: up to and including day 5 there is no fee
    std::int32_t reservation_fee_percent{12};      ///< B6: afterwards; 0 to 100
    Money reservation_refund_max{5'000'000, Currency{{'U', 'S', 'D'}}};  ///< B6: per customer and year: 50,000 USD

    // ---- support ---------------------------------------------------------------------------------
    std::int32_t support_attachments{20};  ///< SUP-06: at most

    // ---- money -----------------------------------------------------------------------------------
    bool keeps_bills{true};  ///< or the host bills elsewhere: no purchase makes a line. Chosen once for a store
    Proration proration{Proration::exact};                ///< A-PRORATE
    std::int32_t full_credit_days{30};                    ///< B5, B6: a licence that old is credited in full
    bool quantity_is_recognised_at_anniversary{false};    ///< A-PRORATE: or billed in one piece to the period's end
    std::int32_t invoice_day{8};                          ///< CAN-20: of the next month, for one-time charges
    std::int32_t recurring_invoice_days{2};               ///< B11: after the billing date
    std::int32_t invoice_due_days_china{30};              ///< B14: in the 21Vianet cloud
    std::int32_t finance_charge_china_basis_points{150};  ///< B14: 1.5 % of what is overdue there; not charged yet
    std::int32_t invoice_due_days{60};                    ///< B11
    bool debt_restricts_partner{true};                    ///< C9: or the host, which knows more of the payments, does
    std::int32_t debt_days{60};                           ///< C9: an invoice may be overdue so long
    std::vector<Country> tax_inclusive_markets{markets::with_tax_in_prices()};  ///< TAX-01
    TaxCountryOf tax_country_of{TaxCountryOf::customer};                        ///< TAX-01

    // ---- activity and lists ------------------------------------------------------------------------
    bool software_activity_for_general_roles{false};  ///< LOG-01: or for the four roles of the source
    std::int32_t activity_days{30};                   ///< B12: shown when no start is asked for
    std::int32_t activity_days_max{90};               ///< B12: an older start is refused
    std::int32_t forecast_days_max{1'096};            ///< three years: what lies further ahead is refused
    std::int32_t page_size_max{1000};                 ///< B15

    // ---- the engine --------------------------------------------------------------------------------
    std::int64_t clock_tolerance_us{300 * us_per_second};  ///< how far a record may be newer than the clock
};

/// The rules as they were published then: "2018-03", "2018-10", "2019-03", "2020-01" (the default: Policy{}) or
/// "2021-06". A number with a date is dated in each profile that knew of the change. Refused (CONV-8) for other names.
Result<Policy> policy_profile(std::string_view name);

/// Refused (Code::invalid, CONV-8) when a number cannot work: a term of no months, a negative window, a market that is
/// no country. The engine asks it once, when it opens; who uses the core alone asks it once too.
Result<Done> check(const Policy& policy);
/// The five names, oldest first.
std::span<const std::string_view> profile_names();

}  // namespace csp
