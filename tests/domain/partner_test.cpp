// Enrolment, restriction and departure of partners.
#include "csp/partner.hpp"

#include "csp/reaction.hpp"
#include "domain/goods.hpp"
#include "domain/people.hpp"

namespace csp {
namespace {

using test::enrolled;
using test::good_enrolment;
using test::noon;
using test::reasons_of;
using Reasons = std::vector<std::string>;

/// Everything that is wrong with an enrolment in which one thing was changed.
template <class Change>
Reasons why_not_with(Change change) {
    Enrolment enrolment = good_enrolment();
    change(enrolment);
    const auto event = test::Asked<Partner>{}.decide(EnrolPartner{enrolment});
    return event ? Reasons{} : reasons_of(event.error());
}

TEST_CASE("RES-01: a restricted partner changes quantities of what it sold, but not in China") {
    Partner partner = enrolled();
    const Listing listing = test::business_listing();
    const SubscriptionFacts facts{.listing = &listing, .partner = &partner};
    test::Life life(test::bought(test::day("2018-03-05")));
    const auto changes = [&] {
        return decide(Question<Subscription>{life.subscription, ChangeQuantity{6}, facts, life.policy,
                                             start_of(test::day("2018-04-02"))});
    };
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        life.subscription.cloud = cloud;
        CHECK(changes());
        partner.phase = Partner::Restricted{.since = start_of(test::day("2018-04-01"))};
        CHECK(changes().has_value() == (cloud != Cloud::china_21vianet));
        if (cloud == Cloud::china_21vianet) { CHECK(changes().error().reason == "partner_restricted"); }
        partner.phase = Partner::Enrolled{};
    }
}

TEST_CASE("RES-01 B4: a restricted reseller changes quantities of its customers, but not in China") {
    Partner provider = enrolled();
    Partner reseller = enrolled();
    reseller.phase = Partner::Restricted{.since = start_of(test::day("2018-04-01"))};
    const Listing listing = test::business_listing();
    const SubscriptionFacts facts{.listing = &listing, .partner = &provider, .asker = &reseller};
    test::Life life(test::bought(test::day("2018-03-05")));
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        life.subscription.cloud = cloud;
        const auto changed = decide(Question<Subscription>{life.subscription, ChangeQuantity{6}, facts, life.policy,
                                                           start_of(test::day("2018-04-02"))});
        CHECK(changed.has_value() == (cloud != Cloud::china_21vianet));
        if (!changed) { CHECK(changed.error().reason == "partner_restricted"); }
    }
}

TEST_CASE("RES-01: a partner enrols as one of three kinds") {
    for (const PartnerKind kind :
         {PartnerKind::direct_bill, PartnerKind::indirect_provider, PartnerKind::indirect_reseller}) {
        Enrolment enrolment = good_enrolment();
        enrolment.kind = kind;
        test::Asked<Partner> asked;
        asked.then<PartnerEnrolled>(EnrolPartner{enrolment});
        CHECK(asked.state == enrolled(enrolment));
        CHECK(is_in<Partner::Enrolled>(asked.state));
        CHECK(asked.state.kind == kind);
        CHECK(asked.state.billing_day == 15);
    }
    CHECK(why_not_with([](Enrolment& e) { e.kind = PartnerKind{0}; }) == Reasons{"kind: unknown_kind"});
    CHECK(why_not_with([](Enrolment& e) { e.kind = PartnerKind{4}; }) == Reasons{"kind: unknown_kind"});
}

TEST_CASE("RES-01: a partner has a name of 1 to 256 bytes") {
    CHECK(why_not_with([](Enrolment& e) { e.company_name = "F"; }).empty());
    CHECK(why_not_with([](Enrolment& e) { e.company_name.assign(256, 'x'); }).empty());
    CHECK(why_not_with([](Enrolment& e) { e.company_name.assign(257, 'x'); }) ==
          Reasons{"company_name: text_too_long"});
    CHECK(why_not_with([](Enrolment& e) { e.company_name = ""; }) == Reasons{"company_name: missing"});
    CHECK(why_not_with([](Enrolment& e) { e.company_name = "  "; }) == Reasons{"company_name: missing"});
    CHECK(why_not_with([](Enrolment& e) { e.company_name = "a\nb"; }) == Reasons{"company_name: not_plain_text"});
}

TEST_CASE("RES-01: an MPN id has 1 to 10 digits and belongs to one partner") {
    CHECK(why_not_with([](Enrolment& e) { e.mpn_id = "0"; }).empty());
    CHECK(why_not_with([](Enrolment& e) { e.mpn_id = "1234567890"; }).empty());
    for (const char* bad : {"", "12345678901", "12a", "-1", " 1", "1 "}) {
        CHECK(why_not_with([&](Enrolment& e) { e.mpn_id = bad; }) == Reasons{"mpn_id: not_an_mpn_id"});
    }
    test::Asked<Partner> asked;
    asked.facts.mpn_taken = 1;
    const Error error = asked.refusal(EnrolPartner{good_enrolment()});
    CHECK(reasons_of(error) == Reasons{"mpn_id: mpn_id_taken"});
    CHECK(error.sentence == "another partner has the MPN id 4847383");
}

TEST_CASE("MKT-01: a partner has a country") {
    CHECK(why_not_with([](Enrolment& e) { e.country = {}; }) == Reasons{"country: not_a_country"});
    CHECK(why_not_with([](Enrolment& e) { e.country = Country{{'u', 's'}}; }) == Reasons{"country: not_a_country"});
}

TEST_CASE("CONV-5: a partner is billed in a currency that exists") {
    CHECK(why_not_with([](Enrolment& e) { e.billing_currency = Currency{{'E', 'U', 'R'}}; }).empty());
    CHECK(why_not_with([](Enrolment& e) { e.billing_currency = {}; }).size() == 1);
    CHECK(why_not_with([](Enrolment& e) { e.billing_currency = Currency{{'Q', 'Q', 'Q'}}; }).size() == 1);
}

TEST_CASE("GEN-01: a partner belongs to one of four clouds, and to one that has its model") {
    using enum PartnerKind;
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        for (const PartnerKind kind : {direct_bill, indirect_provider, indirect_reseller}) {
            const bool is_good = cloud != Cloud::us_government || kind == direct_bill;
            CHECK(why_not_with([&](Enrolment& e) { e.cloud = cloud, e.kind = kind; }) ==
                  (is_good ? Reasons{} : Reasons{"kind: no_indirect_model"}));
        }
    }
    CHECK(why_not_with([](Enrolment& e) { e.cloud = Cloud{9}, e.kind = indirect_provider; }) ==
          Reasons{"cloud: unknown_cloud"});
}

TEST_CASE("A-SUSPEND: the billing day lies in 1 to 31 and may be changed, also while restricted") {
    for (const std::int32_t good : {1, 31}) {
        CHECK(why_not_with([&](Enrolment& e) { e.billing_day = good; }).empty());
    }
    for (const std::int32_t bad : {0, -1, 32}) {
        CHECK(why_not_with([&](Enrolment& e) { e.billing_day = bad; }) == Reasons{"billing_day: not_a_billing_day"});
    }
    test::Asked<Partner> asked{.state = enrolled()};
    CHECK(asked.then<BillingDayChanged>(ChangeBillingDay{31}) == BillingDayChanged{15, 31});
    CHECK(asked.state.billing_day == 31);
    CHECK(asked.refusal(ChangeBillingDay{32}).reason == "not_a_billing_day");
    asked.then<PartnerRestricted>(RestrictPartner{});
    CHECK(asked.then<BillingDayChanged>(ChangeBillingDay{1}) == BillingDayChanged{31, 1});
    CHECK(is_in<Partner::Restricted>(asked.state));
}

TEST_CASE("everything that is wrong with an enrolment is said at once") {
    const Error error = test::Asked<Partner>{.facts = {.mpn_taken = 0}}.refusal(EnrolPartner{});
    CHECK(reasons_of(error).size() == 5);  // name, kind, MPN id, country, currency
    CHECK(error.phase == "absent");
}

TEST_CASE("RES-01: a direct bill partner and a provider place orders, a reseller does not") {
    Enrolment enrolment = good_enrolment();
    CHECK(may_order(enrolled(enrolment)));
    enrolment.kind = PartnerKind::indirect_provider;
    CHECK(may_order(enrolled(enrolment)));
    enrolment.kind = PartnerKind::indirect_reseller;
    CHECK_FALSE(may_order(enrolled(enrolment)));
    CHECK(why_may_not_order(enrolled(enrolment)).reason == "partner_does_not_buy");
    CHECK_FALSE(may_order(Partner{}));
    CHECK(why_may_not_order(Partner{}).reason == "partner_not_enrolled");
}

TEST_CASE("RES-01: a restricted partner sells nothing new until it is reinstated") {
    test::Asked<Partner> asked{.state = enrolled(), .now = noon(2020, 3, 1)};
    CHECK(asked.refusal(ReinstatePartner{}).reason == "not_restricted");
    asked.then<PartnerRestricted>(RestrictPartner{"unpaid"});
    CHECK(in<Partner::Restricted>(asked.state) == Partner::Restricted{"unpaid", noon(2020, 3, 1)});
    CHECK_FALSE(may_order(asked.state));
    CHECK(why_may_not_order(asked.state).reason == "partner_restricted");
    CHECK(asked.refusal(RestrictPartner{}).reason == "already_restricted");
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(asked.state == enrolled());
    CHECK(may_order(asked.state));
}

TEST_CASE("RES-01: the reason of a restriction has at most 1024 bytes") {
    const test::Asked<Partner> asked{.state = enrolled()};
    CHECK(asked.decide(RestrictPartner{std::string(1024, 'x')}));
    CHECK(asked.refusal(RestrictPartner{std::string(1025, 'x')}).reason == "text_too_long");
    CHECK(asked.refusal(RestrictPartner{"\xFF"}).reason == "not_plain_text");
}

TEST_CASE("RES-01: who left the programme does nothing in it any more") {
    for (const bool restricted_before : {false, true}) {
        test::Asked<Partner> asked{.state = enrolled(), .now = noon(2020, 3, 1)};
        if (restricted_before) { asked.then<PartnerRestricted>(RestrictPartner{}); }
        asked.then<ProgrammeLeft>(LeaveProgramme{});
        CHECK(in<Partner::Left>(asked.state).left_at == noon(2020, 3, 1));
        CHECK_FALSE(may_order(asked.state));
        CHECK(why_may_not_order(asked.state).microsoft == 800039);
        for (const Partner::Command& command :
             {Partner::Command{EnrolPartner{good_enrolment()}}, Partner::Command{ChangeBillingDay{1}},
              Partner::Command{RestrictPartner{}}, Partner::Command{ReinstatePartner{}},
              Partner::Command{LeaveProgramme{}}}) {
            CHECK(asked.refusal(command).reason == "left_the_programme");
        }
    }
}

const Debt first_debt{test::id<Invoice>(1), 3, test::day("2020-06-16")};
const Debt second_debt{test::id<Invoice>(2), 4, test::day("2020-07-16")};

/// Enrolled, with two invoices to be paid.
test::Asked<Partner> debtor() {
    test::Asked<Partner> asked{.state = enrolled(), .now = noon(2020, 5, 1)};
    asked.then<DebtNoted>(NoteDebt{second_debt});
    asked.then<DebtNoted>(NoteDebt{first_debt});
    return asked;
}
/// Restricted for both.
test::Asked<Partner> restricted_debtor() {
    test::Asked<Partner> asked = debtor();
    asked.now = noon(2020, 8, 1);
    asked.then<PartnerRestricted>(RestrictForDebt{});
    return asked;
}

TEST_CASE("C9: a partner may sell on the last day of its oldest debt, and is restricted a microsecond later") {
    test::Asked<Partner> asked = debtor();
    CHECK(asked.state.debts == std::vector<Debt>{first_debt, second_debt});
    CHECK(may_order(asked.state));
    CHECK(next_deadline(asked.state) == PartnerDeadline{end_of(first_debt.last_day), RestrictForDebt{}});
    asked.now = Instant{end_of(first_debt.last_day).us - 1};
    CHECK(asked.refusal(RestrictForDebt{}).reason == "not_long_overdue");
    asked.now = end_of(first_debt.last_day);
    CHECK(asked.then<PartnerRestricted>(RestrictForDebt{}) ==
          PartnerRestricted{"an invoice is long overdue", asked.now, true});
    CHECK_FALSE(may_order(asked.state));
    CHECK(next_deadline(asked.state) == std::nullopt);
}

TEST_CASE("C9: a debt that can be paid until the last day there is restricts nobody, and one of the day before does") {
    test::Asked<Partner> asked{.state = enrolled(), .now = noon(2020, 5, 1)};
    asked.then<DebtNoted>(NoteDebt{{first_debt.invoice, first_debt.number, last_date}});
    CHECK(next_deadline(asked.state) == std::nullopt);
    asked.then<DebtNoted>(NoteDebt{{second_debt.invoice, second_debt.number, days_after(last_date, -1)}});
    const auto due = next_deadline(asked.state);
    REQUIRE(due);
    CHECK(due->at == start_of(last_date));
    asked.now = due->at;
    asked.then<PartnerRestricted>(due->command);
}

TEST_CASE("C9: a debt is noted and cleared once") {
    test::Asked<Partner> asked = debtor();
    CHECK(asked.refusal(NoteDebt{first_debt}).reason == "debt_known");
    CHECK(asked.then<DebtCleared>(ClearDebt{first_debt.invoice}) ==
          DebtCleared{first_debt.invoice, test::day("2020-05-01")});
    CHECK(asked.refusal(ClearDebt{first_debt.invoice}).reason == "no_such_debt");
    CHECK(next_deadline(asked.state)->at == end_of(second_debt.last_day));
    asked.then<DebtCleared>(ClearDebt{second_debt.invoice});
    CHECK(asked.state == enrolled());
    CHECK(next_deadline(asked.state) == std::nullopt);
}

TEST_CASE("C9: who left the programme owes what it owes, and is not restricted for it") {
    test::Asked<Partner> asked = debtor();
    asked.then<ProgrammeLeft>(LeaveProgramme{});
    const Debt third_debt{test::id<Invoice>(3), 5, test::day("2020-08-16")};
    asked.then<DebtNoted>(NoteDebt{third_debt});
    asked.then<DebtCleared>(ClearDebt{first_debt.invoice});
    CHECK(asked.state.debts == std::vector<Debt>{second_debt, third_debt});
    CHECK(is_in<Partner::Left>(asked.state));
    CHECK(next_deadline(asked.state) == std::nullopt);
}

TEST_CASE("C9: a partner is reinstated when nothing is long overdue any more") {
    test::Asked<Partner> asked = restricted_debtor();
    asked.then<DebtCleared>(ClearDebt{first_debt.invoice});
    CHECK(asked.refusal(ReinstateAfterDebt{}).reason == "long_overdue");
    asked.then<DebtCleared>(ClearDebt{second_debt.invoice});
    CHECK(asked.then<PartnerReinstated>(ReinstateAfterDebt{}) == PartnerReinstated{asked.now});
    CHECK(asked.state == enrolled());
}

TEST_CASE("C9: what a cleared debt means to its partner, by what is still long overdue") {
    const PartnerId id = test::id<Partner>(1);
    const DebtCleared cleared{first_debt.invoice, second_debt.last_day};
    Partner partner = debtor().state;
    std::erase(partner.debts, first_debt);
    CHECK(react(id, partner, cleared, {}).empty());  // not restricted
    partner.phase = Partner::Restricted{.is_for_debt = false};
    CHECK(react(id, partner, cleared, {}).empty());  // by the host
    partner.phase = Partner::Restricted{.is_for_debt = true};
    CHECK(react(id, partner, cleared, {}) ==
          std::vector<Reaction>{ForWhatTakes<Partner>{id, ReinstateAfterDebt{}}});  // the other may still be paid
    const DebtCleared a_day_later{first_debt.invoice, days_after(second_debt.last_day, 1)};
    CHECK(react(id, partner, a_day_later, {}).empty());
}

TEST_CASE("C9: a restriction by the host is the host's to lift, whatever is paid") {
    test::Asked<Partner> asked = restricted_debtor();
    asked.then<PartnerRestricted>(RestrictPartner{"fraud"});  // the host takes it over
    CHECK(in<Partner::Restricted>(asked.state) == Partner::Restricted{"fraud", asked.now, false});
    CHECK(asked.refusal(RestrictPartner{"fraud"}).reason == "already_restricted");
    asked.then<DebtCleared>(ClearDebt{first_debt.invoice});
    asked.then<DebtCleared>(ClearDebt{second_debt.invoice});
    CHECK(asked.refusal(ReinstateAfterDebt{}).reason == "already_restricted");
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(asked.state == enrolled());
}

TEST_CASE("C9: the host lifts a restriction for debt, and what was long overdue by then restricts no more") {
    test::Asked<Partner> asked = debtor();
    asked.now = noon(2020, 6, 17);
    asked.then<PartnerRestricted>(RestrictForDebt{});
    asked.now = noon(2020, 7, 16);  // the last day of the second debt
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(asked.state.debts == std::vector<Debt>{second_debt});
    CHECK(next_deadline(asked.state)->at == end_of(second_debt.last_day));
    asked = restricted_debtor();
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(asked.state == enrolled());
}

TEST_CASE("C9: a debt is noted while the host restricts, and restricts by itself only once that is lifted") {
    test::Asked<Partner> asked{.state = enrolled(), .now = noon(2020, 5, 1)};
    asked.then<PartnerRestricted>(RestrictPartner{"fraud"});
    asked.then<DebtNoted>(NoteDebt{first_debt});
    CHECK(next_deadline(asked.state) == std::nullopt);
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(next_deadline(asked.state)->at == end_of(first_debt.last_day));
}

TEST_CASE("C9: who lifts a restriction for another reason does not forgive what is long overdue by then") {
    test::Asked<Partner> asked{.state = debtor().state, .now = noon(2020, 6, 10)};
    asked.then<PartnerRestricted>(RestrictPartner{"fraud"});
    asked.now = noon(2020, 6, 20);  // the first debt is long overdue since the 17th
    asked.then<PartnerReinstated>(ReinstatePartner{});
    CHECK(asked.state.debts == std::vector<Debt>{first_debt, second_debt});
    CHECK(next_deadline(asked.state)->at == end_of(first_debt.last_day));
    asked.then<PartnerRestricted>(RestrictForDebt{});
}

}  // namespace
}  // namespace csp
