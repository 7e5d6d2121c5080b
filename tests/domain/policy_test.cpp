// The numbers, the days they change on, and the five profiles.
#include "csp/policy.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "domain/people.hpp"

namespace csp {
namespace {

using test::day;

bool is_listed(const std::vector<Country>& countries, const char* code) {
    return std::ranges::binary_search(countries, *read_country(code));
}

TEST_CASE("CONV-8: a dated number changes on its day, not on the day before") {
    constexpr Dated<std::int32_t> dated{60, Date{100}, 30};
    static_assert(dated.on(Date{99}) == 60);
    static_assert(dated.on(Date{100}) == 30);
    static_assert(dated.on(first_date) == 60 && dated.on(last_date) == 30);
    static_assert(Dated<std::int32_t>{7}.on(first_date) == 7);
}

TEST_CASE("CONV-8: each dated number of the default profile changes on the day it was published for") {
    const Policy policy;
    const auto changes_on = [](const auto& dated, Date on) {
        return dated.on(first_date) == dated.on(days_after(on, -1)) && dated.on(days_after(on, -1)) != dated.on(on) &&
               dated.on(on) == dated.on(last_date);
    };
    CHECK(changes_on(policy.software_cancel_days, day(2021, 6, 1)));
    CHECK(changes_on(policy.link_days_after_first_download, day(2021, 6, 3)));
    CHECK(changes_on(policy.germany_takes_new_customers, day(2018, 8, 31)));
    CHECK(changes_on(policy.education_is_vetted, day(2020, 12, 1)));
    CHECK(changes_on(policy.customer_agreement_needed, day(2020, 1, 31)));
    CHECK(changes_on(policy.partner_agreement_needed, day(2020, 2, 1)));
    CHECK(policy.software_cancel_days.on(day(2021, 5, 31)) == 60);
    CHECK(policy.software_cancel_days.on(day(2021, 6, 1)) == 30);
    CHECK(policy.billing_alignment_on == day(2018, 2, 21));
}

TEST_CASE("CONV-8: there are five profiles, and other names are refused") {
    REQUIRE(profile_names().size() == 5);
    CHECK(std::ranges::is_sorted(profile_names()));
    for (const std::string_view name : profile_names()) { CHECK(policy_profile(name)); }
    for (const char* bad : {"", "2020", "2020-1", "2020-01 ", "default"}) {
        const auto profile = policy_profile(bad);
        REQUIRE_FALSE(profile);
        CHECK(profile.error().rule == "CONV-8");
        CHECK(profile.error().reason == "unknown_profile");
        for (const std::string_view name : profile_names()) {
            CHECK(profile.error().sentence.find(name) != std::string::npos);
        }
    }
}

TEST_CASE("CONV-8: a profile before 2020 does not know of what came later") {
    for (const char* name : {"2018-03", "2018-10", "2019-03"}) {
        const Policy policy = *policy_profile(name);
        CHECK(policy.software_cancel_days.on(last_date) == 60);
        CHECK(policy.link_days_after_first_download.on(last_date) == 0);
        CHECK_FALSE(policy.education_is_vetted.on(last_date));
        CHECK_FALSE(policy.customer_agreement_needed.on(last_date));
        CHECK_FALSE(policy.partner_agreement_needed.on(last_date));
        CHECK(policy.every_cancellation_by_support);
        CHECK(policy.administrators_keep_access);
        CHECK(policy.markets_without_reservations.size() == 18);
    }
}

TEST_CASE("CONV-8: the profile of 2021-06 has what the texts of 2021 say without a date") {
    const Policy now = *policy_profile("2020-01");
    const Policy later = *policy_profile("2021-06");
    CHECK(now.administrators_keep_access);
    CHECK_FALSE(later.administrators_keep_access);
    CHECK(now.security_updates_by_support);
    CHECK_FALSE(later.security_updates_by_support);
    CHECK_FALSE(now.software_activity_for_general_roles);
    CHECK(later.software_activity_for_general_roles);
    CHECK(later.software_cancel_days.on(day(2021, 5, 31)) == 60);
    CHECK(later.software_cancel_days.on(day(2021, 6, 1)) == 30);
}

TEST_CASE("SUS-05: a suspension lasts 90 days, 120 at most, in every profile") {
    for (const std::string_view name : profile_names()) {
        const Policy policy = *policy_profile(name);
        CHECK(policy.suspension_days.on(day(2018, 3, 1)) == 90);
        CHECK(policy.suspension_days.on(last_date) == 90);
        CHECK(policy.suspension_days_max == 120);
        CHECK(policy.suspension_days_china == 60);
    }
}

TEST_CASE("MKT-01: the list of markets goes with the profile") {
    const auto listed = [](const char* profile) { return policy_profile(profile)->markets_without_reservations; };
    CHECK(listed("2018-10").size() == 18);
    CHECK(listed("2020-01").size() == 106);
    CHECK(listed("2021-06").size() == 107);
    CHECK(std::ranges::is_sorted(listed("2021-06")));
    for (const char* code : {"AD", "BQ", "CN", "SJ", "XK", "YT"}) { CHECK(is_listed(listed("2020-01"), code)); }
    for (const char* code : {"US", "DE", "BR", "RU"}) { CHECK_FALSE(is_listed(listed("2020-01"), code)); }
    CHECK(is_listed(listed("2020-01"), "AZ"));
    CHECK_FALSE(is_listed(listed("2021-06"), "AZ"));
    CHECK(is_listed(listed("2021-06"), "BR"));
    CHECK(is_listed(listed("2021-06"), "RU"));
}

TEST_CASE("MKT-01: the 109 names of 2019 have the 106 codes of the list, three of them BQ and two SJ") {
    std::vector<Country> codes;
    for (const markets::Named& market : markets::named_without_reservations_2019()) {
        CHECK_FALSE(market.name.empty());
        codes.push_back(market.country);
    }
    CHECK(codes.size() == 109);
    CHECK(std::ranges::count(codes, Country{{'B', 'Q'}}) == 3);
    CHECK(std::ranges::count(codes, Country{{'S', 'J'}}) == 2);
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    CHECK(codes == markets::without_reservations_2019());
    CHECK(markets::named_without_reservations_2019().front().name == "Åland Islands");
}

TEST_CASE("MKT-01: software is sold everywhere, until the texts of 2021 gave it the list of reservations") {
    for (const char* profile : {"2018-03", "2018-10", "2019-03", "2020-01"}) {
        CHECK(policy_profile(profile)->markets_without_software.empty());
    }
    CHECK(policy_profile("2021-06")->markets_without_software == markets::without_reservations_2021());
}

TEST_CASE("TAX-01: prices include tax in Australia and Brazil") {
    const Policy policy;
    CHECK(policy.tax_inclusive_markets.size() == 2);
    CHECK(is_listed(policy.tax_inclusive_markets, "AU"));
    CHECK(is_listed(policy.tax_inclusive_markets, "BR"));
}

TEST_CASE("the numbers of the default profile are those of the rulebook") {
    const Policy policy;
    CHECK(policy.trial_days == 30);
    CHECK(policy.trial_quantity == 25);
    CHECK(policy.term_months == 12);
    CHECK(policy.order_lines == 200);
    CHECK(policy.cart_minutes == 7 * 24 * 60);
    CHECK(policy.finance_charge_china_basis_points == 150);
    CHECK(policy.projection_lag_us == 900'000'000);
    CHECK(policy.link_days == 14);
    CHECK(policy.link_downloads == 50);
    CHECK(policy.reservation_full_credit_days == 5);
    CHECK(policy.reservation_fee_percent == 12);
    CHECK(text_of(policy.reservation_refund_max) == "USD 50000.00");
    CHECK(policy.full_credit_days == 30);
    CHECK(policy.invoice_day == 8);
    CHECK(policy.invoice_due_days == 60);
    CHECK(policy.activity_days == 30);
    CHECK(policy.activity_days_max == 90);
    CHECK(policy.clock_tolerance_us == 300'000'000);
}

}  // namespace
}  // namespace csp

TEST_CASE("CONV-8: a cart lives 15 minutes by the texts of 2018 and 2019, and seven days since") {
    for (const char* name : {"2018-03", "2018-10", "2019-03"}) {
        CHECK(csp::policy_profile(name).value().cart_minutes == 15);
    }
    for (const char* name : {"2020-01", "2021-06"}) {
        CHECK(csp::policy_profile(name).value().cart_minutes == 7 * 24 * 60);
    }
    csp::Policy policy;
    policy.cart_minutes = 0;
    CHECK_FALSE(csp::check(policy));
    policy.cart_minutes = 1;
    CHECK(csp::check(policy));
    policy.finance_charge_china_basis_points = -1;
    CHECK_FALSE(csp::check(policy));
    policy.finance_charge_china_basis_points = 0;
    CHECK(csp::check(policy));
}

TEST_CASE("CONV-8: a policy whose numbers cannot work is refused before anything is decided with it") {
    CHECK(csp::check(csp::Policy{}));
    csp::Policy policy;
    policy.term_months = 1;
    CHECK(csp::check(policy));
    policy.term_months = 0;
    const auto refused = csp::check(policy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "term_months");
    CHECK(refused.error().sentence == "the policy's term_months must be at least 1; it is 0");
    policy = csp::Policy{};
    policy.suspension_days = -1;
    CHECK_FALSE(csp::check(policy));
    for (std::int32_t csp::Policy::*number : {&csp::Policy::full_credit_days, &csp::Policy::forecast_days_max}) {
        policy = csp::Policy{};
        policy.*number = 0;
        CHECK(csp::check(policy));
        policy.*number = -1;
        CHECK_FALSE(csp::check(policy));
    }
    for (std::int32_t csp::Policy::*number : {&csp::Policy::last_aligned_day, &csp::Policy::mpn_id_digits}) {
        policy = csp::Policy{};
        policy.*number = 1;
        CHECK(csp::check(policy));
        policy.*number = 0;
        CHECK_FALSE(csp::check(policy));
    }
    policy = csp::Policy{};
    policy.last_aligned_day = 32;
    CHECK_FALSE(csp::check(policy));
    policy = csp::Policy{};
    policy.reservation_refund_max.amount_minor = -1;
    CHECK_FALSE(csp::check(policy));
    policy = csp::Policy{};
    policy.reservation_fee_percent = 100;
    CHECK(csp::check(policy));
    policy.reservation_fee_percent = 101;  // more than was paid would be taken back
    CHECK(csp::check(policy).error().sentence == "the policy's reservation_fee_percent must be at most 100; it is 101");
}

TEST_CASE("CONV-8: a policy that lists what is no country, or sells for no term, is refused") {
    CHECK(csp::check(*csp::policy_profile("2021-06")));
    csp::Policy policy;
    policy.markets_without_software = {csp::Country{{'B', 'R'}}, csp::Country{{'b', 'r'}}};
    const auto refused = csp::check(policy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "markets_without_software");
    CHECK(refused.error().reason == "policy_out_of_range");
    policy.markets_without_software = {csp::Country{}};
    CHECK_FALSE(csp::check(policy));
    policy = csp::Policy{};
    policy.software_term_months = {};
    CHECK(csp::check(policy).error().field == "software_term_months");
    policy.software_term_months = {12, 0};
    CHECK_FALSE(csp::check(policy));
    policy.software_term_months = {1};
    CHECK(csp::check(policy));
    policy.software_cancel_days = {60, csp::Date{18779}, -1};
    CHECK(csp::check(policy).error().field == "software_cancel_days");
    policy = csp::Policy{};
    policy.invoice_due_days = policy.debt_days = policy.recurring_invoice_days = 0;
    CHECK(csp::check(policy));
    policy.debt_days = -1;
    CHECK(csp::check(policy).error().field == "debt_days");
    policy.invoice_due_days = -1;
    CHECK(csp::check(policy).error().field == "invoice_due_days");
}
