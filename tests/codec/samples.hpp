// One hand-made sample of every event and of every phase: what tests/golden holds.
//
// A field that is added keeps its default here; the samples themselves never change.
#pragma once

#include <string_view>
#include <vector>

#include "codec/envelope.hpp"
#include "codec/samples_of_money.hpp"
#include "codec/samples_of_resellers.hpp"
#include "codec/samples_of_rights.hpp"
#include "codec/samples_of_support.hpp"
#include "codec/samples_shared.hpp"
#include "codec/software_samples.hpp"
#include "csp/customer.hpp"
#include "csp/offer.hpp"
#include "csp/order.hpp"
#include "csp/partner.hpp"
#include "csp/subscription.hpp"

namespace csp::test {

inline codec::Cause sample_cause() {
    return {.actor = "ann@contoso.com",
            .partner = numbered<Partner>(1),
            .command = "suspend_subscription",
            .fingerprint = 0xC0FFEE00C0FFEE00ULL,
            .events = 3};
}

inline Error sample_error() {
    Error other{.code = Code::invalid, .rule = "SUB-04", .reason = "out_of_range", .sentence = "the quantity is 0"};
    return {.code = Code::refused,
            .rule = "SUS-08",
            .reason = "window_expired",
            .sentence = "it could be reactivated until 2018-08-28; today is 2018-08-29",
            .field = "lines[1].quantity",
            .phase = "suspended",
            .allowed = {"rename_subscription", "cancel_subscription"},
            .microsoft = 2011,
            .existing = "10000000-0000-4000-8000-000000000005",
            .also = {other}};
}

// ---- partner -----------------------------------------------------------------------------------------
inline Enrolment sample_enrolment() {
    return {.company_name = "Contoso \"Cloud\" – 東京",
            .kind = PartnerKind::indirect_provider,
            .mpn_id = "4711",
            .country = america,
            .cloud = Cloud::germany,
            .billing_day = 31,
            .billing_currency = dollar};
}
inline Debt sample_debt() { return {numbered<Invoice>(16), 17, day("2018-06-17")}; }
inline std::vector<Partner::Event> samples_of_events(const Partner*) {
    return {PartnerEnrolled{sample_enrolment()},
            BillingDayChanged{.before = 31, .billing_day = 1},
            PartnerRestricted{
                .reason = "unpaid invoices", .since = moment("2019-01-02T03:04:05.000006Z"), .is_for_debt = true},
            PartnerReinstated{moment("2019-03-04T05:06:07.000008Z")},
            AgreementRecorded{day("2020-01-31")},
            ProgrammeLeft{moment("2020-02-29T23:59:59Z")},
            DebtNoted{sample_debt()},
            DebtCleared{numbered<Invoice>(16), day("2018-06-19")}};
}
inline std::vector<Partner> samples_of_states(const Partner*) {
    const Enrolment e = sample_enrolment();
    Partner partner{.company_name = e.company_name,
                    .kind = e.kind,
                    .mpn_id = e.mpn_id,
                    .country = e.country,
                    .cloud = e.cloud,
                    .billing_day = e.billing_day,
                    .billing_currency = e.billing_currency};
    std::vector<Partner> all(4, partner);
    all[1].phase = Partner::Enrolled{};
    all[2].phase = Partner::Restricted{
        .reason = "unpaid invoices", .since = moment("2019-01-02T03:04:05.000006Z"), .is_for_debt = true};
    all[2].debts = {sample_debt()};
    all[3].phase = Partner::Left{moment("2020-02-29T23:59:59Z")};
    return all;
}

// ---- customer ----------------------------------------------------------------------------------------
inline BillingProfile sample_profile() {
    return {.company_name = "Fabrikam",
            .email = "bob@fabrikam.example",
            .culture = "en-US",
            .language = "en",
            .registration_number = "123-456",
            .address = {.line1 = "1 Way",
                        .line2 = "Floor 2",
                        .city = "Redmond",
                        .state = "WA",
                        .postal_code = "98052",
                        .country = america,
                        .region = "West",
                        .first_name = "Bob",
                        .last_name = "Builder",
                        .phone = "4255550101"}};
}
inline std::vector<Customer::Event> samples_of_events(const Customer*) {
    const std::vector<Qualification> both{Qualification::education, Qualification::state_owned_entity};
    return {CustomerCreated{.partner = numbered<Partner>(1),
                            .cloud = Cloud::us_government,
                            .domain = "fabrikam.example",
                            .profile = sample_profile()},
            BillingProfileUpdated{sample_profile()},
            QualificationSet{.qualification = Qualification::government_community_cloud,
                             .validation_code = "A1",
                             .qualifications = {Qualification::government_community_cloud},
                             .vetting = {.status = VettingStatus::in_review}},
            QualificationResolved{.is_approved = true,
                                  .qualifications = both,
                                  .vetting = {.status = VettingStatus::denied, .reason = "Not an Academic Domain"}},
            QualificationRecorded{.qualification = Qualification::nonprofit, .qualifications = both},
            ResellerAssociated{numbered<Partner>(7), moment("2019-03-30T12:00:00Z")},
            AccessGranted{numbered<Partner>(7), GrantKind::azure_tenant_owner, moment("2019-03-31T12:00:00Z")},
            AccessRevoked{numbered<Partner>(7), GrantKind::reseller_admin, moment("2019-04-01T12:00:00Z")},
            RelationshipRemoved{moment("2019-04-02T12:00:00Z")},
            RelationshipRequested{moment("2019-04-03T12:00:00Z")},
            RelationshipEstablished{moment("2019-04-04T12:00:00Z")},
            OrderRecorded{numbered<Order>(4)}};
}
inline std::vector<Customer> samples_of_states(const Customer*) {
    Customer customer{.partner = numbered<Partner>(1),
                      .cloud = Cloud::china_21vianet,
                      .domain = "fabrikam.example",
                      .profile = sample_profile(),
                      .qualifications = {Qualification::education},
                      .vetting = {.status = VettingStatus::in_review, .reason = ""},
                      .orders_placed = 7};
    std::vector<Customer> all(3, customer);
    all[1].phase = Customer::Active{};
    all[2].phase = Customer::Removed{moment("2019-04-02T12:00:00Z"), true};
    return all;
}

// ---- offer -------------------------------------------------------------------------------------------
inline Listing sample_listing() {
    return {.country = america,
            .catalog_id = "10000000-0000-4000-8000-000000000003",
            .name = "Business",
            .minimum_quantity = 1,
            .maximum_quantity = 300,
            .is_add_on = true,
            .has_add_ons = true,
            .is_trial = false,
            .is_available = false,
            .auto_renews = false,
            .metering = Metering::usage,
            .cycles = {Cycle::annual, Cycle::monthly},
            .limit_unit = LimitUnit::lifetime,
            .limit = 1,
            .prerequisites = {numbered<Offer>(31), numbered<Offer>(32)},
            .conversion_targets = {numbered<Offer>(33)},
            .upgrade_targets = {numbered<Offer>(34)},
            .customer_qualifications = {"Nonprofit"},
            .partner_qualifications = {"Gold"},
            .sales_group = "Default",
            .unit = "Licenses",
            .product_name = "Business",
            .other_fields = R"({"rank":10,"category":{"name":"Business"}})"};
}
inline std::vector<Offer::Event> samples_of_events(const Offer*) {
    return {OfferListed{sample_listing()}, ListingWithdrawn{america}, PriceSet{sample_price()}};
}
inline std::vector<Offer> samples_of_states(const Offer*) {
    Price open = sample_price();
    open.valid_until.reset();
    std::vector<Offer> all(2, Offer{.listings = {sample_listing()}, .prices = {sample_price(), open}});
    all[1].phase = Offer::Listed{};
    return all;
}

// ---- subscription ------------------------------------------------------------------------------------
inline const Term sample_term{day("2018-06-01"), day("2019-06-01")};

inline Purchase sample_purchase() {
    return {.partner = numbered<Partner>(1),
            .customer = numbered<Customer>(2),
            .order = numbered<Order>(4),
            .offer = numbered<Offer>(3),
            .parent = numbered<Subscription>(6),
            .friendly_name = "Sales\tteam",
            .quantity = 25,
            .cycle = Cycle::annual,
            .cloud = Cloud::us_government,
            .country = america,
            .is_trial = true,
            .auto_renews = false,
            .unit_price = {-5, dollar},
            .opened_on = day("2018-05-30"),
            .first_billed_on = day("2018-06-01"),
            .anchor = day("2018-06-01"),
            .term = sample_term};
}
inline std::vector<Subscription::Event> samples_of_events(const Subscription*) {
    return {SubscriptionCreated{sample_purchase()},
            SubscriptionRenamed{"Sales team"},
            QuantityChanged{.before = 25, .quantity = 30, .changed_on = day("2018-07-15")},
            SubscriptionSuspended{.reason = SuspensionReason::non_payment,
                                  .by = SuspendedBy::parent,
                                  .is_cancelled = true,
                                  .suspended_on = day("2018-08-01"),
                                  .last_day = day("2018-10-30")},
            SubscriptionReactivated{.reactivated_on = day("2018-10-30"), .term = sample_term},
            TrialConverted{.trial = numbered<Offer>(3),
                           .offer = numbered<Offer>(31),
                           .cycle = Cycle::one_time,
                           .quantity = 25,
                           .auto_renews = false,
                           .unit_price = {1250, dollar},
                           .opened_on = day("2018-05-30"),
                           .first_billed_on = day("2018-06-01"),
                           .anchor = day("2018-06-01"),
                           .term = sample_term},
            ResellerSet{"4711", "4712"},
            SupportContactSet{numbered<Partner>(1), numbered<Partner>(7)},
            SubscriptionRenewed{.term = sample_term},
            SubscriptionDeleted{.cause = DeletionCause::term_ended, .deleted_at = moment("2019-06-01T00:00:00Z")},
            CycleChanged{.before = Cycle::monthly,
                         .cycle = Cycle::annual,
                         .changed_on = day("2018-07-20"),
                         .first_billed_on = day("2018-06-01"),
                         .anchor = day("2018-07-20"),
                         .term = sample_term,
                         .unit_price = {1250, dollar}}};
}
inline std::vector<Subscription> samples_of_states(const Subscription*) {
    const Purchase p = sample_purchase();
    Subscription subscription{.partner = p.partner,
                              .customer = p.customer,
                              .order = p.order,
                              .offer = p.offer,
                              .trial = numbered<Offer>(33),
                              .parent = p.parent,
                              .friendly_name = p.friendly_name,
                              .quantity = p.quantity,
                              .cycle = Cycle::none,
                              .cloud = p.cloud,
                              .country = p.country,
                              .is_trial = p.is_trial,
                              .auto_renews = p.auto_renews,
                              .unit_price = p.unit_price,
                              .opened_on = p.opened_on,
                              .first_billed_on = p.first_billed_on,
                              .anchor = p.anchor};
    std::vector<Subscription> all(4, subscription);
    all[1].phase = Subscription::Active{sample_term};
    all[2].phase = Subscription::Suspended{.term = sample_term,
                                           .reason = SuspensionReason::customer_request,
                                           .by = SuspendedBy::hand,
                                           .is_cancelled = true,
                                           .suspended_on = day("2018-08-01"),
                                           .last_day = day("2018-10-30")};
    all[3].phase = Subscription::Deleted{.cause = DeletionCause::expired, .deleted_at = never};
    return all;
}

// ---- order -------------------------------------------------------------------------------------------
inline std::vector<OrderLine> sample_lines() {
    return {OrderLine{.offer = numbered<Offer>(3),
                      .quantity = 25,
                      .friendly_name = "Sales team",
                      .parent = numbered<Subscription>(6),
                      .subscription = numbered<Subscription>(5),
                      .unit_price = {1250, dollar}},
            OrderLine{.offer = numbered<Offer>(31), .quantity = 1, .parent_line = 0}};
}
inline std::vector<Order::Event> samples_of_events(const Order*) {
    return {OrderDrafted{.partner = numbered<Partner>(1),
                         .customer = numbered<Customer>(2),
                         .cycle = Cycle::annual,
                         .country = america,
                         .lines = sample_lines(),
                         .drafted_at = moment("2018-05-30T12:00:00.123456Z")},
            DraftChanged{.cycle = Cycle::monthly, .lines = {}},
            OrderSubmitted{.partner = numbered<Partner>(1),
                           .customer = numbered<Customer>(2),
                           .cycle = Cycle::annual,
                           .country = america,
                           .lines = {BoughtLine{.line = sample_lines()[0], .purchase = sample_purchase()}},
                           .submitted_at = moment("2018-05-30T12:00:01Z")},
            DraftCancelled{moment("2018-05-30T12:00:02Z")},
            OrderCycleChanged{.before = Cycle::monthly,
                              .cycle = Cycle::annual,
                              .changed_on = day("2018-07-20"),
                              .subscriptions = {numbered<Subscription>(4), numbered<Subscription>(5)}}};
}
inline std::vector<Order> samples_of_states(const Order*) {
    Order order{.partner = numbered<Partner>(1),
                .customer = numbered<Customer>(2),
                .cycle = Cycle::annual,
                .country = america,
                .lines = sample_lines()};
    std::vector<Order> all(4, order);
    all[1].phase = Order::Draft{moment("2018-05-30T12:00:00.123456Z")};
    all[2].phase = Order::Completed{moment("2018-05-30T12:00:01Z")};
    all[3].phase = Order::Cancelled{moment("2018-05-30T12:00:02Z")};
    return all;
}

/// One of each alternative, in their order.
template <class S>
std::vector<typename S::Event> sample_events() {
    return samples_of_events(static_cast<const S*>(nullptr));
}
/// One in each phase, in their order.
template <class S>
std::vector<S> sample_states() {
    return samples_of_states(static_cast<const S*>(nullptr));
}

}  // namespace csp::test
