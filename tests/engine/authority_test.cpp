// Who may ask what: the table once more, written from the rulebook by hand, and asked of the engine.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "engine/every_command.hpp"
#include "engine/reseller_shop.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// B14, role by role: S seller of subscriptions, L manager of licences, M maker and E editor of customers.
/// Letters of a role: G global admin, A admin agent, S sales, H helpdesk, B billing, U user management, h the host;
/// C account admin, R referral admin, M marketing content admin, who only read the log (LOG-01).
const std::map<std::string, std::string> may_ask = {
    {"enrol_partner", "h"},
    {"change_billing_day", "h"},
    {"restrict_partner", "h"},
    {"reinstate_partner", "h"},
    {"record_agreement", "h"},
    {"leave_programme", "hG"},
    {"note_debt", ""},
    {"clear_debt", ""},
    {"reinstate_after_debt", ""},
    {"restrict_for_debt", ""},
    {"create_customer", "hGUAS"},
    {"update_billing_profile", "hGASH"},
    {"set_qualification", "hGASH"},
    {"resolve_qualification", "h"},
    {"record_qualification", "h"},
    {"associate_reseller", "hGUAS"},
    {"grant_access", "hGUAS"},
    {"revoke_access", "hGUAS"},
    {"remove_relationship", "hG"},
    {"request_relationship", "hAGS"},
    {"accept_relationship", "h"},
    {"record_order", ""},
    {"list_offer", "h"},
    {"withdraw_listing", "h"},
    {"set_price", "h"},
    {"draft_order", "hAHSBG"},
    {"change_draft", "hAHSBG"},
    {"submit_order", "hAHSBG"},
    {"place_order", "hAHSBG"},
    {"cancel_draft", "hAHSBG"},
    {"change_cycle", "hAHSBG"},
    {"create_subscription", ""},
    {"rename_subscription", "hAHSBG"},
    {"change_quantity", "hGUASH"},
    {"suspend_subscription", "hAHSBG"},
    {"cancel_subscription", "hAHSBG"},
    {"cancel_subscription_at_once", "hAG"},
    {"reactivate_subscription", "hAHSBG"},
    {"convert_trial", "hGUASH"},
    {"set_reseller", "hGUAS"},
    {"set_support_contact", "hAGH"},
    {"renew_subscription", ""},
    {"end_term", ""},
    {"end_trial", ""},
    {"expire_subscription", ""},
    {"suspend_with_parent", ""},
    {"reactivate_with_parent", ""},
    {"end_with_parent", ""},
    {"bill_in_cycle", ""},
    {"forget_support_contact", ""},
    {"list_product", "h"},
    {"withdraw_product", "h"},
    {"set_product_price", "h"},
    {"buy_software", "hAG"},
    {"cancel_software", "hA"},
    {"exchange_software", "hA"},
    {"ask_for_support", "h"},
    {"refund_software", ""},
    {"close_software_order", ""},
    {"get_keys", "hA"},
    {"get_link", "hA"},
    {"grant_entitlement", ""},
    {"revoke_entitlement", ""},
    {"lapse_entitlement", ""},
    {"download", "hA"},
    {"enable_link", ""},
    {"expire_link", ""},
    {"revoke_link", ""},
    {"draft_support_request", "hAHG"},
    {"change_support_request", "hAHG"},
    {"submit_support_request", "hAHG"},
    {"add_support_note", "hAHG"},
    {"attach_file", "hAHG"},
    {"ask_for_attention", "h"},
    {"close_support_request", "h"},
    {"accept_refund", "h"},
    {"record_activity", ""},
    {"request_partnership", "hGUAS"},
    {"edit_request", "hGUAS"},
    {"accept_partnership", "h"},
    {"decline_partnership", "h"},
    {"withdraw_request", "hGUAS"},
    {"remove_partnership", "hGUAS"},
    {"revoke_provider_access", "h"},
    {"record_charge", ""},
    {"take_back_charge", ""},
    {"begin_billing", ""},
    {"rebill_quantity", ""},
    {"stop_billing", ""},
    {"continue_billing", ""},
    {"renew_billing", ""},
    {"rebill_cycle", ""},
    {"name_billed_reseller", ""},
    {"close_billing", ""},
    {"charge_period", ""},
    {"expect_invoice", ""},
    {"close_period", ""},
    {"number_correction", ""},
    {"draft_invoice", ""},
    {"record_payment", "h"},
    {"issue_invoice", ""},
    {"settle_invoice", ""},
    {"mark_overdue", ""},
    {"credit_and_rebill", "h"},
};

AnyId first_of(const std::vector<Happening>& feed, Kind kind) {
    for (const Happening& one : feed) {
        if (one.kind == kind) { return one.id; }
    }
    FAIL("nothing of that kind happened");
    return {};
}

struct Records {
    SoftwareShop<InMemory> shop{};
    OrderId draft{id_in<Order>(good(shop.engine->create<Order>(
        {.by = shop.ann}, DraftOrder{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base)}})))};
    SubscriptionId bought{shop.buy(line(base))};
    SoftwareOrderId software{shop.buy_software(::csp::test::office)};
    EntitlementId right{shop.right_of(software)};
    DownloadLinkId link{shop.link_to(right)};
    SupportRequestId request{id_in<SupportRequest>(good(shop.engine->create<SupportRequest>(
        {.by = shop.ann}, DraftSupportRequest{.form = good(shop.engine->support_form(shop.ann, software))})))};
    ActivityId logged{first_of(shop.feed(), Kind::activity)};
};

/// Asks every command of every role of that actor's, of a record that is its partner's.
template <class S>
void ask_everybody(Engine& engine, Actor actor, const Id<S>& record, std::set<std::string>& seen) {
    for_each_command<S>([&](const std::string& name, const typename S::Command& command) {
        REQUIRE(may_ask.count(name) == 1);
        seen.insert(name);
        for (const Role role : every_role) {
            actor.roles = role;
            const auto answer = engine.preview({.by = actor}, Command{Ask<S>{record, command}});
            const bool is_forbidden = !answer && answer.error().code == Code::forbidden;
            CAPTURE(name);
            CAPTURE(name_of(role));
            CHECK(is_forbidden == (may_ask.at(name).find(letter_of(role)) == std::string::npos));
            if (is_forbidden && name == "bill_in_cycle") {  // B5: whoever tries is sent to the order
                CHECK(answer.error().microsoft == 2054);
            } else if (is_forbidden) {
                CHECK((answer.error().rule == "GEN-03" || answer.error().rule == "RES-15"));
                CHECK(answer.error().microsoft == 900150);
            }
        }
    });
}

/// The error with every spelling of that id made the same.
Error without(Error error, const AnyId& id) {
    const std::string text = csp::text_of(id);
    for (std::string* one : {&error.sentence, &error.field, &error.existing}) {
        for (auto found = one->find(text); found != std::string::npos; found = one->find(text)) {
            one->replace(found, text.size(), "<id>");
        }
    }
    return error;
}
template <class T>
Error no(Result<T> answer, const AnyId& id) {
    return without(refusal_of(std::move(answer)), id);
}

/// Whatever is asked of a record of somebody else is answered as of one that does not exist.
template <class S>
void is_invisible(Records& records, const Id<S>& foreign) {
    Engine& engine = *records.shop.engine;
    const Id<S> missing = id<S>(0xEE);
    for (const Role role : every_role) {
        if (role == Role::host) { continue; }
        Actor eve = records.shop.eve;
        eve.roles = role;
        for_each_command<S>([&](const std::string& name, const typename S::Command& command) {
            CAPTURE(name);
            const auto ask = [&](const Id<S>& record, std::uint64_t expected) {
                return engine.execute({.by = eve, .id = {}, .expected_version = expected},
                                      Command{Ask<S>{record, command}});
            };
            const Error error = no(ask(foreign, 0), foreign.bytes);
            CHECK(error == no(ask(missing, 0), missing.bytes));
            CHECK(no(ask(foreign, 77), foreign.bytes) == error);
            CHECK(error.code == Code::not_found);
            CHECK(no(engine.preview({.by = eve}, Command{Ask<S>{foreign, command}}), foreign.bytes) == error);
        });
        CHECK(no(engine.read(eve, foreign), foreign.bytes) == no(engine.read(eve, missing), missing.bytes));
        CHECK(no(engine.allowed(eve, foreign), foreign.bytes) == no(engine.allowed(eve, missing), missing.bytes));
        CHECK(no(engine.history(eve, foreign, 0, 9), foreign.bytes) ==
              no(engine.history(eve, missing, 0, 9), missing.bytes));
    }
}

}  // namespace

TEST_CASE("GEN-03: each command is for the roles of the rulebook and for nobody else") {
    Records records;
    std::set<std::string> seen;
    const auto ask_everybody = [&](const auto& record) {
        ::ask_everybody(*records.shop.engine, records.shop.ann, record, seen);
    };
    ask_everybody(records.shop.fabrikam);
    ask_everybody(records.shop.contoso);
    ask_everybody(base);
    ask_everybody(records.draft);
    ask_everybody(records.bought);
    ask_everybody(office);
    ask_everybody(records.software);
    ask_everybody(records.right);
    ask_everybody(records.link);
    ask_everybody(records.request);
    ask_everybody(records.logged);
    ResellerShop<InMemory> resellers;
    ::ask_everybody(*resellers.engine, resellers.pat, resellers.join(resellers.rob), seen);
    SoftwareShop<InMemory> billed(with_bills);
    const SubscriptionId bought = billed.buy(line(base));
    billed.clock.advance_us(40 * us_per_day);
    good(billed.engine->run_due());
    const auto ask_of_money = [&]<class S>(const Id<S>& record) {
        ::ask_everybody(*billed.engine, billed.ann, record, seen);
    };
    ask_of_money(BillingId{bought.bytes});
    ask_of_money(ChargeId{first_of(billed.feed(), Kind::charge)});
    ask_of_money(LedgerId{billed.fabrikam.bytes});
    ask_of_money(InvoiceId{first_of(billed.feed(), Kind::invoice)});
    CHECK(seen.size() == may_ask.size());
}

TEST_CASE("GEN-03 B14: who adds customers and may not order adds none with a first order") {
    Shop<InMemory> shop;
    Actor uma{.user = "uma@fabrikam.com", .partner = shop.fabrikam, .roles = Role::user_management_admin};
    CreateCustomer create{.domain = "adatum.com", .profile = profile_of("Adatum")};
    create.first_order = {.cycle = Cycle::annual, .lines = {FirstLine{.offer = base, .quantity = 5}}};
    const auto is_refused = [&](const Actor& actor) {
        const Error no = refusal_of(shop.engine->template create<Customer>({.by = actor}, create));
        CHECK(no.code == Code::forbidden);
        CHECK(no.reason == "role_missing");
        CHECK(no.sentence.starts_with("place_order needs one of these roles: "));
        CHECK(refusal_of(shop.engine->create_customer({.by = actor}, create)) == no);
    };
    is_refused(uma);
    Actor gus = uma;
    gus.roles = Roles{Role::user_management_admin, Role::sales_agent};  // one of them orders
    good(shop.engine->template create<Customer>({.by = gus}, create));
    create.domain = "proseware.com";
    create.first_order.lines.clear();
    good(shop.engine->template create<Customer>({.by = uma}, create));
}

TEST_CASE("GEN-03: nobody asks what only time and other records ask, the host neither") {
    Records records;
    const auto before = records.shop.subscription(records.bought);
    for_each_command<Subscription>([&](const std::string& name, const Subscription::Command& command) {
        if (!may_ask.at(name).empty()) { return; }
        CAPTURE(name);
        Actor almighty = host();
        for (const Role role : every_role) { almighty.roles = almighty.roles.with(role); }
        const Command asked = Ask<Subscription>{records.bought, command};
        CHECK(refusal_of(records.shop.engine->execute({.by = almighty}, asked)).code == Code::forbidden);
    });
    CHECK(records.shop.subscription(records.bought) == before);
}

TEST_CASE("GEN-03: a refusal offers only what this actor may ask, and nothing that time or another record asks") {
    Records records;
    const auto offered = [&](const Actor& actor) {
        const RenameSubscription no_name{"two\nlines"};
        auto allowed = refusal_of(records.shop.engine->execute({.by = actor}, records.bought, no_name)).allowed;
        std::ranges::sort(allowed);
        return allowed;
    };
    using Names = std::vector<std::string>;
    Actor actor = records.shop.ann;
    CHECK(offered(actor) == Names{"cancel_subscription", "cancel_subscription_at_once", "change_quantity",
                                  "convert_trial", "set_reseller", "set_support_contact", "suspend_subscription"});
    actor.roles = Role::billing_admin;
    CHECK(offered(actor) == Names{"cancel_subscription", "suspend_subscription"});
    for (const Choice& choice : good(records.shop.engine->allowed(actor, records.bought))) {
        if (!choice.why_not) { continue; }
        for (const std::string& name : choice.why_not->allowed) {
            CHECK((name == "cancel_subscription" || name == "suspend_subscription" || name == "rename_subscription"));
        }
    }
    const auto stored = records.shop.feed().back();
    CHECK(std::get<CommandRefused>(stored.event).error.allowed.size() == 2);  // and so it is kept
}

TEST_CASE("GEN-03: without a role nothing can be asked") {
    Records records;
    Actor nobody = records.shop.ann;
    nobody.roles = {};
    const auto is_closed = [&]<class S>(const Id<S>& id) {
        for_each_command<S>([&](const std::string& name, const typename S::Command& command) {
            CAPTURE(name);
            const Command asked = Ask<S>{id, command};
            CHECK(refusal_of(records.shop.engine->execute({.by = nobody}, asked)).code == Code::forbidden);
        });
    };
    is_closed(records.shop.fabrikam);
    is_closed(records.shop.contoso);
    is_closed(records.draft);
    is_closed(records.bought);
    is_closed(records.software);
    is_closed(records.right);
    is_closed(records.link);
    is_closed(records.request);
}

TEST_CASE("GEN-04: a record of another partner answers as one that does not exist") {
    Records records;
    is_invisible(records, records.shop.fabrikam);
    is_invisible(records, records.shop.contoso);
    is_invisible(records, records.draft);
    is_invisible(records, records.bought);
    is_invisible(records, records.software);
    is_invisible(records, records.right);
    is_invisible(records, records.link);
    is_invisible(records, records.request);
    is_invisible(records, records.logged);

    Engine& engine = *records.shop.engine;
    const Actor& eve = records.shop.eve;
    const CustomerId foreign = records.shop.contoso;
    const CustomerId missing = id<Customer>(0xEE);
    const auto both = [&](auto ask) { CHECK(no(ask(foreign), foreign.bytes) == no(ask(missing), missing.bytes)); };
    both([&](CustomerId of) { return engine.subscriptions(eve, of, {}, {}); });
    both([&](CustomerId of) { return engine.orders(eve, of, {}); });
    both([&](CustomerId of) { return engine.availability(eve, of, Cycle::annual, CatalogView::regular, {}); });
    both([&](CustomerId of) {
        return engine.create<Order>({.by = eve},
                                    PlaceOrder{.customer = of, .cycle = Cycle::annual, .lines = {line(base)}});
    });
    both([&](CustomerId of) {
        return engine.create<Order>({.by = eve},
                                    DraftOrder{.customer = of, .cycle = Cycle::annual, .lines = {line(base)}});
    });
    CHECK(refusal_of(engine.customer_by_domain(eve, "contoso.com")) ==
          refusal_of(engine.customer_by_domain(eve, "nobody.com")));

    const SubscriptionId bought = records.bought;
    const SubscriptionId none = id<Subscription>(0xEE);
    CHECK(no(engine.sign_in(eve, bought), bought.bytes) == no(engine.sign_in(eve, none), none.bytes));
    CHECK(no(engine.add_ons(eve, bought, {}), bought.bytes) == no(engine.add_ons(eve, none, {}), none.bytes));
    const auto against = [&](SubscriptionId parent) {
        return engine.create<Order>(
            {.by = eve},
            PlaceOrder{.customer = records.shop.theirs, .cycle = Cycle::annual, .lines = {add_on_for(parent)}});
    };
    CHECK(no(against(bought), bought.bytes) == no(against(none), none.bytes));
    const OrderId missing_order = id<Order>(0xEE);
    CHECK(no(engine.review(eve, records.draft), records.draft.bytes) ==
          no(engine.review(eve, missing_order), missing_order.bytes));
    CHECK(good(engine.customers(eve, {}, {})).items.size() == 1);
}

TEST_CASE("GEN-04: only the host chooses the id of a new record") {
    Shop<InMemory> shop;
    const CustomerId chosen = id<Customer>(50);
    CreateCustomer wish{.partner = shop.fabrikam, .domain = "chosen.com", .profile = profile_of("Chosen")};
    CHECK(refusal_of(shop.ask(chosen, wish)).code == Code::not_found);
    const Receipt receipt = good(shop.engine->execute({.by = host()}, chosen, wish));
    CHECK(id_in<Customer>(receipt) == chosen);
    CHECK(good(shop.engine->read(shop.ann, chosen)).state.domain == "chosen.com");
}

TEST_CASE("CUS-01: a partner's new customer is its own, whatever the command says") {
    Shop<InMemory> shop;
    const Receipt receipt = good(shop.engine->create<Customer>(
        {.by = shop.ann}, CreateCustomer{.partner = shop.rival, .domain = "new.com", .profile = profile_of("New")}));
    CHECK(good(shop.engine->read(host(), id_in<Customer>(receipt))).state.partner == shop.fabrikam);
}
