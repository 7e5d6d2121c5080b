// A walk over every machine: each row can be taken and leads where it says, every other pair is refused with its
// reasons, and no event finds a phase that it breaks.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "csp/activity.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"
#include "csp/new_customer_wizard.hpp"
#include "csp/partnership.hpp"
#include "csp/support_request.hpp"
#include "domain/goods.hpp"
#include "domain/kinds.hpp"
#include "domain/resellers_at_hand.hpp"
#include "domain/rights.hpp"
#include "domain/software.hpp"
#include "domain/support.hpp"
#include "domain/walk.hpp"

using namespace csp;
using namespace csp::test;

namespace {

// ---- subscription -----------------------------------------------------------------------------------------

const Listing business_offer = business_listing();
const Listing trial_offer = trial_listing();
const Date bought_on = day("2020-03-05");

Subscription::Phase phase_of_subscription(std::size_t index, const Term& term) {
    const Subscription::Suspended suspended{term,      SuspensionReason::fraud, SuspendedBy::parent, false,
                                            bought_on, day("2020-06-15")};
    const Subscription::Phase phases[]{Subscription::Absent{}, Subscription::Active{term}, suspended,
                                       Subscription::Deleted{DeletionCause::expired, Instant{}}};
    return phases[index];
}

Scene<Subscription> scene(std::size_t phase, const Subscription::Command& kind, Subscription*) {
    Scene<Subscription> scene{.command = kind};
    Subscription& state = scene.asked.state;
    Instant& now = scene.asked.now;
    const bool of_a_trial = std::holds_alternative<ConvertTrial>(kind) || std::holds_alternative<EndTrial>(kind);
    Purchase purchase = of_a_trial ? trial_bought(bought_on) : bought(bought_on);
    purchase.auto_renews = !std::holds_alternative<EndTerm>(kind);
    evolve(state, SubscriptionCreated{purchase});
    scene.asked.facts.listing = of_a_trial ? &trial_offer : &business_offer;
    scene.asked.facts.target = &business_offer;
    now = noon(2020, 3, 20);
    std::visit(overloaded{
                   [&](CreateSubscription& create) { create.purchase = purchase; },
                   [](ChangeQuantity& change) { change.quantity = 6; },
                   [](ConvertTrial& convert) {
                       convert = {business, Cycle::annual, 10};
                   },
                   [](SuspendSubscription& suspend) { suspend.reason = SuspensionReason::fraud; },
                   [](CancelSubscription& cancel) { cancel.reason = SuspensionReason::fraud; },
                   [](CancelSubscriptionAtOnce& cancel) {
                       cancel = {SuspensionReason::fraud, true};
                   },
                   [&](EndTrial&) { now = start_of(purchase.term.end); },
                   [&](EndTerm&) { now = start_of(purchase.term.end); },
                   [&](RenewSubscription&) { now = start_of(purchase.term.end); },
                   [&](ExpireSubscription&) { now = start_of(day("2020-06-16")); },
                   [](auto&) {},
               },
               scene.command);
    if (std::holds_alternative<ForgetSupportContact>(kind)) { state.support_contact = reseller_id; }
    state.phase = phase_of_subscription(phase, purchase.term);
    return scene;
}

// ---- order ------------------------------------------------------------------------------------------------

const Customer buyer = active_customer();
const Partner seller = enrolled();

const Subscription by_the_month = Life(bought(bought_on)).subscription;

Scene<Order> scene(std::size_t phase, const Order::Command& kind, Order*) {
    const std::vector<OrderLine> lines{{.offer = business, .quantity = 5}};
    Scene<Order> scene{.command = kind};
    const Order::Phase phases[]{Order::Absent{}, Order::Draft{}, Order::Completed{}, Order::Cancelled{}};
    scene.asked.state = {.customer = id<Customer>(1), .lines = lines, .phase = phases[phase]};
    const BuyerFacts facts{.customer = &buyer, .listing = &business_offer, .partner_listing = &business_offer};
    scene.asked.facts = {.partner = &seller, .customer = &buyer, .lines = {LineFacts{.buyer = facts}}};
    scene.asked.facts.cycles = {{.id = id<Subscription>(1), .subscription = &by_the_month, .listing = &business_offer}};
    std::visit(overloaded{
                   [&](DraftOrder& draft) {
                       draft = {id<Customer>(1), Cycle::monthly, lines};
                   },
                   [&](ChangeDraft& change) {
                       change = {Cycle::annual, lines};
                   },
                   [](SubmitOrder& submit) { submit.new_ids = {id<Subscription>(1)}; },
                   [&](PlaceOrder& place) {
                       place = {id<Customer>(1), Cycle::monthly, lines, {id<Subscription>(1)}};
                   },
                   [](CancelDraft&) {},
                   [](ChangeCycle& change) { change.cycle = Cycle::annual; },
               },
               scene.command);
    return scene;
}

// ---- offer ------------------------------------------------------------------------------------------------

Scene<Offer> scene(std::size_t phase, const Offer::Command& kind, Offer*) {
    Scene<Offer> scene{.command = kind};
    if (phase == 1) { evolve(scene.asked.state, OfferListed{business_listing()}); }
    std::visit(overloaded{
                   [](ListOffer& list) { list.listing = business_listing(); },
                   [](WithdrawListing& withdraw) { withdraw.country = us; },
                   [](SetPrice& set) {
                       set.price = {us, dollars(4), day("2020-01-01"), {}};
                   },
               },
               scene.command);
    return scene;
}

// ---- partner and customer -----------------------------------------------------------------------------------

Scene<Partner> scene(std::size_t phase, const Partner::Command& kind, Partner*) {
    Scene<Partner> scene{.command = kind};
    const Partner::Phase phases[]{Partner::Absent{}, Partner::Enrolled{}, Partner::Restricted{.is_for_debt = true},
                                  Partner::Left{}};
    scene.asked.state.phase = phases[phase];
    if (!std::holds_alternative<ReinstateAfterDebt>(kind)) { scene.asked.state.debts = {{id<Invoice>(1), 1, {}}}; }
    if (auto* note = std::get_if<NoteDebt>(&scene.command)) { note->debt.invoice = id<Invoice>(2); }
    if (auto* clear = std::get_if<ClearDebt>(&scene.command)) { clear->invoice = id<Invoice>(1); }
    if (auto* record = std::get_if<RecordAgreement>(&scene.command)) { record->signed_on = day("2018-01-01"); }
    if (auto* enrol = std::get_if<EnrolPartner>(&scene.command)) { enrol->enrolment = good_enrolment(); }
    return scene;
}

// ---- resellers --------------------------------------------------------------------------------------------

Scene<Partnership> scene(std::size_t phase, const Partnership::Command& kind, Partnership*) {
    Scene<Partnership> scene{.command = kind};
    const Instant then = scene.asked.now;
    const Partnership::Phase phases[]{Partnership::Absent{},        Partnership::Requested{then},
                                      Partnership::Active{then},    Partnership::Declined{then},
                                      Partnership::Withdrawn{then}, Partnership::Removed{then}};
    scene.asked.state.phase = phases[phase];
    if (phase == 1) { scene.asked.state.link_digest = good_digest; }
    scene.asked.facts = {.provider = &provider, .reseller = &reseller, .is_joined_already = false};
    std::visit(overloaded{
                   [](RequestPartnership& request) { request = good_request(); },
                   [](EditRequest& edit) {
                       edit = {"Open {link}", {good_digest}};
                   },
                   [](AcceptPartnership& accept) {
                       accept = {reseller_id, good_digest, true};
                   },
                   [](DeclinePartnership& decline) { decline.link_digest = good_digest; },
                   [](RemovePartnership& remove) { remove.is_confirmed = true; },
                   [](auto&) {},
               },
               scene.command);
    return scene;
}

Scene<Customer> scene(std::size_t phase, const Customer::Command& kind, Customer*) {
    Scene<Customer> scene{.command = kind};
    if (phase > 0) { scene.asked.state = active_customer(); }
    if (phase > 1) { evolve(scene.asked.state, RelationshipRemoved{scene.asked.now}); }
    scene.asked.facts.partner = &seller;
    scene.asked.facts.reseller = good_reseller();
    std::visit(
        overloaded{
            [](CreateCustomer& create) {
                create = {id<Partner>(1), "contoso.com", good_profile()};
            },
            [](UpdateBillingProfile& update) { update.profile = good_profile(); },
            [](SetQualification& set) { set.qualification = Qualification::education; },
            [&](ResolveQualification& resolve) {
                resolve.is_approved = true;
                scene.asked.state.vetting.status = VettingStatus::in_review;
            },
            [](RecordQualification& record) { record.qualification = Qualification::nonprofit; },
            [](AssociateReseller& associate) { associate.reseller = reseller_id; },
            [](GrantAccess& grant) {
                grant = {reseller_id, GrantKind::azure_tenant_owner};
            },
            [&](RevokeAccess& revoke) {
                revoke = {reseller_id, GrantKind::azure_tenant_owner};
                evolve(scene.asked.state, AccessGranted{reseller_id, GrantKind::azure_tenant_owner, scene.asked.now});
            },
            [](RemoveRelationship&) {},
            [](RequestRelationship&) {},
            [&](AcceptRelationship&) {
                if (phase > 1) { evolve(scene.asked.state, RelationshipRequested{scene.asked.now}); }
            },
            [](RecordOrder& record) { record.order = id<Order>(1); },
        },
        scene.command);
    return scene;
}

// ---- product and order of software --------------------------------------------------------------------------

Scene<Product> scene(std::size_t phase, const Product::Command& kind, Product*) {
    Scene<Product> scene{.command = kind};
    if (phase > 0) { evolve(scene.asked.state, ProductListed{perpetual_sheet()}); }
    if (phase > 1) { evolve(scene.asked.state, ProductWithdrawn{}); }
    std::visit(overloaded{
                   [](ListProduct& list) { list.sheet = subscription_sheet(); },
                   [](SetProductPrice& set) {
                       set.price = {us, dollars(4), day("2020-01-01"), {}};
                   },
                   [](WithdrawProduct&) {},
               },
               scene.command);
    return scene;
}

const Product on_the_shelf = on_sale(perpetual_sheet());

Scene<SoftwareOrder> scene(std::size_t phase, const SoftwareOrder::Command& kind, SoftwareOrder*) {
    Scene<SoftwareOrder> scene{.command = kind};
    scene.asked.facts = {.partner = &seller, .customer = &buyer, .products = {&on_the_shelf}};
    scene.asked.now = noon(2020, 3, 20);
    const BuySoftware buy = shop_of(perpetual_sheet()).buy;
    if (phase > 0) { scene.asked.then<SoftwareBought>(buy); }
    if (phase > 1) { evolve(scene.asked.state, SoftwareOrderClosed{scene.asked.now}); }
    std::visit(overloaded{
                   [&](BuySoftware& asked_for) { asked_for = buy; },
                   [](CancelSoftware& cancel) { cancel = cancel_all(); },
                   [](RefundSoftware& refund) {
                       refund = {{}, dollars(1), id<SupportRequest>(1)};
                   },
                   [&](CloseSoftwareOrder&) {
                       if (phase == 1) { scene.asked.then<SoftwareCancelled>(cancel_all()); }
                   },
                   [](auto&) {},
               },
               scene.command);
    return scene;
}

// ---- support request ----------------------------------------------------------------------------------------

const SoftwareOrder order_for_support = software_bought(day("2020-01-21"), {line_for_support()});

Scene<SupportRequest> scene(std::size_t phase, const SupportRequest::Command& kind, SupportRequest*) {
    Scene<SupportRequest> scene{.command = kind};
    const SupportRequest::Phase phases[]{SupportRequest::Absent{}, SupportRequest::Draft{}, SupportRequest::Open{},
                                         SupportRequest::AttentionNeeded{}, SupportRequest::Closed{}};
    scene.asked.state = {.form = good_refund_form(), .phase = phases[phase]};
    scene.asked.facts = {.customer = &buyer, .customer_id = id<Customer>(1), .order = &order_for_support};
    std::visit(overloaded{
                   [](DraftSupportRequest& draft) { draft.partner = id<Partner>(1); },
                   [](AddSupportNote& note) { note.text = "the first one"; },
                   [](AttachFile& attach) {
                       attach.attachment = {"invoice.pdf", "files/7"};
                   },
                   [](AskForAttention& ask) { ask.text = "which licence?"; },
                   [](AcceptRefund& accept) { accept.amount = dollars(1); },
                   [](auto&) {},
               },
               scene.command);
    return scene;
}

// ---- entitlement, download link and activity --------------------------------------------------------------

Scene<Entitlement> scene(std::size_t phase, const Entitlement::Command& kind, Entitlement*) {
    Scene<Entitlement> scene{.command = kind};
    const Entitlement::Phase phases[]{Entitlement::Absent{}, Entitlement::Owned{}, Entitlement::Lapsed{},
                                      Entitlement::Revoked{}};
    scene.asked.state = {.grant = granted_until("2023-01-21"), .phase = phases[phase]};
    std::visit(overloaded{
                   [](GetKeys& get) {
                       get = {english, "sealed key"};
                   },
                   [](GetLink& get) {
                       get = {english, id<DownloadLink>(1), "sealed address"};
                   },
                   [](GrantEntitlement& grant) { grant.grant = perpetual_grant(); },
                   [&](LapseEntitlement&) { scene.asked.now = at("2023-01-21T00:00:00Z"); },
                   [](RevokeEntitlement&) {},
               },
               scene.command);
    return scene;
}

Scene<DownloadLink> scene(std::size_t phase, const DownloadLink::Command& kind, DownloadLink*) {
    Scene<DownloadLink> scene{.command = kind};
    const Instant end = at("2020-02-29T10:00:00Z");
    const DownloadLink::Phase phases[]{DownloadLink::Absent{}, DownloadLink::Valid{.end = end, .allowance = 50},
                                       DownloadLink::Expired{end}, DownloadLink::Revoked{end}};
    scene.asked.state.phase = phases[phase];
    scene.asked.now = std::holds_alternative<ExpireLink>(kind) ? end : Instant{end.us - 1};
    if (auto* enable = std::get_if<EnableLink>(&scene.command)) { enable->sealed_url = "sealed address"; }
    return scene;
}

Scene<Activity> scene(std::size_t phase, const Activity::Command& kind, Activity*) {
    Scene<Activity> scene{.command = kind};
    if (phase == 1) { scene.asked.state.phase = Activity::Recorded{}; }
    std::get<RecordActivity>(scene.command).entry.action = Action::downloaded;
    return scene;
}

/// The walk over the scenes above.
template <class S>
void walk(const MachineText& table) {
    test::walk<S>(table, [](std::size_t phase, const typename S::Command& command) {
        return scene(phase, command, static_cast<S*>(nullptr));
    });
}

}  // namespace

TEST_CASE("every row of the subscription's table can be taken, and nothing else can") {
    walk<Subscription>(subscription_table());
}
TEST_CASE("every row of the order's table can be taken, and nothing else can") { walk<Order>(order_table()); }
TEST_CASE("every row of the offer's table can be taken, and nothing else can") { walk<Offer>(offer_table()); }
TEST_CASE("every row of the partner's table can be taken, and nothing else can") { walk<Partner>(partner_table()); }
TEST_CASE("every row of the customer's table can be taken, and nothing else can") { walk<Customer>(customer_table()); }
TEST_CASE("every row of the product's table can be taken, and nothing else can") { walk<Product>(product_table()); }
TEST_CASE("every row of the table of an order of software can be taken, and nothing else can") {
    walk<SoftwareOrder>(software_order_table());
}
TEST_CASE("every row of the support request's table can be taken, and nothing else can") {
    walk<SupportRequest>(support_request_table());
}
TEST_CASE("every row of the entitlement's table can be taken, and nothing else can") {
    walk<Entitlement>(entitlement_table());
}
TEST_CASE("every row of the download link's table can be taken, and nothing else can") {
    walk<DownloadLink>(download_link_table());
}
TEST_CASE("every row of the activity's table can be taken, and nothing else can") { walk<Activity>(activity_table()); }
TEST_CASE("every row of the partnership's table can be taken, and nothing else can") {
    walk<Partnership>(partnership_table());
}
