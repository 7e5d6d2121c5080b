// What kind of customer it is: who may say so, and what it may buy then.
#include <algorithm>
#include <iterator>

#include "csp/customer.hpp"
#include "domain/people.hpp"

namespace csp {
namespace {

using test::active_customer;
using test::noon;
using enum Qualification;
using Set = std::vector<Qualification>;

constexpr Instant before_vetting = last_moment_of(Date{18596});
const Instant since_vetting = us_after(before_vetting, 1);

TEST_CASE("CUS-02: each kind of customer buys what the matrix says") {
    const std::vector<std::string> commercial{};
    const std::vector<std::string> for_nonprofits{"Nonprofit"};
    const std::vector<std::string> for_education{"Education"};
    const std::vector<std::string> for_government{"GovernmentCommunityCloud"};
    struct Row {
        Set customer;
        bool buys_commercial, buys_nonprofit, buys_education, buys_government;
    };
    // clang-format off
    const Row matrix[]{
        //                                                   commercial nonprofit education government
        {{},                                                 true,      false,    false,    false},
        {{nonprofit},                                        true,      true,     false,    false},
        {{education},                                        true,      false,    true,     false},
        {{government_community_cloud},                       false,     false,    false,    true},
        {{state_owned_entity},                               true,      false,    false,    false},
        {{education, state_owned_entity},                    true,      false,    true,     false},
        {{government_community_cloud, state_owned_entity},   false,     false,    false,    true},
    };
    // clang-format on
    for (const Row& row : matrix) {
        const Customer customer = active_customer(row.customer);
        CAPTURE(row.customer.size());
        CHECK(may_buy_segment(customer, commercial) == row.buys_commercial);
        CHECK(may_buy_segment(customer, for_nonprofits) == row.buys_nonprofit);
        CHECK(may_buy_segment(customer, for_education) == row.buys_education);
        CHECK(may_buy_segment(customer, for_government) == row.buys_government);
    }
}

TEST_CASE("CUS-02: an offer for several kinds is for each of them, one for an unknown kind for nobody") {
    const std::vector<std::string> several{"Education", "GovernmentCommunityCloud"};
    CHECK(may_buy_segment(active_customer({education}), several));
    CHECK(may_buy_segment(active_customer({government_community_cloud}), several));
    CHECK_FALSE(may_buy_segment(active_customer({nonprofit}), several));
    CHECK_FALSE(may_buy_segment(active_customer(), several));
    for (const char* unknown : {"Hospital", "education", "Unknown", ""}) {
        const std::vector<std::string> offer{unknown};
        for (const Set& set : {Set{}, Set{education}, Set{nonprofit}, Set{government_community_cloud}}) {
            CHECK_FALSE(may_buy_segment(active_customer(set), offer));
        }
    }
}

TEST_CASE("CUS-02: the kinds have Microsoft's names") {
    CHECK(name_of(none) == "None");
    CHECK(name_of(education) == "Education");
    CHECK(name_of(nonprofit) == "Nonprofit");
    CHECK(name_of(government_community_cloud) == "GovernmentCommunityCloud");
    CHECK(name_of(state_owned_entity) == "StateOwnedEntity");
    CHECK(name_of(Qualification{5}) == "Unknown");
}

TEST_CASE("CUS-02: a partner sets education or government, and nothing else") {
    const test::Asked<Customer> asked{.state = active_customer(), .now = before_vetting};
    CHECK(asked.decide(SetQualification{education, ""}));
    CHECK(asked.decide(SetQualification{government_community_cloud, "code"}));
    for (const Qualification other : {none, nonprofit, state_owned_entity, Qualification{5}}) {
        CHECK(asked.refusal(SetQualification{other, ""}).reason == "not_settable_by_partner");
    }
}

TEST_CASE("GEN-01 B14: customers of the US Government's cloud are not qualified by partners, those of GCC are global") {
    test::Asked<Customer> asked{.state = active_customer(), .now = before_vetting};
    asked.state.cloud = Cloud::us_government;
    for (const auto& set : {SetQualification{education, ""}, SetQualification{government_community_cloud, "code"}}) {
        const Error no = asked.refusal(set);
        CHECK(no.rule == "GEN-01");
        CHECK(no.reason == "no_qualifications");
        CHECK(no.field == "qualification");
        CHECK(no.sentence.find("us_government") != std::string::npos);
    }
    asked.then<QualificationRecorded>(RecordQualification{state_owned_entity});  // Microsoft's own word stands
    asked.state = active_customer();
    asked.then<QualificationSet>(SetQualification{government_community_cloud, "code"});
}

TEST_CASE("CUS-02: education is set at once until 2020-11-30, and reviewed from 2020-12-01") {
    test::Asked<Customer> asked{.state = active_customer(), .now = before_vetting};
    SUBCASE("at the last moment of 2020-11-30") {
        asked.then<QualificationSet>(SetQualification{education, ""});
        CHECK(asked.state.qualifications == Set{education});
        CHECK(asked.state.vetting == Vetting{});
    }
    SUBCASE("one microsecond later") {
        asked.now = since_vetting;
        asked.then<QualificationSet>(SetQualification{education, ""});
        CHECK(asked.state.qualifications.empty());
        CHECK(asked.state.vetting == Vetting{VettingStatus::in_review, ""});
    }
}

TEST_CASE("CUS-02: while it is in review a customer is commercial and nothing else can be set") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    CHECK_FALSE(may_buy_segment(asked.state, std::vector<std::string>{"Education"}));
    CHECK(asked.refusal(SetQualification{education, ""}).reason == "in_review");
    CHECK(asked.refusal(SetQualification{government_community_cloud, "code"}).reason == "in_review");
    CHECK(asked.refusal(RecordQualification{nonprofit}).reason == "does_not_go_together");
}

TEST_CASE("CUS-02: approved is final") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    asked.then<QualificationResolved>(ResolveQualification{true, ""});
    CHECK(asked.state.qualifications == Set{education});
    CHECK(asked.state.vetting == Vetting{});
    CHECK(asked.refusal(SetQualification{education, ""}).reason == "already_qualified");
    CHECK(asked.refusal(SetQualification{government_community_cloud, "code"}).reason == "already_qualified");
    CHECK(asked.refusal(ResolveQualification{false, "No"}).reason == "not_in_review");
}

TEST_CASE("CUS-02: who was denied may correct and ask again") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    asked.then<QualificationResolved>(ResolveQualification{false, "Not an Academic Domain"});
    CHECK(asked.state.qualifications.empty());
    CHECK(asked.state.vetting == Vetting{VettingStatus::denied, "Not an Academic Domain"});
    asked.then<QualificationSet>(SetQualification{education, ""});
    CHECK(asked.state.vetting == Vetting{VettingStatus::in_review, ""});
    asked.then<QualificationResolved>(ResolveQualification{true, ""});
    CHECK(asked.state.qualifications == Set{education});
}

TEST_CASE("CUS-02: a denial has a reason, an approval has none") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    CHECK(asked.refusal(ResolveQualification{false, ""}).reason == "missing");
    CHECK(asked.refusal(ResolveQualification{false, std::string(1025, 'x')}).reason == "text_too_long");
    CHECK(asked.refusal(ResolveQualification{true, "Fine"}).reason == "reason_not_taken");
    CHECK(asked.decide(ResolveQualification{false, std::string(1024, 'x')}));
}

TEST_CASE("CUS-02: government comes with a validation code of 1 to 256 bytes, education without") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    CHECK(asked.refusal(SetQualification{government_community_cloud, ""}).reason == "missing");
    CHECK(asked.refusal(SetQualification{government_community_cloud, " "}).reason == "missing");
    CHECK(asked.refusal(SetQualification{government_community_cloud, std::string(257, 'x')}).reason == "text_too_long");
    CHECK(asked.refusal(SetQualification{education, "code"}).reason == "validation_code_not_taken");
    const auto set = asked.then<QualificationSet>(SetQualification{government_community_cloud, std::string(256, 'x')});
    CHECK(set.validation_code == std::string(256, 'x'));
    CHECK(asked.state.qualifications == Set{government_community_cloud});
    CHECK(asked.state.vetting == Vetting{});  // it is not reviewed
}

TEST_CASE("CUS-02: Microsoft gives nonprofit and state-owned entity, to whom they suit") {
    struct Row {
        Set before;
        bool may_be_nonprofit, may_be_state_owned;
        Set then_state_owned;
    };
    const Row rows[]{{{}, true, true, {state_owned_entity}},
                     {{nonprofit}, false, false, {}},
                     {{education}, false, true, {education, state_owned_entity}},
                     {{government_community_cloud}, false, true, {government_community_cloud, state_owned_entity}},
                     {{state_owned_entity}, false, false, {}},
                     {{education, state_owned_entity}, false, false, {}},
                     {{government_community_cloud, state_owned_entity}, false, false, {}}};
    for (const Row& row : rows) {
        test::Asked<Customer> asked{.state = active_customer(row.before)};
        CHECK(asked.decide(RecordQualification{nonprofit}).has_value() == row.may_be_nonprofit);
        CHECK(asked.decide(RecordQualification{state_owned_entity}).has_value() == row.may_be_state_owned);
        if (row.may_be_state_owned) {
            asked.then<QualificationRecorded>(RecordQualification{state_owned_entity});
            CHECK(asked.state.qualifications == row.then_state_owned);
        }
    }
    const test::Asked<Customer> asked{.state = active_customer()};
    for (const Qualification other : {none, education, government_community_cloud, Qualification{5}}) {
        CHECK(asked.refusal(RecordQualification{other}).reason == "not_given_by_microsoft");
    }
}

TEST_CASE("CUS-02 C1: who was denied education may ask again, also once it was found to be state-owned") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    asked.then<QualificationRecorded>(RecordQualification{state_owned_entity});
    asked.then<QualificationResolved>(ResolveQualification{false, "Not an Academic Domain"});
    CHECK(asked.refusal(SetQualification{government_community_cloud, "1"}).reason == "already_qualified");
    const CustomerFacts facts{};
    const Customer::Command unfilled{SetQualification{}};
    CHECK_FALSE(why_not(Question<Customer>{asked.state, unfilled, facts, asked.policy, asked.now}, true));  // the menu
    asked.then<QualificationSet>(SetQualification{education, ""});
    CHECK(asked.state.vetting.status == VettingStatus::in_review);
    asked.then<QualificationResolved>(ResolveQualification{true, ""});
    CHECK(asked.state.qualifications == Set{education, state_owned_entity});
    CHECK(asked.refusal(SetQualification{education, ""}).reason == "already_qualified");
    test::Asked<Customer> charity{.state = active_customer(), .now = since_vetting};
    charity.then<QualificationSet>(SetQualification{education, ""});
    charity.then<QualificationResolved>(ResolveQualification{false, "Not an Academic Domain"});
    charity.then<QualificationRecorded>(RecordQualification{nonprofit});
    CHECK(charity.refusal(SetQualification{education, ""}).reason == "already_qualified");  // it is nothing else
}

TEST_CASE("CUS-02: an education customer in review may be found to be state-owned meanwhile") {
    test::Asked<Customer> asked{.state = active_customer(), .now = since_vetting};
    asked.then<QualificationSet>(SetQualification{education, ""});
    asked.then<QualificationRecorded>(RecordQualification{state_owned_entity});
    asked.then<QualificationResolved>(ResolveQualification{true, ""});
    CHECK(asked.state.qualifications == Set{education, state_owned_entity});
}

}  // namespace
}  // namespace csp
