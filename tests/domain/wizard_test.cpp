// The pages of the wizard, with nothing but the domain: what each page takes, and where it leads.
#include <doctest/doctest.h>

#include "csp/new_customer_wizard.hpp"
#include "domain/resellers_at_hand.hpp"
#include "domain/walk.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Wizard = NewCustomerWizard;

Asked<Wizard> at_page(Wizard::Phase phase) {
    Asked<Wizard> asked;
    asked.state.phase = phase;
    asked.facts.reseller = good_reseller();
    return asked;
}
Wizard::Command filled(const Wizard::Command& kind) {
    Wizard::Command command = kind;
    if (auto* choose = std::get_if<ChooseSubscriptions>(&command)) {
        choose->first_order.lines = {{.offer = business, .quantity = 1}};
    }
    return command;
}

}  // namespace

TEST_CASE("RES-16: every page leads where its table says, and every other step is refused with its reason") {
    const MachineText table = new_customer_wizard_table();
    const auto phases = one_of_each_kind<Wizard::Phase>();
    std::size_t taken = 0;
    for (std::size_t page = 0; page < phases.size(); ++page) {
        for (const auto& kind : one_of_each_kind<Wizard::Command>()) {
            Asked<Wizard> asked = at_page(phases[page]);
            const auto event = asked.decide(filled(kind));
            const MoveText* row = row_of(table, table.phases[page], name_in(kind));
            CAPTURE(table.phases[page]);
            CAPTURE(name_in(kind));
            REQUIRE(event.has_value() == (row != nullptr));
            if (row == nullptr) {
                CHECK_FALSE(event.error().rule.empty());
                CHECK(event.error().phase == table.phases[page]);
                continue;
            }
            evolve(asked.state, *event);
            CHECK(name_in(asked.state.phase) == row->to);
            ++taken;
        }
    }
    CHECK(taken == table.moves.size());
}

TEST_CASE("RES-16: what stands against the customer is said in the words of its own table") {
    Asked<Wizard> asked = at_page(Wizard::Details{});
    asked.facts.against = Error{.code = Code::invalid, .rule = "CUS-03", .reason = "not_a_domain", .field = "domain"};
    const Error error = asked.refusal(GiveDetails{});
    CHECK(error.rule == "CUS-03");
    CHECK(error.field == "domain");
    asked.state.phase = Wizard::Review{};
    CHECK(asked.refusal(SubmitWizard{}).rule == "CUS-03");
    CHECK(asked.decide(CancelWizard{}).has_value());
}

TEST_CASE("RES-16: a cancelled wizard has forgotten everything, a submitted one until it is closed nothing") {
    Asked<Wizard> asked = at_page({});
    asked.then<WizardStarted>(StartWizard{reseller_id});
    asked.then<DetailsGiven>(GiveDetails{"adatum.com", good_profile()});
    asked.then<SubscriptionsChosen>(filled(ChooseSubscriptions{}));
    CHECK(customer_wanted(asked.state).reseller == reseller_id);
    CHECK(customer_wanted(asked.state).domain == "adatum.com");
    CHECK(customer_wanted(asked.state).first_order.lines.size() == 1);
    Asked<Wizard> other = asked;
    other.then<WizardCancelled>(CancelWizard{});
    CHECK(other.state.domain.empty());
    CHECK(other.state.first_order.lines.empty());
    asked.then<WizardSubmitted>(SubmitWizard{});
    CHECK(asked.state.domain == "adatum.com");
    asked.then<WizardFinished>(FinishWizard{});
    CHECK(asked.state.domain.empty());
}

TEST_CASE("RES-10: a digest is the link's or it is not, whichever digit differs") {
    Partnership waiting;
    waiting.link_digest = good_digest;
    CHECK(is_its_link(waiting, good_digest));
    for (std::size_t i = 0; i < good_digest.size(); ++i) {
        std::string other = good_digest;
        other[i] = 'b';
        CHECK_FALSE(is_its_link(waiting, other));
    }
    CHECK_FALSE(is_its_link(waiting, good_digest.substr(1)));
    CHECK_FALSE(is_its_link(waiting, good_digest + "a"));
    CHECK_FALSE(is_its_link(waiting, ""));
    waiting.link_digest.clear();
    CHECK_FALSE(is_its_link(waiting, ""));
    CHECK_FALSE(is_its_link(waiting, good_digest));
}

TEST_CASE("RES-07: an indirect reseller that is enrolled, and no other partner, accepts") {
    for (const PartnerKind kind : {PartnerKind::direct_bill, PartnerKind::indirect_provider}) {
        const Partner other = partner_of(kind, "2002", "Other");
        Asked<Partnership> asked;
        asked.state.link_digest = good_digest;
        asked.state.phase = Partnership::Requested{};
        asked.facts = {.provider = &provider, .reseller = &other};
        CHECK(asked.refusal(AcceptPartnership{reseller_id, good_digest, true}).reason == "not_enrolled_as_reseller");
        asked.facts.reseller = &reseller;
        CHECK(asked.decide(AcceptPartnership{reseller_id, good_digest, true}).has_value());
        asked.facts.reseller = nullptr;
        CHECK(says(asked.refusal(AcceptPartnership{reseller_id, good_digest, true}), "reseller: no_account"));
    }
}
