// The relationship of a partner with its customer: what stands in the way of removing it, and how it comes back.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::vector<std::string> blockers_in(const Error& error) {
    std::vector<std::string> reasons{error.reason};
    for (const Error& other : error.also) { reasons.push_back(other.reason); }
    std::ranges::sort(reasons);
    return reasons;
}

template <class Store>
struct Leaving : SoftwareShop<Store> {
    using SoftwareShop<Store>::engine;
    Actor gail{.user = "gail@fabrikam.com", .partner = this->fabrikam, .roles = Role::global_admin};
    Result<Receipt> remove() { return engine->execute({.by = gail}, this->contoso, RemoveRelationship{}); }
};

}  // namespace

TEST_CASE_TEMPLATE("RES-02 B9: removing the relationship names everything that stands in the way", Store,
                   CSP_BOTH_STORES) {
    Leaving<Store> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    const SoftwareOrderId software = shop.buy_software(::csp::test::office);
    shop.clock.set(at("2020-03-13T10:00:00Z"));  // day 12
    const SubscriptionId active = shop.buy(line(base));
    const SubscriptionId suspended = shop.buy(line(annual_only));
    good(shop.suspend(suspended));

    const Error error = refusal_of(shop.remove());
    CHECK(blockers_in(error) == std::vector<std::string>{"active_subscription", "cancellable_software"});
    CHECK(error.existing == csp::text_of(active));
    CHECK(error.also.at(0).existing == csp::text_of(software));

    good(shop.suspend(active));  // suspended ones do not block
    CHECK(blockers_in(refusal_of(shop.remove())) == std::vector<std::string>{"cancellable_software"});
    good(shop.cancel(software));
    good(shop.remove());
    CHECK(is_in<Customer::Removed>(good(shop.engine->read(shop.ann, shop.contoso)).state));
}

TEST_CASE("RES-02 B9: software blocks to the last day on which it can be cancelled, and no microsecond longer") {
    Leaving<InMemory> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    shop.buy_software(::csp::test::office);
    shop.clock.set(Instant{at("2020-05-01T00:00:00Z").us - 1});  // day 60
    CHECK(blockers_in(refusal_of(shop.remove())) == std::vector<std::string>{"cancellable_software"});
    shop.clock.set(at("2020-05-01T00:00:00Z"));
    good(shop.remove());
}

TEST_CASE("RES-02 B9: software that only support takes back blocks through the same window") {
    Leaving<InMemory> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    const SoftwareOrderId software = shop.buy_software(::csp::test::office);
    shop.buy_software(::csp::test::windows_7_updates);  // it has no window, and blocks never
    shop.clock.set(at("2020-03-05T10:00:00Z"));
    good(shop.engine->execute({.by = host()}, software, AskForSupport{true}));
    shop.clock.set(at("2020-03-13T10:00:00Z"));
    const Error error = refusal_of(shop.remove());
    CHECK(blockers_in(error) == std::vector<std::string>{"cancellable_software"});
    CHECK(error.existing == csp::text_of(software));
    shop.clock.set(Instant{at("2020-05-01T00:00:00Z").us - 1});  // day 60
    CHECK(blockers_in(refusal_of(shop.remove())) == std::vector<std::string>{"cancellable_software"});
    shop.clock.set(at("2020-05-01T00:00:00Z"));
    good(shop.remove());
}

TEST_CASE_TEMPLATE("CUS-01 B9: a former customer has left the list and buys nothing", Store, CSP_BOTH_STORES) {
    Leaving<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    const auto customers = [&] { return good(shop.engine->customers(shop.ann, {}, {})).items.size(); };
    CHECK(customers() == 1);
    good(shop.remove());
    CHECK(customers() == 0);
    const Error no = refusal_of(shop.place({line(annual_only)}));
    CHECK(no.rule == "CUS-01");
    CHECK(no.reason == "relationship_removed");
    CHECK(no.microsoft == 20002);
    CHECK(refusal_of(shop.ask(bought, ReactivateSubscription{})).reason == "relationship_removed");
    CHECK(refusal_of(shop.ask(bought, CancelSubscriptionAtOnce{SuspensionReason::fraud, true})).reason ==
          "relationship_removed");
    const Request update{.by = shop.ann, .expected_version = good(shop.engine->read(shop.ann, shop.contoso)).version};
    CHECK(refusal_of(shop.engine->execute(update, shop.contoso, UpdateBillingProfile{profile_of("Other")})).reason ==
          "relationship_removed");
    CHECK_FALSE(good(shop.engine->support_contact(shop.ann, bought)));
    CHECK(refusal_of(shop.order({{.product = ::csp::test::office, .quantity = 1}})).reason == "relationship_removed");
    CHECK(refusal_of(shop.remove()).reason == "relationship_removed");
    const auto catalogue =
        good(shop.engine->availability(shop.ann, shop.contoso, Cycle::annual, CatalogView::regular, {}));
    CHECK_FALSE(catalogue.items.empty());
    for (const Availability& one : catalogue.items) {
        REQUIRE(one.reasons.size() == 1);
        CHECK(one.reasons.front().reason == "relationship_removed");
    }
    // Its domain is still its own.
    CHECK(refusal_of(shop.engine->template create<Customer>(
                         {.by = shop.ann}, CreateCustomer{.domain = "contoso.com", .profile = profile_of("Again")}))
              .reason == "domain_taken");
}

TEST_CASE("CUS-01 C1: of a former customer nobody gets keys or links, and opens no support request") {
    Leaving<InMemory> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    const SoftwareOrderId software = shop.buy_software(::csp::test::office);
    const EntitlementId right = shop.right_of(software);
    shop.clock.set(at("2020-05-01T10:00:00Z"));
    const Request for_keys{.by = shop.ann, .id = id<RequestTag>(1)};
    const Request for_link{.by = shop.ann, .id = id<RequestTag>(2)};
    good(shop.engine->get_keys(for_keys, right, english_iso));
    good(shop.engine->get_link(for_link, right, english_iso));
    const SupportRequestId draft = id_in<SupportRequest>(good(shop.engine->create<SupportRequest>(
        {.by = shop.ann}, DraftSupportRequest{.form = shop.filled_form(software)})));
    good(shop.remove());
    for (const Error& no : {refusal_of(shop.engine->get_keys({.by = shop.ann}, right, english_iso)),
                            refusal_of(shop.engine->get_link({.by = shop.ann}, right, english_iso)),
                            refusal_of(shop.engine->get_keys(for_keys, right, english_iso)),
                            refusal_of(shop.engine->get_link(for_link, right, english_iso)),
                            refusal_of(shop.ask(draft, SubmitSupportRequest{}))}) {
        CHECK(no.reason == "relationship_removed");
        CHECK(no.microsoft == 20002);
    }
}

TEST_CASE_TEMPLATE(
    "RES-02 C1: of a former customer its partner downloads nothing, and ENT-05: the host does for others", Store,
    CSP_BOTH_STORES) {
    Leaving<Store> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    const EntitlementId right = shop.right_of(shop.buy_software(::csp::test::office));
    shop.clock.set(at("2020-05-01T10:00:00Z"));
    const DownloadLinkId link = shop.link_to(right);
    const Request asked_before{.by = shop.ann, .id = id<RequestTag>(3)};
    CHECK(good(shop.engine->download(asked_before, link)).downloads_left == 49);
    const auto may_download = [&] {
        const auto choices = good(shop.engine->allowed(shop.ann, link));
        return !std::ranges::find(choices, std::string("download"), &Choice::command)->why_not;
    };
    CHECK(may_download());
    good(shop.remove());
    CHECK_FALSE(may_download());
    for (const Error& no : {refusal_of(shop.engine->download({.by = shop.ann}, link)),
                            refusal_of(shop.engine->download(asked_before, link))}) {
        CHECK(no.rule == "CUS-01");
        CHECK(no.reason == "relationship_removed");
        CHECK(no.microsoft == 20002);
    }
    CHECK(good(shop.engine->download({.by = host()}, link)).downloads_left == 48);  // the refused ones cost none
    good(shop.engine->execute({.by = shop.ann}, shop.contoso, RequestRelationship{}));
    good(shop.engine->execute({.by = host()}, shop.contoso, AcceptRelationship{}));
    CHECK(good(shop.engine->download(asked_before, link)).downloads_left == 49);
}

TEST_CASE("CUS-01 C1: a support request that names only what a former customer bought is not submitted") {
    Leaving<InMemory> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    const SoftwareOrderId software = shop.buy_software(::csp::test::office);
    const SubscriptionId seats = shop.buy(line(base));
    shop.clock.set(at("2020-05-01T10:00:00Z"));
    SupportForm form{.title = "It does not start", .description = "since this morning"};
    form.impact = Impact::minimal;
    form.contact = {"Ann Beebe", "ann@fabrikam.com", "+1 425 555 0100"};
    const auto drafted = [&](const SoftwareOrderId& order, const SubscriptionId& subscription) {
        form.order = order;
        form.subscription = subscription;
        return id_in<SupportRequest>(
            good(shop.engine->create<SupportRequest>({.by = shop.ann}, DraftSupportRequest{.form = form})));
    };
    const auto of_software = drafted(software, {});
    const auto of_seats = drafted({}, seats);
    const auto of_neither = drafted({}, {});
    const auto in_time = drafted(software, {});
    good(shop.ask(in_time, SubmitSupportRequest{}));
    good(shop.suspend(seats));
    good(shop.remove());
    CHECK(refusal_of(shop.ask(of_software, SubmitSupportRequest{})).reason == "relationship_removed");
    CHECK(refusal_of(shop.ask(of_seats, SubmitSupportRequest{})).reason == "relationship_removed");
    good(shop.ask(of_neither, SubmitSupportRequest{}));
}

TEST_CASE_TEMPLATE("RES-02 B9: the relationship comes back by a new request, and with it what is still in its window",
                   Store, CSP_BOTH_STORES) {
    Leaving<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    CHECK(refusal_of(shop.engine->execute({.by = shop.gail}, shop.contoso, RequestRelationship{})).reason ==
          "relationship_exists");
    good(shop.remove());
    CHECK(refusal_of(shop.engine->execute({.by = host()}, shop.contoso, AcceptRelationship{})).reason == "not_asked");
    good(shop.engine->execute({.by = shop.ann}, shop.contoso, RequestRelationship{}));
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, shop.contoso, RequestRelationship{})).reason ==
          "already_asked");
    good(shop.engine->execute({.by = host()}, shop.contoso, AcceptRelationship{}));
    CHECK(good(shop.engine->customers(shop.ann, {}, {})).items.size() == 1);
    good(shop.ask(bought, ReactivateSubscription{}));
    good(shop.place({line(annual_only)}));
}

TEST_CASE_TEMPLATE("CUS-01 B9: of many commands in one commit each finds the customer as those before have left it",
                   Store, CSP_BOTH_STORES) {
    Leaving<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    const Ask<Subscription> come_back{.id = bought, .command = ReactivateSubscription{}};
    const Ask<Subscription> suspend{.id = bought, .command = SuspendSubscription{SuspensionReason::fraud}};
    const std::vector<std::pair<Request, Command>> batch{
        {{.by = shop.ann}, come_back},
        {{.by = shop.ann}, suspend},
        {{.by = shop.gail}, Ask<Customer>{.id = shop.contoso, .command = RemoveRelationship{}}},
        {{.by = shop.ann}, come_back}};
    const auto answers = shop.engine->execute_all(batch);
    REQUIRE(answers.size() == 4);
    for (const auto& answer : {&answers[0], &answers[1], &answers[2]}) { CHECK(answer->has_value()); }
    REQUIRE_FALSE(answers[3]);
    CHECK(answers[3].error().reason == "relationship_removed");
}

TEST_CASE("SUS-09 B9: time deletes what a former customer left suspended, and nobody does so before") {
    Leaving<InMemory> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    const Date last = in<Subscription::Suspended>(good(shop.engine->read(shop.ann, bought)).state).last_day;
    good(shop.remove());
    const CancelSubscriptionAtOnce for_good{SuspensionReason::customer_request, true};
    CHECK(refusal_of(shop.engine->execute({.by = host()}, bought, for_good)).microsoft == 20002);
    shop.clock.set(Instant{end_of(last).us - 1});
    CHECK(refusal_of(shop.ask(bought, for_good)).reason == "relationship_removed");
    shop.clock.set(end_of(last));
    good(shop.engine->run_due());
    CHECK(is_in<Subscription::Deleted>(good(shop.engine->read(shop.ann, bought)).state));
}

TEST_CASE("GEN-01 B14: in the cloud of the US Government a partner asks no former customer back") {
    Leaving<InMemory> shop;
    Enrolment enrolment = good_enrolment();
    enrolment.company_name = "Federal";
    enrolment.mpn_id = "1003";
    enrolment.cloud = Cloud::us_government;
    const PartnerId federal =
        id_in<Partner>(good(shop.engine->create<Partner>({.by = host()}, EnrolPartner{enrolment})));
    const Actor fay{.user = "fay@federal.com", .partner = federal, .roles = {Role::admin_agent, Role::global_admin}};
    const CustomerId agency = shop.customer(fay, "Agency", "agency.com");
    good(shop.engine->execute({.by = fay}, agency, RemoveRelationship{}));
    const Error no = refusal_of(shop.engine->execute({.by = fay}, agency, RequestRelationship{}));
    CHECK(no.rule == "GEN-01");
    CHECK(no.reason == "no_relationship_requests");
    CHECK(no.sentence == "in the cloud us_government a partner cannot ask for a relationship");
    good(shop.remove());
    good(shop.engine->execute({.by = shop.gail}, shop.contoso, RequestRelationship{}));  // in the global one it can
}

TEST_CASE("RES-02: only a global admin removes the relationship") {
    Leaving<InMemory> shop;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, shop.contoso, RemoveRelationship{})).code ==
          Code::forbidden);
    good(shop.remove());
}
