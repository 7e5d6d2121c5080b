// The named profiles: the rules as they were published on five dates.
#include "csp/policy.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "domain/markets.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace markets {

std::vector<Country> without_reservations_2019() {
    return {not_for_reservations_2019.begin(), not_for_reservations_2019.end()};
}
std::vector<Country> without_reservations_2018() {
    return {not_for_reservations_2018.begin(), not_for_reservations_2018.end()};
}
std::vector<Country> without_reservations_2021() {
    std::vector<Country> countries = without_reservations_2019();
    std::erase(countries, Country{{'A', 'Z'}});
    countries.insert(countries.end(), {Country{{'B', 'R'}}, Country{{'R', 'U'}}});
    std::ranges::sort(countries);
    return countries;
}
std::vector<Country> with_tax_in_prices() { return {tax_in_prices.begin(), tax_in_prices.end()}; }
std::vector<Country> with_registration_numbers() { return {registration_numbers.begin(), registration_numbers.end()}; }
std::vector<Country> with_state_lists() { return {state_lists.begin(), state_lists.end()}; }

}  // namespace markets

namespace {

/// What nobody knew before the software article of 2020-01: the agreements, the vetting, the changes of 2021.
Policy before_2020() {
    Policy policy;
    policy.customer_agreement_needed = false;
    policy.partner_agreement_needed = false;
    policy.education_is_vetted = false;
    policy.cart_minutes = 15;
    policy.software_cancel_days = policy.software_cancel_days.on(first_date);
    policy.link_days_after_first_download = policy.link_days_after_first_download.on(first_date);
    policy.every_cancellation_by_support = true;
    policy.markets_without_reservations = markets::without_reservations_2018();
    return policy;
}

/// S0 and S3: Germany is one of the clouds, and nothing says that it is to close.
Policy as_of_2018_03() {
    Policy policy = before_2020();
    policy.germany_takes_new_customers = true;
    return policy;
}

/// S1 of 2018-10 and S4 of 2019-03 state the same numbers.
Policy as_of_2018_10() { return before_2020(); }

Policy as_of_2020_01() { return {}; }

Policy as_of_2021_06() {
    Policy policy;
    policy.administrators_keep_access = false;
    policy.security_updates_by_support = false;
    policy.markets_without_reservations = markets::without_reservations_2021();
    policy.markets_without_software = markets::without_reservations_2021();
    policy.software_activity_for_general_roles = true;
    return policy;
}

constexpr std::array<std::string_view, 5> names{"2018-03", "2018-10", "2019-03", "2020-01", "2021-06"};
constexpr std::array<Policy (*)(), names.size()> profiles{&as_of_2018_03, &as_of_2018_10, &as_of_2018_10,
                                                          &as_of_2020_01, &as_of_2021_06};

Error out_of_range(std::string_view name, std::string sentence) {
    return invalid("CONV-8", "policy_out_of_range", name, std::move(sentence), 0);
}

std::optional<Error> out_of_bounds(const Policy& policy) {
    struct Bounds {
        std::string_view name;
        std::int64_t value;
        std::int64_t least;
        std::int64_t most{std::numeric_limits<std::int64_t>::max()};
    };
    const auto& terms = policy.software_term_months;
    const Bounds numbers[]{
        {"term_months", policy.term_months, 1},
        {"full_credit_days", policy.full_credit_days, 0},
        {"last_aligned_day", policy.last_aligned_day, 1, 31},
        {"trial_days", policy.trial_days, 1},
        {"trial_quantity", policy.trial_quantity, 1},
        {"order_lines", policy.order_lines, 1},
        {"mpn_id_digits", policy.mpn_id_digits, 1},
        {"forecast_days_max", policy.forecast_days_max, 0},
        {"reservation_refund_max", policy.reservation_refund_max.amount_minor, 0},
        {"cart_minutes", policy.cart_minutes, 1},
        {"page_size_max", policy.page_size_max, 1},
        {"link_days", policy.link_days, 1},
        {"link_downloads", policy.link_downloads, 1},
        {"link_days_after_first_download", policy.link_days_after_first_download.on(first_date), 0},
        {"link_days_after_first_download", policy.link_days_after_first_download.on(last_date), 0},
        {"invoice_day", policy.invoice_day, 1},
        {"recurring_invoice_days", policy.recurring_invoice_days, 0},
        {"invoice_due_days", policy.invoice_due_days, 0},
        {"invoice_due_days_china", policy.invoice_due_days_china, 0},
        {"debt_days", policy.debt_days, 0},
        {"reservation_full_credit_days", policy.reservation_full_credit_days, 0},
        {"reservation_fee_percent", policy.reservation_fee_percent, 0, 100},
        {"activity_days", policy.activity_days, 0},
        {"activity_days_max", policy.activity_days_max, 0},
        {"support_attachments", policy.support_attachments, 0},
        {"suspension_days", policy.suspension_days.on(first_date), 0},
        {"suspension_days", policy.suspension_days.on(last_date), 0},
        {"suspension_days_china", policy.suspension_days_china, 0},
        {"suspension_days_max", policy.suspension_days_max, 0},
        {"software_cancel_days", policy.software_cancel_days.on(first_date), 0},
        {"software_cancel_days", policy.software_cancel_days.on(last_date), 0},
        {"software_term_months", terms.empty() ? 0 : *std::ranges::min_element(terms), 1},
        {"projection_lag_us", policy.projection_lag_us, 0},
        {"finance_charge_china_basis_points", policy.finance_charge_china_basis_points, 0},
        {"clock_tolerance_us", policy.clock_tolerance_us, 0},
    };
    for (const Bounds& number : numbers) {
        const bool is_small = number.value < number.least;
        if (!is_small && number.value <= number.most) { continue; }
        const std::string bound =
            is_small ? "at least " + std::to_string(number.least) : "at most " + std::to_string(number.most);
        return out_of_range(number.name, "the policy's " + std::string(number.name) + " must be " + bound + "; it is " +
                                             std::to_string(number.value));
    }
    return std::nullopt;
}

std::optional<Error> not_a_market(const Policy& policy) {
    struct List {
        std::string_view name;
        const std::vector<Country>& countries;
    };
    const List lists[]{
        {"registration_number_markets", policy.registration_number_markets},
        {"state_list_markets", policy.state_list_markets},
        {"markets_without_reservations", policy.markets_without_reservations},
        {"markets_without_software", policy.markets_without_software},
        {"tax_inclusive_markets", policy.tax_inclusive_markets},
    };
    for (const List& list : lists) {
        for (const Country& country : list.countries) {
            if (read_country(country.text())) { continue; }
            return out_of_range(
                list.name, "the policy's " + std::string(list.name) + " must be countries of two upper-case letters");
        }
    }
    return std::nullopt;
}

}  // namespace

std::span<const std::string_view> profile_names() { return names; }

Result<Done> check(const Policy& policy) {
    if (auto wrong = out_of_bounds(policy)) { return *std::move(wrong); }
    if (auto wrong = not_a_market(policy)) { return *std::move(wrong); }
    return done;
}

Result<Policy> policy_profile(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return invalid("CONV-8", "unknown_profile", "profile",
                       "the profile must be 2018-03, 2018-10, 2019-03, 2020-01 or 2021-06");
    }
    return profiles[static_cast<std::size_t>(found - names.begin())]();
}

}  // namespace csp
