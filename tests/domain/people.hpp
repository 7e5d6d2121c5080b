// Partners and customers as they should be, for tests to change one thing in.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "csp/customer.hpp"
#include "csp/partner.hpp"

namespace csp::test {

inline Date day(int year, int month, int number) { return *date(year, month, number); }
inline Instant noon(int year, int month, int number) {
    return us_after(start_of(day(year, month, number)), us_per_day / 2);
}

/// One question asked of a machine, with everything in it that a test does not care about.
template <class S>
struct Asked {
    S state{};
    typename S::Facts facts{};
    Policy policy{};
    Instant now{noon(2020, 6, 15)};

    [[nodiscard]] Result<typename S::Event> decide(typename S::Command command) const {
        using csp::decide;  // of this noun, wherever it is declared
        return decide(Question<S>{state, command, facts, policy, now});
    }
    /// Decides, and lives on with what happened.
    template <class E>
    E then(typename S::Command command) {
        auto event = decide(std::move(command));
        REQUIRE(event);
        REQUIRE(std::holds_alternative<E>(*event));
        evolve(state, *event);
        return std::get<E>(*event);
    }
    [[nodiscard]] Error refusal(typename S::Command command) const {
        auto event = decide(std::move(command));
        REQUIRE_FALSE(event);
        return event.error();
    }
};

/// "field: reason" of a refusal and of everything beside it.
inline std::vector<std::string> reasons_of(const Error& error) {
    std::vector<std::string> out{error.field + ": " + error.reason};
    for (const Error& other : error.also) { out.push_back(other.field + ": " + other.reason); }
    return out;
}
inline bool says(const Error& error, const std::string& reason) {
    const auto reasons = reasons_of(error);
    return std::ranges::count(reasons, reason) == 1;
}

inline Enrolment good_enrolment() {
    return {.company_name = "Fabrikam",
            .kind = PartnerKind::direct_bill,
            .mpn_id = "4847383",
            .country = Country{{'U', 'S'}},
            .cloud = Cloud::global,
            .billing_day = 15,
            .billing_currency = Currency{{'U', 'S', 'D'}}};
}
inline Partner enrolled(const Enrolment& enrolment = good_enrolment()) {
    Partner partner;
    evolve(partner, PartnerEnrolled{enrolment});
    return partner;
}

inline BillingProfile good_profile() {
    return {.company_name = "Contoso",
            .email = "ann@contoso.com",
            .culture = "en-US",
            .language = "en",
            .registration_number = {},
            .address = {.line1 = "One Microsoft Way",
                        .line2 = {},
                        .city = "Redmond",
                        .state = "WA",
                        .postal_code = "98052",
                        .country = Country{{'U', 'S'}},
                        .region = {},
                        .first_name = "Ann",
                        .last_name = "Beebe",
                        .phone = "4258828080"}};
}
inline Customer active_customer(std::vector<Qualification> qualifications = {}) {
    Customer customer;
    evolve(customer, CustomerCreated{{}, Cloud::global, "contoso.com", good_profile()});
    customer.qualifications = std::move(qualifications);
    return customer;
}

}  // namespace csp::test
